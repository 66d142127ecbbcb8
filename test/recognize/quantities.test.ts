import { describe, expect, it } from 'vitest';
import { findPercents } from '../../src/recognize/percents.ts';
import { findQuantities } from '../../src/recognize/quantities.ts';
import { findUnit } from '../../src/recognize/units.ts';

describe('findUnit', () => {
  it.each([
    ['Stk', 'H87'],
    ['Stk.', 'H87'],
    ['pcs', 'H87'],
    ['Stück', 'H87'],
    ['PCE', 'H87'],
    ['szt.', 'H87'],
    ['pz', 'H87'],
    ['h', 'HUR'],
    ['Std.', 'HUR'],
    ['heures', 'HUR'],
    ['HUR', 'HUR'],
    ['godz.', 'HUR'],
    ['kg', 'KGM'],
    ['KG', 'KGM'],
    ['KGM', 'KGM'],
    ['t', 'TNE'],
    ['m', 'MTR'],
    ['m²', 'MTK'],
    ['m2', 'MTK'],
    ['qm', 'MTK'],
    ['m³', 'MTQ'],
    ['cbm', 'MTQ'],
    ['lfm', 'LM'],
    ['lfd m', 'LM'],
    ['EA', 'EA'],
    ['each', 'EA'],
    ['C62', 'C62'],
    ['unit', 'C62'],
    ['Lot', 'LO'],
    ['psch', 'LS'],
    ['lump sum', 'LS'],
    ['pauschal', 'LS'],
    ['Set', 'SET'],
    ['pair', 'PR'],
    ['Monat', 'MON'],
    ['mois', 'MON'],
    ['días', 'DAY'],
    ['PT', 'DAY'],
    ['l', 'LTR'],
    ['kWh', 'KWH'],
    ['box', 'XBX'],
    ['Karton', 'XCT'],
    ['roll', 'XRO'],
    ['bottle', 'XBO'],
    ['sq ft', 'FTK'],
    ['dozen', 'DZN'],
  ])('%s is %s', (word, code) => {
    expect(findUnit(word)?.code).toBe(code);
  });

  it.each(['', 'Widget', 'Total', 'EUR', '...', 'a very long phrase that is no unit'])('%s is none', (word) => {
    expect(findUnit(word)).toBeUndefined();
  });
});

describe('findQuantities', () => {
  it.each<[string, string, number, string | null]>([
    ['2,5 Std.', '2,5 Std.', 2.5, 'HUR'],
    ['10 Stk', '10 Stk', 10, 'H87'],
    ['5kg', '5kg', 5, 'KGM'],
    ['3 m²', '3 m²', 3, 'MTK'],
    ['25 m2 Fliesen', '25 m2', 25, 'MTK'],
    ['4 lfd. m', '4 lfd. m', 4, 'LM'],
    ['1 psch', '1 psch', 1, 'LS'],
    ['1 lump sum', '1 lump sum', 1, 'LS'],
    ['100 sq ft', '100 sq ft', 100, 'FTK'],
    ['3 EA', '3 EA', 3, 'EA'],
    ['7 boxes of paper', '7 boxes', 7, 'XBX'],
    ['-3 pcs', '-3 pcs', -3, 'H87'],
    ['12 x', '12 x', 12, null],
    ['3 × Widget', '3 ×', 3, null],
    ['x 5', 'x 5', 5, null],
  ])('reads %s', (text, raw, value, code) => {
    const [mention, ...rest] = findQuantities(text);
    expect(rest).toEqual([]);
    expect(mention?.raw).toBe(raw);
    expect(text.slice(mention!.start, mention!.end)).toBe(raw);
    expect(mention!.value.readings[0]).toBe(value);
    expect(mention!.value.unit?.code ?? null).toBe(code);
  });

  it.each(['', '5 in 2020', '5 Widgets', 'A5kg', '12', '5 EUR', 'kg', '1 un certain'])('finds none in %s', (text) => {
    expect(findQuantities(text)).toEqual([]);
  });
});

describe('findPercents', () => {
  it.each<[string, string, number]>([
    ['19 %', '19 %', 19],
    ['19,00%', '19,00%', 19],
    ['7 v.H.', '7 v.H.', 7],
    ['21 percent', '21 percent', 21],
    ['10 pour cent', '10 pour cent', 10],
    ['%18', '%18', 18],
    ['-5%', '-5%', -5],
    ['(19%)', '19%', 19],
    ['19,000 %', '19,000 %', 19],
    ['1.234,5 %', '1.234,5 %', 1234.5],
    ['MwSt. 19% 12,00', '19%', 19],
    ['5-10%', '10%', 10],
    ['0.5%', '0.5%', 0.5],
    ['20 Prozent', '20 Prozent', 20],
    ['VAT 20', '20', 20],
    ['IVA: 21', '21', 21],
  ])('reads %s', (text, raw, value) => {
    const [mention, ...rest] = findPercents(text);
    expect(rest).toEqual([]);
    expect(mention?.raw).toBe(raw);
    expect(text.slice(mention!.start, mention!.end)).toBe(raw);
    expect(mention!.value).toBe(value);
  });

  it('is unsure of a rate without a sign', () => {
    expect(findPercents('VAT 20')[0]!.certainty).toBeLessThan(0.5);
  });

  it.each(['', '19', 'A12%', 'VAT 20.00', 'VAT 1234', 'VAT DE12', '%', '12 percentages'])(
    'finds none in %s',
    (text) => {
      expect(findPercents(text)).toEqual([]);
    },
  );
});
