// Misspelt words: the known word that is most like one that no item knows, found through the trigrams that they share.

import { trigramField } from '../../search/index-item.ts';
import { numbersOf } from '../../search/item-space.ts';
import { countPostings } from '../../search/postings.ts';
import { rarity } from '../../search/score-words.ts';
import { foldAccents } from '../../search/split-words.ts';
import { editDistance, trigramsOf } from '../../search/trigrams.ts';
import type { Trx } from '../database.ts';
import type { CollectionRow } from './collections.ts';
import { readPostings } from './postings.ts';
import { isSpelt, readWords } from './words.ts';

/** Words that share the most, compared letter by letter. */
const MOST_COMPARED = 60;
const MOST_GUESSES = 5;
/** Up to this length one change, beyond two. */
const SHORT = 5;

interface Guess {
  word: string;
  distance: number;
  shared: number;
}

/** Best first; none when no word is near enough. A word may be one that only items which are gone had. */
export async function guessWord(trx: Trx, collections: readonly CollectionRow[], word: string): Promise<string[]> {
  if (!isSpelt(word)) return [];
  const guesses: Guess[] = [];
  for (const collection of collections) guesses.push(...(await guessesIn(trx, collection, foldAccents(word))));
  return [...new Set(guesses.sort(compareGuesses).map((guess) => guess.word))].slice(0, MOST_GUESSES);
}

async function guessesIn(trx: Trx, row: CollectionRow, word: string): Promise<Guess[]> {
  const place = { workspaceId: row.workspace_id, collection: row.number };
  const rows = await readPostings(trx, {
    workspaceId: row.workspace_id,
    collections: [row.number],
    field: trigramField,
    terms: trigramsOf(word),
  });
  const shared = new Float32Array(row.next_word);
  for (const same of Map.groupBy(rows, (posting) => posting.term).values()) {
    const weight = rarity(
      same.reduce((sum, posting) => sum + countPostings(posting.entries), 0),
      row.next_word,
    );
    for (const number of numbersOf(same)) if (number < shared.length) shared[number]! += weight;
  }
  const numbers = mostShared(shared);
  const most = word.length <= SHORT ? 1 : 2;
  return (await readWords(trx, { ...place, numbers })).flatMap((found) => {
    const distance = editDistance(word, foldAccents(found.word), most);
    return distance > most ? [] : [{ word: found.word, distance, shared: shared[found.number]! }];
  });
}

function mostShared(shared: Float32Array): number[] {
  const all: number[] = [];
  shared.forEach((weight, number) => {
    if (weight > 0) all.push(number);
  });
  return all.sort((a, b) => shared[b]! - shared[a]! || a - b).slice(0, MOST_COMPARED);
}

const compareGuesses = (a: Guess, b: Guess): number =>
  a.distance - b.distance || b.shared - a.shared || (a.word < b.word ? -1 : 1);
