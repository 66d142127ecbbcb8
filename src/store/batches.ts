// Batches as rows: what came in together, counted by how far each document is. Every call runs inside a workspace's transaction.

import { type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import type { DocumentState } from './schema.ts';
import type { BatchTable } from './schema-held.ts';

export type BatchRow = Selectable<BatchTable>;

export async function insertBatch(
  trx: Trx,
  batch: { id: string; workspaceId: string; createdBy: string | null },
): Promise<void> {
  await trx
    .insertInto('batches')
    .values({ id: batch.id, workspace_id: batch.workspaceId, created_by: batch.createdBy })
    .execute();
}

export async function findBatch(trx: Trx, id: string): Promise<BatchRow | undefined> {
  return trx.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst();
}

export interface BatchCounts {
  states: Partial<Record<DocumentState, number>>;
  /** Of them, those that came out of others. */
  held: number;
}

/** Without what is in the trash. */
export async function countBatch(trx: Trx, id: string): Promise<BatchCounts> {
  const { rows } = await sql<{ state: DocumentState; count: number; held: number }>`
    select d.state, count(*)::int as count, count(p.document_id)::int as held from documents d
    left join document_parents p on p.workspace_id = d.workspace_id and p.document_id = d.id
    where d.batch_id = ${id} group by d.state`.execute(trx);
  return {
    states: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    held: rows.reduce((sum, { held }) => sum + held, 0),
  };
}
