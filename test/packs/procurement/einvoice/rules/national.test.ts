import { describe, expect, it } from 'vitest';
import { changed, validCii, validUbl } from '../../../../support/valid-invoices.ts';
import { firedBy, firedOn } from './fired-by.ts';

/** Seller, and buyer too, in another country with another VAT number. */
function inCountry(country: string, vat: string, { buyer = true } = {}): string {
  const parts = validUbl().split('<cac:AccountingCustomerParty>') as [string, string];
  const move = (text: string) => text.replace('Code>FR<', `Code>${country}<`).replace(/FR\d{11}/, vat);
  return `${move(parts[0])}<cac:AccountingCustomerParty>${buyer ? move(parts[1]) : parts[1]}`;
}

const payment = (code: string, account: string, more = '') =>
  [
    /<cac:PaymentMeans>[\s\S]*<\/cac:PaymentMeans>/,
    `<cac:PaymentMeans><cbc:PaymentMeansCode>${code}</cbc:PaymentMeansCode>${more}<cac:PayeeFinancialAccount><cbc:ID>${account}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>`,
  ] as const;
const giro = (account: string, clearing: string) =>
  [
    /<cac:PaymentMeans>[\s\S]*<\/cac:PaymentMeans>/,
    `<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>${account}</cbc:ID><cac:FinancialInstitutionBranch><cbc:ID>${clearing}</cbc:ID></cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount></cac:PaymentMeans>`,
  ] as const;
const legalId = (id: string, scheme = '') =>
  [
    /<cbc:CompanyID>4006381333931<\/cbc:CompanyID>/,
    id === '' ? '' : `<cbc:CompanyID${scheme ? ` schemeID="${scheme}"` : ''}>${id}</cbc:CompanyID>`,
  ] as const;
const registered = (text: string) =>
  [
    '</cac:PartyTaxScheme>',
    `</cac:PartyTaxScheme><cac:PartyTaxScheme><cbc:CompanyID>${text}</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`,
  ] as const;
const reference = (id: string, description: string) =>
  [
    '<cac:AccountingSupplierParty>',
    `<cac:AdditionalDocumentReference><cbc:ID>${id}</cbc:ID><cbc:DocumentDescription>${description}</cbc:DocumentDescription></cac:AdditionalDocumentReference><cac:AccountingSupplierParty>`,
  ] as const;
const city = ['<cbc:CityName>Paris</cbc:CityName>', ''] as const;

const norway = inCountry('NO', 'NO923609016MVA');
const denmark = changed(inCountry('DK', 'DK12345674'), ...legalId('DK12345674', '0184'));
const sweden = changed(
  changed(inCountry('SE', 'SE556703748501'), ...legalId('5567037485')),
  /<cbc:Percent>20</g,
  '<cbc:Percent>25<',
);
const italy = inCountry('IT', 'IT12345678903');
const netherlands = inCountry('NL', 'NL123456789B01').replaceAll(
  /<cbc:CompanyID>\d+</g,
  '<cbc:CompanyID schemeID="0106">12345678<',
);
const iceland = inCountry('IS', 'IS12345').replaceAll(
  /<cbc:CompanyID>\d+</g,
  '<cbc:CompanyID schemeID="0196">1234567890<',
);
const greece = inCountry('GR', 'EL094259216');
const germany = inCountry('DE', 'DE123456789');
const number = (text: string) => ['<cbc:ID>F-2026-17</cbc:ID>', `<cbc:ID>${text}</cbc:ID>`] as const;
const tin = '094259216';

describe('national rules of Peppol', () => {
  it('leaves other countries alone', () => {
    expect(firedBy(validUbl()).filter((id) => /^[A-Z]{2}-[RS]-/.test(id))).toEqual([]);
  });

  it.each<[string, string, readonly [string | RegExp, string], boolean]>([
    ['NO-R-001', norway, ['NO923609016MVA', 'NO923609017MVA'], true],
    ['NO-R-001', norway, ['<cbc:Note', ''], false],
    ['NO-R-002', norway, registered('Foretaksregisteret'), false],
    ['NO-R-002', norway, registered('registeret'), true],
    ['DK-R-002', denmark, [/<cbc:CompanyID schemeID="0184">DK12345674<\/cbc:CompanyID>/, ''], true],
    [
      'DK-R-003',
      denmark,
      [
        '<cac:ClassifiedTaxCategory>',
        '<cac:CommodityClassification><cbc:ItemClassificationCode listID="TST" listVersionID="18.0101">1</cbc:ItemClassificationCode></cac:CommodityClassification><cac:ClassifiedTaxCategory>',
      ],
      true,
    ],
    [
      'DK-R-004',
      denmark,
      [
        '<cac:TaxTotal>',
        '<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>ZZZ</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>duty</cbc:AllowanceChargeReason></cac:AllowanceCharge><cac:TaxTotal>',
      ],
      true,
    ],
    [
      'DK-R-004',
      denmark,
      [
        '<cac:TaxTotal>',
        '<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>ZZZ</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>a#b</cbc:AllowanceChargeReason></cac:AllowanceCharge><cac:TaxTotal>',
      ],
      false,
    ],
    ['DK-R-005', denmark, payment('30', '123'), true],
    ['DK-R-006', denmark, payment('42', '123'), true],
    ['DK-R-007', denmark, payment('49', '123'), true],
    ['DK-R-008', denmark, payment('50', '1234567', '<cbc:PaymentID>99#</cbc:PaymentID>'), true],
    ['DK-R-008', denmark, payment('50', '1234567', '<cbc:PaymentID>01#</cbc:PaymentID>'), false],
    ['DK-R-009', denmark, payment('50', '1234567', '<cbc:PaymentID>04#123</cbc:PaymentID>'), true],
    ['DK-R-010', denmark, payment('93', '1234567', '<cbc:PaymentID>71#123456789012345</cbc:PaymentID>'), true],
    ['DK-R-011', denmark, payment('93', '12345678', '<cbc:PaymentID>71#123</cbc:PaymentID>'), true],
    ['DK-R-011', denmark, payment('93', '12345678', '<cbc:PaymentID>71#123456789012345</cbc:PaymentID>'), false],
    [
      'DK-R-013',
      denmark,
      ['<cac:PartyName>', '<cac:PartyIdentification><cbc:ID>1</cbc:ID></cac:PartyIdentification><cac:PartyName>'],
      true,
    ],
    ['DK-R-014', denmark, ['<cbc:CompanyID schemeID="0184">', '<cbc:CompanyID schemeID="0002">'], true],
    ['DK-R-017', denmark, ['<cbc:CompanyID>5790000435951', '<cbc:CompanyID schemeID="0002">5790000435951'], true],
    ['SE-R-001', sweden, ['SE556703748501', 'SE5567037485'], true],
    ['SE-R-002', sweden, ['SE556703748501', 'SE55670374850A'], true],
    ['SE-R-003', sweden, ['>5567037485<', '>556703748A<'], true],
    ['SE-R-004', sweden, ['>5567037485<', '>55670374<'], true],
    ['SE-R-013', sweden, ['>5567037485<', '>5567037486<'], true],
    ['SE-R-005', sweden, registered('nej'), true],
    ['SE-R-005', sweden, registered('Godkänd för F-skatt'), false],
    ['SE-R-006', sweden, ['<cbc:Percent>25</cbc:Percent>', '<cbc:Percent>12.00</cbc:Percent>'], false],
    ['SE-R-006', sweden, ['<cbc:Percent>25</cbc:Percent>', '<cbc:Percent>20</cbc:Percent>'], true],
    ['SE-R-007', sweden, giro('12a', 'SE:PLUSGIRO'), true],
    ['SE-R-010', sweden, giro('123456789', 'SE:PLUSGIRO'), true],
    ['SE-R-008', sweden, giro('123456a', 'SE:BANKGIRO'), true],
    ['SE-R-009', sweden, giro('123456', 'SE:BANKGIRO'), true],
    ['SE-R-009', sweden, giro('1234567', 'SE:BANKGIRO'), false],
    ['SE-R-011', sweden, payment('56', '1'), true],
    ['SE-R-012', sweden, payment('31', '1'), true],
    ['IT-R-001', italy, registered('123'), true],
    ['IT-R-001', italy, registered('12345678901'), false],
    ['IT-R-002', italy, ['<cbc:StreetName>Rue Haute 1</cbc:StreetName>', ''], true],
    ['IT-R-003', italy, city, true],
    ['IT-R-004', italy, ['<cbc:PostalZone>75001</cbc:PostalZone>', ''], true],
    ['NL-R-002', netherlands, city, true],
    ['NL-R-003', netherlands, ['schemeID="0106"', 'schemeID="0002"'], true],
    ['NL-R-004', netherlands, ['<cbc:CityName>Lyon</cbc:CityName>', ''], true],
    ['NL-R-005', netherlands, [/(Ateliers Roux<\/cbc:RegistrationName><cbc:CompanyID) schemeID="0106"/, '$1'], true],
    ['NL-R-007', netherlands, [/<cac:PaymentMeans>[\s\S]*<\/cac:PaymentMeans>/, ''], true],
    ['NL-R-008', netherlands, payment('42', '1'), true],
    [
      'NL-R-009',
      netherlands,
      ['<cac:Item>', '<cac:OrderLineReference><cbc:LineID>1</cbc:LineID></cac:OrderLineReference><cac:Item>'],
      true,
    ],
    ['IS-R-001', iceland, ['TypeCode>380', 'TypeCode>384'], true],
    ['IS-R-002', iceland, ['schemeID="0196"', 'schemeID="0002"'], true],
    ['IS-R-003', iceland, ['<cbc:PostalZone>75001</cbc:PostalZone>', ''], true],
    ['IS-R-004', iceland, [/(Ateliers Roux<\/cbc:RegistrationName><cbc:CompanyID) schemeID="0196"/, '$1'], true],
    ['IS-R-006', iceland, payment('9', '12345678901'), true],
    ['IS-R-006', iceland, payment('9', '123456789012'), false],
    ['IS-R-007', iceland, payment('42', '1'), true],
    ['IS-R-008', iceland, reference('02.04.2026', 'EINDAGI'), true],
    ['IS-R-010', iceland, reference('2026-03-30', 'EINDAGI'), true],
    ['IS-R-010', iceland, reference('2026-04-30', 'EINDAGI'), false],
    ['GR-R-001-1', greece, number('1|2'), true],
    ['GR-R-001-2', greece, number(`${tin}|02/03/2026|1|1.1|A|17`), false],
    ['GR-R-001-2', greece, number('123456789|02/03/2026|1|1.1|A|17'), true],
    ['GR-R-001-3', greece, number(`${tin}|03/03/2026|1|1.1|A|17`), true],
    ['GR-R-001-4', greece, number(`${tin}|02/03/2026|x|1.1|A|17`), true],
    ['GR-R-001-5', greece, number(`${tin}|02/03/2026|1|9.9|A|17`), true],
    ['GR-R-001-6', greece, number(`${tin}|02/03/2026|1|1.1||17`), true],
    ['GR-R-001-7', greece, number(`${tin}|02/03/2026|1|1.1|A|`), true],
    ['GR-R-002', greece, ['<cac:PartyName><cbc:Name>Outils Martin SA</cbc:Name></cac:PartyName>', ''], true],
    ['GR-R-003', greece, ['EL094259216', 'EL094259217'], true],
    ['GR-R-004-1', greece, reference('1', '##M.AR.K##'), false],
    ['GR-R-004-2', greece, reference('x', '##M.AR.K##'), true],
    ['GR-R-008-3', greece, reference('1', '##INVOICE|URL##'), true],
    [
      'GR-R-009',
      greece,
      ['<cbc:EndpointID schemeID="0088">4006381333931', '<cbc:EndpointID schemeID="9933">094259217'],
      true,
    ],
    ['DE-R-003', germany, city, true],
    ['DE-R-015', germany, ['<cbc:BuyerReference>B-9</cbc:BuyerReference>', ''], true],
    ['DE-R-019', germany, payment('58', 'FR7630006000011234567890188'), true],
    ['DE-R-023-1', germany, [/<cac:PayeeFinancialAccount>.*<\/cac:PayeeFinancialAccount>/, ''], true],
  ])('%s', (id, base, [from, to], fires) => {
    const text = from === '<cbc:Note' ? base : changed(base, from, to);
    expect(firedBy(text).includes(id)).toBe(fires);
  });

  it('lets a Swedish number of letters pass with a warning in UBL, not in CII', () => {
    const severity = (text: string) => firedOn(text).find(({ id }) => id === 'SE-R-003')?.severity;
    expect(severity(changed(sweden, '>5567037485<', '>556703748A<'))).toBe('warning');
    const cii = validCii()
      .replace('CountryID>FR', 'CountryID>SE')
      .replace(
        'Martin SA</ram:Name>',
        'Martin SA</ram:Name><ram:SpecifiedLegalOrganization><ram:ID>556703748A</ram:ID></ram:SpecifiedLegalOrganization>',
      );
    expect(severity(cii)).toBe('error');
  });

  it('asks for an invoice that a Dutch credit note corrects', () => {
    const credit = validUbl({ credit: true }).replaceAll('Code>FR<', 'Code>NL<');
    expect(firedBy(credit)).toContain('NL-R-001');
    const refers = changed(
      credit,
      '<cac:AccountingSupplierParty>',
      '<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>1</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference><cac:AccountingSupplierParty>',
    );
    expect(firedBy(refers)).not.toContain('NL-R-001');
  });
});
