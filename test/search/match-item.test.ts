// Whether an item is what a saved search looks for: words and filters, by tables.

import { describe, expect, test } from 'vitest';
import { matchesFilters } from '../../src/search/match-filters.ts';
import { matchesWords, wordsToMatch } from '../../src/search/match-words.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import type { FacetFilter } from '../../src/search/search-types.ts';

describe('words', () => {
  const texts = wordsToMatch(['Copper kettle', 'The kettle of the king, order RE-2024/17.']);
  /** “the” says nothing, an s at the end is none. */
  const stem = (word: string): string | null => (word === 'the' ? null : word.replace(/s$/, ''));

  test.each([
    ['kettles', true],
    ['copper king', true],
    ['copper queen', false],
    ['the kettle', true],
    ['the', false],
    ['"kettle of the king"', true],
    ['"kettle king"', false],
    ['"copper kettle"', true],
    ['"king copper"', false],
    ['kettle -king', false],
    ['kettle -queen', true],
    ['kin*', true],
    ['quee*', false],
    ['RE-2024/17', true],
    ['RE-2024/18', false],
    ['', false],
    ['-king', false],
  ])('%s: %s', (query, expected) => {
    expect(matchesWords(texts, parseQuery(query), stem)).toBe(expected);
  });
});

describe('filters', () => {
  const facets = { type: ['invoice', 'copy'], total: 120.5, date: '2026-03-31T10:00', code: '0017' };
  const cases: [string, FacetFilter, boolean][] = [
    ['type', 'copy', true],
    ['type', ['x', 'invoice'], true],
    ['type', 'Invoice', false],
    ['total', '120.5', true],
    ['total', 120.5, true],
    ['total', { from: 100, to: 200 }, true],
    ['total', { from: '100', to: '120.5' }, true],
    ['total', { from: 121 }, false],
    ['total', { from: 'a' }, false],
    ['date', { from: '2026-03-01', to: '2026-03-31' }, true],
    ['date', { to: '2026-03-30' }, false],
    ['date', { from: 5 }, false],
    ['code', '17', false],
    ['code', '0017', true],
    ['missing', 'x', false],
    ['toString', 'x', false],
  ];
  test.each(cases)('%s %j: %s', (name, filter, expected) => {
    expect(matchesFilters(facets, { [name]: filter })).toBe(expected);
  });
});
