// The words of a collection as they are written: what a misspelt word is compared with, and what a begun word becomes.

import { sql } from 'kysely';
import { type ItemIndex, trigramField } from '../../search/index-item.ts';
import { addPosting, isIn } from '../../search/postings.ts';
import { foldAccents } from '../../search/split-words.ts';
import { trigramsOf } from '../../search/trigrams.ts';
import type { Trx } from '../database.ts';
import { cleanText } from '../jsonb.ts';
import type { IndexPlace } from './postings.ts';

/** Shorter words have too many neighbours, longer ones are no words. */
const SHORTEST = 4;
const LONGEST = 30;

/** Numbers and codes are never corrected: another number is another thing. */
export function isSpelt(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && /^\p{L}[\p{L}\p{M}]*$/u.test(word);
}

/** Keeps words that are new, and adds their trigrams to what is to be indexed; answers with the next free number. */
export async function addWords(
  trx: Trx,
  { workspaceId, collection }: IndexPlace,
  { index, nextWord }: { index: ItemIndex; nextWord: number },
): Promise<number> {
  const words = [...index.words].map(cleanText);
  if (words.length === 0) return nextWord;
  // Numbers are given to the new ones only: an insert that finds a word there would waste one.
  const { rows } = await sql<{ word: string; number: number }>`
    insert into search_words (workspace_id, collection, word, number)
    select ${workspaceId}::uuid, ${collection}::integer, n.word, ${nextWord}::integer - 1 + row_number() over (order by n.word)
    from (select distinct w.word from unnest(${words}::text[]) w (word)
      where not exists (select from search_words o where o.workspace_id = ${workspaceId}
        and o.collection = ${collection} and o.word = w.word)) n
    returning word, number`.execute(trx);
  for (const { word, number } of rows) {
    if (!isSpelt(word)) continue;
    for (const trigram of trigramsOf(foldAccents(word))) {
      addPosting(index.postings, trigramField, trigram, isIn(number));
    }
  }
  return nextWord + rows.length;
}

export async function readWords(
  trx: Trx,
  { workspaceId, collection, numbers }: IndexPlace & { numbers: readonly number[] },
): Promise<{ word: string; number: number }[]> {
  if (numbers.length === 0) return [];
  return trx
    .selectFrom('search_words')
    .select(['word', 'number'])
    .where('workspace_id', '=', workspaceId)
    .where('collection', '=', collection)
    .where('number', 'in', numbers)
    .execute();
}

/** Words that begin so, in the order of their bytes. */
export async function listWordsFrom(
  trx: Trx,
  { workspaceId, collection, prefix, limit }: IndexPlace & { prefix: string; limit: number },
): Promise<string[]> {
  const rows = await trx
    .selectFrom('search_words')
    .select('word')
    .where('workspace_id', '=', workspaceId)
    .where('collection', '=', collection)
    .where('word', '>=', prefix)
    .where('word', '<=', `${prefix}\u{10ffff}`)
    .orderBy('word')
    .limit(limit)
    .execute();
  return rows.map((row) => row.word);
}
