// How much a word says in a collection: rare ones name a thing, common ones do not.

import { wordsOf } from './features/words.ts';

/** Of how many texts each word was found in; data, so that it can be stored with the weights that were made with it. */
export interface WordCounts {
  texts: number;
  /** Words of one text alone are left out: a word that is not here is as rare as can be. */
  counts: Readonly<Record<string, number>>;
}

export const noWordCounts: WordCounts = { texts: 0, counts: {} };

/** The most common words that are kept: the tail is rare by definition. */
const MOST_WORDS = 5000;

export function countWords(texts: Iterable<string>): WordCounts {
  const counts = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    total++;
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count > 1);
  common.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return { texts: total, counts: Object.fromEntries(common.slice(0, MOST_WORDS)) };
}

/** Inverse document frequency, scaled so that a word of one text alone has 1. Without a collection all words count alike. */
export function rarityIn({ texts, counts }: WordCounts): (word: string) => number {
  if (texts < 2) return () => 1;
  const most = Math.log(1 + texts);
  return (word) => {
    const count = Object.hasOwn(counts, word) ? counts[word]! : 1;
    return Math.max(0.02, Math.log((1 + texts) / count) / most);
  };
}
