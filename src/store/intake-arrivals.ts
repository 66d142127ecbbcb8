// What came in by itself and what became of it, as rows. Every call runs inside a workspace's transaction.

import type { Insertable, Selectable } from 'kysely';
import type { Trx } from './database.ts';
import type { IntakeArrivalTable } from './schema-intake.ts';

export type IntakeArrivalRow = Selectable<IntakeArrivalTable>;

export async function insertArrival(trx: Trx, arrival: Insertable<IntakeArrivalTable>): Promise<void> {
  await trx.insertInto('intake_arrivals').values(arrival).execute();
}

/** The document that the same arrival became before; undefined when it was not taken yet. */
export async function findTaken(
  trx: Trx,
  sourceId: string,
  identity: string,
): Promise<{ documentId: string | null } | undefined> {
  return trx
    .selectFrom('intake_arrivals')
    .select('document_id as documentId')
    .where('source_id', '=', sourceId)
    .where('identity', '=', identity)
    .where('outcome', '=', 'taken')
    .executeTakeFirst();
}

/** Newest first. */
export async function listArrivals(
  trx: Trx,
  sourceId: string,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<IntakeArrivalRow[]> {
  let query = trx
    .selectFrom('intake_arrivals')
    .selectAll()
    .where('source_id', '=', sourceId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}
