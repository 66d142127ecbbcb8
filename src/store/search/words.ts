// The words of a collection as they are written: what a misspelt word is compared with, and what a begun word becomes.

import { sql } from 'kysely';
import type { Trx } from '../database.ts';
import { cleanText } from '../jsonb.ts';
import type { IndexPlace } from './postings.ts';

export async function addWords(
  trx: Trx,
  { workspaceId, collection }: IndexPlace,
  words: ReadonlySet<string>,
): Promise<void> {
  const cleaned = [...new Set([...words].map(cleanText))];
  if (cleaned.length === 0) return;
  await sql`insert into search_words (workspace_id, collection, word, backwards)
    select ${workspaceId}::uuid, ${collection}::integer, n.word, n.backwards
    from unnest(${cleaned}::text[], ${cleaned.map(backwards)}::text[]) n (word, backwards)
    on conflict on constraint search_words_pkey do nothing`.execute(trx);
}

export async function removeWords(
  trx: Trx,
  { workspaceId, collection }: IndexPlace,
  words: readonly string[],
): Promise<void> {
  if (words.length === 0) return;
  await sql`delete from search_words where workspace_id = ${workspaceId}::uuid and collection = ${collection}::integer
    and word = any(${words.map(cleanText)}::text[])`.execute(trx);
}

const backwards = (word: string): string => [...word].reverse().join('');

export interface WordQuestion extends IndexPlace {
  /** How they begin, or end. */
  letters: string;
  limit: number;
}

/** In the order of their bytes. */
export async function listWordsFrom(
  trx: Trx,
  { workspaceId, collection, letters, limit }: WordQuestion,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('search_words')
    .select('word')
    .where('workspace_id', '=', workspaceId)
    .where('collection', '=', collection)
    .where('word', '>=', letters)
    .where('word', '<=', `${letters}\u{10ffff}`)
    .orderBy('word')
    .limit(limit)
    .execute();
  return rows.map((row) => row.word);
}

export async function listWordsTo(
  trx: Trx,
  { workspaceId, collection, letters, limit }: WordQuestion,
): Promise<string[]> {
  const from = backwards(letters);
  const rows = await trx
    .selectFrom('search_words')
    .select('word')
    .where('workspace_id', '=', workspaceId)
    .where('collection', '=', collection)
    .where('backwards', '>=', from)
    .where('backwards', '<=', `${from}\u{10ffff}`)
    .orderBy('backwards')
    .limit(limit)
    .execute();
  return rows.map((row) => row.word);
}
