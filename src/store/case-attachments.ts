// What was attached to cases: which version of what, its hash, and a copy.

import { createHash } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import { canonicalJson } from '../document/canonical-json.ts';
import type { Json } from '../document/value.ts';
import type { Trx } from './database.ts';
import type { CaseAttachmentTable } from './schema-cases.ts';

export type CaseAttachmentRow = Omit<Selectable<CaseAttachmentTable>, 'content'>;

const columns = [
  'workspace_id',
  'id',
  'case_id',
  'owner_id',
  'role',
  'source',
  'source_id',
  'source_type',
  'source_version',
  'title',
  'sha256',
  'attached_by',
  'attached_at',
  'detached_at',
] as const;

/** What the same content always has: SHA-256 of its canonical JSON. */
export const hashOfContent = (content: Json): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');

export async function insertCaseAttachment(trx: Trx, row: Insertable<CaseAttachmentTable>): Promise<void> {
  await trx.insertInto('case_attachments').values(row).execute();
}

/** Also those that were detached since; in the order in which they came. */
export async function listCaseAttachments(trx: Trx, caseIds: readonly string[]): Promise<CaseAttachmentRow[]> {
  if (caseIds.length === 0) return [];
  return trx
    .selectFrom('case_attachments')
    .select(columns)
    .where('case_id', 'in', [...caseIds])
    .orderBy('id')
    .execute();
}

export async function findCaseAttachment(
  trx: Trx,
  { caseId, id }: { caseId: string; id: string },
): Promise<Selectable<CaseAttachmentTable> | undefined> {
  return trx
    .selectFrom('case_attachments')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** It stays as what was attached once. */
export async function markDetached(trx: Trx, id: string, at: Date): Promise<void> {
  await trx.updateTable('case_attachments').set({ detached_at: at }).where('id', '=', id).execute();
}
