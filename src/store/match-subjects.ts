// What of each record is compared, and the keys by which records find each other. Every call runs inside a workspace's transaction.

import { sql } from 'kysely';
import type { Json } from '../document/value.ts';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';

export interface StoredSubject {
  id: string;
  type: string;
  values: Readonly<Record<string, Json>>;
  lines: readonly Readonly<Record<string, Json>>[];
}

/** Whoever matches in a workspace takes turns: of two new records that belong together, the second sees the first. */
export async function lockMatching(trx: Trx, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MATCHING_LOCK}::int, hashtext(${workspaceId}))`.execute(trx);
}
const MATCHING_LOCK = 711_516;

/** Stores what is compared of these records, and their keys, in place of what there was. */
export async function putSubjects(
  trx: Trx,
  workspaceId: string,
  subjects: readonly { subject: StoredSubject; keys: readonly string[] }[],
): Promise<void> {
  if (subjects.length === 0) return;
  const rows = subjects.map(({ subject: { id, type, values, lines } }) => ({
    workspace_id: workspaceId,
    record_id: id,
    record_type: type,
    content: toJsonb({ values, lines }),
  }));
  await trx
    .insertInto('match_subjects')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'record_id']).doUpdateSet({
        content: (row) => row.ref('excluded.content'),
        record_type: (row) => row.ref('excluded.record_type'),
      }),
    )
    .execute();
  const given = subjects.flatMap(({ subject: { id, type }, keys }) => keys.map((key) => ({ id, type, key })));
  // A key that stays is not written again.
  await sql`with given as (
      select * from unnest(${given.map(({ id }) => id)}::uuid[], ${given.map(({ type }) => type)}::text[],
        ${given.map(({ key }) => key)}::text[]) as g (record_id, record_type, key)
    ), gone as (
      delete from match_keys where record_id = any(${rows.map((row) => row.record_id)}::uuid[])
        and (record_id, record_type, key) not in (select record_id, record_type, key from given)
    )
    insert into match_keys (workspace_id, record_id, record_type, key)
    select ${workspaceId}::uuid, record_id, record_type, key from given on conflict do nothing`.execute(trx);
}

/** Records of one type that have one key; more than the limit: it is too common. */
export interface Block {
  key: string;
  type: string;
  ids: string[];
}

/**
 * For each key and type the records that have it, at most one more than `mostPerKey`: a key that more have says too little, and
 * reading such blocks whole is what would make matching slow.
 */
export async function findBlocks(
  trx: Trx,
  { wanted, notId, mostPerKey }: { wanted: readonly Omit<Block, 'ids'>[]; notId: string; mostPerKey: number },
): Promise<Block[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<Block>`
    select k.key, k.type, found.ids
    from unnest(${wanted.map(({ key }) => key)}::text[], ${wanted.map(({ type }) => type)}::text[]) as k (key, type)
    cross join lateral (select array_agg(record_id) as ids from (
      select record_id from match_keys where key = k.key and record_type = k.type and record_id <> ${notId}
      limit ${mostPerKey + 1}::int) as block) as found
    where found.ids is not null`.execute(trx);
  return rows;
}

/** Of these records, those that are not in the trash. */
export async function loadSubjects(trx: Trx, ids: readonly string[]): Promise<StoredSubject[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('match_subjects')
    .innerJoin('records', 'records.id', 'match_subjects.record_id')
    .select(['match_subjects.record_id as id', 'match_subjects.record_type as type', 'match_subjects.content'])
    .where('match_subjects.record_id', 'in', [...ids])
    .orderBy('match_subjects.record_id')
    .execute();
  return rows.map(({ id, type, content }) => ({ id, type, ...content }));
}

/** Ids of the records of these types, in order, trash left out. */
export async function listMatchable(
  trx: Trx,
  { types, after, limit }: { types: readonly string[]; after?: string | undefined; limit: number },
): Promise<string[]> {
  let query = trx
    .selectFrom('records')
    .select('id')
    .where('type', 'in', [...types])
    .orderBy('id')
    .limit(limit);
  if (after) query = query.where('id', '>', after);
  return (await query.execute()).map(({ id }) => id);
}

export async function countMatchable(trx: Trx, types: readonly string[]): Promise<number> {
  const { count } = await trx
    .selectFrom('records')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('type', 'in', [...types])
    .executeTakeFirstOrThrow();
  return count;
}

/** Contents of the newest records of these types, for counting words. */
export async function sampleSubjects(
  trx: Trx,
  { types, limit }: { types: readonly string[]; limit: number },
): Promise<StoredSubject[]> {
  const rows = await trx
    .selectFrom('match_subjects')
    .select(['record_id as id', 'record_type as type', 'content'])
    .where('record_type', 'in', [...types])
    .orderBy('record_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, type, content }) => ({ id, type, ...content }));
}
