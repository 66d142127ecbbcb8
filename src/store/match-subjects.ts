// What of each record is compared, and the keys by which records find each other. Every call runs inside a workspace's transaction.

import { sql } from 'kysely';
import type { Json } from '../document/value.ts';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';

export interface StoredSubject {
  id: string;
  type: string;
  values: Record<string, Json>;
  lines: Record<string, Json>[];
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
  await trx
    .deleteFrom('match_keys')
    .where(
      'record_id',
      'in',
      rows.map((row) => row.record_id),
    )
    .execute();
  const keys = subjects.flatMap(({ subject, keys: own }) =>
    own.map((key) => ({ workspace_id: workspaceId, key, record_type: subject.type, record_id: subject.id })),
  );
  if (keys.length > 0) await trx.insertInto('match_keys').values(keys).execute();
}

export interface FoundByKeys {
  /** Records that share a key that is not too common; those that share the rarest first. */
  ids: string[];
  /** Keys that more records have than are looked at. */
  tooCommon: string[];
}

/**
 * Records of the type that share a key with this one. A key that more than `mostPerKey` have says too little, and is passed
 * over: reading such blocks is what would make matching slow.
 */
export async function findByKeys(
  trx: Trx,
  {
    keys,
    type,
    notId,
    mostPerKey,
    most,
  }: { keys: readonly string[]; type: string; notId: string; mostPerKey: number; most: number },
): Promise<FoundByKeys> {
  if (keys.length === 0) return { ids: [], tooCommon: [] };
  const { rows } = await sql<{ key: string; ids: string[] }>`
    select k.key, found.ids from unnest(${sql.val(keys)}::text[]) as k (key)
    cross join lateral (select array_agg(record_id) as ids from (
      select record_id from match_keys where key = k.key and record_type = ${type} and record_id <> ${notId}
      limit ${mostPerKey + 1}::int) as block) as found
    where found.ids is not null`.execute(trx);
  const weights = new Map<string, number>();
  const tooCommon: string[] = [];
  for (const { key, ids } of rows) {
    if (ids.length > mostPerKey) tooCommon.push(key);
    else for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + 1 / ids.length);
  }
  const ranked = [...weights].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return { ids: ranked.slice(0, most).map(([id]) => id), tooCommon };
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
