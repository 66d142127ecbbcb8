// What became of values that people decided about, for learning what a confidence is worth. Runs inside a workspace's transaction.

import { sql } from 'kysely';
import type { DocumentRecord, Value } from '../document/value.ts';
import type { Trx } from './database.ts';

export interface DecidedRecord {
  type: string;
  fields: DocumentRecord['fields'];
  /** The first correction of each field: what was read, and null where nothing was. */
  corrected: { path: string; before: Value | null; after: Value | null }[];
}

/** Records that people approved after a moment; null: ever. */
export async function countDecidedSince(trx: Trx, since: Date | null): Promise<number> {
  let query = trx
    .selectFrom('reviews')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('state', '=', 'approved')
    .where('by_itself', '=', false);
  if (since) query = query.where('decided_at', '>', since);
  return Number((await query.executeTakeFirstOrThrow()).count);
}

/** Records that a person approved, the latest first, with what was corrected in them. */
export async function listDecidedRecords(
  trx: Trx,
  { type, limit }: { type?: string | undefined; limit: number },
): Promise<DecidedRecord[]> {
  const { rows } = await sql<DecidedRecord>`
    select records.type, records.fields, coalesce(said.corrected, '[]'::jsonb) as corrected
    from reviews
    join records on records.id = reviews.record_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('path', first.path, 'before', first.before, 'after', first.after)) as corrected
      from (
        select distinct on (path) path, before, after from corrections
        where corrections.record_id = records.id order by path, id
      ) as first
    ) as said on true
    where reviews.state = 'approved' and not reviews.by_itself
      and (${type ?? null}::text is null or records.type = ${type ?? null})
    order by reviews.record_id desc
    limit ${limit}`.execute(trx);
  return rows;
}
