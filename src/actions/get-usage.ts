// What the workspace used of its tier, and when counting starts again.

import { periodOf, type TierPolicy } from '../identity/tiers.ts';
import { inWorkspace } from '../store/database.ts';
import { type Tier, type UsageKind, usageKinds } from '../store/schema.ts';
import { readTier, readUsage } from '../store/usage-counts.ts';
import type { Actor, Services } from './services.ts';

export interface UsageOfKind {
  kind: UsageKind;
  used: number;
  /** Infinity = unlimited. */
  limit: number;
  resetsAt: Date;
}

export interface Usage {
  tier: Tier;
  usage: UsageOfKind[];
}

export async function getUsage(
  { db, tierPolicy }: Pick<Services, 'db'> & { tierPolicy: TierPolicy },
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  at = new Date(),
): Promise<Usage> {
  return inWorkspace(db, workspaceId, async (trx) => {
    const tier = (await readTier(trx, workspaceId)) ?? tierPolicy.defaultTier;
    const usage: UsageOfKind[] = [];
    for (const kind of usageKinds) {
      const { start, resetsAt } = periodOf(kind, at);
      const used = await readUsage(trx, { workspaceId, kind, periodStart: start });
      usage.push({ kind, used, limit: tierPolicy.tiers[tier][kind], resetsAt });
    }
    return { tier, usage };
  });
}
