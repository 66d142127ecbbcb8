import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, sharedPairs } from '../../src/document/edit-distance.ts';
import { facetTerm, facetValue } from '../../src/search/facet-terms.ts';
import { type Candidate, drawTowards, fuseRankings } from '../../src/search/fuse-rankings.ts';
import { highlightText } from '../../src/search/highlight-text.ts';
import { bestOfItems, highest, numbersOf, placeOfPassage } from '../../src/search/item-space.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { BLOCK_SIZE, eachPosting, encodePostings, withoutPlaces } from '../../src/search/postings.ts';
import { scoreWords } from '../../src/search/score-words.ts';
import { readCursor, writeCursor } from '../../src/search/search-cursor.ts';
import { splitWords } from '../../src/search/split-words.ts';

const row = (term: string, block: number, entries: [place: number, count: number, length: number][]) => ({
  collection: 1,
  term,
  block,
  entries: encodePostings(
    entries.map(([place, count, length]) => ({ number: block * BLOCK_SIZE + place, count, length })),
  ),
});
const statistics = { count: 5000, words: 250_000 };
const scoreOf = (count: number, length: number, others = 0) => {
  const entries: [number, number, number][] = [[0, count, length]];
  for (let place = 1; place <= others; place += 1) entries.push([place, 1, 50]);
  return scoreWords([{ terms: ['t'], weight: 1 }], [row('t', 0, entries)], statistics).get(1, 0);
};

test('a word more often, in a shorter text, and a rarer word count more', () => {
  const count = fc.integer({ min: 1, max: 40 });
  const length = fc.integer({ min: 5, max: 2000 });
  fc.assert(
    fc.property(count, length, fc.integer({ min: 0, max: 900 }), (often, long, others) => {
      expect(scoreOf(often + 5, long, others)).toBeGreaterThan(scoreOf(often, long, others));
      expect(scoreOf(often, long, others)).toBeGreaterThan(scoreOf(often, long * 2, others));
      expect(scoreOf(often, long, others)).toBeGreaterThan(scoreOf(often, long, others + 50));
      expect(scoreOf(often, long, others)).toBeGreaterThan(0);
    }),
  );
});

test('variants of one word count once, the best of them', () => {
  const rows = [row('a', 0, [[0, 3, 50]]), row('b', 0, [[0, 1, 50]])];
  const alone = scoreWords([{ terms: ['a'], weight: 1 }], rows, statistics).get(1, 0);
  expect(scoreWords([{ terms: ['a', 'b'], weight: 1 }], rows, statistics).get(1, 0)).toBeCloseTo(alone, 5);
});

test('postings come out as they went in, and without what was taken out', () => {
  const entry = fc.record({
    number: fc.integer({ min: 0, max: BLOCK_SIZE - 1 }),
    count: fc.integer({ min: 1, max: 63 }),
    length: fc.integer({ min: 0, max: 20_000 }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { selector: (one) => one.number }),
      fc.integer({ min: 0, max: 1023 }),
      (some, cut) => {
        const read: { number: number; count: number; length: number }[] = [];
        eachPosting(encodePostings(some), (number, count, length) => read.push({ number, count, length }));
        expect(read.map(({ number, count }) => ({ number, count }))).toEqual(
          some.map(({ number, count }) => ({ number, count })),
        );
        read.forEach((one, at) => {
          expect(Math.abs(one.length - some[at]!.length)).toBeLessThanOrEqual(0.5 + 0.045 * some[at]!.length);
        });
        const gone = new Set(some.filter((one) => one.number < cut).map((one) => one.number));
        const left = numbersOf([{ block: 0, entries: withoutPlaces(encodePostings(some), gone) }]);
        expect([...left]).toEqual(
          some
            .map((one) => one.number)
            .filter((one) => one >= cut)
            .sort((a, b) => a - b),
        );
      },
    ),
  );
});

test('the highest scores are those that sorting gives', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: 1, max: 10 }), (scores, most) => {
      const sorted = scores.map((score, place) => ({ score, place })).filter(({ score }) => score > 0);
      sorted.sort((a, b) => b.score - a.score || a.place - b.place);
      const mask = new Uint8Array(scores.length).fill(1);
      expect(highest(Float32Array.from(scores), mask, most)).toEqual(sorted.slice(0, most).map(({ place }) => place));
    }),
  );
});

test('a passage belongs to the last item that begins at or before it', () => {
  const space = {
    collection: 1,
    numbers: Uint32Array.from([0, 3, 2000]),
    end: 2005,
    open: new Uint8Array(3),
    filters: new Map(),
  };
  expect([0, 2, 3, 1999, 2000, 2004].map((number) => placeOfPassage(space, number))).toEqual([0, 0, 1, 1, 2, 2]);
  const table = scoreWords(
    [{ terms: ['t'], weight: 1 }],
    [row('t', 0, [[2, 1, 9]]), row('t', 1, [[980, 1, 9]])],
    statistics,
  );
  expect([...bestOfItems(space, table)].map((score) => score > 0)).toEqual([true, false, true]);
});

const candidate = fc.record({
  textScore: fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 30, noNaN: true })),
  similarity: fc.oneof(fc.constant(null), fc.double({ min: -1, max: 1, noNaN: true })),
});
const candidates = (some: { textScore: number; similarity: number | null }[]): Candidate[] =>
  some.map((one, item) => ({ collection: 1, item, end: item + 1, ...one }));

test('who is better by words and by meaning comes first; each comes once', () => {
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 60 }), (some) => {
      const ranked = fuseRankings(candidates(some));
      expect(ranked.map((one) => one.item).sort((a, b) => a - b)).toEqual(some.map((_, item) => item));
      ranked.forEach((worse, at) => {
        for (const better of ranked.slice(at + 1)) {
          const beaten =
            better.textScore > worse.textScore &&
            better.similarity !== null &&
            better.similarity > (worse.similarity ?? -2);
          expect(beaten && better.fused > worse.fused).toBe(false);
        }
      });
    }),
  );
});

test('with one side alone its order stays', () => {
  const byWords = fuseRankings(candidates([2, 9, 4].map((textScore) => ({ textScore, similarity: null }))));
  expect(byWords.map((one) => one.item)).toEqual([1, 2, 0]);
  const byMeaning = fuseRankings(candidates([0.1, 0.3, 0.2].map((similarity) => ({ textScore: 0, similarity }))));
  expect(byMeaning.map((one) => one.item)).toEqual([1, 2, 0]);
});

test('a vector that is drawn has unit length and lies nearer to what drew it, most of all to the best', () => {
  const asked = Float32Array.from([1, 0, 0]);
  const [one, other] = [Float32Array.from([0, 1, 0]), Float32Array.from([0, 0, 1])];
  const drawn = drawTowards(asked, [
    { vector: one, fused: 0.9 },
    { vector: other, fused: 0.85 },
  ]);
  expect(Math.hypot(...drawn)).toBeCloseTo(1, 5);
  expect(drawn[1]).toBeGreaterThan(0.5);
  expect(drawn[2]! / drawn[1]!).toBeCloseTo(Math.exp(-1), 2);
  expect(drawTowards(asked, [])).toEqual(asked);
});

test('terms of facets sort as their values do, and come back', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      if (a < b) expect(facetTerm(a) < facetTerm(b)).toBe(true);
      expect(Number(facetValue(facetTerm(a)))).toBe(a === 0 ? 0 : a);
    }),
  );
});

test('any text is a query; places of words are places in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (typed) => {
      const query = parseQuery(typed);
      for (const word of [...query.words, ...query.excluded]) {
        expect(splitWords(query.text.slice(word.start, word.end)).some((one) => one.text === word.text)).toBe(true);
      }
    }),
  );
});

test('highlights grow, do not touch, and lie within the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let last = -1;
      for (const { start, end } of highlightText(text, (word) => word.length % 2 === 1)) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
  );
});

test('a code is highlighted as a whole', () => {
  expect(highlightText('Nr. RE-2024/17.', (word) => word === 're202417')).toEqual([{ start: 4, end: 14 }]);
});

test.each([
  ['delivred', 'delivered', 1],
  ['recieve', 'receive', 1],
  ['landlrod', 'landlord', 1],
  ['concerns', 'concepts', 2],
  ['abc', 'abc', 0],
  ['abcdef', 'uvwxyz', 3],
])('%s and %s', (a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
  expect(editDistance(b, a, 2)).toBe(distance);
});

test('pairs tell a typing error from another word', () => {
  expect(sharedPairs('recomendaton', 'recommendation')).toBeGreaterThan(0.7);
  expect(sharedPairs('concerns', 'concepts')).toBeLessThan(0.7);
  expect(sharedPairs('same', 'same')).toBe(1);
});

test('a cursor comes back as it was written', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 1e9 }), { maxLength: 100 }),
      fc.integer({ min: 0, max: 1e9 }),
      (shown, bound) => {
        const cursor = { bounds: new Map([[3, bound]]), shown: new Map([[3, new Set(shown)]]) };
        expect(readCursor(writeCursor(cursor))).toEqual({
          bounds: cursor.bounds,
          shown: new Map([[3, new Set(shown.sort((a, b) => a - b))]]),
        });
      },
    ),
  );
});
