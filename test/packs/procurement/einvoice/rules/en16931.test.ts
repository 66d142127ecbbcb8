import { describe, expect, it } from 'vitest';
import { changed, validCii, validUbl } from '../../../../support/valid-invoices.ts';
import { firedBy, firedOn } from './fired-by.ts';

const EN16931 = 'urn:cen.eu:en16931:2017';
const ubl = validUbl({ specification: EN16931 });
const cii = validCii({ specification: EN16931 });
const cut = (name: string) => new RegExp(`<${name}(?: [^>]*)?>[\\s\\S]*?</${name}>`);

const allowance = (charge: boolean, inner: string) =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>${charge}</cbc:ChargeIndicator>${inner}</cac:AllowanceCharge><cac:TaxTotal>`;
const category = (code: string, percent?: string, reason = '') =>
  `<cac:TaxCategory><cbc:ID>${code}</cbc:ID>${percent === undefined ? '' : `<cbc:Percent>${percent}</cbc:Percent>`}${reason}<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>`;

/** The whole invoice in another category. */
function inCategory(code: string, percent: string | undefined, reason = ''): string {
  const rate = percent === undefined ? '' : `<cbc:Percent>${percent}</cbc:Percent>`;
  return ubl
    .replace(cut('cac:TaxCategory'), category(code, percent, reason))
    .replaceAll('<cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent>', `<cbc:ID>${code}</cbc:ID>${rate}`)
    .replaceAll('8.00</cbc:TaxAmount>', '0.00</cbc:TaxAmount>')
    .replace(/(<cbc:TaxInclusiveAmount currencyID="EUR">)[\d.]+/, '$140.02')
    .replace(/(<cbc:PayableAmount currencyID="EUR">)[\d.]+/, '$140.02');
}

describe('EN 16931', () => {
  it('has nothing against an invoice or credit note that is as it should be', () => {
    expect(firedBy(ubl)).toEqual([]);
    expect(firedBy(cii)).toEqual([]);
    expect(firedBy(validUbl({ specification: EN16931, credit: true }))).toEqual([]);
    expect(firedBy(validUbl({ specification: EN16931, lines: 40 }))).toEqual([]);
  });

  it.each<[string, string | RegExp, string]>([
    ['BR-02', '<cbc:ID>F-2026-17</cbc:ID>', ''],
    ['BR-03', '<cbc:IssueDate>2026-03-02</cbc:IssueDate>', '<cbc:IssueDate/>'],
    ['BR-04', cut('cbc:InvoiceTypeCode'), ''],
    ['BR-05', cut('cbc:DocumentCurrencyCode'), ''],
    ['BR-06', '<cbc:RegistrationName>Outils Martin SA</cbc:RegistrationName>', ''],
    ['BR-07', '<cbc:RegistrationName>Ateliers Roux</cbc:RegistrationName>', ''],
    ['BR-08', cut('cac:PostalAddress'), ''],
    ['BR-09', cut('cac:Country'), ''],
    ['BR-12', cut('cbc:LineExtensionAmount'), ''],
    ['BR-13', cut('cbc:TaxExclusiveAmount'), ''],
    ['BR-14', cut('cbc:TaxInclusiveAmount'), ''],
    ['BR-15', cut('cbc:PayableAmount'), ''],
    ['BR-16', /<cac:InvoiceLine>[\s\S]*<\/cac:InvoiceLine>/, ''],
    [
      'BR-18',
      '<cac:PaymentMeans>',
      '<cac:TaxRepresentativeParty><cac:PostalAddress/></cac:TaxRepresentativeParty><cac:PaymentMeans>',
    ],
    ['BR-19', '<cac:PaymentMeans>', '<cac:TaxRepresentativeParty/><cac:PaymentMeans>'],
    [
      'BR-20',
      '<cac:PaymentMeans>',
      '<cac:TaxRepresentativeParty><cac:PostalAddress/></cac:TaxRepresentativeParty><cac:PaymentMeans>',
    ],
    ['BR-21', '<cac:InvoiceLine><cbc:ID>1</cbc:ID>', '<cac:InvoiceLine>'],
    ['BR-22', cut('cbc:InvoicedQuantity'), ''],
    ['BR-23', ' unitCode="H87"', ''],
    ['BR-25', '<cbc:Name>Part 1</cbc:Name>', ''],
    ['BR-26', cut('cbc:PriceAmount'), ''],
    ['BR-27', '<cbc:PriceAmount currencyID="EUR">10.00', '<cbc:PriceAmount currencyID="EUR">-10.00'],
    ['BR-29', '<cbc:EndDate>2026-02-28', '<cbc:EndDate>2026-01-31'],
    ['BR-49', cut('cbc:PaymentMeansCode'), ''],
    ['BR-50', '<cbc:ID>FR7630006000011234567890189</cbc:ID>', '<cbc:ID/>'],
    ['BR-61', cut('cac:PayeeFinancialAccount'), ''],
    [
      'BR-51',
      '<cac:PayeeFinancialAccount>',
      '<cac:CardAccount><cbc:PrimaryAccountNumberID>1234567890123456</cbc:PrimaryAccountNumberID></cac:CardAccount><cac:PayeeFinancialAccount>',
    ],
    [
      'BR-52',
      '<cac:AccountingSupplierParty>',
      '<cac:AdditionalDocumentReference><cbc:DocumentDescription>x</cbc:DocumentDescription></cac:AdditionalDocumentReference><cac:AccountingSupplierParty>',
    ],
    ['BR-53', '<cbc:BuyerReference>', '<cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode><cbc:BuyerReference>'],
    ['BR-62', '<cbc:EndpointID schemeID="0088">4', '<cbc:EndpointID>4'],
    ['BR-CO-09', 'FR23334175221', '23334175221'],
    ['BR-CO-25', cut('cbc:DueDate'), ''],
  ])('%s', (id, from, to) => {
    expect(firedBy(changed(ubl, from, to))).toContain(id);
  });

  it('points at the element that is wrong', () => {
    const [fired] = firedOn(changed(ubl, '<cbc:Name>Part 2</cbc:Name>', ''));
    expect(fired).toMatchObject({ id: 'BR-25', severity: 'error', path: '/Invoice/cac:InvoiceLine[2]' });
  });

  it('excludes VAT point date and code from each other', () => {
    const dated = changed(
      ubl,
      '<cbc:DocumentCurrencyCode>',
      '<cbc:TaxPointDate>2026-03-02</cbc:TaxPointDate><cbc:DocumentCurrencyCode>',
    );
    expect(firedBy(dated)).not.toContain('BR-CO-03');
    expect(
      firedBy(changed(dated, '</cbc:EndDate>', '</cbc:EndDate><cbc:DescriptionCode>35</cbc:DescriptionCode>')),
    ).toContain('BR-CO-03');
  });

  describe('sums', () => {
    const amount = (name: string, value: string) =>
      changed(
        ubl,
        new RegExp(`(<cac:LegalMonetaryTotal>[\\s\\S]*<cbc:${name} currencyID="EUR">)[\\d.]+`),
        `$1${value}`,
      );
    it.each([
      ['BR-CO-10', amount('LineExtensionAmount', '40.03')],
      ['BR-CO-13', amount('TaxExclusiveAmount', '40.03')],
      ['BR-CO-15', amount('TaxInclusiveAmount', '48.03')],
      ['BR-CO-16', amount('PayableAmount', '48.03')],
      [
        'BR-CO-14',
        changed(
          ubl,
          '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">8.00',
          '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">8.01',
        ),
      ],
      ['BR-CO-17', ubl.replaceAll('8.00</cbc:TaxAmount>', '9.00</cbc:TaxAmount>')],
      ['BR-S-09', ubl.replaceAll('8.00</cbc:TaxAmount>', '9.00</cbc:TaxAmount>')],
      [
        'BR-S-08',
        changed(ubl, '<cbc:TaxableAmount currencyID="EUR">40.02', '<cbc:TaxableAmount currencyID="EUR">41.02'),
      ],
      ['BR-DEC-18', amount('PayableAmount', '48.020')],
      ['BR-CO-10', changed(cii, /(Summation><ram:LineTotalAmount>)40\.02/, '$140.03')],
      ['BR-CO-13', changed(cii, '<ram:TaxBasisTotalAmount>40.02', '<ram:TaxBasisTotalAmount>40.03')],
      ['BR-CO-15', changed(cii, '<ram:GrandTotalAmount>48.02', '<ram:GrandTotalAmount>48.03')],
      ['BR-CO-16', changed(cii, '<ram:DuePayableAmount>48.02', '<ram:DuePayableAmount>48.03')],
    ])('%s', (id, text) => {
      expect(firedBy(text)).toContain(id);
    });

    it('are exact where floats are not', () => {
      const lines = validUbl({ specification: EN16931, lines: 30 });
      expect(firedBy(lines)).toEqual([]);
    });
  });

  it.each<[string, string]>([
    ['BR-31', ''],
    ['BR-32', ''],
    ['BR-33', ''],
    ['BR-CO-21', ''],
    ['BR-CO-11', '<cbc:Amount currencyID="EUR">1.00</cbc:Amount>'],
    ['BR-DEC-01', '<cbc:Amount currencyID="EUR">1.001</cbc:Amount>'],
    ['BR-CL-19', '<cbc:AllowanceChargeReasonCode>99</cbc:AllowanceChargeReasonCode>'],
  ])('%s: of an allowance', (id, inner) => {
    expect(firedBy(changed(ubl, '<cac:TaxTotal>', allowance(false, inner)))).toContain(id);
  });

  it.each<[string, string]>([
    ['BR-36', ''],
    ['BR-37', ''],
    ['BR-38', ''],
    ['BR-CO-22', ''],
    ['BR-CO-12', '<cbc:Amount currencyID="EUR">1.00</cbc:Amount>'],
    ['BR-CL-20', '<cbc:AllowanceChargeReasonCode>QQQ</cbc:AllowanceChargeReasonCode>'],
  ])('%s: of a charge', (id, inner) => {
    expect(firedBy(changed(ubl, '<cac:TaxTotal>', allowance(true, inner)))).toContain(id);
  });

  const reason = '<cbc:TaxExemptionReason>Because</cbc:TaxExemptionReason>';
  it.each<[string, string, string | undefined, string]>([
    ['BR-S-05', 'S', '0', ''],
    ['BR-S-10', 'S', '20', reason],
    ['BR-Z-05', 'Z', '5', ''],
    ['BR-Z-10', 'Z', '0', reason],
    ['BR-E-10', 'E', '0', ''],
    ['BR-AE-05', 'AE', '5', reason],
    ['BR-AE-10', 'AE', '0', ''],
    ['BR-IC-11', 'K', '0', reason],
    ['BR-IC-12', 'K', '0', reason],
    ['BR-IC-10', 'K', '0', ''],
    ['BR-G-10', 'G', '0', ''],
    ['BR-O-02', 'O', undefined, reason],
    ['BR-O-05', 'O', '0', reason],
    ['BR-AF-10', 'L', '7', reason],
    ['BR-AG-10', 'M', '7', reason],
  ])('%s: an invoice in the category %s at %s', (id, code, percent, why) => {
    // An intra-community supply names neither delivery nor period here.
    const text = inCategory(code, percent, why).replace(cut('cac:InvoicePeriod'), '');
    expect(firedBy(text)).toContain(id);
  });

  it('accepts zero rated, exempt and reverse charged invoices that say why', () => {
    expect(firedBy(inCategory('Z', '0'))).toEqual([]);
    expect(firedBy(inCategory('E', '0', reason))).toEqual([]);
    expect(firedBy(inCategory('AE', '0', reason))).toEqual([]);
    expect(firedBy(inCategory('G', '0', reason))).toEqual([]);
  });

  it.each<[string, string | RegExp, string]>([
    ['BR-CL-01', '>380<', '>999<'],
    ['BR-CL-03', 'PriceAmount currencyID="EUR"', 'PriceAmount currencyID="EURO"'],
    ['BR-CL-04', '<cbc:DocumentCurrencyCode>EUR', '<cbc:DocumentCurrencyCode>XEU'],
    [
      'BR-CL-10',
      '<cac:PartyName>',
      '<cac:PartyIdentification><cbc:ID schemeID="9999">1</cbc:ID></cac:PartyIdentification><cac:PartyName>',
    ],
    ['BR-CL-14', '<cbc:IdentificationCode>FR', '<cbc:IdentificationCode>UK'],
    ['BR-CL-16', '<cbc:PaymentMeansCode>30', '<cbc:PaymentMeansCode>300'],
    ['BR-CL-18', '<cac:ClassifiedTaxCategory><cbc:ID>S', '<cac:ClassifiedTaxCategory><cbc:ID>X'],
    ['BR-CL-23', 'unitCode="H87"', 'unitCode="PIECE"'],
    ['BR-CL-25', 'EndpointID schemeID="0088"', 'EndpointID schemeID="8800"'],
  ])('%s: a code that is in no list', (id, from, to) => {
    expect(firedBy(changed(ubl, from, to))).toContain(id);
  });

  it.each<[string, string | RegExp, string]>([
    [
      'UBL-SR-44',
      '<cac:PaymentMeans>',
      '<cac:PaymentMeans><cbc:PaymentID>a</cbc:PaymentID></cac:PaymentMeans><cac:PaymentMeans><cbc:PaymentID>b</cbc:PaymentID>',
    ],
    ['UBL-SR-48', '<cac:ClassifiedTaxCategory>', '<cac:ClassifiedTaxCategory/><cac:ClassifiedTaxCategory>'],
    ['UBL-DT-01', '<cbc:PayableAmount currencyID="EUR">48.02', '<cbc:PayableAmount currencyID="EUR">48.020'],
    ['UBL-CR-005', '<cbc:IssueDate>', '<cbc:UUID>1</cbc:UUID><cbc:IssueDate>'],
    ['UBL-CR-646', '</cac:InvoiceLine>', '<cac:SubInvoiceLine/></cac:InvoiceLine>'],
    ['UBL-DT-19', '<cbc:Name>Part 1', '<cbc:Name languageID="fr">Part 1'],
  ])('%s: how UBL binds it', (id, from, to) => {
    expect(firedBy(changed(ubl, from, to))).toContain(id);
  });

  it('judges a fragment with one element: each rule speaks for itself', () => {
    expect(
      firedBy(validCii().replace(/<rsm:SupplyChainTradeTransaction>[\s\S]*<\/rsm:SupplyChainTradeTransaction>/, '')),
    ).toEqual(expect.arrayContaining(['BR-05', 'BR-06', 'BR-16', 'BR-CO-18']));
  });
});
