// Comparisons of texts that serve things of any kind: words by how rare they are, letters, names.

import type { MatchContext, MatchFeature } from '../match-spec.ts';
import { type About, featureOf, joinedTexts } from './feature-of.ts';
import { jaroWinkler, trigramLikeness } from './text-similarity.ts';
import { said } from './values.ts';
import { foldText, squashed, wordsOf } from './words.ts';

type Compare = (left: string, right: string, context: MatchContext) => number | undefined;

/** A feature over the texts of its paths, joined. Unknown when a side has none. */
export const textFeature = (about: About, compare: Compare): MatchFeature =>
  featureOf(about, {
    read: joinedTexts,
    compare(a, b, context) {
      if (a === '' || b === '') return undefined;
      const value = compare(a, b, context);
      return value === undefined ? undefined : { value, left: said(a), right: said(b) };
    },
  });

/** A word that differs by a letter or two is the same word, a little less. */
const SAME_WORD = 0.9;

interface Overlap {
  shared: number;
  left: number;
  right: number;
}

function overlapOf(left: string, right: string, { rarity }: MatchContext): Overlap {
  const b = new Set(wordsOf(right));
  const squashedLeft = squashed(left);
  const squashedRight = squashed(right);
  const overlap: Overlap = { shared: 0, left: 0, right: 0 };
  const a = new Set(wordsOf(left));
  for (const word of a) {
    const weight = rarity(word);
    overlap.left += weight;
    overlap.shared += weight * presenceOf(word, b, squashedRight);
  }
  let back = 0;
  for (const word of b) {
    const weight = rarity(word);
    overlap.right += weight;
    back += weight * presenceOf(word, a, squashedLeft);
  }
  overlap.shared = (overlap.shared + back) / 2;
  return overlap;
}

/** 1 when it is there, also joined to its neighbours; less when nearly. */
function presenceOf(word: string, others: ReadonlySet<string>, squashedOthers: string): number {
  if (others.has(word)) return 1;
  if (word.length >= 4 && squashedOthers.includes(word.replace(/[.,]/g, ''))) return 0.95;
  if (word.length < 4 || /\d/.test(word)) return 0;
  let best = 0;
  for (const other of others) {
    if (other.length >= 4 && !/\d/.test(other)) best = Math.max(best, jaroWinkler(word, other));
  }
  return best >= SAME_WORD ? best * 0.95 : 0;
}

/** Share of the words' weight that both have, of what either has: rare words count more. */
export const sharedWords = (about: About): MatchFeature =>
  textFeature(about, (left, right, context) => {
    const { shared, left: a, right: b } = overlapOf(left, right, context);
    const all = a + b - shared;
    return all <= 0 ? undefined : Math.min(1, shared / all);
  });

/** Share of the words of the side that says less which the other has, too: for a short name against a long one. */
export const containedWords = (about: About): MatchFeature =>
  textFeature(about, (left, right, context) => {
    const { shared, left: a, right: b } = overlapOf(left, right, context);
    const less = Math.min(a, b);
    return less <= 0 ? undefined : Math.min(1, shared / less);
  });

/** How much the rarest words that only one side has would say: 1 = none, 0 = both have words of their own that name a thing. */
export const nothingRareLeft = (about: About): MatchFeature =>
  textFeature(about, (left, right, context) => {
    const a = new Set(wordsOf(left));
    const b = new Set(wordsOf(right));
    const rarest = (own: ReadonlySet<string>, other: ReadonlySet<string>, text: string): number => {
      const letters = squashed(text);
      let most = 0;
      for (const word of own) {
        const rare = context.rarity(word);
        if (rare > most) most = Math.max(most, rare * (1 - presenceOf(word, other, letters)));
      }
      return most;
    };
    return 1 - Math.min(1, Math.min(rarest(a, b, right), rarest(b, a, left)));
  });

export const sharedLetters = (about: About): MatchFeature => textFeature(about, trigramLikeness);

/** Names of makers, people and places: the same, one inside the other, or alike by their letters. */
export const sameName = (about: About): MatchFeature =>
  textFeature(about, (left, right) => {
    const [a, b] = [squashed(left), squashed(right)];
    if (a === '' || b === '') return undefined;
    if (a === b) return 1;
    if (Math.min(a.length, b.length) >= 2 && (startsWithWord(left, right) || startsWithWord(right, left))) return 0.9;
    const alike = jaroWinkler(a, b);
    return alike >= 0.85 ? alike * 0.9 : alike * 0.4;
  });

const startsWithWord = (long: string, short: string): boolean =>
  foldText(long).startsWith(`${foldText(short)} `) || squashed(long).startsWith(squashed(short));

/** Cosine of meanings, where somebody computed it; unknown otherwise. */
export const alikeInMeaning = (about: About): MatchFeature =>
  textFeature(about, (left, right, { likeness }) => {
    const cosine = likeness?.(left, right);
    return cosine === undefined ? undefined : Math.min(1, Math.max(0, cosine));
  });
