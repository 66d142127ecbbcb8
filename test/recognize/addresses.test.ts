import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressLineScore, findAddresses, readAddressBlock } from '../../src/recognize/addresses.ts';
import { findPostalCity } from '../../src/recognize/postal-codes.ts';

const addressLines = [
  'Musterstraße 12',
  'Lange Str. 5',
  'Am Markt 3',
  'Hauptplatz 7a',
  '10115 Berlin',
  'D-80331 München',
  'A-1010 Wien',
  'CH-8001 Zürich',
  '8001 Zürich',
  'Bahnhofstrasse 1',
  'Postfach 12 34',
  'Kade 128',
  '3012 CN Rotterdam',
  'Keizersgracht 123',
  '1016 EE Amsterdam',
  '12 rue de la Paix',
  '75002 Paris',
  '69003 LYON CEDEX 03',
  'B.P. 123',
  'Via Roma 1',
  '20121 Milano (MI)',
  'Piazza Garibaldi 3',
  'Calle Mayor 5, 2º B',
  '28013 Madrid',
  'Avda. de la Constitución 20',
  'Rua Augusta 24',
  '1100-053 Lisboa',
  'ul. Marszałkowska 10',
  '00-590 Warszawa',
  '221B Baker Street',
  'London NW1 6XE',
  'SW1A 1AA',
  '1600 Pennsylvania Avenue NW',
  'Springfield, IL 62701',
  'Portland, Oregon 97201',
  'P.O. Box 123',
  'Suite 400',
  '100 King St W',
  'Toronto, ON M5X 1A9',
  'No. 5, Jalan Bukit Bintang',
  '55100 Kuala Lumpur',
  'Lot 12, Lorong Perusahaan 3',
  'Taman Melati 2',
  '47500 Subang Jaya, Selangor',
  'Plot 14, Sector 18, Gurgaon - 122015',
  'Mumbai, Maharashtra - 400 001',
  '10 Anson Road #10-01',
  'Singapore 079903',
  'Level 5, 100 Market Street',
  'Sydney NSW 2000',
  'Germany',
  'Österreich',
  '111 22 Stockholm',
  'Selangor',
  '3rd Floor, Tower B',
];
const otherLines = [
  'Invoice 12345',
  'Total 120,00 EUR',
  'Invoice date: 12.03.2023',
  'Muster GmbH',
  'Tel. 030 123456',
  'The goods will be delivered to our warehouse within 14 days',
  'Page 1 of 2',
  'VAT No. GB123456789',
  'Table 12',
  'Item 5 Blue Pens',
  'Payment Terms 30 Days',
  'Q1 2024',
  '12 x Screws',
  'Thank you',
  'Order No. 4711',
  'info@muster.de',
  'www.muster.de',
  '2 Muttern M8 8,00 €',
  'Description Qty Price',
  '2023 Annual Report',
  'IBAN DE89 3704 0044 0532 0130 00',
  'Rechnung Nr. 2023-00817',
  'Cash 50.00',
  '14:30',
  'Visa',
  'Subtotal',
  'Bill To:',
  '',
  '1234567890',
];

test.each(addressLines)('%s looks like part of an address', (line) => {
  expect(addressLineScore(line)).toBeGreaterThanOrEqual(0.4);
});

test.each(otherLines)('%j does not look like part of an address', (line) => {
  expect(addressLineScore(line)).toBeLessThan(0.35);
});

test('the score is a share of one for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (line) => {
      const score = addressLineScore(line);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }),
  );
});

describe('findPostalCity', () => {
  test.each([
    ['10115 Berlin', { postalCode: '10115', city: 'Berlin' }],
    ['D-60311 Frankfurt am Main', { postalCode: '60311', city: 'Frankfurt am Main', country: 'DE' }],
    ['F-75002 Paris', { postalCode: '75002', city: 'Paris', country: 'FR' }],
    ['3012CN Rotterdam', { postalCode: '3012 CN', city: 'Rotterdam', impliedCountry: 'NL' }],
    ['00-590 Warszawa', { postalCode: '00-590', city: 'Warszawa', impliedCountry: 'PL' }],
    ['1100-053 Lisboa', { postalCode: '1100-053', city: 'Lisboa', impliedCountry: 'PT' }],
    ['20121 Milano (MI)', { postalCode: '20121', city: 'Milano', region: 'MI', impliedCountry: 'IT' }],
    [
      'Springfield, IL 62701-1234',
      { postalCode: '62701-1234', city: 'Springfield', region: 'IL', impliedCountry: 'US' },
    ],
    ['Salt Lake City UT 84101', { postalCode: '84101', city: 'Salt Lake City', region: 'UT' }],
    ['Toronto, ON M5X 1A9', { postalCode: 'M5X 1A9', city: 'Toronto', region: 'ON', impliedCountry: 'CA' }],
    ['London NW1 6XE', { postalCode: 'NW1 6XE', city: 'London', impliedCountry: 'GB' }],
    ['Sydney NSW 2000', { postalCode: '2000', city: 'Sydney', region: 'NSW', impliedCountry: 'AU' }],
    ['Singapore 079903', { postalCode: '079903', city: 'Singapore', impliedCountry: 'SG' }],
    [
      'Pune, Maharashtra - 411 001',
      { postalCode: '411 001', city: 'Pune', region: 'Maharashtra', impliedCountry: 'IN' },
    ],
    ['São Paulo - SP, 01310-100', { postalCode: '01310-100', city: 'São Paulo', region: 'SP', impliedCountry: 'BR' }],
    ['81100 Johor Bahru, Johor', { postalCode: '81100', city: 'Johor Bahru', impliedCountry: 'MY' }],
  ])('%s', (text, expected) => {
    expect(findPostalCity(text)).toMatchObject(expected);
  });

  test.each(['Invoice 12345', 'Page 10115', '12.345 Total', 'no digits', '1600 Pennsylvania Avenue'])(
    'none or little in %s',
    (text) => {
      expect(findPostalCity(text)?.score ?? 0).toBeLessThan(0.5);
    },
  );
});

describe('readAddressBlock', () => {
  test('an American block with label and attention', () => {
    expect(
      readAddressBlock([
        'Bill To:',
        'Sample Corp.',
        'Attn: Jane Doe',
        '500 Oak Avenue',
        'Suite 400',
        'Springfield, IL 62701',
        'USA',
      ]),
    ).toEqual({
      name: 'Sample Corp.',
      attention: 'Jane Doe',
      street: '500 Oak Avenue, Suite 400',
      postalCode: '62701',
      city: 'Springfield',
      region: 'IL',
      country: 'US',
      impliedCountry: 'US',
      text: '500 Oak Avenue, Suite 400, Springfield, IL 62701, USA',
      nameLines: [1],
      addressLines: [3, 4, 5, 6],
    });
  });

  test('a German block whose name is broken before its legal form', () => {
    expect(
      readAddressBlock([
        'Muster Handels',
        'GmbH & Co. KG',
        'z. Hd. Frau Müller',
        'Lange Str. 5',
        '12345 Berlin',
        'Deutschland',
      ]),
    ).toMatchObject({
      name: 'Muster Handels GmbH & Co. KG',
      attention: 'Frau Müller',
      street: 'Lange Str. 5',
      postalCode: '12345',
      city: 'Berlin',
      country: 'DE',
    });
  });

  test('a British block with town and county above the code', () => {
    expect(
      readAddressBlock(['Sample Ltd', '12 High Street', 'Reading', 'Berkshire', 'RG1 2AB', 'United Kingdom']),
    ).toMatchObject({
      name: 'Sample Ltd',
      street: '12 High Street',
      city: 'Reading',
      region: 'Berkshire',
      postalCode: 'RG1 2AB',
      country: 'GB',
    });
  });

  test('a Malaysian block with a district between', () => {
    expect(
      readAddressBlock([
        'SAMPLE TRADING SDN BHD',
        '(123456-X)',
        'NO.5, JALAN CEMPAKA 3/4,',
        'TAMAN CEMPAKA,',
        '81100 JOHOR BAHRU, JOHOR',
        'TEL: 07-123 4567',
      ]),
    ).toMatchObject({
      name: 'SAMPLE TRADING SDN BHD',
      text: 'NO.5, JALAN CEMPAKA 3/4, TAMAN CEMPAKA, 81100 JOHOR BAHRU, JOHOR',
      postalCode: '81100',
      city: 'JOHOR BAHRU',
      region: 'JOHOR',
    });
  });

  test('a code at the end of a line with its city on the next', () => {
    expect(
      readAddressBlock(['Sample', '5, Jalan Mawar 2/1, Taman Mawar, 47400', 'Petaling Jaya, Selangor']),
    ).toMatchObject({ postalCode: '47400', city: 'Petaling Jaya' });
  });

  test('one line with the name in front', () => {
    expect(readAddressBlock(['Société Exemple SARL, 12 rue de la Paix, 75002 Paris, France'])).toMatchObject({
      name: 'Société Exemple SARL',
      street: '12 rue de la Paix',
      postalCode: '75002',
      city: 'Paris',
      country: 'FR',
      text: '12 rue de la Paix, 75002 Paris, France',
    });
  });

  test('never states a country that the address does not', () => {
    const block = readAddressBlock(['Sample B.V.', 'Kade 128', '3012 CN Rotterdam']);
    expect(block).not.toHaveProperty('country');
    expect(block?.impliedCountry).toBe('NL');
  });

  test.each([[['Hello', 'World']], [[]], [['Invoice 4711', 'Total 12,00 EUR']], [['Germany']]])(
    'nothing in %j',
    (lines) => {
      expect(readAddressBlock(lines)).toBeUndefined();
    },
  );
});

describe('findAddresses', () => {
  test.each([
    ['Kade 128, 3012 CN Rotterdam', 'Kade 128, 3012 CN Rotterdam', undefined, 'Rotterdam'],
    ['Muster GmbH · Musterstr. 1 · 12345 Berlin', 'Musterstr. 1, 12345 Berlin', 'Muster GmbH', 'Berlin'],
    [
      'Muster GmbH | Musterstraße 1 | 12345 Berlin | Deutschland',
      'Musterstraße 1, 12345 Berlin, Deutschland',
      'Muster GmbH',
      'Berlin',
    ],
    [
      'Sample Inc, 100 Main Street, Springfield, IL 62701, USA',
      '100 Main Street, Springfield, IL 62701, USA',
      'Sample Inc',
      'Springfield',
    ],
    [
      'Registered office: 10 Downing Street, London SW1A 2AA',
      '10 Downing Street, London SW1A 2AA',
      undefined,
      'London',
    ],
    [
      'Address: 12, JALAN MAWAR 7/4,TAMAN MAWAR,81100 JOHOR BAHRU,JOHOR',
      '12, JALAN MAWAR 7/4,TAMAN MAWAR,81100 JOHOR BAHRU,JOHOR',
      undefined,
      'JOHOR BAHRU',
    ],
    ['12, rue de la Paix 75002 Paris', '12, rue de la Paix 75002 Paris', undefined, 'Paris'],
  ])('%s', (line, text, name, city) => {
    const [mention] = findAddresses(line);
    expect(mention?.value).toMatchObject({ text, city });
    expect(mention?.value.name).toBe(name);
    expect(line.slice(mention!.start, mention!.end)).toBe(mention!.raw);
  });

  test.each([
    'Order 12345 Blue pens, 3 pieces',
    '10115 Berlin',
    'Invoice 4711 of 12.03.2023',
    '2 Stk Schrauben 12345 Muster 3,00 €',
  ])('sees none in %s', (line) => {
    expect(findAddresses(line)).toEqual([]);
  });
});
