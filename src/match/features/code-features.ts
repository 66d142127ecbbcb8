// Comparisons of identifiers: numbers of documents, model numbers, ids that a scan may have misread.

import type { Comparison, MatchFeature } from '../match-spec.ts';
import { codeLikeness, codesIn, scanned } from './codes.ts';
import { type About, featureOf, joinedTexts } from './feature-of.ts';
import { remembered } from './remembered.ts';
import { said, textsOf } from './values.ts';
import { squashed, wordsOf } from './words.ts';

/** The same identifier: 1 equal, 0.97 equal but for what scans confuse, less for one within the other, 0 another one. */
export const sameIdentifier = (about: About): MatchFeature =>
  featureOf(about, {
    read: textsOf,
    compare(a, b) {
      let best: Comparison | undefined;
      for (const one of a) {
        for (const other of b) {
          const value = identifierLikeness(one, other);
          if (!best || value > best.value) best = { value, left: said(one), right: said(other) };
        }
      }
      return best;
    },
  });

export function identifierLikeness(left: string, right: string): number {
  const [a, b] = [squashed(left), squashed(right)];
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  if (scanned(left) === scanned(right)) return 0.97;
  if (withoutZeros(a) === withoutZeros(b)) return 0.95;
  const likeness = codeLikeness(a, b);
  return oneSlip(a, b) ? Math.max(0.6, likeness) : likeness;
}

/** Zeros in front are printed or not: `PO-00017` and `PO17`. */
const withoutZeros = (code: string): string => code.replace(/(?<!\d)0+(?=\d)/g, '');

/** One character wrong, missing or doubled, in a code long enough for that to be a slip. */
function oneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

/** The best pair of the codes that stand anywhere in the texts: a shared one nearly decides. Unknown when a side has none. */
export const sharedCodes = (about: About): MatchFeature =>
  featureOf(about, {
    read: joinedTexts,
    compare(textA, textB) {
      const a = codesIn(textA);
      const b = codesIn(textB);
      let best: Comparison | undefined;
      const offer = (value: number, one: string, other: string): void => {
        if (value > 0 && (!best || value > best.value)) best = { value, left: said(one), right: said(other) };
      };
      for (const code of a) offer(presence(code, textB), code, code);
      for (const code of b) offer(presence(code, textA), code, code);
      for (const one of a) for (const other of b) offer(codeLikeness(one, other), one, other);
      if (best || a.length === 0 || b.length === 0) return best;
      return { value: 0, left: said(a.join(', ')), right: said(b.join(', ')) };
    },
  });

/** 1 as a word or words that were split; less inside a longer one, which may be a variant of it. */
function presence(code: string, text: string): number {
  if (joinedWords(text).has(code)) return 1;
  return squashed(text).includes(code) ? INSIDE : 0;
}

const INSIDE = 0.85;
const MOST_JOINED = 4;

/** Every word, and up to four that follow each other as one. */
const joinedWords = remembered((text: string): ReadonlySet<string> => {
  const words = wordsOf(text);
  const found = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    let joined = '';
    for (const word of words.slice(i, i + MOST_JOINED)) {
      joined += word;
      found.add(joined);
    }
  }
  return found;
});
