import { describe, expect, it, test } from 'vitest';
import type { Line } from '../../../../src/document/parsed-document.ts';
import { cutName, mayBeName } from '../../../../src/packs/procurement/extract/parties/name-text.ts';
import { pickNames } from '../../../../src/packs/procurement/extract/parties/pick-name.ts';

describe('cutting a printed name', () => {
  test.each([
    ['Norvik SAS au capital de 250.000 Euros - B 512 345 009 RCS Lyon', 'Norvik SAS'],
    ['Moulin Vert SARL - 12 chemin du Lac - 74000 Annecy', 'Moulin Vert SARL'],
    ['Hartwig & Söhne GmbH, Amtsgericht Köln HRB 4711', 'Hartwig & Söhne GmbH'],
    ['Blumen Anger Inh. Petra Anger', 'Blumen Anger Inh. Petra Anger'],
    ['Sold By : Kestrel Retail Pvt. Ltd.,', 'Sold By : Kestrel Retail Pvt. Ltd.'],
    ['Company Name: Kestrel Ltd', 'Kestrel Ltd'],
    ['Ragione sociale: Officine Velati S.r.l.', 'Officine Velati S.r.l.'],
    ['Firma Elektro Bamberger', 'Elektro Bamberger'],
    ['Herrn Max Beispiel', 'Max Beispiel'],
    ['Seng Huat Trading Sdn Bhd (123456-A)', 'Seng Huat Trading Sdn Bhd'],
    ['Northwind Freight, Inc.', 'Northwind Freight, Inc.'],
    ['Van Loon Retail B.V. i.o.v. Koffiehuis', 'Van Loon Retail B.V.'],
    ['Copperfield Ltd t/a The Lamp Shop', 'Copperfield Ltd'],
    ['Larkspur Interiors, Jane Doe', 'Larkspur Interiors'],
    ['Kanzlei Vogt • Ringstraße 4 • 50667 Köln', 'Kanzlei Vogt'],
    ['Herrn', ''],
    ['Vega Mobile SA au capital de 1 000 000 €', 'Vega Mobile SA'],
    ['Vega Ltd, Mobile: +44 7700 900123', 'Vega Ltd'],
    ['Tel Aviv Diamonds Ltd', 'Tel Aviv Diamonds Ltd'],
    ['Meyer Ustinov GmbH', 'Meyer Ustinov GmbH'],
  ])('%j → %j', (printed, name) => {
    expect(cutName(printed)).toBe(name);
  });
});

describe('telling names from other lines', () => {
  test.each([
    'Nordlicht AG Mitte',
    'Larkspur Interiors',
    'Jane Doe',
    'Hôtel Saint Denis',
    '3M Deutschland GmbH',
    'Gemeinde Oberdorf',
  ])('%j may be a name', (text) => {
    expect(mayBeName(text)).toBe(true);
  });

  test.each([
    'Incoterm: DPU',
    'Invoice No. 4711',
    'Rechnung 2024-17',
    'WEBNL0202001234567',
    'Telefon 030 1234567',
    '12.500,00',
    '€ 40',
    'please pay within thirty days of receipt',
    'License No.',
    'Limited',
    'February 2020',
    'Seite 1 von 3',
    'Accounts Payable',
    '2024-05-01',
    'pay by wire transfer to the following bank account:',
  ])('%j is no name', (text) => {
    expect(mayBeName(text)).toBe(false);
  });
});

describe('picking the name among the lines above an address', () => {
  const line = {} as Line;
  const best = (...texts: string[]) => pickNames(texts.map((text) => ({ text, line, start: 0 })))[0]?.name;

  test.each([
    [['Nordlicht AG Mitte', 'Hans Beispiel'], 'Nordlicht AG Mitte'],
    [['Herrn', 'Max Beispiel'], 'Max Beispiel'],
    [['Firma', 'Elektro Bamberger'], 'Elektro Bamberger'],
    [['Jane Doe', 'Larkspur Interiors Ltd'], 'Larkspur Interiors Ltd'],
    [['Larkspur', 'Larkspur Interiors Ltd'], 'Larkspur Interiors Ltd'],
    [['Brandt Handels-', 'gesellschaft mbH'], 'Brandt Handelsgesellschaft mbH'],
    [['Wohnbau Süd Verwaltung', 'GmbH & Co. KG'], 'Wohnbau Süd Verwaltung GmbH & Co. KG'],
    [['Suministros Alba S.A. de', 'C.V.'], 'Suministros Alba S.A. de C.V.'],
    [['Larkspur', 'Larkspur Building Supplies', 'Limited'], 'Larkspur Building Supplies Limited'],
    [['ATTN: Larkspur Interiors Limited'], 'Larkspur Interiors Limited'],
    [['Larkspur Interiors', 'Attn: Jane Doe'], 'Larkspur Interiors'],
  ])('%j → %j', (texts, name) => {
    expect(best(...texts)).toBe(name);
  });

  it('finds none among streets, numbers and labels', () => {
    expect(best('12 High Street', 'GLN 4304171000002', 'Accounts Payable')).toBeUndefined();
  });
});

test.each([
  ['Telenord GmbH', true],
  ['Data Harbour Ltd', true],
  ['Pagewell Inc.', true],
  ['Telefon GmbH', false],
  ['Telefonnummer', false],
  ['Datum', false],
  ['Total', false],
  ['Buchungskonto', false],
  ['Kassenzeichen', false],
  ['Particulars', false],
])('a firm whose name begins like a label is a name, a label is none: %j %j', (text, expected) =>
  expect(mayBeName(text)).toBe(expected),
);
