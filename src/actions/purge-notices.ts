// Notices, and what was sent of them, go when their time is over.

import { inWorkspace } from '../store/database.ts';
import { deleteOldNotices } from '../store/notices.ts';
import { deleteOldDeliveries } from '../store/webhook-deliveries.ts';
import { listWorkspaceIds } from '../store/workspaces.ts';
import type { Services } from './services.ts';

const DAY_MS = 24 * 60 * 60_000;
const NOTICES_KEPT_MS = 90 * DAY_MS;
const DELIVERIES_KEPT_MS = 30 * DAY_MS;

/** In every workspace. Returns how many rows. */
export async function purgeNotices({ db }: Pick<Services, 'db'>, now: Date): Promise<number> {
  let purged = 0;
  for (const workspaceId of await listWorkspaceIds(db)) {
    purged += await inWorkspace(db, workspaceId, async (trx) => {
      const deliveries = await deleteOldDeliveries(trx, new Date(now.getTime() - DELIVERIES_KEPT_MS));
      return deliveries + (await deleteOldNotices(trx, new Date(now.getTime() - NOTICES_KEPT_MS)));
    });
  }
  return purged;
}
