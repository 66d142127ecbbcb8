// Made-up invoices that no rule has anything against, in both syntaxes and of any number of lines: rules are tested by what
// one change does to them.

import type { XmlElement } from '../../src/document/xml-element.ts';
import { parseXml } from '../../src/parse/xml/parse-xml.ts';

const PEPPOL = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROCESS = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const CII = 'urn:un:unece:uncefact:data:standard';

export interface ValidInvoice {
  specification?: string;
  lines?: number;
  credit?: boolean;
}

/** Cents → `12.34` */
const money = (cents: number): string => (cents / 100).toFixed(2);

/** Each line: 2 pieces at 10.00 and a cent more than the one before. */
function sums(count: number) {
  const prices = Array.from({ length: count }, (_, i) => 1000 + i);
  const net = prices.reduce((sum, price) => sum + 2 * price, 0);
  const tax = Math.round(net * 0.2);
  return { prices, net, tax };
}

export function validUbl({ specification = PEPPOL, lines = 2, credit = false }: ValidInvoice = {}): string {
  const { prices, net, tax } = sums(lines);
  const root = credit ? 'CreditNote' : 'Invoice';
  const [line, quantity] = credit ? ['CreditNoteLine', 'CreditedQuantity'] : ['InvoiceLine', 'InvoicedQuantity'];
  const amount = (name: string, cents: number) => `<cbc:${name} currencyID="EUR">${money(cents)}</cbc:${name}>`;
  const party = (
    id: string,
    city: string,
    legal: string,
    vatId: string,
  ) => `<cac:Party><cbc:EndpointID schemeID="0088">${id}</cbc:EndpointID>
    <cac:PartyName><cbc:Name>${legal}</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cbc:StreetName>Rue Haute 1</cbc:StreetName><cbc:CityName>${city}</cbc:CityName><cbc:PostalZone>75001</cbc:PostalZone>
      <cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>${vatId}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>${legal}</cbc:RegistrationName><cbc:CompanyID>${id}</cbc:CompanyID></cac:PartyLegalEntity>
    <cac:Contact><cbc:Name>A. Blanc</cbc:Name><cbc:Telephone>+33 1 555 01 23</cbc:Telephone><cbc:ElectronicMail>a.blanc@example.org</cbc:ElectronicMail></cac:Contact>
  </cac:Party>`;
  const rows = prices.map(
    (
      price,
      i,
    ) => `<cac:${line}><cbc:ID>${i + 1}</cbc:ID><cbc:${quantity} unitCode="H87">2</cbc:${quantity}>${amount('LineExtensionAmount', 2 * price)}
  <cac:Item><cbc:Name>Part ${i + 1}</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item>
  <cac:Price>${amount('PriceAmount', price)}</cac:Price></cac:${line}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="${UBL}:${root}-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">
<cbc:CustomizationID>${specification}</cbc:CustomizationID><cbc:ProfileID>${PROCESS}</cbc:ProfileID>
<cbc:ID>F-2026-17</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate>${credit ? '' : '<cbc:DueDate>2026-04-01</cbc:DueDate>'}
<cbc:${root}TypeCode>${credit ? 381 : 380}</cbc:${root}TypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:BuyerReference>B-9</cbc:BuyerReference>
<cac:InvoicePeriod><cbc:StartDate>2026-02-01</cbc:StartDate><cbc:EndDate>2026-02-28</cbc:EndDate></cac:InvoicePeriod>
<cac:AccountingSupplierParty>${party('4006381333931', 'Paris', 'Outils Martin SA', 'FR23334175221')}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>${party('5790000435951', 'Lyon', 'Ateliers Roux', 'FR40303265045')}</cac:AccountingCustomerParty>
<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>FR7630006000011234567890189</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:TaxTotal>${amount('TaxAmount', tax)}<cac:TaxSubtotal>${amount('TaxableAmount', net)}${amount('TaxAmount', tax)}
  <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal>${amount('LineExtensionAmount', net)}${amount('TaxExclusiveAmount', net)}${amount('TaxInclusiveAmount', net + tax)}${amount('PayableAmount', net + tax)}</cac:LegalMonetaryTotal>
${rows.join('\n')}
</${root}>`;
}

export function validCii({ specification = PEPPOL, lines = 2 }: ValidInvoice = {}): string {
  const { prices, net, tax } = sums(lines);
  const date = (day: string) => `<udt:DateTimeString format="102">${day}</udt:DateTimeString>`;
  const party = (
    tag: string,
    id: string,
    city: string,
    name: string,
    vatId: string,
  ) => `<ram:${tag}><ram:GlobalID schemeID="0088">${id}</ram:GlobalID><ram:Name>${name}</ram:Name>
    <ram:DefinedTradeContact><ram:PersonName>A. Blanc</ram:PersonName><ram:TelephoneUniversalCommunication><ram:CompleteNumber>+33 1 555 01 23</ram:CompleteNumber></ram:TelephoneUniversalCommunication>
      <ram:EmailURIUniversalCommunication><ram:URIID>a.blanc@example.org</ram:URIID></ram:EmailURIUniversalCommunication></ram:DefinedTradeContact>
    <ram:PostalTradeAddress><ram:PostcodeCode>75001</ram:PostcodeCode><ram:LineOne>Rue Haute 1</ram:LineOne><ram:CityName>${city}</ram:CityName><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>
    <ram:URIUniversalCommunication><ram:URIID schemeID="0088">${id}</ram:URIID></ram:URIUniversalCommunication>
    <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${vatId}</ram:ID></ram:SpecifiedTaxRegistration></ram:${tag}>`;
  const rows = prices.map(
    (
      price,
      i,
    ) => `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>${i + 1}</ram:LineID></ram:AssociatedDocumentLineDocument>
  <ram:SpecifiedTradeProduct><ram:Name>Part ${i + 1}</ram:Name></ram:SpecifiedTradeProduct>
  <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${money(price)}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
  <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="H87">2</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
  <ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>20</ram:RateApplicablePercent></ram:ApplicableTradeTax>
    <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${money(2 * price)}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="${CII}:CrossIndustryInvoice:100" xmlns:ram="${CII}:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="${CII}:UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>${PROCESS}</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>
  <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>${specification}</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>F-2026-17</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>${date('20260302')}</ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
${rows.join('\n')}
<ram:ApplicableHeaderTradeAgreement><ram:BuyerReference>B-9</ram:BuyerReference>
${party('SellerTradeParty', '4006381333931', 'Paris', 'Outils Martin SA', 'FR23334175221')}
${party('BuyerTradeParty', '5790000435951', 'Lyon', 'Ateliers Roux', 'FR40303265045')}</ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime>${date('20260228')}</ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
  <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>FR7630006000011234567890189</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
  <ram:ApplicableTradeTax><ram:CalculatedAmount>${money(tax)}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${money(net)}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>20</ram:RateApplicablePercent></ram:ApplicableTradeTax>
  <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>${date('20260401')}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
  <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>${money(net)}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>${money(net)}</ram:TaxBasisTotalAmount>
    <ram:TaxTotalAmount currencyID="EUR">${money(tax)}</ram:TaxTotalAmount><ram:GrandTotalAmount>${money(net + tax)}</ram:GrandTotalAmount><ram:DuePayableAmount>${money(net + tax)}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;
}

/** `text` with one thing in it changed; throws when it is not there, so that a test cannot pass by missing it. */
export function changed(text: string, from: string | RegExp, to: string): string {
  const after = text.replace(from, to);
  if (after === text) throw new Error(`nothing to change: ${from}`);
  return after;
}

export function treeOf(text: string): XmlElement {
  return parseXml(Buffer.from(text));
}
