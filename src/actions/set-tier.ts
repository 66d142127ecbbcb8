// The operator gives a workspace a tier of its own, or takes it away again.

import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import type { Tier } from '../store/schema.ts';
import { writeTier } from '../store/usage-counts.ts';
import { recordActs } from './audit.ts';
import type { Services, Somebody } from './services.ts';

/** null = the default tier. Throws `workspace.not-found`. */
export async function setTier(
  { db }: Pick<Services, 'db'>,
  by: Somebody,
  { workspaceId, tier }: { workspaceId: string; tier: Tier | null },
): Promise<void> {
  await inWorkspace(db, workspaceId, async (trx) => {
    if (!(await writeTier(trx, { workspaceId, tier }))) throw new SheafError('workspace.not-found');
    // Where the operator was is not for the administrators of the workspace.
    const actor = { workspaceId, userId: by.userId, requestId: by.requestId };
    await recordActs(trx, actor, [{ action: 'quota.changed', details: { tier } }]);
  });
}
