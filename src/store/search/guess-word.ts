// Misspelt words: the known words that are most like one that no item knows.

import { editDistance, sharedPairs } from '../../document/edit-distance.ts';
import { foldAccents } from '../../search/split-words.ts';
import type { Trx } from '../database.ts';
import type { CollectionRow } from './collections.ts';
import { listWordsFrom, listWordsTo } from './words.ts';

/** Shorter words have too many neighbours, longer ones are no words. */
const SHORTEST = 4;
const LONGEST = 30;
/** From this length on two changes may be an error; in shorter words they make another word. */
const LONG = 8;
/** Two typing errors leave most pairs of letters as they were; another word does not (concerns, concepts). */
const LEAST_SHARED = 0.7;
/** Errors sit within a word: its first two letters or its last three are right. */
const FIRST_LETTERS = 2;
const LAST_LETTERS = 3;
const MOST_COMPARED = 4000;
const MOST_GUESSES = 5;

interface Guess {
  word: string;
  distance: number;
  shared: number;
}

/** Best first; none when no word is near enough. */
export async function guessWord(trx: Trx, collections: readonly CollectionRow[], word: string): Promise<string[]> {
  if (!isSpelt(word)) return [];
  const wanted = foldAccents(word);
  const most = wanted.length >= LONG ? 2 : 1;
  const guesses = new Map<string, Guess>();
  for (const { workspace_id: workspaceId, number: collection } of collections) {
    const place = { workspaceId, collection, limit: MOST_COMPARED };
    const known = [
      ...(await listWordsFrom(trx, { ...place, letters: word.slice(0, FIRST_LETTERS) })),
      ...(await listWordsTo(trx, { ...place, letters: word.slice(-LAST_LETTERS) })),
    ];
    for (const one of known) {
      if (guesses.has(one) || Math.abs(one.length - word.length) > most || !isSpelt(one)) continue;
      const folded = foldAccents(one);
      const distance = editDistance(wanted, folded, most);
      if (distance > most) continue;
      const shared = sharedPairs(wanted, folded);
      if (distance === 1 || shared >= LEAST_SHARED) guesses.set(one, { word: one, distance, shared });
    }
  }
  return [...guesses.values()]
    .sort(compareGuesses)
    .slice(0, MOST_GUESSES)
    .map((guess) => guess.word);
}

/** Numbers and codes are never corrected: another number is another thing. */
function isSpelt(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}[\p{L}\p{M}]*$/u.test(word);
}

const compareGuesses = (a: Guess, b: Guess): number =>
  a.distance - b.distance || b.shared - a.shared || (a.word < b.word ? -1 : 1);
