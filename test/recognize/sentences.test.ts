import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/recognize/sentences.ts';

const split = (text: string, language?: string) =>
  splitSentences(text, { language: language ?? null }).map(({ start, end }) => text.slice(start, end));

test.each([
  ['One thing. Another thing.', ['One thing.', 'Another thing.']],
  ['Acme Inc. Delivers on Monday. Pay then.', ['Acme Inc. Delivers on Monday.', 'Pay then.']],
  ['J. R. Miller signed. He left.', ['J. R. Miller signed.', 'He left.']],
  ['See No. 17 of the list. Fine!', ['See No. 17 of the list.', 'Fine!']],
  ['1. The seller delivers. 2. The buyer pays.', ['1. The seller delivers.', '2. The buyer pays.']],
  ['Costs 3.50 EUR. Really? Yes.', ['Costs 3.50 EUR.', 'Really?', 'Yes.']],
  ['Acme Inc.\nTotal: 5', ['Acme Inc.', 'Total: 5']],
  ['Die Fa. Beispiel liefert bzw. Verkauft. Ende.', ['Die Fa.', 'Beispiel liefert bzw. Verkauft.', 'Ende.']],
  [
    'This agreement is governed by the laws of the\nState of Illinois. Next.',
    ['This agreement is governed by the laws of the\nState of Illinois.', 'Next.'],
  ],
  [
    'Seller name: Whitcomb Builders Merchants LLC\nSeller tax id: 81-8731296',
    ['Seller name: Whitcomb Builders Merchants LLC', 'Seller tax id: 81-8731296'],
  ],
  ['Governing law\nThe laws of Ohio apply.', ['Governing law', 'The laws of Ohio apply.']],
  [
    'Steel bolt M8, zinc plated, box of one hundred 12.50\nSteel nut M8',
    ['Steel bolt M8, zinc plated, box of one hundred 12.50', 'Steel nut M8'],
  ],
  ['', []],
  ['  \n ', []],
])('%j', (text, sentences) => {
  expect(split(text)).toEqual(sentences);
});

test('nothing but white space lies outside of the sentences, and they do not overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let at = 0;
      for (const { start, end } of splitSentences(text)) {
        expect(text.slice(at, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
  );
});
