// Which words of a sentence claim something.

import type { Word } from './word.ts';

/** A word that needs support: not free, or a free one that is written as a name ("Go"). */
export function isContent(word: Word): boolean {
  if (!word.free) return true;
  return word.name && word.raw.length > 1 && !/^(?:I['’]|OK$)/.test(word.raw) && /^\p{Lu}\p{Ll}/u.test(word.raw);
}
