// What came in together, and how far it is.

import { SheafError } from '../errors.ts';
import { type BatchCounts, type BatchRow, countBatch, findBatch } from '../store/batches.ts';
import { inWorkspace } from '../store/database.ts';
import type { Actor, Services } from './services.ts';

export type BatchView = BatchRow & BatchCounts;

/** Throws `batch.not-found`. */
export async function getBatch(
  { db }: Pick<Services, 'db'>,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  id: string,
): Promise<BatchView> {
  return inWorkspace(db, workspaceId, async (trx) => {
    const batch = await findBatch(trx, id);
    if (!batch) throw new SheafError('batch.not-found');
    return { ...batch, ...(await countBatch(trx, id)) };
  });
}
