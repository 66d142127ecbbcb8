// Which document came out of which, as rows. Every call runs inside a workspace's transaction.

import { type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import type { DocumentParentTable } from './schema-held.ts';

export type DocumentParentRow = Selectable<DocumentParentTable>;

export async function insertDocumentParent(trx: Trx, row: DocumentParentRow): Promise<void> {
  await trx.insertInto('document_parents').values(row).execute();
}

export async function findDocumentParent(trx: Trx, documentId: string): Promise<DocumentParentRow | undefined> {
  return trx.selectFrom('document_parents').selectAll().where('document_id', '=', documentId).executeTakeFirst();
}

/** Positions whose documents are there already, in the trash or not: a reading that is done again makes none twice. */
export async function listTakenPositions(trx: Trx, parentId: string): Promise<Set<number>> {
  const rows = await trx.selectFrom('document_parents').select('position').where('parent_id', '=', parentId).execute();
  return new Set(rows.map((row) => row.position));
}

/** How many documents came out of one that was given; nobody adds to them before the transaction ends. */
export async function countUnderRoot(
  trx: Trx,
  { workspaceId, rootId }: { workspaceId: string; rootId: string },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${workspaceId}), hashtext(${rootId}))`.execute(trx);
  const row = await trx
    .selectFrom('document_parents')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('root_id', '=', rootId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The document, and all that came out of it, however deep; also what is in the trash. */
export async function listDocumentTree(trx: Trx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with recursive tree (id) as (
      select ${id}::uuid union select p.document_id from document_parents p join tree on p.parent_id = tree.id
    ) select id from tree`.execute(trx);
  return rows.map((row) => row.id);
}
