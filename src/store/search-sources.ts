// What the index is made of, as rows: documents and records, in the trash or not, and how far the index has them.

import { sql } from 'kysely';
import type { Facets } from '../search/search-types.ts';
import type { Trx } from './database.ts';
import type { RecordRow } from './records.ts';
import type { DocumentState } from './schema.ts';
import type { SoftDeletableKind } from './soft-deletable.ts';
import { listWith, withTrash } from './trash.ts';

export interface IndexableDocument {
  id: string;
  name: string;
  state: DocumentState;
  language: string | null;
  mediaType: string;
  uploadedAt: Date;
  inTrash: boolean;
}

/** Also one in the trash. Nobody deletes, restores or changes it before the transaction ends. */
export async function lockDocumentToIndex(trx: Trx, id: string): Promise<IndexableDocument | undefined> {
  return withTrash(trx, async () => {
    const row = await trx
      .selectFrom('documents')
      .select(['id', 'sha256', 'name', 'state', 'language', 'created_at', 'deleted_at'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return undefined;
    const file = await trx
      .selectFrom('files')
      .select('media_type')
      .where('sha256', '=', row.sha256)
      .executeTakeFirstOrThrow();
    const { name, state, language } = row;
    const [uploadedAt, inTrash] = [row.created_at, row.deleted_at !== null];
    return { id, name, state, language, mediaType: file.media_type, uploadedAt, inTrash };
  });
}

export type IndexableRecord = Pick<
  RecordRow,
  'id' | 'document_id' | 'type' | 'type_version' | 'fields' | 'lines' | 'assessment' | 'deleted_at'
>;

/** Also those in the trash, in the order in which they stand in the document. */
export async function listRecordsToIndex(trx: Trx, documentId: string): Promise<IndexableRecord[]> {
  return withTrash(trx, () =>
    trx
      .selectFrom('records')
      .select(['id', 'document_id', 'type', 'type_version', 'fields', 'lines', 'assessment', 'deleted_at'])
      .where('document_id', '=', documentId)
      .orderBy('position')
      .execute(),
  );
}

export interface TrashState {
  type: 'document' | 'record';
  id: string;
  inTrash: boolean;
}

/** Whether a thing, and of a document what came out of it and all their records, are in the trash. */
export async function listTrashStates(trx: Trx, kind: SoftDeletableKind, id: string): Promise<TrashState[]> {
  const ids = await listWith(trx, { kind, id });
  const records =
    kind === 'document' ? sql`document_id = any(${ids}::uuid[])` : kind === 'record' ? sql`id = ${id}` : sql`false`;
  const documents = kind === 'document' ? sql`id = any(${ids}::uuid[])` : sql`false`;
  return withTrash(trx, async () => {
    const { rows } = await sql<TrashState>`
      select 'document' as type, id, deleted_at is not null as "inTrash" from documents where ${documents}
      union all select 'record', id, deleted_at is not null from records where ${records}`.execute(trx);
    return rows;
  });
}

/** Documents that are read and that the index does not have, oldest first. */
export async function listUnindexedDocuments(
  trx: Trx,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<string[]> {
  const place = after ? sql`and d.id > ${after}` : sql``;
  const { rows } = await sql<{ id: string }>`select d.id from documents d
    where d.state not in ('uploaded', 'processing', 'quarantined') ${place}
    and not exists (select from search_items i where i.workspace_id = d.workspace_id
      and i.source_type = 'document' and i.source_id = d.id::text)
    order by d.id limit ${limit}`.execute(trx);
  return rows.map((row) => row.id);
}

/** Every document that may be indexed, oldest first. */
export async function listDocumentIds(
  trx: Trx,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<string[]> {
  let query = trx.selectFrom('documents').select('id').orderBy('id').limit(limit);
  if (after) query = query.where('id', '>', after);
  return (await query.execute()).map((row) => row.id);
}

export interface ItemOfText {
  /** Of the text. */
  hash: string;
  collectionId: string;
  itemId: string;
  facets: Facets;
  /** The document that it is, or whose record; null: it is neither. */
  documentId: string | null;
  /** When it became known. */
  since: Date;
}

/** Items that hold one of these texts and may be found. */
export async function listItemsOfTexts(trx: Trx, hashes: readonly string[]): Promise<ItemOfText[]> {
  const { rows } = await sql<ItemOfText>`with found as (
      select distinct p.hash, c.id as "collectionId", i.id as "itemId", i.facets, i.created_at,
        case i.source_type when 'document' then i.source_id when 'record' then r.document_id::text end as "documentId"
      from search_passages p
      join search_items i on i.workspace_id = p.workspace_id and i.collection = p.collection and i.number = p.item
      join search_collections c on c.workspace_id = i.workspace_id and c.number = i.collection
      left join records r on i.source_type = 'record' and r.workspace_id = i.workspace_id and r.id::text = i.source_id
      where p.hash = any(${hashes}::uuid[]) and not i.hidden and (i.source_type <> 'record' or r.id is not null))
    select hash, "collectionId", "itemId", facets, "documentId", coalesce(
      (select max(u.finished_at) from runs u where u.document_id::text = "documentId"), created_at) as since
    from found`.execute(trx);
  return rows;
}

/** When the newest reading of a document was over. */
export async function findReadAt(trx: Trx, documentId: string): Promise<Date | undefined> {
  const row = await trx
    .selectFrom('runs')
    .select((eb) => eb.fn.max('finished_at').as('at'))
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** Source (`record <id>`) → its document, of those that are there and not in the trash. */
export async function listDocumentsOfHits(
  trx: Trx,
  hits: readonly { source: { type: string; id: string } }[],
): Promise<Map<string, string>> {
  const idsOf = (type: string): string[] =>
    hits.filter(({ source }) => source.type === type).map(({ source }) => source.id);
  const { rows } = await sql<{ source: string; document: string }>`
    select 'document ' || id::text as source, id as document from documents where id = any(${idsOf('document')}::uuid[])
    union all select 'record ' || r.id::text, d.id from records r join documents d on d.id = r.document_id
    where r.id = any(${idsOf('record')}::uuid[])`.execute(trx);
  return new Map(rows.map((row) => [row.source, row.document]));
}
