// Records and their corrections as rows. Every call runs inside a workspace's transaction.

import type { Selectable } from 'kysely';
import type { LineProof } from '../document/line-proof.ts';
import type { Assessment, DocumentRecord, Issue, LineItem, Value } from '../document/value.ts';
import type { Trx } from './database.ts';
import { cleanText, toJsonb } from './jsonb.ts';
import { putRecordCandidates } from './record-candidates.ts';
import type { RecordTable } from './schema.ts';

export type RecordRow = Selectable<RecordTable>;

export interface NewRecord {
  id: string;
  workspaceId: string;
  documentId: string;
  runId: string;
  position: number;
  record: DocumentRecord;
}

export async function insertRecord(trx: Trx, { record, ...row }: NewRecord): Promise<void> {
  await trx
    .insertInto('records')
    .values({
      id: row.id,
      workspace_id: row.workspaceId,
      document_id: row.documentId,
      run_id: row.runId,
      position: row.position,
      type: cleanText(record.type),
      type_version: record.typeVersion ?? null,
      confidence: record.confidence,
      alternatives: toJsonb(record.alternatives),
      pages: toJsonb(record.pages),
      fields: toJsonb(record.fields),
      lines: toJsonb(record.lines),
      issues: toJsonb(record.issues),
      assessment: record.assessment ? toJsonb(record.assessment) : null,
      line_proof: record.lineProof ? toJsonb(record.lineProof) : null,
      structured: record.structured ? toJsonb(record.structured) : null,
      comparison: record.comparison ? toJsonb(record.comparison) : null,
    })
    .execute();
  if (record.candidates) await putRecordCandidates(trx, row, record.candidates);
}

export async function findRecord(trx: Trx, id: string): Promise<RecordRow | undefined> {
  return trx.selectFrom('records').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Like findRecord, but no other transaction can change it before this one ends. */
export async function lockRecord(trx: Trx, id: string): Promise<RecordRow | undefined> {
  return trx.selectFrom('records').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export interface RecordFilter {
  type?: string | undefined;
  documentId?: string | undefined;
  before?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listRecords(trx: Trx, { type, documentId, before, limit }: RecordFilter): Promise<RecordRow[]> {
  let query = trx.selectFrom('records').selectAll().orderBy('id', 'desc').limit(limit);
  if (type) query = query.where('type', '=', type);
  if (documentId) query = query.where('document_id', '=', documentId);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** The records of one document in the order in which they stand in it. */
export async function listDocumentRecords(trx: Trx, documentId: string): Promise<{ id: string; type: string }[]> {
  return trx
    .selectFrom('records')
    .select(['id', 'type'])
    .where('document_id', '=', documentId)
    .orderBy('position')
    .execute();
}

export interface RecordChange {
  fields: Record<string, Value>;
  lines: LineItem[];
  issues: Issue[];
  assessment?: Assessment | undefined;
  lineProof?: LineProof | undefined;
}

/** Stores the changed content under the next version. The caller holds the lock. */
export async function updateRecord(trx: Trx, row: RecordRow, change: RecordChange): Promise<void> {
  await trx
    .updateTable('records')
    .set({
      fields: toJsonb(change.fields),
      lines: toJsonb(change.lines),
      issues: toJsonb(change.issues),
      assessment: change.assessment ? toJsonb(change.assessment) : null,
      line_proof: change.lineProof ? toJsonb(change.lineProof) : null,
      version: row.version + 1,
      updated_at: new Date(),
    })
    .where('id', '=', row.id)
    .execute();
}

export interface NewCorrection {
  id: string;
  workspaceId: string;
  recordId: string;
  documentId: string;
  path: string;
  before: Value | null;
  after: Value | null;
  madeBy: string | null;
}

export async function insertCorrection(trx: Trx, correction: NewCorrection): Promise<void> {
  await trx
    .insertInto('corrections')
    .values({
      id: correction.id,
      workspace_id: correction.workspaceId,
      record_id: correction.recordId,
      document_id: correction.documentId,
      path: correction.path,
      before: correction.before && toJsonb(correction.before),
      after: correction.after && toJsonb(correction.after),
      made_by: correction.madeBy,
    })
    .execute();
}

export async function listCorrections(
  trx: Trx,
  recordId: string,
): Promise<{ path: string; before: Value | null; after: Value | null }[]> {
  const rows = await trx
    .selectFrom('corrections')
    .select(['path', 'before', 'after'])
    .where('record_id', '=', recordId)
    .orderBy('id')
    .execute();
  return rows as unknown as { path: string; before: Value | null; after: Value | null }[];
}

/** Of several records, each record's in order. */
export async function listCorrectionsOf(
  trx: Trx,
  recordIds: readonly string[],
): Promise<{ record_id: string; path: string; before: Value | null; after: Value | null }[]> {
  if (recordIds.length === 0) return [];
  const rows = await trx
    .selectFrom('corrections')
    .select(['record_id', 'path', 'before', 'after'])
    .where('record_id', 'in', recordIds)
    .orderBy('id')
    .execute();
  return rows as unknown as { record_id: string; path: string; before: Value | null; after: Value | null }[];
}

/** null: nobody did, or whoever it was has no account any more. */
export async function whoCorrectedLast(trx: Trx, recordId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('corrections')
    .select('made_by')
    .where('record_id', '=', recordId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.made_by ?? null;
}
