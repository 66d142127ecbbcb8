import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWords, likeness } from '../../../src/search/ask/fold-words.ts';

test('words are found with their places, folded', () => {
  const text = 'Größe: 3.5 m, INV-17’s Émile (C++)';
  const words = foldWords(text);
  expect(words.map(({ folded }) => folded)).toEqual(['grosse', '3.5', 'm', 'inv-17', 'emile', 'c++']);
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Größe',
    '3.5',
    'm',
    'INV-17’s',
    'Émile',
    'C++',
  ]);
});

test.each([
  ['terminate', 'termination', 0.9],
  ['terminates', 'terminate', 0.9],
  ['invoice', 'invoices', 0.9],
  ['invoice', 'invoice', 1],
  ['inv-17', 'inv-18', 0],
  ['2019', '2020', 0],
  ['law', 'laws', 0],
  ['vertrag', 'vertragspartner', 0.5],
  ['contract', 'contrast', 0.9],
  ['port', 'sport', 0],
])('%s and %s: %d', (one, other, expected) => {
  expect(likeness(one, other)).toBe(expected);
});

test('likeness is the same both ways, and between 0 and 1', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(word, word, (one, other) => {
      const found = likeness(one, other);
      expect(found).toBe(likeness(other, one));
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
    }),
  );
});
