// Receipts: till rolls in many manners, and the form from a receipt book.
import { formatScaled, formatTrimmed } from '../format.ts';
import type { Random } from '../random.ts';
import { pickRegion } from '../regions/all.ts';
import type { Language } from '../regions/region.ts';
import { createManner, fill, type Manner } from '../trade/manner.ts';
import { createLedger, type Ledger, type Truth } from '../truth.ts';
import { DESIGNS, type ReceiptDesign } from './designs.ts';
import { drawReceiptForm } from './form.ts';
import { drawSale, type Sale } from './sale.ts';
import { drawStripPdf, printStripText, type StripRow } from './strip.ts';

export interface MadeReceipt {
  pdf: Buffer;
  /** Plain text of the same rows; absent for forms. */
  text?: string;
  truth: Truth;
  layout: string;
  region: string;
}

const FORM_ID = 'receipt-book';

export const RECEIPT_LAYOUTS: readonly string[] = [...DESIGNS.map((design) => design.id), FORM_ID];

function itemRows(
  design: ReceiptDesign,
  sale: Sale,
  manner: Manner,
  ledger: Ledger,
  upper: (text: string) => string,
): StripRow[] {
  const letters = new Map(sale.taxes.map((tax, i) => [tax.rate, String.fromCharCode(65 + i)]));
  return sale.items.flatMap((item, i): StripRow[] => {
    const name = upper(item.description);
    const amount = manner.money(item.amount, 'plain');
    const quantity = formatTrimmed(item.quantity, 3, manner.numbers);
    const price = formatTrimmed(item.unitPrice, 4, manner.numbers, 2);
    const single = item.quantity === 1000;
    ledger.stateLine(i, 'description', name, name, false);
    ledger.stateLine(i, sale.inclusive ? 'grossAmount' : 'netAmount', item.amount / 100, amount);
    const stateQuantity = (withPrice: boolean): void => {
      ledger.stateLine(i, 'quantity', item.quantity / 1000, quantity);
      if (withPrice) ledger.stateLine(i, 'unitPrice', item.unitPrice / 10_000, price);
    };
    switch (design.items) {
      case 'quantity-below': {
        if (single) return [{ kind: 'pair', left: name, right: amount }];
        stateQuantity(true);
        return [
          { kind: 'text', text: name },
          { kind: 'pair', left: `   ${quantity} x ${price}`, right: amount },
        ];
      }
      case 'quantity-before':
        if (single) return [{ kind: 'pair', left: name, right: amount }];
        stateQuantity(true);
        return [
          { kind: 'text', text: `${quantity} x ${price}` },
          { kind: 'pair', left: name, right: amount },
        ];
      case 'columns':
        stateQuantity(false);
        return [{ kind: 'cells', cells: [quantity, name, amount] }];
      case 'tax-letter':
        if (!single) stateQuantity(true);
        return [
          ...(single ? [] : [{ kind: 'text' as const, text: ` ${quantity} x ${price}` }]),
          { kind: 'pair', left: name, right: `${amount} ${letters.get(item.rate)}` },
        ];
      default:
        if (!single) stateQuantity(false);
        return [{ kind: 'pair', left: single ? name : `${quantity} ${name}`, right: amount }];
    }
  });
}

function taxRows(design: ReceiptDesign, sale: Sale, manner: Manner, ledger: Ledger): StripRow[] {
  const { words, word, rate } = manner;
  const stateTax = (text: string): void => ledger.state('tax', sale.tax / 100, text);
  if (design.taxes === 'table' && sale.inclusive) {
    const head = [words.taxTable.rate, words.taxTable.base, words.taxTable.amount].map((variants) =>
      word(variants).slice(0, 9),
    );
    const rows: StripRow[] = [{ kind: 'thirds', cells: [head[0]!, head[1]!, head[2]!] }];
    sale.taxes.forEach((tax, i) => {
      const amount = manner.money(tax.amount, 'plain');
      rows.push({
        kind: 'thirds',
        cells: [`${String.fromCharCode(65 + i)} ${rate(tax.rate)}%`, manner.money(tax.base, 'plain'), amount],
      });
      if (sale.taxes.length === 1) stateTax(amount);
    });
    return rows;
  }
  if (design.taxes === 'none' && sale.inclusive) return [];
  return sale.taxes.map((tax) => {
    const amount = manner.money(tax.amount, 'plain');
    if (sale.taxes.length === 1) stateTax(amount);
    return {
      kind: 'pair',
      left: fill(sale.inclusive ? word(words.receipt.tax) : `${word(manner.region.taxNames)} {r}%`, {
        r: rate(tax.rate),
      }),
      right: amount,
    };
  });
}

function buildRows(random: Random, design: ReceiptDesign, sale: Sale, manner: Manner, ledger: Ledger): StripRow[] {
  const { words, word, region } = manner;
  const upper = (text: string): string => (design.upper ? text.toUpperCase() : text);
  const rows: StripRow[] = [];
  const cityLine = region.cityLine(sale.shop.city);
  const centred = random.chance(0.75) ? ('center' as const) : ('left' as const);
  const text = (value: string, options: { bold?: boolean; large?: boolean } = {}): void => {
    rows.push({ kind: 'text', text: value, align: centred, ...options });
  };
  const rule = (): void => {
    rows.push({ kind: 'rule', char: design.rule });
  };
  text(upper(sale.shopName), { bold: true, large: random.chance(0.6) });
  ledger.state('merchant.name', upper(sale.shopName), upper(sale.shopName), false);
  if (random.chance(0.3)) text(sale.shop.name);
  text(upper(sale.shop.street));
  text(upper(cityLine));
  ledger.state(
    'merchant.address',
    `${upper(sale.shop.street)}, ${upper(cityLine)}`,
    upper(`${sale.shop.street} ${cityLine}`),
    false,
  );
  if (random.chance(0.65)) {
    text(`${word(words.ids.phone)} ${sale.shop.phone}`);
    ledger.state('merchant.phone', sale.shop.phone, sale.shop.phone);
  }
  if (random.chance(0.7)) {
    text(`${sale.shop.taxNumberLabel}: ${sale.shop.taxNumberText}`);
    ledger.state('merchant.taxId', sale.shop.taxNumberText.replace(/ (?!MWST)/g, ''), sale.shop.taxNumberText);
  }
  rows.push({ kind: 'blank' });

  const number = random.pick([
    random.digits(4),
    random.digits(6),
    `${random.digits(2)}-${random.digits(5)}`,
    `${random.int(1, 9)}/${random.digits(4)}`,
  ]);
  const shownDate = manner.date(sale.date);
  const shownTime =
    region.country === 'US'
      ? `${Number(sale.time.slice(0, 2)) % 12 || 12}:${sale.time.slice(3)} ${sale.time >= '12' ? 'PM' : 'AM'}`
      : sale.time;
  const dated = (): void => {
    const labelled = random.chance(0.6);
    const date = labelled ? `${word(words.receipt.date)}: ${shownDate}` : shownDate;
    if (design.dateInOneLine) rows.push({ kind: 'pair', left: date, right: shownTime });
    else {
      rows.push({ kind: 'pair', left: word(words.receipt.date), right: shownDate });
      rows.push({ kind: 'pair', left: word(words.receipt.time), right: shownTime });
    }
    ledger.state('date', sale.date, shownDate);
    ledger.state('time', sale.time, shownTime);
  };
  const numbered = (): void => {
    if (!random.chance(0.85)) return;
    rows.push(
      random.chance(0.5)
        ? { kind: 'pair', left: word(words.receipt.number), right: number }
        : { kind: 'text', text: `${word(words.receipt.number)} ${number}` },
    );
    ledger.state('number', number, number);
  };
  const served = (): void => {
    if (random.chance(0.5))
      rows.push({ kind: 'text', text: `${word(words.receipt.cashier)}: ${random.pick(region.firstNames)}` });
    if (random.chance(0.4)) rows.push({ kind: 'text', text: `${word(words.receipt.till)} ${random.int(1, 12)}` });
    if (sale.kind === 'restaurant' && random.chance(0.7))
      rows.push({ kind: 'text', text: `${word(words.receipt.table)} ${random.int(1, 40)}` });
  };
  if (design.dateAt === 'top') {
    dated();
    numbered();
    served();
  }
  rule();
  if (random.chance(0.3)) rows.push({ kind: 'pair', left: '', right: region.currency });
  const currencyShown = rows.at(-1)?.kind === 'pair';
  rows.push(...itemRows(design, sale, manner, ledger, upper));
  rule();
  if (!sale.inclusive || sale.tip > 0 || random.chance(0.15)) {
    const sum = manner.money(sale.sum, 'plain');
    rows.push({ kind: 'pair', left: word(words.receipt.subtotal), right: sum });
    ledger.state('subtotal', sale.sum / 100, sum);
  }
  const taxes = taxRows(design, sale, manner, ledger);
  if (!sale.inclusive) rows.push(...taxes);
  if (sale.tip > 0) {
    const tip = manner.money(sale.tip, 'plain');
    rows.push({ kind: 'pair', left: word(words.receipt.tip), right: tip });
    ledger.state('tip', sale.tip / 100, tip);
  }
  const label = word(words.receipt.total);
  const named = label.includes(region.currency) || label.includes('EUR');
  const total = named ? formatScaled(sale.total, 2, manner.numbers) : manner.money(sale.total, 'total');
  const shownLabel = named && region.currency !== 'EUR' ? words.receipt.total[0]! : label;
  if (design.totalStyle === 'ruled') rule();
  rows.push({
    kind: 'pair',
    left: shownLabel,
    right: total,
    bold: true,
    ...(design.totalStyle === 'large' ? { large: true } : {}),
    ...(design.totalStyle === 'inverse' ? { inverse: true, large: true } : {}),
  });
  if (design.totalStyle === 'ruled') rule();
  ledger.state('total', sale.total / 100, total);
  if (currencyShown || shownLabel.includes(region.currency))
    ledger.state('currency', region.currency, region.currency, false);
  else if (manner.showsCurrency('total') && !named) ledger.state('currency', region.currency, total);
  rows.push({ kind: 'blank' });

  const method = sale.cash ? word(words.receipt.cash) : word(words.receipt.card);
  const given = manner.money(sale.cash ? sale.given : sale.total, 'plain');
  if (random.chance(0.85)) {
    if (random.chance(0.3)) rows.push({ kind: 'text', text: `${word(words.receipt.payment)}: ${method}` });
    else rows.push({ kind: 'pair', left: method, right: given });
    ledger.state('paymentMethod', method, method);
    if (sale.cash && sale.given > sale.total)
      rows.push({
        kind: 'pair',
        left: word(words.receipt.change),
        right: manner.money(sale.given - sale.total, 'plain'),
      });
    if (!sale.cash && random.chance(0.5)) rows.push({ kind: 'text', text: `************${random.digits(4)}` });
  }
  if (sale.inclusive && taxes.length > 0) rows.push({ kind: 'blank' }, ...taxes);
  if (design.dateAt === 'bottom') {
    rule();
    dated();
    numbered();
    served();
  }
  rows.push({ kind: 'blank' });
  if (design.barcode) rows.push({ kind: 'barcode', digits: random.digits(12) });
  text(word(words.receipt.thanks));
  return rows;
}

/** Draws a receipt; `layout` forces one by id. */
export async function makeReceipt(random: Random, language: Language, layout?: string): Promise<MadeReceipt> {
  const region = pickRegion(random, language);
  const manner = createManner(random.fork('manner'), region);
  const ledger = createLedger('receipt');
  const id = layout ?? random.pick(RECEIPT_LAYOUTS);
  const file = { compress: random.chance(0.8), producer: 'TillSoft 7' };
  if (id === FORM_ID) {
    const sale = drawSale(random.fork('sale'), region, random.pick(['hardware', 'restaurant'] as const));
    const pdf = await drawReceiptForm(random.fork('form'), sale, manner, ledger, file);
    return { pdf, truth: ledger.truth(), layout: id, region: region.id };
  }
  const design = DESIGNS.find((candidate) => candidate.id === id);
  if (!design) throw new RangeError(`no layout ${id} for receipt`);
  const sale = drawSale(random.fork('sale'), region, random.pick(design.kinds));
  const rows = buildRows(random.fork('rows'), design, sale, manner, ledger);
  const pdf = await drawStripPdf(rows, design.look, { created: sale.date, ...file });
  return {
    pdf,
    text: printStripText(
      rows.filter((row) => row.kind !== 'barcode'),
      design.look,
    ),
    truth: ledger.truth(),
    layout: id,
    region: region.id,
  };
}
