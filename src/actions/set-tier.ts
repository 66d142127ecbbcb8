// The operator gives a workspace a tier of its own, or takes it away again.

import { SheafError } from '../errors.ts';
import { inWorkspace } from '../store/database.ts';
import type { Tier } from '../store/schema.ts';
import { writeTier } from '../store/usage-counts.ts';
import type { Services } from './services.ts';

/** null = the default tier. Throws `workspace.not-found`. */
export async function setTier(
  { db }: Pick<Services, 'db'>,
  { workspaceId, tier }: { workspaceId: string; tier: Tier | null },
): Promise<void> {
  const found = await inWorkspace(db, workspaceId, (trx) => writeTier(trx, { workspaceId, tier }));
  if (!found) throw new SheafError('workspace.not-found');
}
