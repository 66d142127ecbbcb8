import { describe, expect, test } from 'vitest';
import { readAmountLabel } from '../../../../src/packs/procurement/extract/receipt/labels.ts';
import { shapeOf, withinOneEdit } from '../../../../src/packs/procurement/extract/receipt/ocr-words.ts';

describe('what a label on a receipt means', () => {
  test.each([
    ['TOTAL', 'total'],
    ['TOTAI', 'total'],
    ['T0TAL', 'total'],
    ['Grand Total', 'total'],
    ['NETT TOTAL', 'total'],
    ['Total Sales (Inclusive of GST)', 'total'],
    ['TOTAL ROUNDED', 'total'],
    ['Amount due', 'total'],
    ['zu zahlen', 'total'],
    ['GESAMTBETRAG EUR', 'total'],
    ['NET A PAYER', 'total'],
    ['Total a pagar', 'total'],
    ['TOTALE EURO', 'total'],
    ['Te betalen', 'total'],
    ['SUB-TOTAL', 'subtotal'],
    ['Zwischensumme', 'subtotal'],
    ['Total Sales (Excluding GST)', 'subtotal'],
    ['Sous-total HT', 'subtotal'],
    ['GST @6%', 'tax'],
    ['TOTAL GST', 'tax'],
    ['GST @6% INCLUDED IN TOTAL', 'tax'],
    ['enth. 8.1% MwSt.', 'tax'],
    ['dont TVA 20%', 'tax'],
    ['di cui IVA 22,00%', 'tax'],
    ['waarvan BTW', 'tax'],
    ['Rounding Adj', 'rounding'],
    ['CASH', 'cash'],
    ['Espèces', 'cash'],
    ['BAR', 'cash'],
    ['CHANGE', 'change'],
    ['CHANCE', 'change'],
    ['Cash Change', 'change'],
    ['Rückgeld', 'change'],
    ['Resto', 'change'],
    ['Service charge 10%', 'service'],
    ['Tip', 'tip'],
    ['TotalQty', 'count'],
    ['TOTAL SAVING', 'discount'],
    ['EC-Karte', 'card'],
  ])('%s is %s', (label, kind) => {
    expect(readAmountLabel(label)?.kind).toBe(kind);
  });

  test.each(['TOILET BRUSH', 'GST SUMMARY', 'Milk 1 l', 'Cappuccino grande', ''])('%s is no label', (label) => {
    expect(readAmountLabel(label)).toBeUndefined();
  });

  test('words around a label make it weaker', () => {
    expect(readAmountLabel('TOTAL')!.strength).toBeGreaterThan(
      readAmountLabel('TOTAL bonus fortnight')?.strength ?? -9,
    );
  });
});

describe('shapes of words', () => {
  test('letters that OCR confuses share a shape', () => {
    expect(new Set(['total', 'TOTAI', 'T0TAL', 'tota|'].map(shapeOf)).size).toBe(1);
  });

  test.each([
    ['change', 'chance', true],
    ['change', 'changes', true],
    ['change', 'orange', false],
    ['total', 'toaster', false],
  ])('%s and %s: one edit apart is %s', (a, b, expected) => {
    expect(withinOneEdit(a, b)).toBe(expected);
    expect(withinOneEdit(b, a)).toBe(expected);
  });
});
