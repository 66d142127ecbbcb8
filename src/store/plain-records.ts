// Records with their plain values, without the evidence that makes up nearly all of a row. Every call runs inside a workspace's
// transaction.

import { sql } from 'kysely';
import type { Json } from '../document/value.ts';
import type { Trx } from './database.ts';

export interface PlainRecord {
  id: string;
  documentId: string;
  type: string;
  readAt: Date;
  /** Flat path → value. */
  values: Record<string, Json>;
  lines: Record<string, Json>[];
}

const plainFields = sql<Record<string, Json>>`coalesce((select jsonb_object_agg(field.key, field.value -> 'value')
  from jsonb_each(records.fields) as field), '{}'::jsonb)`;
const plainLines = sql<
  Record<string, Json>[]
>`coalesce((select jsonb_agg((select jsonb_object_agg(cell.key, cell.value -> 'value')
  from jsonb_each(line.value) as cell) order by line.place)
  from jsonb_array_elements(records.lines) with ordinality as line (value, place)), '[]'::jsonb)`;

const select = (trx: Trx) =>
  trx
    .selectFrom('records')
    .select([
      'records.id',
      'records.document_id as documentId',
      'records.type',
      'records.created_at as readAt',
      plainFields.as('values'),
      plainLines.as('lines'),
    ]);

/** Those that are there, in no order. */
export async function findPlainRecords(trx: Trx, ids: readonly string[]): Promise<PlainRecord[]> {
  if (ids.length === 0) return [];
  return select(trx)
    .where('records.id', 'in', [...ids])
    .execute();
}

/** Newest first. */
export async function listPlainRecords(
  trx: Trx,
  { type, before, limit }: { type: string; before?: string | undefined; limit: number },
): Promise<PlainRecord[]> {
  const query = select(trx).where('records.type', '=', type).orderBy('records.id', 'desc').limit(limit);
  return (before === undefined ? query : query.where('records.id', '<', before)).execute();
}
