// Document types of a workspace's own, as rows. Every call runs inside a workspace's transaction.

import { type Selectable, sql } from 'kysely';
import type { TypeDefinition } from '../document/type-definition.ts';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import type { DocumentTypeTable, TypeState } from './schema-types.ts';

export type DocumentTypeRow = Selectable<DocumentTypeTable>;

/** Changes of one workspace's types take turns: ids, drafts and counts are judged on all of them. */
export async function lockTypes(trx: Trx, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`document-types ${workspaceId}`}, 0))`.execute(trx);
}

/** All versions of one type, the newest first; of all types when `typeId` is left out. */
export async function listTypeVersions(trx: Trx, typeId?: string): Promise<DocumentTypeRow[]> {
  let query = trx.selectFrom('document_types').selectAll().orderBy('type_id').orderBy('version', 'desc');
  if (typeId !== undefined) query = query.where('type_id', '=', typeId);
  return query.execute();
}

/** Those that documents are read by. */
export async function listPublishedTypes(trx: Trx): Promise<DocumentTypeRow[]> {
  return trx.selectFrom('document_types').selectAll().where('state', '=', 'published').orderBy('type_id').execute();
}

export async function findTypeVersion(trx: Trx, typeId: string, version: number): Promise<DocumentTypeRow | undefined> {
  return trx
    .selectFrom('document_types')
    .selectAll()
    .where('type_id', '=', typeId)
    .where('version', '=', version)
    .executeTakeFirst();
}

export interface NewTypeVersion {
  workspaceId: string;
  typeId: string;
  version: number;
  definition: TypeDefinition;
  madeBy: string;
}

export async function insertTypeDraft(trx: Trx, draft: NewTypeVersion): Promise<DocumentTypeRow> {
  return trx
    .insertInto('document_types')
    .values({
      workspace_id: draft.workspaceId,
      type_id: draft.typeId,
      version: draft.version,
      state: 'draft',
      definition: toJsonb(draft.definition),
      made_by: draft.madeBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** What is being worked on; a version that was published is never changed. */
export async function updateTypeDraft(
  trx: Trx,
  { type_id, version, revision }: DocumentTypeRow,
  definition: TypeDefinition,
): Promise<DocumentTypeRow> {
  return trx
    .updateTable('document_types')
    .set({ definition: toJsonb(definition), revision: revision + 1, updated_at: new Date() })
    .where('type_id', '=', type_id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteTypeDraft(trx: Trx, typeId: string): Promise<void> {
  await trx.deleteFrom('document_types').where('type_id', '=', typeId).where('state', '=', 'draft').execute();
}

/** Moves the versions that are `from` to the state `to`. */
export async function moveTypeVersions(
  trx: Trx,
  { typeId, from, to }: { typeId: string; from: TypeState; to: TypeState },
): Promise<void> {
  const now = new Date();
  await trx
    .updateTable('document_types')
    .set({ state: to, updated_at: now, ...(to === 'published' ? { published_at: now } : {}) })
    .where('type_id', '=', typeId)
    .where('state', '=', from)
    .execute();
}
