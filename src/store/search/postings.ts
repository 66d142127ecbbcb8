// The inverted index as rows: terms of a field → the numbers that hold them, block by block.

import { sql } from 'kysely';
import {
  BLOCK_SIZE,
  blockOf,
  encodePostings,
  type NewPostings,
  type Posting,
  withoutPlaces,
} from '../../search/postings.ts';
import type { Trx } from '../database.ts';

export interface IndexPlace {
  workspaceId: string;
  /** Number of the collection. */
  collection: number;
}

interface PostingKey {
  field: string;
  term: string;
  block: number;
}

/** One row of the index for each block that a term occurs in, in the order of the primary key. */
function byBlock(postings: NewPostings): (PostingKey & { postings: Posting[] })[] {
  const rows = new Map<string, PostingKey & { postings: Posting[] }>();
  for (const [field, terms] of postings) {
    for (const [term, list] of terms) {
      for (const posting of list) {
        const block = blockOf(posting.number);
        const key = `${field}\u0000${term}\u0000${block}`;
        const row = rows.get(key);
        if (row) row.postings.push(posting);
        else rows.set(key, { field, term, block, postings: [posting] });
      }
    }
  }
  return [...rows.values()];
}

export async function appendPostings(
  trx: Trx,
  { workspaceId, collection }: IndexPlace,
  postings: NewPostings,
): Promise<void> {
  const rows = byBlock(postings);
  if (rows.length === 0) return;
  await sql`insert into search_postings as p (workspace_id, collection, field, term, block, entries)
    select ${workspaceId}::uuid, ${collection}::integer, n.field, n.term, n.block, decode(n.entries, 'hex')
    from unnest(${rows.map((row) => row.field)}::text[], ${rows.map((row) => row.term)}::text[],
      ${rows.map((row) => row.block)}::integer[],
      ${rows.map((row) => Buffer.from(encodePostings(row.postings)).toString('hex'))}::text[])
      n (field, term, block, entries)
    on conflict on constraint search_postings_pkey do update set entries = p.entries || excluded.entries`.execute(trx);
}

/** Takes the numbers of these postings out of the index. */
export async function removePostings(trx: Trx, place: IndexPlace, postings: NewPostings): Promise<void> {
  const keys = byBlock(postings);
  if (keys.length === 0) return;
  const gone = new Map(
    keys.map((key) => [
      `${key.field}\u0000${key.term}\u0000${key.block}`,
      new Set(key.postings.map((posting) => posting.number % BLOCK_SIZE)),
    ]),
  );
  const { rows } = await sql<PostingKey & { entries: Uint8Array }>`
    select p.field, p.term, p.block, p.entries from unnest(${keys.map((key) => key.field)}::text[],
      ${keys.map((key) => key.term)}::text[], ${keys.map((key) => key.block)}::integer[]) k (field, term, block)
    join search_postings p on p.workspace_id = ${place.workspaceId} and p.collection = ${place.collection}
      and p.field = k.field and p.term = k.term and p.block = k.block`.execute(trx);
  const left = rows.map((row) => ({
    ...row,
    entries: withoutPlaces(row.entries, gone.get(`${row.field}\u0000${row.term}\u0000${row.block}`)!),
  }));
  if (left.length === 0) return;
  const fields = left.map((row) => row.field);
  const terms = left.map((row) => row.term);
  const blocks = left.map((row) => row.block);
  const entries = left.map((row) => Buffer.from(row.entries).toString('hex'));
  const given = sql`unnest(${fields}::text[], ${terms}::text[], ${blocks}::integer[], ${entries}::text[])
    k (field, term, block, entries)`;
  const same = sql`p.workspace_id = ${place.workspaceId} and p.collection = ${place.collection}
    and p.field = k.field and p.term = k.term and p.block = k.block`;
  await sql`update search_postings p set entries = decode(k.entries, 'hex') from ${given}
    where ${same} and k.entries <> ''`.execute(trx);
  await sql`delete from search_postings p using ${given} where ${same} and k.entries = ''`.execute(trx);
}

export interface PostingRow {
  collection: number;
  term: string;
  block: number;
  entries: Uint8Array;
}

export interface PostingQuestion {
  workspaceId: string;
  collections: readonly number[];
  field: string;
}

export async function readPostings(
  trx: Trx,
  { workspaceId, collections, field, terms }: PostingQuestion & { terms: readonly string[] },
): Promise<PostingRow[]> {
  if (terms.length === 0 || collections.length === 0) return [];
  return trx
    .selectFrom('search_postings')
    .select(['collection', 'term', 'block', 'entries'])
    .where('workspace_id', '=', workspaceId)
    .where('collection', 'in', collections)
    .where('field', '=', field)
    .where('term', 'in', terms)
    .execute();
}

/** All terms of a field, or those within a range of terms, both ends included. */
export async function readPostingRange(
  trx: Trx,
  {
    workspaceId,
    collections,
    field,
    from,
    to,
  }: PostingQuestion & { from?: string | undefined; to?: string | undefined },
): Promise<PostingRow[]> {
  if (collections.length === 0) return [];
  let query = trx
    .selectFrom('search_postings')
    .select(['collection', 'term', 'block', 'entries'])
    .where('workspace_id', '=', workspaceId)
    .where('collection', 'in', collections)
    .where('field', '=', field);
  if (from !== undefined) query = query.where('term', '>=', from);
  if (to !== undefined) query = query.where('term', '<=', to);
  return query.execute();
}
