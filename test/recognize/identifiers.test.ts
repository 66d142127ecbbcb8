import fc from 'fast-check';
import { composeIBAN } from 'ibantools';
import { describe, expect, test } from 'vitest';
import { findBics } from '../../src/recognize/bic.ts';
import { findGtins, hasGtinCheckDigit } from '../../src/recognize/gtin.ts';
import { findIbans } from '../../src/recognize/iban.ts';
import { withoutOverlaps } from '../../src/recognize/identifiers.ts';
import { findRegistrationIds } from '../../src/recognize/identifiers-registration.ts';
import { findTaxIds } from '../../src/recognize/tax-ids.ts';
import { findVatIds } from '../../src/recognize/vat-ids.ts';

describe('findIbans', () => {
  test.each([
    ['IBAN: DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['IBAN DE89370400440532013000 BIC COBADEFFXXX', 'DE89370400440532013000'],
    ['IBANFR1420041010050500013M02606', 'FR1420041010050500013M02606'],
    ['GB29 NWBK 6016 1331 9268 19', 'GB29NWBK60161331926819'],
    ['NL91ABNA0417164300', 'NL91ABNA0417164300'],
    ['nl91 abna 0417 1643 00', 'NL91ABNA0417164300'],
    ['Konto BE68 5390 0754 7034, danke', 'BE68539007547034'],
    ['ES91-2100-0418-4502-0005-1332', 'ES9121000418450200051332'],
    ['IT60 X054 2811 1010 0000 0123 456', 'IT60X0542811101000000123456'],
    ['CH93 0076 2011 6238 5295 7', 'CH9300762011623852957'],
    ['AT61 1904 3002 3457 3201', 'AT611904300234573201'],
    ['PL61 1090 1014 0000 0712 1981 2874', 'PL61109010140000071219812874'],
    ['PT50 0002 0123 1234 5678 9015 4', 'PT50000201231234567890154'],
  ])('reads %s', (text, value) => {
    const [mention] = findIbans(text);
    expect(mention).toMatchObject({ value, checked: true, repaired: false, certainty: 0.99 });
    expect(text.slice(mention!.start, mention!.end)).toBe(mention!.raw);
  });

  test('repairs letters that OCR took for digits only when the check digits then pass', () => {
    expect(findIbans('DE89 37O4 0044 O532 0130 00')[0]).toMatchObject({
      value: 'DE89370400440532013000',
      repaired: true,
      certainty: 0.9,
    });
    expect(findIbans('DE88 37O4 0044 O532 0130 00')).toEqual([]);
  });

  test('keeps an IBAN whose check digits fail, at lower certainty', () => {
    expect(findIbans('IBAN: DE12 3456 7890 1234 5678 90')[0]).toMatchObject({ checked: false, certainty: 0.6 });
    expect(findIbans('DE12 3456 7890 1234 5678 90')[0]).toMatchObject({ checked: false, certainty: 0.45 });
  });

  test.each(['DE 123 456 789', 'Invoice AB12 3456', 'DE89 3704 0044 0532 0130 001', '', 'XX89370400440532013000'])(
    'sees none in %j',
    (text) => {
      expect(findIbans(text)).toEqual([]);
    },
  );

  test('finds every valid German IBAN however it is spaced', () => {
    const digits = fc.stringMatching(/^\d{18}$/);
    fc.assert(
      fc.property(digits, fc.boolean(), (bban, spaced) => {
        const iban = composeIBAN({ countryCode: 'DE', bban });
        fc.pre(iban !== null);
        const printed = spaced ? iban!.replace(/(.{4})(?=.)/g, '$1 ') : iban!;
        expect(findIbans(`to ${printed} please`)[0]?.value).toBe(iban);
      }),
      { numRuns: 200 },
    );
  });
});

describe('findBics', () => {
  test.each([
    ['BIC: COBADEFFXXX', 'COBADEFFXXX'],
    ['BIC COBADEFF', 'COBADEFF'],
    ['SWIFT/BIC: BNPAFRPP', 'BNPAFRPP'],
    ['Swift Code - HBUKGB4B', 'HBUKGB4B'],
    ['BIC: deutdeff500', 'DEUTDEFF500'],
    ['S.W.I.F.T.: UNCRITMM', 'UNCRITMM'],
    ['INGBNL2A', 'INGBNL2A'],
    ['ABCDDEFFXXX', 'ABCDDEFFXXX'],
    ['BIC: COBA DE FF XXX', 'COBADEFFXXX'],
    ['BIC COBADEFF TEL 030', 'COBADEFF'],
  ])('reads %s', (text, value) => {
    expect(findBics(text).map((mention) => mention.value)).toEqual([value]);
  });

  test.each([
    'DOCUMENT TOTAL',
    'MARKETPLACE',
    'DESCRIPTION',
    'BIC number below',
    'BIC provided on request',
    'CUSTOMER',
    'STATEMENT',
    'HANDLING',
    'HANDBOOK',
    'OPENINGS',
    'REVOLVER',
  ])('sees none in %s', (text) => {
    expect(findBics(text)).toEqual([]);
  });
});

describe('findVatIds', () => {
  test.each([
    ['USt-IdNr.: DE 136 695 976', 'DE136695976', true],
    ['USt-IdNr. 136695976', 'DE136695976', true],
    ['DE136695976', 'DE136695976', true],
    ['VAT ID: DE123456789', 'DE123456789', false],
    ['P.IVA 00743110157', 'IT00743110157', true],
    ['Partita IVA: IT00743110157', 'IT00743110157', true],
    ['C.F./P.IVA: 00743110157', 'IT00743110157', true],
    ['BTW nr 004495445B01', 'NL004495445B01', true],
    ['NL0044.95.445.B.01', 'NL004495445B01', true],
    ['NIP 774-000-14-54', 'PL7740001454', true],
    ['NIP: PL 774 000 14 54', 'PL7740001454', true],
    ['CIF B12345678', 'ESB12345678', false],
    ['CIF: A28017895', 'ESA28017895', true],
    ['NIF 501 964 843', 'PT501964843', true],
    ['TVA intracom: FR 40 303 265 045', 'FR40303265045', true],
    ['N° TVA : FR83404833048', 'FR83404833048', true],
    ['CHE-116.281.710 MWST', 'CHE116281710', true],
    ['VAT Reg No 980 7806 84', 'GB980780684', true],
    ['GB 980 7806 84', 'GB980780684', true],
    ['ATU13585627', 'ATU13585627', true],
    ['UID: ATU 13585627', 'ATU13585627', true],
    ['BE 0428.759.497', 'BE0428759497', true],
    ['NO 995 525 828 MVA', 'NO995525828', true],
    ['Org.nr: 995 525 828', 'NO995525828', true],
    ['IE6388047V', 'IE6388047V', true],
    ['CVR-nr. 13585628', 'DK13585628', true],
    ['DK 13 58 56 28', 'DK13585628', true],
    ['FI20774740', 'FI20774740', true],
    ['SE556188840401', 'SE556188840401', true],
    ['LU15027442', 'LU15027442', true],
  ])('reads %s', (text, value, checked) => {
    const [mention, ...rest] = findVatIds(text);
    expect(mention).toMatchObject({ value, checked });
    expect(rest).toEqual([]);
    expect(text.slice(mention!.start, mention!.end)).toBe(mention!.raw);
  });

  test('believes a passed check more than a failed one, and a label more than none', () => {
    const sure = findVatIds('VAT: DE136695976')[0]!.certainty;
    const failed = findVatIds('VAT: DE123456789')[0]!.certainty;
    const bare = findVatIds('DE123456789')[0]!.certainty;
    expect(sure).toBeGreaterThan(failed);
    expect(failed).toBeGreaterThan(bare);
  });

  test('names no country for a label that several share when no check decides', () => {
    expect(findVatIds('VAT Number: 4010101010')[0]).toMatchObject({ value: '4010101010', checked: false });
    expect(findVatIds('VAT Number: 4010101010')[0]).not.toHaveProperty('country');
  });

  test.each([
    'INVOICE NO 123456789',
    'SI2025-5043',
    'VAT 20% 123.45',
    'USt 19 % 123,45',
    'DE89 3704 0044 0532 0130 00',
    'TOTAL DE 12 345 678',
    'de 123 456 789 personas',
    'TVA 20,00 % 1 234 567,89',
    'MwSt. 19,00',
  ])('sees none in %s', (text) => {
    expect(findVatIds(text)).toEqual([]);
  });
});

describe('findTaxIds', () => {
  test.each([
    ['Tax ID: 12-3456789', 'us-ein', '12-3456789'],
    ['Federal Tax ID 91-1144442', 'us-ein', '91-1144442'],
    ['GSTIN: 27AAPFU0939F1ZV', 'in-gstin', '27AAPFU0939F1ZV'],
    ['27AAPFU0939F1ZV', 'in-gstin', '27AAPFU0939F1ZV'],
    ['PAN: AAPFU0939F', 'in-pan', 'AAPFU0939F'],
    ['ABN 83 914 571 673', 'au-abn', '83914571673'],
    ['Steuernummer: 201/123/12345', 'de-steuernummer', '201/123/12345'],
    ['St.-Nr. 21/815/08150', 'de-steuernummer', '21/815/08150'],
    ['SIRET 732 829 320 00074', 'fr-siret', '73282932000074'],
    ['SIREN: 732 829 320', 'fr-siren', '732829320'],
    ['CIF: A58818501', 'es-nif', 'A58818501'],
    ['C.F. 00743110157', 'it-codice-fiscale', '00743110157'],
    ['Codice Fiscale RCCMNL83S18D969H', 'it-codice-fiscale', 'RCCMNL83S18D969H'],
    ['NIP: 774-000-14-54', 'pl-nip', '7740001454'],
    ['CNPJ: 11.222.333/0001-81', 'br-cnpj', '11222333000181'],
    ['GST ID: 000123456789', 'my-gst', '000123456789'],
    ['GST Reg No : 001234567890', 'my-gst', '001234567890'],
    ['CHE-116.281.710', 'ch-uid', 'CHE116281710'],
    ['SST ID: W10-1808-32000123', 'my-sst', 'W10-1808-32000123'],
  ])('reads %s', (text, scheme, value) => {
    expect(findTaxIds(text).map(({ scheme, value }) => ({ scheme, value }))).toEqual([{ scheme, value }]);
  });

  test.each(['Total 12-3456', 'Order 2023-0001', 'GST 6% 12.30', 'Seite 1/2/3', '12.03.2023', 'Company profile'])(
    'sees none in %s',
    (text) => {
      expect(findTaxIds(text)).toEqual([]);
    },
  );
});

describe('findRegistrationIds', () => {
  test.each([
    ['Amtsgericht München HRB 12345', 'de-hr', 'Amtsgericht München HRB 12345'],
    ['Handelsregister: AG Frankfurt am Main  HRB Nr. 4711', 'de-hr', 'AG Frankfurt am Main HRB 4711'],
    ['Muster AG, HRB 4711', 'de-hr', 'HRB 4711'],
    ['HRB 4711 (Amtsgericht Köln)', 'de-hr', 'HRB 4711 (Amtsgericht Köln)'],
    ['HRA: 999, Köln', 'de-hr', 'HRA 999'],
    ['RCS Paris 732 829 320', 'fr-rcs', 'Paris 732 829 320'],
    ['R.C.S. Lille B 732 829 320 - Capital 10 000', 'fr-rcs', 'Lille B 732 829 320'],
    ['SIREN 732 829 320', 'fr-siren', '732829320'],
    ['RPR Gent 0428.759.497', 'be-rpr', 'Gent 0428.759.497'],
    ['RPM Bruxelles 123456', 'be-rpr', 'Bruxelles 123456'],
    ['BCE 0428.759.497', 'be-rpr', '0428759497'],
    ['Matrícula: C.R.C. Évora n.º 12345', 'pt-crc', 'C.R.C. Évora n.º 12345'],
    ['Reg. Mercantil A Coruña, Tomo 123, Folio 45, Hoja C-6789', 'es-rm', 'A Coruña, Tomo 123, Folio 45, Hoja C-6789'],
    [
      'Inscrita en el Registro Mercantil de Madrid, Tomo 12.345, Libro 0, Folio 123, Sección 8, Hoja M-123456, Inscripción 1ª',
      'es-rm',
      'Madrid, Tomo 12.345, Libro 0, Folio 123, Sección 8, Hoja M-123456, Inscripción 1ª',
    ],
    ['Hoja M-123456', 'es-rm', 'M-123456'],
    ['FN: FN 123456a, HG Wien', 'at-fn', 'FN 123456a, HG Wien'],
    ['Handelsregister-Nr. CH-020.3.012.345-6', 'ch-register', 'CH-020.3.012.345-6'],
    ['CRO No. 123456', 'ie-cro', '123456'],
    ['License No. CA-123456', 'us-license', 'CA-123456'],
    ['Inscrição Estadual: 123.456.789', 'br-ie', '123.456.789'],
    ['Registro patronal Y1234567', 'mx-patronal', 'Y1234567'],
    ['KvK 12345678', 'nl-kvk', '12345678'],
    ['K.v.K. nr. 12 345 678', 'nl-kvk', '12345678'],
    ['(123456-A)', 'my-ssm', '123456-A'],
    ['Co. Reg. No: 123456-A', 'my-ssm', '123456-A'],
    ['Company No. 01234567', 'gb-company', '01234567'],
    ['Registered in England and Wales No. 01234567', 'gb-company', '01234567'],
    ['FN 123456a', 'at-fn', 'FN 123456a'],
    ['KRS 0000123456', 'pl-krs', '0000123456'],
    ['REA MI-1234567', 'it-rea', 'MI-1234567'],
    ['IČO: 25123891', 'cz-ico', '25123891'],
  ])('reads %s', (text, scheme, value) => {
    expect(findRegistrationIds(text).map(({ scheme, value }) => ({ scheme, value }))).toEqual([{ scheme, value }]);
  });

  test.each(['Company 12345678', 'HR department', 'Rate (5%)', 'Total (12)'])('sees none in %s', (text) => {
    expect(findRegistrationIds(text)).toEqual([]);
  });
});

describe('findGtins', () => {
  test.each([
    ['4006381333931 Textmarker', '4006381333931'],
    ['EAN: 96385074', '96385074'],
    ['4 006381 333931', '4006381333931'],
    ['UPC 036000291452', '036000291452'],
  ])('reads %s', (text, value) => {
    expect(findGtins(text)[0]).toMatchObject({ value, checked: true });
  });

  test('leaves bare numbers of eight digits and failed checks alone', () => {
    expect(findGtins('20240115 96385074')).toEqual([]);
    expect(findGtins('4006381333932')).toEqual([]);
    expect(findGtins('GTIN 4006381333932')[0]).toMatchObject({ checked: false, certainty: 0.5 });
  });

  test('any single wrong digit breaks the check', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const digits = [...'4006381333931'];
        digits[place] = String((Number(digits[place]) + step) % 10);
        expect(hasGtinCheckDigit(digits.join(''))).toBe(false);
      }),
    );
  });
});

test('withoutOverlaps keeps disjoint mentions in order', () => {
  const arbitrary = fc.array(
    fc.record({
      start: fc.nat(50),
      length: fc.integer({ min: 1, max: 8 }),
      certainty: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(arbitrary, (spans) => {
      const mentions = spans.map(({ start, length, certainty }) => ({
        kind: 'x' as const,
        start,
        end: start + length,
        raw: '',
        value: 0,
        certainty,
      }));
      const kept = withoutOverlaps(mentions);
      for (let i = 1; i < kept.length; i++) expect(kept[i]!.start).toBeGreaterThanOrEqual(kept[i - 1]!.end);
      const best = Math.max(...mentions.map((mention) => mention.certainty));
      if (mentions.length > 0) expect(kept.some((mention) => mention.certainty === best)).toBe(true);
    }),
  );
});
