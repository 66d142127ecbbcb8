// Counts what a workspace uses, in the transaction that does the work: work that is undone was never counted.

import { SheafError } from '../errors.ts';
import type { Trx } from '../store/database.ts';
import type { Tier, UsageKind } from '../store/schema.ts';
import { addUsageWithin, readTier, readUsage } from '../store/usage-counts.ts';
import { periodOf, type TierPolicy, usageNames } from './tiers.ts';

export interface QuotaUse {
  workspaceId: string;
  kind: Exclude<UsageKind, 'apiCalls'>;
  count: number;
  /** Now, unless a test says otherwise. */
  at?: Date;
}

/** What stands in a problem when a quota is used up. */
export interface QuotaState {
  kind: UsageKind;
  tier: Tier;
  limit: number;
  used: number;
  resetsAt: string;
}

/** Throws `quota.exceeded`, which says what, how many and until when. Call it inside `inWorkspace`. */
export async function takeQuota(
  trx: Trx,
  policy: TierPolicy,
  { workspaceId, kind, count, at = new Date() }: QuotaUse,
): Promise<void> {
  if (count <= 0) return;
  const tier = (await readTier(trx, workspaceId)) ?? policy.defaultTier;
  const limit = policy.tiers[tier][kind];
  const { start, resetsAt } = periodOf(kind, at);
  const period = { workspaceId, kind, periodStart: start };
  if (await addUsageWithin(trx, { ...period, count, limit })) return;
  const used = await readUsage(trx, period);
  const until = resetsAt.toISOString();
  const quota: QuotaState = { kind, tier, limit, used, resetsAt: until };
  throw new SheafError(
    'quota.exceeded',
    `The tier ${tier} allows ${limit} ${usageNames[kind]}: ${used} are used, and this asks for ${count} more. Counting starts again at ${until}`,
    { details: { quota } },
  );
}
