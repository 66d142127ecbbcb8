// Documents, and the files they point to, as rows. Every call runs inside a workspace's transaction.

import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { PageGeometry } from '../document/parsed-document.ts';
import type { Trx } from './database.ts';
import { cleanText, toJsonb } from './jsonb.ts';
import { insertLiveEvents } from './live-events.ts';
import type { DocumentState, DocumentTable, RunStatus } from './schema.ts';
import type { SoftDeleteColumns } from './schema-keeping.ts';

export type DocumentRow = Selectable<DocumentTable>;

export interface NewDocument {
  id: string;
  workspaceId: string;
  sha256: string;
  name: string;
  mediaType: string;
  size: number;
  typeHint: string | null;
  sealedPassword: string | null;
  uploadedBy: string | null;
  batchId?: string | null;
}

export async function insertDocument(trx: Trx, document: NewDocument): Promise<void> {
  const { workspaceId: workspace_id, sha256 } = document;
  await trx
    .insertInto('files')
    .values({ workspace_id, sha256, media_type: document.mediaType, size: document.size })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('documents')
    .values({
      id: document.id,
      workspace_id,
      sha256,
      name: cleanText(document.name),
      state: 'uploaded',
      type_hint: document.typeHint,
      sealed_password: document.sealedPassword,
      uploaded_by: document.uploadedBy,
      batch_id: document.batchId ?? null,
    })
    .execute();
  await insertLiveEvents(trx, [{ type: 'document', data: { documentId: document.id, state: 'uploaded' } }]);
}

/** A document with its file and the newest of its runs, without what grows with its pages. */
export interface DocumentView extends Omit<DocumentRow, 'page_geometry' | keyof SoftDeleteColumns> {
  media_type: string;
  size: number;
  run_id: string;
  run_status: RunStatus;
  /** Which document it came out of, and where in it; null when it was given itself. */
  parent_id: string | null;
  parent_name: string | null;
  position: number | null;
  /** Documents that came out of it, without those in the trash. */
  children: number;
}

export type DocumentDetail = DocumentView & Pick<DocumentRow, 'page_geometry'>;

const viewColumns = [
  'documents.workspace_id',
  'documents.id',
  'documents.sha256',
  'documents.name',
  'documents.state',
  'documents.type_hint',
  'documents.sealed_password',
  'documents.page_count',
  'documents.language',
  'documents.uploaded_by',
  'documents.released_at',
  'documents.released_by',
  'documents.batch_id',
  'documents.created_at',
  'documents.updated_at',
] as const;

const selectViews = (trx: Trx) =>
  trx
    .selectFrom('documents')
    .innerJoin('files', (join) =>
      join.onRef('files.workspace_id', '=', 'documents.workspace_id').onRef('files.sha256', '=', 'documents.sha256'),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('runs')
          .select(['runs.id as run_id', 'runs.status as run_status'])
          .whereRef('runs.workspace_id', '=', 'documents.workspace_id')
          .whereRef('runs.document_id', '=', 'documents.id')
          .orderBy('runs.id', 'desc')
          .limit(1)
          .as('run'),
      (join) => join.on(sql<boolean>`true`),
    )
    .leftJoin('document_parents as link', (join) =>
      join.onRef('link.workspace_id', '=', 'documents.workspace_id').onRef('link.document_id', '=', 'documents.id'),
    )
    .leftJoin('documents as above', (join) =>
      join.onRef('above.workspace_id', '=', 'link.workspace_id').onRef('above.id', '=', 'link.parent_id'),
    )
    .select(viewColumns)
    .select(['files.media_type', 'files.size', 'run.run_id', 'run.run_status'])
    .select(['link.parent_id', 'above.name as parent_name', 'link.position'])
    .select(
      sql<number>`(select count(*)::int from document_parents below join documents child
        on child.workspace_id = below.workspace_id and child.id = below.document_id
        where below.workspace_id = documents.workspace_id and below.parent_id = documents.id)`.as('children'),
    );

export async function findDocument(trx: Trx, id: string): Promise<DocumentDetail | undefined> {
  return selectViews(trx).select('documents.page_geometry').where('documents.id', '=', id).executeTakeFirst();
}

export type LockedDocument = Pick<
  DocumentRow,
  'state' | 'name' | 'type_hint' | 'sealed_password' | 'uploaded_by' | 'batch_id'
>;

/** What no other transaction can change before this one ends; undefined when it is not there or in the trash. */
export async function lockDocument(trx: Trx, id: string): Promise<LockedDocument | undefined> {
  return trx
    .selectFrom('documents')
    .select(['state', 'name', 'type_hint', 'sealed_password', 'uploaded_by', 'batch_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export interface DocumentFilter {
  state?: DocumentState | undefined;
  /** Only those that came out of this document; `none` = only those that were given themselves. */
  parent?: string | undefined;
  batch?: string | undefined;
  /** Only documents older than this id. */
  before?: string | undefined;
  limit: number;
}

/** Newest first; what came out of one document in its order. */
export async function listDocuments(
  trx: Trx,
  { state, parent, batch, before, limit }: DocumentFilter,
): Promise<DocumentView[]> {
  let query = selectViews(trx).orderBy('documents.id', 'desc').limit(limit);
  if (state) query = query.where('documents.state', '=', state);
  if (parent === 'none') query = query.where('link.parent_id', 'is', null);
  else if (parent) query = query.where('link.parent_id', '=', parent);
  if (batch) query = query.where('documents.batch_id', '=', batch);
  if (before) query = query.where('documents.id', '<', before);
  return query.execute();
}

export async function updateDocument(
  trx: Trx,
  id: string,
  {
    pageGeometry,
    ...change
  }: {
    state?: DocumentState;
    page_count?: number;
    pageGeometry?: PageGeometry[];
    language?: string | null;
    released_at?: Date;
    released_by?: string;
  },
): Promise<void> {
  await trx
    .updateTable('documents')
    .set({ ...change, ...(pageGeometry ? { page_geometry: toJsonb(pageGeometry) } : {}), updated_at: new Date() })
    .where('id', '=', id)
    .execute();
  if (change.state) await insertLiveEvents(trx, [{ type: 'document', data: { documentId: id, state: change.state } }]);
}
