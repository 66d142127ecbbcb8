// What is odd about records, as rows: one for each record and watch. Every call runs inside a workspace's transaction.

import { type Selectable, sql } from 'kysely';
import type { Severity } from '../document/value.ts';
import type { Trx } from './database.ts';
import { cleanText, toJsonb } from './jsonb.ts';
import { newId } from './new-id.ts';
import type { FindingReason, FindingState, FindingTable } from './schema-findings.ts';

export type FindingRow = Selectable<FindingTable>;

export interface FindingContent {
  watch: string;
  watchVersion: string;
  severity: Severity;
  path: string;
  message: string;
  reasons: FindingReason[];
  basis: string;
}

export interface FindingFilter {
  recordId?: string | undefined;
  state?: FindingState | undefined;
  watch?: string | undefined;
  before?: string | undefined;
  limit: number;
}

/** Newest first. Those of records in the trash are left out. */
export async function listFindings(trx: Trx, filter: FindingFilter): Promise<FindingRow[]> {
  let query = trx
    .selectFrom('findings')
    .innerJoin('records', 'records.id', 'findings.record_id')
    .selectAll('findings')
    .orderBy('findings.id', 'desc')
    .limit(filter.limit);
  if (filter.recordId) query = query.where('findings.record_id', '=', filter.recordId);
  if (filter.state) query = query.where('findings.state', '=', filter.state);
  if (filter.watch) query = query.where('findings.watch', '=', filter.watch);
  if (filter.before) query = query.where('findings.id', '<', filter.before);
  return query.execute();
}

/** Of one record, whatever their state. */
export async function findingsOf(trx: Trx, recordId: string): Promise<FindingRow[]> {
  return trx.selectFrom('findings').selectAll().where('record_id', '=', recordId).orderBy('id').execute();
}

export async function lockFinding(trx: Trx, id: string): Promise<FindingRow | undefined> {
  return trx.selectFrom('findings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Of these records, those about which the watch found something that nobody dismissed. */
export async function suspectedRecords(trx: Trx, watch: string, recordIds: readonly string[]): Promise<Set<string>> {
  if (recordIds.length === 0) return new Set();
  const rows = await trx
    .selectFrom('findings')
    .select('record_id')
    .where('record_id', 'in', [...recordIds])
    .where('watch', '=', watch)
    .where('state', 'in', ['open', 'confirmed'])
    .execute();
  return new Set(rows.map(({ record_id }) => record_id));
}

/** What a watch found about these records and nobody dismissed. */
export async function listFindingsOf(
  trx: Trx,
  { watch, records }: { watch: string; records: readonly string[] },
): Promise<FindingRow[]> {
  if (records.length === 0) return [];
  return trx
    .selectFrom('findings')
    .selectAll()
    .where('record_id', 'in', [...records])
    .where('watch', '=', watch)
    .where('state', 'in', ['open', 'confirmed'])
    .execute();
}

const columnsOf = (content: FindingContent) => ({
  watch_version: content.watchVersion,
  severity: content.severity,
  path: cleanText(content.path),
  message: cleanText(content.message),
  reasons: toJsonb(content.reasons),
  basis: cleanText(content.basis),
});

export async function insertFinding(
  trx: Trx,
  { workspaceId, recordId, content }: { workspaceId: string; recordId: string; content: FindingContent },
): Promise<FindingRow> {
  return trx
    .insertInto('findings')
    .values({
      workspace_id: workspaceId,
      id: newId(),
      record_id: recordId,
      watch: content.watch,
      state: 'open',
      ...columnsOf(content),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface FindingChange {
  state: FindingState;
  content?: FindingContent;
  /** null takes it back; absent = it stays. */
  decision?: { by: string; reason: string | null } | null;
}

/** Under the next version. */
export async function updateFinding(trx: Trx, row: FindingRow, change: FindingChange): Promise<FindingRow> {
  const { decision } = change;
  return trx
    .updateTable('findings')
    .set({
      state: change.state,
      ...(change.content ? columnsOf(change.content) : {}),
      ...(decision === undefined
        ? {}
        : {
            decided_by: decision?.by ?? null,
            decision_reason: decision?.reason ?? null,
            decided_at: decision ? new Date() : null,
          }),
      version: row.version + 1,
      updated_at: new Date(),
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface OlderRecord {
  id: string;
  read_at: Date;
}

/** For each key and type the newest records that have it and were made before this one; trash left out. Each once. */
export async function recordsBefore(
  trx: Trx,
  {
    keys,
    types,
    recordId,
    mostPerKey,
  }: { keys: readonly string[]; types: readonly string[]; recordId: string; mostPerKey: number },
): Promise<OlderRecord[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<OlderRecord>`
    select records.id, records.created_at as read_at from (
      select distinct found.record_id
      from unnest(${keys}::text[]) as k (key)
      cross join unnest(${types}::text[]) as t (type)
      cross join lateral (
        select record_id from match_keys
        where key = k.key and record_type = t.type and record_id < ${recordId}
        order by record_id desc limit ${mostPerKey}::int
      ) as found
    ) as older
    join records on records.id = older.record_id and records.deleted_at is null
    order by records.id desc`.execute(trx);
  return rows;
}
