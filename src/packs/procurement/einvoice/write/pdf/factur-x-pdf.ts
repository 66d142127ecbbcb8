// Factur-X and ZUGFeRD 2: a page that people read, made from what the XML states, with the XML attached. The page shows nothing
// that the XML does not say; it is our own page even where the record was read from a PDF.

import { type Decimal, decimalText, subtract, zero } from '../../decimal.ts';
import type { FacturXProfile } from '../factur-x-profiles.ts';
import type { InvoiceContent, LineContent, PartyContent } from '../invoice-content.ts';
import { rateText } from '../tax-content.ts';
import { facturXMetadata, XML_NAME } from './factur-x-metadata.ts';
import { type Cell, createSheet, type Sheet } from './sheet.ts';

interface Attachment {
  xml: Uint8Array;
  profile: FacturXProfile;
  now: Date;
}

const HALF = 235;

export function writeFacturXPdf(invoice: InvoiceContent, { xml, profile, now }: Attachment): Promise<Uint8Array> {
  const title = `${invoice.credit ? 'Credit note' : 'Invoice'} ${invoice.number}`;
  const sheet = createSheet({ title, metadata: facturXMetadata(profile), now });
  drawHead(sheet, invoice, title);
  if (invoice.lines.length > 0) drawLines(sheet, invoice);
  drawTotals(sheet, invoice);
  drawPayment(sheet, invoice);
  sheet.attach(xml, {
    name: XML_NAME,
    type: 'text/xml',
    relationship: profile.relationship,
    description: `Factur-X ${profile.level}: ${title}`,
  });
  return sheet.finish(
    (page, count) =>
      `${title} · page ${page} of ${count}\nThis page was made from the attached ${XML_NAME}, which states the same values.`,
  );
}

function drawHead(sheet: Sheet, invoice: InvoiceContent, title: string): void {
  sheet.row([{ text: title, x: 0, width: sheet.width, bold: true, size: 16 }]);
  sheet.gap(8);
  const facts: [string, string | undefined][] = [
    ['Date of issue', invoice.issueDate],
    ['Due', invoice.dueDate],
    ['Delivered', invoice.deliveryDate],
    ['Period', period(invoice)],
    ['Purchase order', invoice.orderNumber],
    ['Contract', invoice.contractNumber],
    ['Customer number', invoice.buyer.identifier],
    ['Preceding invoice', invoice.precedingInvoice],
  ];
  for (const [label, text] of facts) {
    if (text === undefined) continue;
    sheet.row([
      { text: label, x: 0, width: 110, quiet: true },
      { text, x: 115, width: sheet.width - 115 },
    ]);
  }
  sheet.gap(8);
  const [seller, buyer] = [partyRows(invoice.seller), partyRows(invoice.buyer)];
  const beside = (left: string, right: string, look: Partial<Cell> = {}): void =>
    sheet.row([
      { text: left, x: 0, width: HALF, ...look },
      { text: right, x: sheet.width - HALF, width: HALF, ...look },
    ]);
  beside('Seller', 'Buyer', { quiet: true });
  beside(invoice.seller.name, invoice.buyer.name, { bold: true });
  for (let i = 0; i < Math.max(seller.length, buyer.length); i++) beside(seller[i] ?? '', buyer[i] ?? '');
  sheet.gap(10);
}

function partyRows({ address, vatId, taxId, registrationId, phone, email }: PartyContent): string[] {
  const place = [address.postalCode, address.city].filter(Boolean).join(' ');
  const rows = [
    address.line,
    place,
    address.country,
    vatId && `VAT id ${vatId}`,
    taxId && `Tax id ${taxId}`,
    registrationId && `Registration ${registrationId}`,
    phone,
    email,
  ];
  return rows.filter((row): row is string => Boolean(row));
}

function period({ periodStart, periodEnd }: InvoiceContent): string | undefined {
  return periodStart || periodEnd ? `${periodStart ?? ''} – ${periodEnd ?? ''}`.trim() : undefined;
}

/** Number, what, quantity, price, tax rate, net. */
const COLUMNS = [
  { x: 0, width: 30 },
  { x: 35, width: 190 },
  { x: 230, width: 80, right: true },
  { x: 315, width: 70, right: true },
  { x: 390, width: 35, right: true },
  { x: 430, width: 65, right: true },
] as const;

function drawLines(sheet: Sheet, { lines, currency }: InvoiceContent): void {
  const row = (texts: readonly string[], look: Partial<Cell> = {}): void =>
    sheet.row(COLUMNS.map((column, i) => ({ ...column, text: texts[i] ?? '', ...look })));
  row(['', 'Description', 'Quantity', 'Price', 'VAT', `Net ${currency}`], { quiet: true });
  sheet.rule();
  for (const line of lines) {
    const rate = rateText(line.category);
    row([
      line.number,
      describe(line),
      `${decimalText(line.quantity)} ${line.unitText || line.unit}`,
      decimalText(line.price, 2),
      rate === undefined ? '' : `${rate} %`,
      decimalText(line.net, 2),
    ]);
  }
  sheet.rule();
}

function describe({ name, description, sku, buyerSku, gtin, orderLine, discount }: LineContent): string {
  const more = [
    description,
    sku && `Item ${sku}`,
    buyerSku && `Your item ${buyerSku}`,
    gtin && `GTIN ${gtin}`,
    orderLine && `Order line ${orderLine}`,
    discount && `Discount ${decimalText(discount, 2)}`,
  ];
  return [name, ...more.filter(Boolean)].join('\n');
}

function drawTotals(sheet: Sheet, { totals, taxes, adjustments, lines, currency }: InvoiceContent): void {
  const row = (text: string, amount: Decimal, bold = false): void =>
    sheet.row([
      { text, x: 150, width: 240, right: true, bold },
      { text: decimalText(amount, 2), x: 395, width: 100, right: true, bold },
    ]);
  sheet.gap(4);
  if (adjustments.length > 0 && lines.length > 0) row('Sum of lines', totals.lines);
  for (const { charge, amount, reason, category } of adjustments) {
    const rate = category && rateText(category);
    row(`${reason}${rate === undefined ? '' : ` (VAT ${rate} %)`}`, charge ? amount : minus(amount));
  }
  row(`Net total ${currency}`, totals.net);
  for (const tax of taxes) {
    const rate = rateText(tax);
    const why = tax.exemption === undefined ? '' : ` (${tax.exemption})`;
    row(`VAT ${rate === undefined ? tax.code : `${rate} %`}${why} of ${decimalText(tax.base, 2)}`, tax.amount);
  }
  if (taxes.length !== 1) row('VAT total', totals.tax);
  row(`Gross total ${currency}`, totals.gross, true);
  if (totals.paid) row('Paid before', minus(totals.paid));
  if (totals.rounding) row('Rounding', totals.rounding);
  row(`Amount due ${currency}`, totals.due, true);
}

const minus = (value: Decimal): Decimal => subtract(zero, value);

function drawPayment(sheet: Sheet, { iban, bic, paymentTerms }: InvoiceContent): void {
  const facts: [string, string | undefined][] = [
    ['Payment terms', paymentTerms],
    ['IBAN', iban],
    ['BIC', bic],
  ];
  sheet.gap(10);
  for (const [label, text] of facts) {
    if (text === undefined) continue;
    sheet.row([
      { text: label, x: 0, width: 110, quiet: true },
      { text, x: 115, width: sheet.width - 115 },
    ]);
  }
}
