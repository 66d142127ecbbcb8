// The inverted index as rows: terms of a field → the numbers that hold them, block by block. Full blocks are put together (merge-postings.ts).

import { type RawBuilder, sql } from 'kysely';
import {
  BLOCK_SIZE,
  blockOf,
  encodePostings,
  keysOf,
  type NewPostings,
  type Posting,
  withoutEntries,
} from '../../search/postings.ts';
import type { Trx } from '../database.ts';
import type { SearchedCollection } from './collections.ts';
import { type PostingRow, recallPostings, rememberPostings } from './postings-cache.ts';

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

/**
 * Appends to what is there. By conflict and not by a join: the embedded database has no statistics of a table that has just
 * grown, and would read all of it to join a few thousand keys.
 */
export async function appendPostings(trx: Trx, place: IndexPlace, postings: NewPostings): Promise<void> {
  const rows = byBlock(postings).map((row) => ({ ...row, entries: encodePostings(row.postings) }));
  await writeRows(trx, place, { rows, how: sql`p.entries || excluded.entries` });
}

/** Takes the numbers of these postings out of the index. */
export async function removePostings(trx: Trx, place: IndexPlace, postings: NewPostings): Promise<void> {
  for (const [field, keys] of Map.groupBy(byBlock(postings), (key) => key.field)) {
    const gone = Map.groupBy(keys, ({ term }) => term);
    const found = ofBlocks(trx, place, {
      field,
      terms: [...gone.keys()],
      blocks: [...new Set(keys.flatMap((key) => keysOf(key.block)))],
    });
    const rows = (await found.select(['term', 'block', 'entries']).execute()).flatMap((row) => {
      const entries = withoutEntries(row, placesOf(gone.get(row.term) ?? []));
      return entries.length === row.entries.length ? [] : [{ field, ...row, entries }];
    });
    await writeRows(trx, place, { rows, how: sql`excluded.entries` });
    const empty = rows.filter((row) => row.entries.length === 0);
    if (empty.length === 0) continue;
    await trx
      .deleteFrom('search_postings')
      .where('workspace_id', '=', place.workspaceId)
      .where('collection', '=', place.collection)
      .where('field', '=', field)
      .where('term', 'in', [...new Set(empty.map((row) => row.term))])
      .where('block', 'in', [...new Set(empty.map((row) => row.block))])
      .where('entries', '=', Buffer.alloc(0))
      .execute();
  }
}

const placesOf = (keys: readonly { block: number; postings: readonly Posting[] }[]) =>
  new Map(keys.map(({ block, postings }) => [block, new Set(postings.map(({ number }) => number % BLOCK_SIZE))]));

interface NewRow extends PostingKey {
  entries: Uint8Array;
}

async function writeRows(
  trx: Trx,
  { workspaceId, collection }: IndexPlace,
  { rows, how }: { rows: readonly NewRow[]; how: RawBuilder<unknown> },
): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into search_postings as p (workspace_id, collection, field, term, block, entries)
    select ${workspaceId}::uuid, ${collection}::integer, n.field, n.term, n.block, decode(n.entries, 'hex')
    from unnest(${rows.map((row) => row.field)}::text[], ${rows.map((row) => row.term)}::text[],
      ${rows.map((row) => row.block)}::integer[],
      ${rows.map((row) => Buffer.from(row.entries).toString('hex'))}::text[]) n (field, term, block, entries)
    on conflict on constraint search_postings_pkey do update set entries = ${how}`.execute(trx);
}

const ofBlocks = (
  trx: Trx,
  { workspaceId, collection }: IndexPlace,
  { field, terms, blocks }: { field: string; terms: readonly string[]; blocks: readonly number[] },
) =>
  trx
    .selectFrom('search_postings')
    .where('workspace_id', '=', workspaceId)
    .where('collection', '=', collection)
    .where('field', '=', field)
    .where('term', 'in', terms)
    .where('block', 'in', blocks);

export interface PostingQuestion {
  collection: SearchedCollection;
  field: string;
}

/** What is asked again and again (the list of items, common words) is read once: postings-cache.ts. */
export async function readPostings(
  trx: Trx,
  {
    collection,
    fields,
    terms,
  }: { collection: SearchedCollection; fields: readonly string[]; terms: readonly string[] },
): Promise<Map<string, readonly PostingRow[]>> {
  const found = new Map<string, readonly PostingRow[]>();
  const missing = new Set<string>();
  for (const field of fields) {
    for (const term of terms) {
      const rows = recallPostings(collection, keyOf(field, term));
      if (rows) found.set(keyOf(field, term), rows);
      else missing.add(term);
    }
  }
  if (missing.size === 0) return found;
  const rows = await trx
    .selectFrom('search_postings')
    .select(['collection', 'field', 'term', 'block', 'entries'])
    .where('workspace_id', '=', collection.workspace_id)
    .where('collection', '=', collection.number)
    .where('field', 'in', fields)
    .where('term', 'in', [...missing])
    .execute();
  const read = Map.groupBy(rows, (row) => keyOf(row.field, row.term));
  for (const field of fields) {
    for (const term of missing) {
      const some = read.get(keyOf(field, term)) ?? [];
      found.set(keyOf(field, term), some);
      rememberPostings(collection, keyOf(field, term), some);
    }
  }
  return found;
}

const keyOf = (field: string, term: string): string => `${field}\u0000${term}`;

/** Of one field, all terms together. */
export async function readPostingsOf(
  trx: Trx,
  { collection, field, terms }: PostingQuestion & { terms: readonly string[] },
): Promise<readonly PostingRow[]> {
  const lists = [...(await readPostings(trx, { collection, fields: [field], terms: [...new Set(terms)] })).values()];
  return lists.length === 1 ? lists[0]! : lists.flat();
}

/** Those of these terms that anything in the collection holds. */
export async function listUsedTerms(
  trx: Trx,
  { workspaceId, collection, fields, terms }: IndexPlace & { fields: readonly string[]; terms: ReadonlySet<string> },
): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  for (const field of fields) {
    const { rows } = await sql<{ term: string }>`select distinct term from search_postings
      where workspace_id = ${workspaceId}::uuid and collection = ${collection}::integer and field = ${field}
        and term = any(${[...terms]}::text[])`.execute(trx);
    for (const { term } of rows) used.add(term);
  }
  return used;
}

/** All terms of a field, or those within a range of terms, both ends included. */
export async function readPostingRange(
  trx: Trx,
  { collection, field, from, to }: PostingQuestion & { from?: string | undefined; to?: string | undefined },
): Promise<readonly PostingRow[]> {
  const key = `${field}\u0000${from ?? ''}\u0000${to ?? ''}`;
  const known = recallPostings(collection, key);
  if (known) return known;
  let query = trx
    .selectFrom('search_postings')
    .select(['collection', 'term', 'block', 'entries'])
    .where('workspace_id', '=', collection.workspace_id)
    .where('collection', '=', collection.number)
    .where('field', '=', field);
  if (from !== undefined) query = query.where('term', '>=', from);
  if (to !== undefined) query = query.where('term', '<=', to);
  const rows = await query.execute();
  rememberPostings(collection, key, rows);
  return rows;
}
