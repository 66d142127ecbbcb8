import { describe, expect, it } from 'vitest';
import { changed, validCii, validUbl } from '../../../../support/valid-invoices.ts';
import { firedBy, firedOn, ublFragment } from './fired-by.ts';

const ubl = validUbl();
const cii = validCii();
const credit = validUbl({ credit: true });
const cut = (name: string) => new RegExp(`<${name}(?: [^>]*)?>[\\s\\S]*?</${name}>`);
const R = (number: string) => `PEPPOL-EN16931-${number}`;
const line = '<cbc:LineExtensionAmount currencyID="EUR">20.00</cbc:LineExtensionAmount>';
const onLine = (indicator: string, inner: string) =>
  `${line}<cac:AllowanceCharge><cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator><cbc:AllowanceChargeReason>x</cbc:AllowanceChargeReason>${inner}</cac:AllowanceCharge>`;
const eur = (name: string, amount: string) => `<cbc:${name} currencyID="EUR">${amount}</cbc:${name}>`;
const ofReference = (id: string, type: string) =>
  `<cac:AdditionalDocumentReference><cbc:ID>${id}</cbc:ID><cbc:DocumentTypeCode>${type}</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>`;
const supplier = '<cac:AccountingSupplierParty>';

describe('Peppol BIS Billing', () => {
  it('has nothing against invoices of both syntaxes that are as they should be', () => {
    expect(firedBy(ubl)).toEqual([]);
    expect(firedBy(cii)).toEqual([]);
    expect(firedBy(credit)).toEqual([]);
  });

  it.each<[string, string | RegExp, string]>([
    ['R001', cut('cbc:ProfileID'), ''],
    ['R002', '<cbc:DueDate>', '<cbc:Note>a</cbc:Note><cbc:Note>b</cbc:Note><cbc:DueDate>'],
    ['R003', cut('cbc:BuyerReference'), ''],
    ['R005', '<cbc:BuyerReference>', '<cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode><cbc:BuyerReference>'],
    ['R006', supplier, ofReference('1', '130') + ofReference('2', '130') + supplier],
    ['R007', 'billing:01:1.0', 'billing:1'],
    ['R008', '<cbc:DueDate>', '<cbc:Note/><cbc:DueDate>'],
    ['R010', /(<cac:AccountingCustomerParty>[\s\S]*?)<cbc:EndpointID.*?EndpointID>/, '$1'],
    ['R020', /<cbc:EndpointID.*?EndpointID>/, ''],
    [
      'R040',
      line,
      onLine(
        'false',
        `<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>${eur('Amount', '5')}${eur('BaseAmount', '20')}`,
      ),
    ],
    [
      'R041',
      line,
      onLine('false', `<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>${eur('Amount', '2')}`),
    ],
    ['R042', line, onLine('false', eur('Amount', '2') + eur('BaseAmount', '20'))],
    ['R043', line, onLine('no', eur('Amount', '2'))],
    [
      'R044',
      '<cac:Price>',
      `<cac:Price><cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>${eur('Amount', '1')}</cac:AllowanceCharge>`,
    ],
    [
      'R046',
      '<cac:Price>',
      `<cac:Price><cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>${eur('Amount', '1')}${eur('BaseAmount', '12')}</cac:AllowanceCharge>`,
    ],
    ['R051', '<cbc:PayableAmount currencyID="EUR">', '<cbc:PayableAmount currencyID="SEK">'],
    ['R053', /<cac:TaxSubtotal>[\s\S]*<\/cac:TaxSubtotal>/, ''],
    ['R054', '<cbc:BuyerReference>', '<cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode><cbc:BuyerReference>'],
    ['R061', '<cbc:PaymentMeansCode>30', '<cbc:PaymentMeansCode>59'],
    [
      'R100',
      line,
      `${line}<cac:DocumentReference><cbc:ID>1</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference><cac:DocumentReference><cbc:ID>2</cbc:ID></cac:DocumentReference>`,
    ],
    [
      'R101',
      line,
      `${line}<cac:DocumentReference><cbc:ID>1</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode></cac:DocumentReference>`,
    ],
    ['R110', line, `${line}<cac:InvoicePeriod><cbc:StartDate>2026-01-31</cbc:StartDate></cac:InvoicePeriod>`],
    ['R111', line, `${line}<cac:InvoicePeriod><cbc:EndDate>2026-03-01</cbc:EndDate></cac:InvoicePeriod>`],
    ['R120', '<cbc:PriceAmount currencyID="EUR">10.00', '<cbc:PriceAmount currencyID="EUR">10.02'],
    ['R121', '10.00</cbc:PriceAmount>', '10.00</cbc:PriceAmount><cbc:BaseQuantity unitCode="H87">0</cbc:BaseQuantity>'],
    ['R130', '10.00</cbc:PriceAmount>', '10.00</cbc:PriceAmount><cbc:BaseQuantity unitCode="KGM">1</cbc:BaseQuantity>'],
    [
      'CL001',
      supplier,
      `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/html" filename="a">aa</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>${supplier}`,
    ],
    ['CL002', line, onLine('false', '<cbc:AllowanceChargeReasonCode>AA</cbc:AllowanceChargeReasonCode>')],
    ['CL003', line, onLine('true', '<cbc:AllowanceChargeReasonCode>95</cbc:AllowanceChargeReasonCode>')],
    ['CL006', '</cbc:EndDate>', '</cbc:EndDate><cbc:DescriptionCode>36</cbc:DescriptionCode>'],
    ['CL007', '<cbc:PayableAmount currencyID="EUR">', '<cbc:PayableAmount currencyID="EURO">'],
    ['CL008', 'schemeID="0088"', 'schemeID="9999"'],
    ['F001', '2026-03-02', '2026-02-30'],
    ['P0100', '<cbc:InvoiceTypeCode>380', '<cbc:InvoiceTypeCode>381'],
    [
      'P0104',
      '<cbc:Percent>20</cbc:Percent>',
      '<cbc:Percent>20</cbc:Percent><cbc:TaxExemptionReasonCode>VATEX-EU-G</cbc:TaxExemptionReasonCode>',
    ],
  ])('%s', (number, from, to) => {
    expect(firedBy(changed(ubl, from, to))).toContain(R(number));
  });

  it.each<[string, string | RegExp, string]>([
    ['R001', cut('ram:BusinessProcessSpecifiedDocumentContextParameter'), ''],
    ['R003', cut('ram:BuyerReference'), ''],
    [
      'R010',
      /(<ram:BuyerTradeParty>[\s\S]*?)<ram:URIUniversalCommunication>.*?<\/ram:URIUniversalCommunication>/,
      '$1',
    ],
    ['R020', /<ram:URIUniversalCommunication>.*?<\/ram:URIUniversalCommunication>/, ''],
    ['R053', '<ram:TaxTotalAmount currencyID="EUR">', '<ram:TaxTotalAmount currencyID="SEK">'],
    ['R120', '<ram:ChargeAmount>10.00', '<ram:ChargeAmount>11.00'],
    ['R121', '</ram:ChargeAmount>', '</ram:ChargeAmount><ram:BasisQuantity>-1</ram:BasisQuantity>'],
    ['R130', '</ram:ChargeAmount>', '</ram:ChargeAmount><ram:BasisQuantity unitCode="KGM">1</ram:BasisQuantity>'],
    ['F001', '>20260302<', '>02032026<'],
    ['P0100', '<ram:TypeCode>380', '<ram:TypeCode>325'],
  ])('%s in CII', (number, from, to) => {
    expect(firedBy(changed(cii, from, to))).toContain(R(number));
  });

  it('asks about projects and types of credit notes', () => {
    expect(firedBy(changed(credit, supplier, ofReference('1', '50') + ofReference('2', '50') + supplier))).toContain(
      R('R080'),
    );
    expect(firedBy(changed(credit, '<cbc:CreditNoteTypeCode>381', '<cbc:CreditNoteTypeCode>380'))).toContain(
      R('P0101'),
    );
  });

  it('allows two hundredths in sums', () => {
    const off = (by: string) => changed(ubl, line, line.replace('20.00', by));
    expect(firedBy(off('20.02'))).not.toContain(R('R120'));
    expect(firedBy(off('20.03'))).toContain(R('R120'));
  });

  it('judges a fragment of one element by what it says alone', () => {
    const fragment = ublFragment(
      'Invoice',
      '<cac:PaymentMeans><cbc:PaymentMeansCode>49</cbc:PaymentMeansCode></cac:PaymentMeans>',
    );
    expect(firedOn(fragment).filter(({ id }) => id === R('R061'))).toEqual([
      expect.objectContaining({ severity: 'error', path: '/Invoice/cac:PaymentMeans' }),
    ]);
  });

  it.each<[string, string, string, string]>([
    ['R040', '0088', '5790000435951', '4006381333932'],
    ['R041', '0192', '923609016', '923609017'],
    ['R042', '0184', 'DK12345674', 'DK1234567'],
    ['R043', '0208', '0202239951', '0202239952'],
    ['R044', '0201', 'UFE1A2', 'UFE1A'],
    ['R045', '0210', '12345678903', '1234567890'],
    ['R046', '9907', 'RSSMRA80A01H501U', 'RSSMRA'],
    ['R047', '0211', 'IT12345678903', 'IT12345678901'],
    ['R048', '9906', 'IT12345678903', 'IT1234567890'],
    ['R049', '0007', '5567037485', '5567037486'],
    ['R050', '0151', '51824753556', '51824753557'],
  ])('PEPPOL-COMMON-%s: identifiers of scheme %s', (number, scheme, right, wrong) => {
    const addressed = (id: string) =>
      firedBy(changed(ubl, /<cbc:EndpointID schemeID="0088">\d+/, `<cbc:EndpointID schemeID="${scheme}">${id}`));
    expect(addressed(right)).not.toContain(`PEPPOL-COMMON-${number}`);
    expect(addressed(wrong)).toContain(`PEPPOL-COMMON-${number}`);
  });
});
