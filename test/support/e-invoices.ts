// One made-up invoice written in every syntax there is, and printed on a page: what must come out equal, and what may differ.

import { drawPdf } from '../parse/make-pdf.ts';

export interface MadeInvoice {
  number: string;
  issueDate: string;
  dueDate: string;
  seller: string;
  sellerVatId: string;
  buyer: string;
  iban: string;
  order: string;
  gross: string;
  lines: { name: string; quantity: string; price: string; net: string }[];
  net: string;
  tax: string;
  terms: string;
}

export const madeInvoice: MadeInvoice = {
  number: 'RG-2024-0815',
  issueDate: '2024-03-12',
  dueDate: '2024-04-11',
  seller: 'Nordlicht Werkzeuge GmbH',
  sellerVatId: 'DE136695976',
  buyer: 'Havelland Bau AG',
  iban: 'DE89370400440532013000',
  order: 'PO-77123',
  lines: [
    { name: 'Bohrhammer BH 20', quantity: '2', price: '150.00', net: '300.00' },
    { name: 'Schutzbrille klar', quantity: '10', price: '7.50', net: '75.00' },
  ],
  net: '375.00',
  tax: '71.25',
  gross: '446.25',
  terms: 'Zahlbar innerhalb von 30 Tagen netto',
};

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const compact = (iso: string): string => iso.replaceAll('-', '');

/** A UBL document of any kind around `body`. */
export function ublDocument(name: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<${name} xmlns="${UBL}:${name}-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">
${body}
</${name}>`;
}

export function ublParty(name: string, vatId?: string): string {
  const tax = vatId
    ? `<cac:PartyTaxScheme><cbc:CompanyID>${vatId}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`
    : '';
  return `<cac:Party>
  <cac:PostalAddress><cbc:StreetName>Hafenstraße 7</cbc:StreetName><cbc:CityName>Kiel</cbc:CityName>
    <cbc:PostalZone>24103</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
  ${tax}<cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName></cac:PartyLegalEntity>
</cac:Party>`;
}

export function toUbl(invoice: MadeInvoice, name: 'Invoice' | 'CreditNote' = 'Invoice'): string {
  const [line, quantity] =
    name === 'Invoice' ? ['InvoiceLine', 'InvoicedQuantity'] : ['CreditNoteLine', 'CreditedQuantity'];
  const lines = invoice.lines.map(
    (
      item,
      i,
    ) => `<cac:${line}><cbc:ID>${i + 1}</cbc:ID><cbc:${quantity} unitCode="H87">${item.quantity}</cbc:${quantity}>
  <cbc:LineExtensionAmount currencyID="EUR">${item.net}</cbc:LineExtensionAmount>
  <cac:Item><cbc:Name>${item.name}</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item>
  <cac:Price><cbc:PriceAmount currencyID="EUR">${item.price}</cbc:PriceAmount></cac:Price></cac:${line}>`,
  );
  return ublDocument(
    name,
    `<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
<cbc:ID>${invoice.number}</cbc:ID><cbc:IssueDate>${invoice.issueDate}</cbc:IssueDate><cbc:DueDate>${invoice.dueDate}</cbc:DueDate>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:OrderReference><cbc:ID>${invoice.order}</cbc:ID></cac:OrderReference>
<cac:AccountingSupplierParty>${ublParty(invoice.seller, invoice.sellerVatId)}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>${ublParty(invoice.buyer)}</cac:AccountingCustomerParty>
<cac:PaymentMeans><cac:PayeeFinancialAccount><cbc:ID>${invoice.iban}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:PaymentTerms><cbc:Note>${invoice.terms}</cbc:Note></cac:PaymentTerms>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">${invoice.tax}</cbc:TaxAmount>
  <cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">${invoice.net}</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">${invoice.tax}</cbc:TaxAmount>
    <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:TaxTotal><cbc:TaxAmount currencyID="DKK">531.00</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">${invoice.net}</cbc:LineExtensionAmount>
  <cbc:TaxExclusiveAmount currencyID="EUR">${invoice.net}</cbc:TaxExclusiveAmount>
  <cbc:TaxInclusiveAmount currencyID="EUR">${invoice.gross}</cbc:TaxInclusiveAmount>
  <cbc:PayableAmount currencyID="EUR">${invoice.gross}</cbc:PayableAmount></cac:LegalMonetaryTotal>
${lines.join('\n')}`,
  );
}

const ciiParty = (tag: string, name: string, vatId?: string): string => `<ram:${tag}><ram:Name>${name}</ram:Name>
  <ram:PostalTradeAddress><ram:PostcodeCode>24103</ram:PostcodeCode><ram:LineOne>Hafenstraße 7</ram:LineOne><ram:CityName>Kiel</ram:CityName>
  <ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
  ${vatId ? `<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${vatId}</ram:ID></ram:SpecifiedTaxRegistration>` : ''}</ram:${tag}>`;

/** Names that changed between ZUGFeRD 1 and the CII of 2016. */
const versions = {
  2: {
    root: 'CrossIndustryInvoice',
    namespace: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
    document: 'ExchangedDocument',
    trade: 'SupplyChainTradeTransaction',
    header: 'ApplicableHeaderTrade',
    line: 'SpecifiedLineTrade',
    sum: 'SpecifiedTradeSettlementHeaderMonetarySummation',
    lineSum: 'SpecifiedTradeSettlementLineMonetarySummation',
    rate: 'RateApplicablePercent',
    id: 'IssuerAssignedID',
  },
  1: {
    root: 'CrossIndustryDocument',
    namespace: 'urn:ferd:CrossIndustryDocument:invoice:1p0',
    document: 'HeaderExchangedDocument',
    trade: 'SpecifiedSupplyChainTradeTransaction',
    header: 'ApplicableSupplyChainTrade',
    line: 'SpecifiedSupplyChainTrade',
    sum: 'SpecifiedTradeSettlementMonetarySummation',
    lineSum: 'SpecifiedTradeSettlementMonetarySummation',
    rate: 'ApplicablePercent',
    id: 'ID',
  },
};

/** Version 1 is ZUGFeRD 1.0; 2 is Factur-X, ZUGFeRD 2 and XRechnung. */
export function toCii(
  invoice: MadeInvoice,
  { version = 2, code = '380' }: { version?: 1 | 2; code?: string } = {},
): string {
  const v = versions[version];
  const date = (iso: string): string => `<udt:DateTimeString format="102">${compact(iso)}</udt:DateTimeString>`;
  const lines = invoice.lines.map(
    (item, i) => `<ram:IncludedSupplyChainTradeLineItem>
  <ram:AssociatedDocumentLineDocument><ram:LineID>${i + 1}</ram:LineID></ram:AssociatedDocumentLineDocument>
  <ram:SpecifiedTradeProduct><ram:Name>${item.name}</ram:Name></ram:SpecifiedTradeProduct>
  <ram:${v.line}Agreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${item.price}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:${v.line}Agreement>
  <ram:${v.line}Delivery><ram:BilledQuantity unitCode="H87">${item.quantity}</ram:BilledQuantity></ram:${v.line}Delivery>
  <ram:${v.line}Settlement><ram:ApplicableTradeTax><ram:CategoryCode>S</ram:CategoryCode><ram:${v.rate}>19</ram:${v.rate}></ram:ApplicableTradeTax>
    <ram:${v.lineSum}><ram:LineTotalAmount>${item.net}</ram:LineTotalAmount></ram:${v.lineSum}></ram:${v.line}Settlement>
</ram:IncludedSupplyChainTradeLineItem>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:${v.root} xmlns:rsm="${v.namespace}" xmlns:ram="urn:made:ram" xmlns:udt="urn:made:udt">
<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:${v.document}><ram:ID>${invoice.number}</ram:ID><ram:TypeCode>${code}</ram:TypeCode><ram:IssueDateTime>${date(invoice.issueDate)}</ram:IssueDateTime></rsm:${v.document}>
<rsm:${v.trade}>
${version === 2 ? lines.join('\n') : ''}
<ram:${v.header}Agreement>${ciiParty('SellerTradeParty', invoice.seller, invoice.sellerVatId)}${ciiParty('BuyerTradeParty', invoice.buyer)}
  <ram:BuyerOrderReferencedDocument><ram:${v.id}>${invoice.order}</ram:${v.id}></ram:BuyerOrderReferencedDocument></ram:${v.header}Agreement>
<ram:${v.header}Delivery/>
<ram:${v.header}Settlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
  <ram:SpecifiedTradeSettlementPaymentMeans><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${invoice.iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
  <ram:ApplicableTradeTax><ram:CalculatedAmount>${invoice.tax}</ram:CalculatedAmount><ram:BasisAmount>${invoice.net}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:${v.rate}>19</ram:${v.rate}></ram:ApplicableTradeTax>
  <ram:SpecifiedTradePaymentTerms><ram:Description>${invoice.terms}</ram:Description><ram:DueDateDateTime>${date(invoice.dueDate)}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
  <ram:${v.sum}><ram:LineTotalAmount>${invoice.net}</ram:LineTotalAmount><ram:AllowanceTotalAmount>0.00</ram:AllowanceTotalAmount><ram:TaxBasisTotalAmount>${invoice.net}</ram:TaxBasisTotalAmount>
    <ram:TaxTotalAmount currencyID="DKK">531.00</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="EUR">${invoice.tax}</ram:TaxTotalAmount>
    <ram:GrandTotalAmount>${invoice.gross}</ram:GrandTotalAmount><ram:DuePayableAmount>${invoice.gross}</ram:DuePayableAmount></ram:${v.sum}>
</ram:${v.header}Settlement>
${version === 1 ? lines.join('\n') : ''}
</rsm:${v.trade}>
</rsm:${v.root}>`;
}

const german = (amount: string): string => amount.replace('.', ',');
const germanDate = (iso: string): string => iso.split('-').reverse().join('.');

/** The invoice as a German page, columns parted by spaces; a phone number stands on it that no file states. */
export function toPage(invoice: MadeInvoice): string {
  const rows = invoice.lines.map(
    ({ name, quantity, price, net }, i) =>
      `${i + 1}    ${name.padEnd(28)}${quantity.padStart(6)} Stk   ${german(price).padStart(10)} €   ${german(net).padStart(10)} €`,
  );
  return [
    invoice.seller,
    'Hafenstraße 7, 24103 Kiel',
    'Telefon: +49 431 5551234',
    '',
    invoice.buyer,
    'Hafenstraße 7',
    '24103 Kiel',
    '',
    'Rechnung',
    '',
    `Rechnungsnummer:    ${invoice.number}`,
    `Rechnungsdatum:     ${germanDate(invoice.issueDate)}`,
    `Fällig am:          ${germanDate(invoice.dueDate)}`,
    `Bestellnummer:      ${invoice.order}`,
    `USt-IdNr.:          ${invoice.sellerVatId}`,
    '',
    'Pos  Bezeichnung                  Menge         Einzelpreis         Betrag',
    ...rows,
    '',
    `                                             Nettobetrag      ${german(invoice.net)} €`,
    `                                             zzgl. 19 % USt   ${german(invoice.tax)} €`,
    `                                             Rechnungsbetrag  ${german(invoice.gross)} €`,
    '',
    `${invoice.terms}.`,
    `IBAN: ${invoice.iban.replace(/(.{4})/g, '$1 ').trim()}`,
  ].join('\n');
}

/** A PDF that prints `page` and carries `xml` under the name that Factur-X prescribes. */
export function hybridPdf(page: string, xml: string, name = 'factur-x.xml'): Promise<Uint8Array> {
  return drawPdf((document) => {
    document.font('Courier').fontSize(9);
    for (const [i, line] of page.split('\n').entries())
      if (line !== '') document.text(line.replaceAll('€', 'EUR'), 40, 60 + 13 * i, { lineBreak: false });
    document.file(Buffer.from(xml), { name, type: 'text/xml' });
  });
}
