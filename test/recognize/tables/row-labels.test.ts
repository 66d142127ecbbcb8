import { describe, expect, it } from 'vitest';
import { readRowLabel } from '../../../src/recognize/tables/row-labels.ts';

describe('readRowLabel', () => {
  it.each([
    ['Carried forward', 'carried-forward'],
    ['Übertrag von Seite 1', 'carried-forward'],
    ['À reporter', 'carried-forward'],
    ['Suma y sigue', 'carried-forward'],
    ['Zwischensumme', 'subtotal'],
    ['Sous-total', 'subtotal'],
    ['Subtotaal', 'subtotal'],
    ['Total EUR', 'total'],
    ['Rechnungssumme Netto (excl. USt.)', 'total'],
    ['Razem do zapłaty', 'total'],
    ['Take-out total (incl. GST)', 'total'],
    ['Tax 15% on $ 112.90', 'tax'],
    ['zzgl. 19% MwSt.', 'tax'],
    ['IVA 22%', 'tax'],
    ['Versandkosten', 'charge'],
  ] as const)('%s is a whole label of a %s row', (text, reason) => {
    expect(readRowLabel(text)).toEqual({ reason, whole: true });
  });

  it.each(['Garden hose 20 m', 'Kaffeemaschine', 'Table ronde', '12 Cappuccino', ''])('%s is none', (text) => {
    expect(readRowLabel(text)).toBeUndefined();
  });

  it('says when more than a label stands there', () => {
    expect(readRowLabel('Total care cleaning kit')?.whole).toBe(false);
    expect(readRowLabel('Transport Berlin to Munich')?.whole ?? false).toBe(false);
  });
});

it('dots between the letters of an abbreviation change nothing', () => {
  expect(readRowLabel('TOTAL T.T.C.')).toEqual({ reason: 'total', whole: true });
  expect(readRowLabel('I.V.A. (16%)')).toEqual({ reason: 'tax', whole: true });
});
