import { describe, expect, it } from 'vitest';
import { changed, validCii, validUbl } from '../../../../support/valid-invoices.ts';
import { firedBy, firedOn } from './fired-by.ts';

const XRECHNUNG = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0';
const ubl = validUbl({ specification: XRECHNUNG });
const cii = validCii({ specification: XRECHNUNG });
const extended = validUbl({ specification: `${XRECHNUNG}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0` });
const vehicles = validUbl({ specification: `${XRECHNUNG}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9` });
const cut = (name: string) => new RegExp(`<${name}(?: [^>]*)?>[\\s\\S]*?</${name}>`);
const account = cut('cac:PayeeFinancialAccount');
const debit = (id: string, debited: string) =>
  `<cac:PaymentMandate><cbc:ID>${id}</cbc:ID><cac:PayerFinancialAccount><cbc:ID>${debited}</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate>`;
const terms = (text: string) =>
  ['<cac:TaxTotal>', `<cac:PaymentTerms><cbc:Note>${text}</cbc:Note></cac:PaymentTerms><cac:TaxTotal>`] as const;
const attachment = (name: string) =>
  `<cac:AdditionalDocumentReference><cbc:ID>${name}</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">aa</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;
const delivery =
  '<cac:Delivery><cac:DeliveryLocation><cac:Address><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:Address></cac:DeliveryLocation></cac:Delivery><cac:PaymentMeans>';
const means = '<cbc:PaymentMeansCode>30';
const item = (classification: string, property: string) =>
  [
    '<cac:ClassifiedTaxCategory>',
    `${classification && `<cac:CommodityClassification><cbc:ItemClassificationCode listID="CVD">${classification}</cbc:ItemClassificationCode></cac:CommodityClassification>`}${property && `<cac:AdditionalItemProperty><cbc:Name>cva</cbc:Name><cbc:Value>${property}</cbc:Value></cac:AdditionalItemProperty>`}<cac:ClassifiedTaxCategory>`,
  ] as const;

describe('XRechnung', () => {
  it('has nothing against invoices that are as they should be', () => {
    expect(firedBy(ubl)).toEqual([]);
    expect(firedBy(cii)).toEqual([]);
    expect(firedBy(extended)).toEqual([]);
  });

  it.each<[string, string, string | RegExp, string]>([
    ['BR-DE-1', ubl, cut('cac:PaymentMeans'), ''],
    ['BR-DE-2', ubl, cut('cac:Contact'), ''],
    ['BR-DE-3', ubl, '<cbc:CityName>Paris</cbc:CityName>', ''],
    ['BR-DE-4', ubl, cut('cbc:PostalZone'), ''],
    ['BR-DE-5', ubl, '<cbc:Name>A. Blanc</cbc:Name>', ''],
    ['BR-DE-6', ubl, cut('cbc:Telephone'), ''],
    ['BR-DE-7', ubl, cut('cbc:ElectronicMail'), ''],
    ['BR-DE-8', ubl, '<cbc:CityName>Lyon</cbc:CityName>', ''],
    ['BR-DE-9', ubl, /(Lyon<\/cbc:CityName>)<cbc:PostalZone>75001<\/cbc:PostalZone>/, '$1'],
    ['BR-DE-10', ubl, '<cac:PaymentMeans>', delivery],
    ['BR-DE-11', ubl, '<cac:PaymentMeans>', delivery],
    ['BR-DE-14', ubl, /(<cac:TaxCategory><cbc:ID>S<\/cbc:ID>)<cbc:Percent>20<\/cbc:Percent>/, '$1'],
    ['BR-DE-15', ubl, cut('cbc:BuyerReference'), ''],
    ['BR-DE-16', ubl, cut('cac:PartyTaxScheme'), ''],
    ['BR-DE-17', ubl, 'TypeCode>380', 'TypeCode>751'],
    ['BR-DE-18', ubl, ...terms('#SKONTO#TAGE=14#PROZENT=2#')],
    [
      'BR-DE-19',
      ubl,
      /30(<\/cbc:PaymentMeansCode>[\s\S]*?)FR7630006000011234567890189/,
      '58$1FR7630006000011234567890188',
    ],
    [
      'BR-DE-20',
      ubl,
      /<cbc:PaymentMeansCode>30[\s\S]*?<\/cac:PayeeFinancialAccount>/,
      `<cbc:PaymentMeansCode>59</cbc:PaymentMeansCode>${debit('M', 'FR1')}`,
    ],
    ['BR-DE-21', ubl, XRECHNUNG, `${XRECHNUNG.slice(0, -3)}2.0`],
    [
      'BR-DE-22',
      ubl,
      '<cac:AccountingSupplierParty>',
      `${attachment('1')}${attachment('2')}<cac:AccountingSupplierParty>`,
    ],
    ['BR-DE-23-a', ubl, account, ''],
    ['BR-DE-23-b', ubl, '</cac:PayeeFinancialAccount>', `</cac:PayeeFinancialAccount>${debit('M', 'FR1')}`],
    ['BR-DE-24-a', ubl, means, '<cbc:PaymentMeansCode>48'],
    ['BR-DE-24-b', ubl, means, '<cbc:PaymentMeansCode>48'],
    ['BR-DE-25-a', ubl, means, '<cbc:PaymentMeansCode>59'],
    ['BR-DE-25-b', ubl, means, '<cbc:PaymentMeansCode>59'],
    ['BR-DE-26', ubl, 'TypeCode>380', 'TypeCode>384'],
    ['BR-DE-27', ubl, cut('cbc:Telephone'), '<cbc:Telephone>12</cbc:Telephone>'],
    ['BR-DE-28', ubl, 'a.blanc@example.org', 'a.blanc@example'],
    ['BR-DE-30', ubl, account, debit('M', 'FR1')],
    ['BR-DE-31', ubl, account, '<cac:PaymentMandate><cbc:ID>M</cbc:ID></cac:PaymentMandate>'],
    ['BR-DE-TMP-32', ubl, cut('cac:InvoicePeriod'), ''],
    ['BR-DE-2', cii, cut('ram:DefinedTradeContact'), ''],
    ['BR-DE-15', cii, cut('ram:BuyerReference'), ''],
    [
      'BR-DE-18-a',
      cii,
      '<ram:SpecifiedTradePaymentTerms>',
      '<ram:SpecifiedTradePaymentTerms><ram:Description>a</ram:Description></ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradePaymentTerms><ram:Description>b</ram:Description>',
    ],
    [
      'BR-DE-29',
      cii,
      'SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode>',
      'SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>59</ram:TypeCode><ram:PayerPartyDebtorFinancialAccount><ram:IBANID>FR1</ram:IBANID></ram:PayerPartyDebtorFinancialAccount>',
    ],
    [
      'BR-DEX-02',
      extended,
      '<cac:Item>',
      '<cac:SubInvoiceLine><cbc:LineExtensionAmount currencyID="EUR">1</cbc:LineExtensionAmount></cac:SubInvoiceLine><cac:Item>',
    ],
    ['BR-DEX-03', extended, '<cac:Item>', '<cac:SubInvoiceLine><cac:Item/></cac:SubInvoiceLine><cac:Item>'],
    ['BR-DEX-05', extended, '<cbc:CompanyID>4006381333931', '<cbc:CompanyID schemeID="9999">4006381333931'],
    ['BR-DEX-07', extended, 'schemeID="0088"', 'schemeID="1"'],
    [
      'BR-DEX-09',
      extended,
      '<cac:LegalMonetaryTotal>',
      '<cac:PrepaidPayment><cbc:PaidAmount currencyID="EUR">1</cbc:PaidAmount></cac:PrepaidPayment><cac:LegalMonetaryTotal>',
    ],
    ['BR-DEX-10', extended, '<cac:LegalMonetaryTotal>', '<cac:PrepaidPayment/><cac:LegalMonetaryTotal>'],
    ['BR-DEX-12', extended, '<cac:LegalMonetaryTotal>', '<cac:PrepaidPayment/><cac:LegalMonetaryTotal>'],
    [
      'BR-DEX-14',
      extended,
      '<cac:LegalMonetaryTotal>',
      '<cac:PrepaidPayment><cbc:PaidAmount currencyID="SEK">0.001</cbc:PaidAmount></cac:PrepaidPayment><cac:LegalMonetaryTotal>',
    ],
    ['BR-DE-CVD-01', vehicles, '<cbc:DueDate>', '<cbc:DueDate>0'],
    ['BR-DE-CVD-03', vehicles, '<cbc:DueDate>', '<cbc:DueDate>0'],
    ['BR-DE-CVD-04', vehicles, ...item('M9', 'clean')],
    ['BR-DE-CVD-05', vehicles, ...item('M1', 'dirty')],
    ['BR-DE-CVD-06-a', vehicles, ...item('M1', '')],
    ['BR-DE-CVD-06-b', vehicles, ...item('', 'clean')],
  ])('%s', (id, text, from, to) => {
    expect(firedBy(changed(text, from, to))).toContain(id);
  });

  it('takes discounts as they are to be written', () => {
    const lines = '#SKONTO#TAGE=14#PROZENT=2.00#\n#SKONTO#TAGE=30#PROZENT=1.00#BASISBETRAG=100.00#\nthanks';
    expect(firedBy(changed(ubl, ...terms(lines)))).not.toContain('BR-DE-18');
    expect(firedBy(changed(ubl, ...terms('#SKONTO#TAGE=14#PROZENT=2.00# thanks')))).toContain('BR-DE-18');
  });

  it('lets a payment of a third party into the amount due, in the extension only', () => {
    const paid = (text: string) =>
      changed(
        changed(
          text,
          '<cac:LegalMonetaryTotal>',
          '<cac:PrepaidPayment><cbc:ID>x</cbc:ID><cbc:PaidAmount currencyID="EUR">1.00</cbc:PaidAmount><cbc:InstructionID>y</cbc:InstructionID></cac:PrepaidPayment><cac:LegalMonetaryTotal>',
        ),
        '48.02</cbc:PayableAmount>',
        '49.02</cbc:PayableAmount>',
      );
    expect(firedBy(paid(extended))).not.toContain('BR-CO-16');
    expect(firedBy(paid(extended))).not.toContain('BR-DEX-09');
    expect(firedBy(paid(ubl))).toContain('BR-CO-16');
  });

  it('warns where XRechnung warns', () => {
    const severityOf = (id: string, text: string) => firedOn(text).find((rule) => rule.id === id)?.severity;
    expect(severityOf('BR-DE-28', changed(ubl, 'a.blanc@example.org', 'nobody'))).toBe('warning');
    expect(severityOf('BR-DE-TMP-32', changed(ubl, cut('cac:InvoicePeriod'), ''))).toBe('info');
  });
});
