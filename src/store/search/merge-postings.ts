// Full blocks of the index are put together: most words stand in many blocks, a few times in each, and a row for each
// block makes a search read hundreds of pages. What a row holds stays the same, so nothing that is kept in mind gets stale.

import { type RawBuilder, sql } from 'kysely';
import { hiddenField } from '../../search/index-item.ts';
import { BLOCK_SIZE, ENTRY_BYTES, firstKey, HEAD_BYTES, ROW_SPANS } from '../../search/postings.ts';
import { type Database, inWorkspace, type Trx } from '../database.ts';
import { type CollectionRow, listCollections, lockCollection } from './collections.ts';

/** Rows that one transaction looks at: who searches meanwhile waits for it. */
const ROWS_AT_ONCE = 4000;
/** A longer row stays as it is: whoever takes an item out has to write it anew. */
const LONG_ROW = 2048;
/** It is worth a round when one more of so many passages has come. */
const WORTH = 16;

/**
 * Puts together what has become full in the collections of a workspace; says how many of them it was worth it for. A round that
 * is cut short has done no harm: the next one begins anew.
 */
export async function mergePostings(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  workspaceId: string,
  signal?: AbortSignal,
): Promise<number> {
  const collections = await inWorkspace(db, workspaceId, (trx) => listCollections(trx, workspaceId));
  const worth = collections.filter(isWorthMerging);
  for (const { id, next_number } of worth) {
    const blocks = fullBlocks(next_number);
    let from: Term | undefined = { field: '', term: '' };
    while (from) {
      if (signal?.aborted) return 0;
      from = await inWorkspace(db, workspaceId, (trx) => mergeSome(trx, { workspaceId, id, blocks, from: from! }));
    }
  }
  // A server does so by itself. Here the rows that were put together would be passed by for up to half an hour.
  if (worth.length > 0 && kind === 'embedded') await sql`vacuum (analyze) search_postings`.execute(db);
  return worth.length;
}

const fullBlocks = (nextNumber: number): number => Math.floor(nextNumber / BLOCK_SIZE / ROW_SPANS[1]) * ROW_SPANS[1];

function isWorthMerging({ next_number, merged_blocks }: CollectionRow): boolean {
  return fullBlocks(next_number) >= merged_blocks + Math.max(ROW_SPANS[1], merged_blocks / WORTH);
}

interface Term {
  field: string;
  term: string;
}

/** Answers with where to go on; undefined at the end. */
async function mergeSome(
  trx: Trx,
  { workspaceId, id, blocks, from }: { workspaceId: string; id: string; blocks: number; from: Term },
): Promise<Term | undefined> {
  const collection = await lockCollection(trx, workspaceId, id);
  if (!collection) return undefined;
  const own = sql`workspace_id = ${workspaceId} and collection = ${collection.number}
    and (field, term) > (${from.field}, ${from.term})`;
  const { rows } = await sql<Term>`select field, term from search_postings where ${own}
    order by field, term, block offset ${ROWS_AT_ONCE} limit 1`.execute(trx);
  const to = rows[0];
  const these = to ? sql`${own} and (field, term) <= (${to.field}, ${to.term})` : own;
  for (let level = 1; level < ROW_SPANS.length; level += 1) {
    const of = Math.floor(blocks / ROW_SPANS[level]!) * ROW_SPANS[level]!;
    if (of > 0) await raise(trx, { collection, these, level, rowsBelow: of / ROW_SPANS[level - 1]! });
  }
  if (!to) {
    await trx
      .updateTable('search_collections')
      .set({ merged_blocks: blocks })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute();
  }
  return to;
}

interface Raise {
  collection: CollectionRow;
  these: RawBuilder<unknown>;
  /** That the rows get. */
  level: number;
  /** So many of the level below lie where all is full. */
  rowsBelow: number;
}

/** What is hidden stays in single blocks: old numbers come to it. */
async function raise(trx: Trx, { collection, these, level, rowsBelow }: Raise): Promise<void> {
  const below = firstKey(level - 1);
  const part = ROW_SPANS[level]! / ROW_SPANS[level - 1]!;
  const headed =
    level > 1
      ? sql`entries`
      : sql`substring(int8send(block::bigint * 2048 + octet_length(entries) / ${ENTRY_BYTES}::integer)
          from ${1 + 8 - HEAD_BYTES}::integer) || entries`;
  await sql`with gone as (delete from search_postings where ${these} and field <> ${hiddenField}
      and block >= ${below} and block < ${below + rowsBelow}
      ${level > 1 ? sql`and octet_length(entries) <= ${LONG_ROW}` : sql``}
      returning field, term, block, entries)
    insert into search_postings (workspace_id, collection, field, term, block, entries)
    select ${collection.workspace_id}::uuid, ${collection.number}::integer, field, term,
      ${firstKey(level)}::integer + (block - ${below}::integer) / ${part}::integer,
      string_agg(${headed}, ''::bytea order by block)
    from gone group by 3, 4, 5`.execute(trx);
}
