import { describe, expect, it } from 'vitest';
import { changed } from '../../../../support/valid-invoices.ts';
import { firedBy, ublFragment } from './fired-by.ts';

const head = (name: string, process = 'ordering') =>
  `<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:${name}:3</cbc:CustomizationID><cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:${process}:3</cbc:ProfileID><cbc:ID>1</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate>`;
const eur = (name: string, amount: string) => `<cbc:${name} currencyID="EUR">${amount}</cbc:${name}>`;
const party = (tag: string) =>
  `<cac:${tag}><cac:Party><cac:PartyName><cbc:Name>Roux</cbc:Name></cac:PartyName><cac:PartyLegalEntity><cbc:RegistrationName>Roux</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:${tag}>`;
const tax = (tag: string) =>
  `<cac:${tag}><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:${tag}>`;
const item = `<cac:Item><cbc:Name>Part</cbc:Name><cac:SellersItemIdentification><cbc:ID>P1</cbc:ID></cac:SellersItemIdentification>${tax('ClassifiedTaxCategory')}</cac:Item>`;
const orderLine = (id: string) =>
  `<cac:OrderLine><cac:LineItem><cbc:ID>${id}</cbc:ID><cbc:Quantity unitCode="H87">2</cbc:Quantity>${eur('LineExtensionAmount', '20.00')}<cac:Price>${eur('PriceAmount', '10.00')}</cac:Price>${item}</cac:LineItem></cac:OrderLine>`;
const body = (total: string) =>
  `<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>${party('BuyerCustomerParty')}${party('SellerSupplierParty')}<cac:${total}>${eur('LineExtensionAmount', '40.00')}${eur('TaxExclusiveAmount', '40.00')}${eur('TaxInclusiveAmount', '48.00')}${eur('PayableAmount', '48.00')}</cac:${total}>${orderLine('1')}${orderLine('2')}`;
const taxTotal = `<cac:TaxTotal>${eur('TaxAmount', '8.00')}<cac:TaxSubtotal>${eur('TaxableAmount', '40.00')}${eur('TaxAmount', '8.00')}${tax('TaxCategory')}</cac:TaxSubtotal></cac:TaxTotal>`;

const order = ublFragment(
  'Order',
  `${head('order')}<cac:ValidityPeriod><cbc:EndDate>2026-04-01</cbc:EndDate></cac:ValidityPeriod>${taxTotal}${body('AnticipatedMonetaryTotal')}`,
);
const agreement = ublFragment(
  'OrderResponse',
  `${head('order_agreement', 'order_agreement')}${taxTotal}${body('LegalMonetaryTotal')}`,
);
const response = ublFragment(
  'OrderResponse',
  `${head('order_response')}<cbc:OrderResponseCode>AP</cbc:OrderResponseCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>${party('SellerSupplierParty')}${party('BuyerCustomerParty')}`,
);
const advice = ublFragment(
  'DespatchAdvice',
  `${head('despatch_advice', 'despatch_advice')}<cac:OrderReference><cbc:ID>1</cbc:ID></cac:OrderReference>${party('BuyerCustomerParty')}<cac:DespatchLine><cbc:ID>1</cbc:ID><cbc:DeliveredQuantity unitCode="H87">2</cbc:DeliveredQuantity>${item}</cac:DespatchLine>`,
);
const catalogue = ublFragment(
  'Catalogue',
  `${head('catalogue', 'catalogue_only')}<cac:ValidityPeriod><cbc:StartDate>2026-01-01</cbc:StartDate><cbc:EndDate>2026-12-31</cbc:EndDate></cac:ValidityPeriod>${party('SellerSupplierParty')}${party('ContractorCustomerParty')}<cac:CatalogueLine><cbc:ID>1</cbc:ID><cbc:MinimumOrderQuantity>1</cbc:MinimumOrderQuantity><cbc:MaximumOrderQuantity>9</cbc:MaximumOrderQuantity><cac:LineValidityPeriod><cbc:StartDate>2026-02-01</cbc:StartDate></cac:LineValidityPeriod><cac:RequiredItemLocationQuantity><cac:Price>${eur('PriceAmount', '10.00')}</cac:Price></cac:RequiredItemLocationQuantity>${item}</cac:CatalogueLine>`,
);
const invoiceResponse = ublFragment(
  'ApplicationResponse',
  `${head('invoice_response', 'invoice_response')}<cac:DocumentResponse><cac:Response><cbc:ResponseCode>RE</cbc:ResponseCode><cac:Status><cbc:StatusReasonCode>OTH</cbc:StatusReasonCode><cbc:StatusReason>twice</cbc:StatusReason></cac:Status></cac:Response></cac:DocumentResponse>`,
);
const allowance = (inner: string) =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>${inner}</cac:AllowanceCharge>`;
const adding = (inner: string) => ['<cac:TaxTotal>', `${allowance(inner)}<cac:TaxTotal>`] as const;
const responding = (code: string) => ['ResponseCode>AP', `ResponseCode>${code}`] as const;
const originator = [
  '<cac:SellerSupplierParty>',
  '<cac:OriginatorCustomerParty><cac:Party/></cac:OriginatorCustomerParty><cac:SellerSupplierParty>',
] as const;

describe('Peppol orders and what follows them', () => {
  it('has nothing against documents that are as they should be', () => {
    for (const text of [order, agreement, response, advice, catalogue, invoiceResponse])
      expect(firedBy(text)).toEqual([]);
  });

  it('leaves orders of other specifications alone', () => {
    const other = changed(order, 'urn:fdc:peppol.eu:poacc:trns:order:3', 'urn:example:orders:7');
    expect(
      firedBy(changed(other, '<cbc:PayableAmount currencyID="EUR">', '<cbc:PayableAmount currencyID="SEK">')),
    ).toEqual([]);
  });

  it.each<[string, string, string | RegExp, string]>([
    ['PEPPOL-T01-R001', order, '<cac:LineItem><cbc:ID>2', '<cac:LineItem><cbc:ID>1'],
    ['PEPPOL-T01-R002', order, /<cac:ValidityPeriod>.*<\/cac:ValidityPeriod>/, ''],
    ['PEPPOL-T01-R003', order, '<cbc:PriceAmount currencyID="EUR">', '<cbc:PriceAmount currencyID="SEK">'],
    ['PEPPOL-T01-R004', order, 'unitCode="H87">2', 'unitCode="H87">-2'],
    ['PEPPOL-T01-R005', order, 'EUR">10.00</cbc:PriceAmount>', 'EUR">-10.00</cbc:PriceAmount>'],
    ['PEPPOL-T01-R008', order, 'EUR">40.00</cbc:LineExtensionAmount>', 'EUR">41.00</cbc:LineExtensionAmount>'],
    ['PEPPOL-T01-R010', order, ...adding(eur('Amount', '1.00'))],
    ['PEPPOL-T01-R011', order, 'EUR">40.00</cbc:TaxExclusiveAmount>', 'EUR">41.00</cbc:TaxExclusiveAmount>'],
    ['PEPPOL-T01-R013', order, '<cbc:Quantity unitCode="H87">2</cbc:Quantity>', ''],
    ['PEPPOL-T01-R014', order, ...originator],
    ['PEPPOL-T01-R016', order, 'EUR">48.00</cbc:PayableAmount>', 'EUR">47.00</cbc:PayableAmount>'],
    ['PEPPOL-T01-R017', order, 'EUR">48.00</cbc:TaxInclusiveAmount>', 'EUR">47.00</cbc:TaxInclusiveAmount>'],
    [
      'PEPPOL-T01-R020',
      order,
      ...adding(`<cbc:MultiplierFactorNumeric>5</cbc:MultiplierFactorNumeric>${eur('Amount', '2')}`),
    ],
    ['PEPPOL-T01-R021', order, ...adding(eur('Amount', '2') + eur('BaseAmount', '40'))],
    [
      'PEPPOL-T01-R022',
      order,
      ...adding(
        `<cbc:MultiplierFactorNumeric>5</cbc:MultiplierFactorNumeric>${eur('Amount', '3')}${eur('BaseAmount', '40')}`,
      ),
    ],
    ['PEPPOL-T01-R023', order, ...adding(eur('Amount', '2'))],
    ['PEPPOL-T01-R024', order, 'EUR">20.00</cbc:LineExtensionAmount>', 'EUR">20.03</cbc:LineExtensionAmount>'],
    ['PEPPOL-T01-R025', order, '</cbc:PriceAmount>', '</cbc:PriceAmount><cbc:BaseQuantity>0</cbc:BaseQuantity>'],
    ['PEPPOL-T01-R028', order, 'EUR">8.00', 'EUR">8.001'],
    ['PEPPOL-T01-R029', order, '<cbc:Percent>20</cbc:Percent>', ''],
    ['PEPPOL-T01-R030', order, '<cbc:Percent>20</cbc:Percent>', '<cbc:Percent>0</cbc:Percent>'],
    ['PEPPOL-T01-R031', order, 'bis:ordering:3', 'bis:billing:3'],
    ['PEPPOL-T01-R032', order, ...adding(eur('Amount', '-2'))],
    ['PEPPOL-T01-CL002', order, ...adding('<cbc:AllowanceChargeReasonCode>95</cbc:AllowanceChargeReasonCode>')],
    ['PEPPOL-COMMON-R001', order, '<cbc:ID>1</cbc:ID>', '<cbc:ID/>'],
    ['PEPPOL-COMMON-R030', order, '2026-03-02', '2.3.2026'],
    ['PEPPOL-T110-R001', agreement, 'EUR">10.00</cbc:PriceAmount>', 'EUR">-10.00</cbc:PriceAmount>'],
    ['PEPPOL-T110-R007', agreement, 'EUR">40.00</cbc:LineExtensionAmount>', 'EUR">41.00</cbc:LineExtensionAmount>'],
    ['PEPPOL-T110-R012', agreement, 'EUR">48.00</cbc:PayableAmount>', 'EUR">47.00</cbc:PayableAmount>'],
    ['PEPPOL-T110-R024', agreement, 'EUR">40.00</cbc:TaxableAmount>', 'EUR">50.00</cbc:TaxableAmount>'],
    [
      'PEPPOL-T110-R025',
      agreement,
      'EUR">8.00</cbc:TaxAmount><cac:TaxSubtotal>',
      'EUR">9.00</cbc:TaxAmount><cac:TaxSubtotal>',
    ],
    ['PEPPOL-T110-R027', agreement, '<cac:ClassifiedTaxCategory><cbc:ID>S', '<cac:ClassifiedTaxCategory><cbc:ID>E'],
    [
      'PEPPOL-T76-R001',
      response,
      /(<cac:BuyerCustomerParty>.*?)<cac:PartyLegalEntity>.*?<\/cac:PartyLegalEntity>/,
      '$1',
    ],
    [
      'PEPPOL-T76-R002',
      response,
      /(<cac:SellerSupplierParty>.*?)<cac:PartyLegalEntity>.*?<\/cac:PartyLegalEntity>/,
      '$1',
    ],
    ['PEPPOL-T76-R007', response, ...responding('CA')],
    ['PEPPOL-T76-R008', response, /<\/OrderResponse>/, `${orderLine('1')}</OrderResponse>`],
    ['PEPPOL-T16-R002', advice, /<cac:OrderReference>.*<\/cac:OrderReference>/, ''],
    ['PEPPOL-T16-R003', advice, /<cac:SellersItemIdentification>.*<\/cac:SellersItemIdentification>/, ''],
    ['PEPPOL-T16-R004', advice, '<cbc:Name>Part</cbc:Name>', ''],
    ['PEPPOL-T16-R006', advice, 'unitCode="H87">2', 'unitCode="H87">-2'],
    [
      'PEPPOL-T16-R007',
      advice,
      '<cac:Item>',
      '<cbc:OutstandingQuantity unitCode="H87">1</cbc:OutstandingQuantity><cac:Item>',
    ],
    ['PEPPOL-T16-R008', advice, /<cac:PartyName>.*<\/cac:PartyName>/, ''],
    ['PEPPOL-T19-R001', catalogue, '2026-12-31', '2025-12-31'],
    ['PEPPOL-T19-R004', catalogue, /(<cac:SellerSupplierParty><cac:Party>)<cac:PartyName>.*?<\/cac:PartyName>/, '$1'],
    ['PEPPOL-T19-R007', catalogue, '2026-02-01', '2025-02-01'],
    ['PEPPOL-T19-R010', catalogue, 'Quantity>9<', 'Quantity>0<'],
    ['PEPPOL-T19-R012', catalogue, /<cac:SellersItemIdentification>.*<\/cac:SellersItemIdentification>/, ''],
    ['PEPPOL-T19-R014', catalogue, '<cbc:Percent>20</cbc:Percent>', ''],
    ['PEPPOL-T19-R017', catalogue, 'bis:catalogue_only:3', 'bis:catalogue:3'],
    ['PEPPOL-T111-R001', invoiceResponse, /<cac:Status>.*<\/cac:Status>/, ''],
    ['PEPPOL-T111-R002', invoiceResponse, '<cbc:StatusReason>twice</cbc:StatusReason>', ''],
  ])('%s', (id, text, from, to) => {
    expect(firedBy(changed(text, from, to))).toContain(id);
  });
});
