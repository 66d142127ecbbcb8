import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldNameOf } from '../../src/cli/field-title.ts';
import { cleanText, fitText, padEnd, textWidth, wrapText } from '../../src/cli/terminal.ts';

test.each([
  ['number', '', 'Number'],
  ['seller.vatId', 'Seller', 'VAT id'],
  ['seller.iban', 'Seller', 'IBAN'],
  ['taxes[0].rate', 'Tax 1', 'Rate'],
  ['parties[1].name', 'Party 2', 'Name'],
  ['place.name', 'Place', 'Name'],
  ['contract_num', '', 'Contract num'],
])('%s reads as %s / %s', (path, group, title) => {
  expect(fieldNameOf(path)).toEqual({ group, title });
});

test('wide characters take two columns, marks none', () => {
  expect(textWidth('日本')).toBe(4);
  expect(textWidth('e\u0301')).toBe(1);
});

test('fitted text never exceeds its room, and padded text fills it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (raw, width) => {
      const fitted = fitText(cleanText(raw), width);
      expect(textWidth(fitted)).toBeLessThanOrEqual(width);
      expect(textWidth(padEnd(fitted, width))).toBe(width);
    }),
  );
});

test('wrapping loses no word', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), fc.integer({ min: 4, max: 30 }), (words, width) => {
      expect(wrapText(words.join(' '), width).join(' ')).toBe(words.join(' '));
    }),
  );
});
