import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/document/parsed-document.ts';
import { createLabelIndex } from '../../../src/recognize/labels/label-index.ts';
import { labelLikeness } from '../../../src/recognize/labels/label-words.ts';
import { foldText, tokenize } from '../../../src/recognize/labels/tokens.ts';

function line(text: string): Line {
  return { index: 0, page: 1, row: 0, text, words: [], box: [0, 0, 100, 10] };
}

const index = createLabelIndex([
  { key: 'number', phrase: 'Rechnungsnummer', weight: 0 },
  { key: 'number', phrase: 'invoice number', weight: 0 },
  { key: 'number', phrase: 'Rechnung Nr', weight: 0 },
  { key: 'date', phrase: 'date', weight: 0 },
  { key: 'due', phrase: 'due date', weight: 0 },
  { key: 'total', phrase: 'total', weight: 0 },
]);

function found(text: string, fuzzy = false): string[] {
  return index.find(line(text), fuzzy).map((hit) => `${hit.terms[0]!.key}@${text.slice(hit.start, hit.end)}`);
}

describe('finding labels', () => {
  it.each([
    ['Rechnungs-Nr.: 4711', ['number@Rechnungs-Nr']],
    ['RECHNUNGSNUMMER 4711', ['number@RECHNUNGSNUMMER']],
    ['Invoice No. 17', ['number@Invoice No']],
    ['Invoice # 17', ['number@Invoice #']],
    ['Invoice N° 17', ['number@Invoice N°']],
    ['Invoice (copy) No. 17', ['number@Invoice (copy) No']],
    ['Handelsrechnung Nr. 17', ['number@rechnung Nr']],
    ['Due Date: 1 May  Date: 2 May', ['due@Due Date', 'date@Date']],
    ['update the totality', []],
  ])('in %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('prefers the longest phrase, so that a due date is no date', () => {
    expect(found('Due date 2024-01-01')).toEqual(['due@Due date']);
  });

  it('counts words before a label that change it, but not words that only stress it', () => {
    const [net] = index.find(line('Net total 5.00'), false);
    const [grand] = index.find(line('Grand total 5.00'), false);
    expect(net!.wordsBefore).toBeGreaterThan(1);
    expect(grand!.wordsBefore).toBe(0);
  });

  it('forgives one wrong letter in OCR text only', () => {
    expect(found('lnvoice number 17', true)).toEqual(['number@lnvoice number']);
    expect(found('lnvoice number 17', false)).toEqual([]);
  });

  it('reports the shorter phrase too when asked', () => {
    const nested = createLabelIndex(
      [
        { key: 'title', phrase: 'invoice', weight: 0 },
        { key: 'number', phrase: 'invoice number', weight: 0 },
      ],
      { nested: true },
    );
    expect(nested.find(line('Invoice number 4'), false).map((hit) => hit.terms[0]!.key)).toEqual(['number', 'title']);
  });

  it('joins a word that recognition tore, and only there', () => {
    const titles = createLabelIndex([
      { key: 'order', phrase: 'auftrag', weight: 0 },
      { key: 'note', phrase: 'nota de entrega', weight: 0 },
    ]);
    expect(titles.find(line('Auf tr ag'), true)).toMatchObject([{ start: 0, end: 9, fuzzy: true }]);
    expect(titles.find(line('Nota de entr ega 17'), true)).toMatchObject([{ start: 0, end: 16 }]);
    expect(titles.find(line('Auf tr ag'), false)).toEqual([]);
    expect(titles.find(line('Auf: trag'), true)).toEqual([]);
  });

  it('is linear on a hostile line', () => {
    const text = 'invoice '.repeat(20_000);
    expect(index.find(line(text), true)).toEqual([]);
  });
});

describe('tokens', () => {
  it('fold case, diacritics and special letters', () => {
    expect(foldText('Größe ŁÓDŹ Œuvre')).toBe('grosse lodz oeuvre');
  });

  it('split compounds and keep offsets into the printed text', () => {
    expect(tokenize('Rechnungsdatum')).toEqual([
      { text: 'rechnungs', start: 0, end: 9 },
      { text: 'datum', start: 9, end: 14 },
    ]);
  });
});

describe('label likeness', () => {
  it.each([
    ['Account Executive', 0.5],
    ['Original Date / Revision', 0.75],
    ['Conditions de paiement', 0.6],
  ])('%s looks like a label', (text, least) => {
    expect(labelLikeness(text)).toBeGreaterThanOrEqual(least);
  });

  it.each(['Maria Lindqvist', '12 May 2024', 'Net 30', 'Northwind Traders'])('%s looks like a value', (text) => {
    expect(labelLikeness(text)).toBeLessThan(0.75);
  });
});
