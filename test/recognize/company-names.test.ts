import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyNameScore, findCompanyNames } from '../../src/recognize/company-names.ts';
import { companyMatchesDomain, normalizeCompanyName, sameCompany } from '../../src/recognize/company-names-compare.ts';
import { legalForms } from '../../src/recognize/data/legal-form-list.ts';
import { splitLegalForm } from '../../src/recognize/legal-forms.ts';
import { looksLikePersonName, personNameScore } from '../../src/recognize/person-names.ts';

describe('findCompanyNames', () => {
  test.each([
    ['Muster GmbH', ['Muster GmbH']],
    ['MUSTER HANDELS GMBH & CO. KG', ['MUSTER HANDELS GMBH & CO. KG']],
    ['Müller & Söhne e.K. · Hauptstr. 5', ['Müller & Söhne e.K.']],
    ['Sample Trading (Malaysia) Sdn Bhd', ['Sample Trading (Malaysia) Sdn Bhd']],
    ['Sold by XYZ Sdn. Bhd. (123456-X)', ['XYZ Sdn. Bhd.']],
    ['adidas AG', ['adidas AG']],
    ['Bill To: Jones Brothers Ltd', ['Jones Brothers Ltd']],
    ['SARL Dupont et Fils, 12 rue', ['SARL Dupont et Fils']],
    ['Stichting Wereld Hulp', ['Stichting Wereld Hulp']],
    ['Przykład Sp. z o.o.', ['Przykład Sp. z o.o.']],
    ['Rossi S.r.l. - Via Roma', ['Rossi S.r.l.']],
    ['Grupo Sol S.A. de C.V.', ['Grupo Sol S.A. de C.V.']],
    ['Sample B.V. Amsterdam', ['Sample B.V.']],
    ['3M Deutschland GmbH', ['3M Deutschland GmbH']],
    ['Payable to Sample LLC within 30 days', ['Sample LLC']],
    ['ABC Pvt. Ltd.', ['ABC Pvt. Ltd.']],
    ['M/s. Sharma Traders', ['M/s. Sharma Traders']],
    ['Between Alpha Corp. and Beta Systems, Inc., jointly', ['Alpha Corp.', 'Beta Systems, Inc.']],
    ['Telefonía Ejemplo S.A.', ['Telefonía Ejemplo S.A.']],
    ['Jane Doe (EMPLOYEE) and Sample, Inc. agree', ['Sample, Inc.']],
    ['the business of the Company', []],
    ['030.555.1234 Sample Oy', ['Sample Oy']],
    ['GENERAL RELEASE\nSAMPLE WORKS INC.', ['SAMPLE WORKS INC.']],
    ['by Sample\nSystems Inc.', ['Sample\nSystems Inc.'.replace('\n', ' ')]],
    ['10 KG', []],
    ['WEIGHT 10 KG', []],
    ['Denver, CO 80202', []],
    ['AS PER CONTRACT', []],
    ['PARTNERS AS FOLLOWS', []],
    ['the limited company', []],
    ['Liability limited to', []],
    ['Invoice Limited', []],
    ['company', []],
  ])('%s', (text, names) => {
    const found = findCompanyNames(text);
    expect(found.map((mention) => mention.value)).toEqual(names);
    for (const mention of found) expect(text.slice(mention.start, mention.end)).toBe(mention.raw);
  });

  test('tells what a contract calls the party', () => {
    const text =
      'by and between Alpha Corp. ("Company") and Beta Systems, Inc., a Delaware corporation (hereinafter referred to as the "Supplier").';
    expect(findCompanyNames(text).map(({ value, definedAs }) => [value, definedAs])).toEqual([
      ['Alpha Corp.', 'Company'],
      ['Beta Systems, Inc.', 'Supplier'],
    ]);
  });

  const strong = legalForms.filter((form) => !form.weak && !form.leading);
  test.each(strong.map(({ form }) => [form]))('every strong form ends a name: %s', (form) => {
    const variant = legalForms.find((entry) => entry.form === form)!.variants[0]!;
    const [mention] = findCompanyNames(`Beispiel Nord ${variant.toUpperCase()}`);
    expect(mention?.value).toBe(`Beispiel Nord ${variant.toUpperCase()}`);
  });

  test('carries on whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('Foo', 'GmbH', '&', 'Co.', 'KG', ',', 'Ltd', 'the', '("', 'AG,', '12', 'Sdn', 'Bhd', 'S.A.'),
          { maxLength: 14 },
        ),
        (words) => {
          const text = words.join(' ');
          for (const mention of findCompanyNames(text))
            expect(text.slice(mention.start, mention.end)).toBe(mention.raw);
        },
      ),
    );
  });
});

test('there are at least 120 legal forms, each with a country', () => {
  expect(legalForms.length).toBeGreaterThanOrEqual(120);
  for (const form of legalForms)
    expect(
      form.countries.every((country) => /^[A-Z]{2}$/.test(country)),
      form.form,
    ).toBe(true);
});

test.each([
  ['Muster GmbH & Co. KG', 'Muster', 'GmbH & Co. KG'],
  ['Sample, Inc.', 'Sample', 'Inc.'],
  ['Sample UG (haftungsbeschränkt)', 'Sample', 'UG (haftungsbeschränkt)'],
  ['Plain Name', 'Plain Name', undefined],
])('splitLegalForm(%s)', (text, name, form) => {
  const split = splitLegalForm(text);
  expect([split.name, split.form?.form]).toEqual([name, form]);
});

describe('companyNameScore', () => {
  test.each([
    'Muster GmbH',
    'ABC TRADING',
    'University of Leeds',
    'Hotel Sonne',
    'RESTORAN SELERA',
    'Golden Dragon Restaurant',
    'BOOK STORE SDN BHD',
    'Nordsee Consulting Group',
  ])('%s is a name', (line) => {
    expect(companyNameScore(line)).toBeGreaterThanOrEqual(0.6);
  });

  test.each([
    'Invoice',
    'Total Amount',
    'Thank you for your business',
    'Tax Invoice',
    'Page 1',
    'info@a.de',
    'Description Qty Price',
    '12 High Street',
    'The quick brown fox jumps',
    '12.03.2023',
    'Total: 12,00 €',
    '',
  ])('%j is none', (line) => {
    expect(companyNameScore(line)).toBeLessThan(0.2);
  });
});

describe('looksLikePersonName', () => {
  test.each([
    'John Smith',
    'Dr. Anna Müller',
    'Herrn Max Mustermann',
    'J. K. Rowling',
    'Doe, Jane',
    'Mme Dupont',
    'SIG. ROSSI',
    'Siti Aminah binti Yusof',
    "Patrick O'Brien",
    'Mr Lee',
    'Sra. García López',
    'Dhr. J. de Vries',
    'Pani Anna Kowalska',
    'Sr. João da Silva',
  ])('%s is a person', (line) => {
    expect(looksLikePersonName(line)).toBe(true);
  });

  test.each([
    'Muster GmbH',
    'Widgets',
    'Total Amount',
    'Invoice Number',
    'Smith & Sons',
    'Golden Dragon Restaurant',
    '12 High Street',
    'john smith',
    'the end',
    '',
    'John 3',
  ])('%j is none', (line) => {
    expect(looksLikePersonName(line)).toBe(false);
  });

  test('a title says more than a known first name', () => {
    expect(personNameScore('Mr John Smith')).toBeGreaterThan(personNameScore('John Smith'));
  });
});

test.each([
  ['Muster GmbH & Co. KG', 'muster'],
  ['The Sample, Inc.', 'sample'],
  ['MÜLLER Söhne e.K.', 'muller sohne'],
  ['S.A.R.L. Dupont', 'dupont'],
  ['A.B.C. Ltd', 'abc'],
  ['Straßen-Bau AG', 'strassen bau'],
])('normalizeCompanyName(%s) is %s', (name, normal) => {
  expect(normalizeCompanyName(name)).toBe(normal);
});

describe('sameCompany', () => {
  test.each([
    ['Sample GmbH', 'SAMPLE'],
    ['Sample Inc', 'Sample Incorporated'],
    ['Müller GmbH', 'Mueller GmbH'],
    ['The Sample Company', 'Sample Co.'],
  ])('%s and %s are one', (a, b) => {
    expect(sameCompany(a, b)).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    ['Alpha Ltd', 'Beta Ltd'],
    ['Green Tree Services', 'Blue River Services'],
    ['Nord Holding GmbH', 'Süd Holding GmbH'],
  ])('%s and %s are two', (a, b) => {
    expect(sameCompany(a, b)).toBeLessThan(0.5);
  });

  test('is symmetric, within 0 and 1, and 1 for the same name', () => {
    const name = fc
      .array(fc.constantFrom('Alpha', 'Beta', 'Nord', 'Group', 'GmbH', 'Ltd', '&', 'Co.'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((words) => `X${words.join(' ')}`);
    fc.assert(
      fc.property(name, name, (a, b) => {
        const score = sameCompany(a, b);
        expect(score).toBeCloseTo(sameCompany(b, a), 10);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(sameCompany(a, a)).toBe(1);
      }),
    );
  });
});

test.each([
  ['Sample GmbH', 'sample.de', 1],
  ['Sample Deutschland GmbH', 'www.sample.com', 0.9],
  ['Müller & Söhne', 'mueller-soehne.de', 1],
  ['Foo Bar Ltd', 'info@foobar.co.uk', 1],
  ['Regionale Bahn AG', 'bahn.de', 0.7],
])('%s owns %s', (name, domain, least) => {
  expect(companyMatchesDomain(name, domain)).toBeGreaterThanOrEqual(least);
});

test.each([
  ['Sample Ltd', 'gmail.com'],
  ['Foo', 'bar.com'],
  ['Sample', 'nodomain'],
  ['', 'sample.de'],
])('%s does not own %s', (name, domain) => {
  expect(companyMatchesDomain(name, domain)).toBe(0);
});

test('a house that is called like a street is an organisation, the street is none', () => {
  expect(companyNameScore('GRAND PLAZA HOTEL')).toBeGreaterThanOrEqual(0.8);
  expect(companyNameScore('Plaza Mayor 5')).toBeLessThan(0.5);
});
