// The quota of API calls a day, by workspace: counted like the rate limits, in batches, with the total kept for good.

import { getUsage } from '../actions/get-usage.ts';
import { SheafError } from '../errors.ts';
import { periodOf, type TierPolicy } from '../identity/tiers.ts';
import type { Database } from '../store/database.ts';
import type { Tier } from '../store/schema.ts';
import { addApiCalls, type CallCount } from '../store/usage-counts.ts';
import type { App } from './api-context.ts';
import { knownCaller } from './caller.ts';
import { countInBatches } from './count-in-batches.ts';
import { isCounted } from './route-config.ts';
import { createSharedCounter, type KeyCount } from './shared-counter.ts';

interface LimitCallsOptions {
  db: Database['db'];
  tierPolicy: TierPolicy;
  now?: () => number;
}

const DAY_SECONDS = 24 * 60 * 60;
const MAX_WORKSPACES = 20_000;
/** A new tier takes effect after this long. */
const TIER_KNOWN_MS = 30_000;

export function limitCalls(app: App, { db, tierPolicy, now = Date.now }: LimitCallsOptions): void {
  const counter = createSharedCounter({ windowSeconds: DAY_SECONDS, maxKeys: MAX_WORKSPACES, now });
  const tiers = new Map<string, { tier: Tier; until: number }>();

  const tierOf = async (workspaceId: string): Promise<Tier> => {
    const known = tiers.get(workspaceId);
    if (known && known.until > now()) return known.tier;
    const { tier, usage } = await getUsage({ db, tierPolicy }, { workspaceId }, new Date(now()));
    const { used } = usage.find(({ kind }) => kind === 'apiCalls')!;
    counter.learn({ key: workspaceId, windowNumber: dayOf(now()), count: used });
    if (tiers.size >= MAX_WORKSPACES) tiers.clear();
    tiers.set(workspaceId, { tier, until: now() + TIER_KNOWN_MS });
    return tier;
  };

  const soon = countInBatches(app, async () => {
    const pending = counter.takePending();
    if (pending.length === 0) return;
    try {
      for (const total of await addApiCalls(db, pending.map(toCallCount))) counter.learn(toKeyCount(total));
      counter.settle();
    } catch (error) {
      counter.putBack();
      throw error;
    }
  });

  app.addHook('preParsing', async (request) => {
    const caller = knownCaller(request);
    if (!caller?.workspaceId || !isCounted(request)) return;
    const tier = await tierOf(caller.workspaceId);
    const limit = tierPolicy.tiers[tier].apiCalls;
    const used = counter.look(caller.workspaceId);
    if (used < limit) {
      counter.add(caller.workspaceId);
      soon();
      return;
    }
    const resetsAt = periodOf('apiCalls', new Date(now())).resetsAt.toISOString();
    throw new SheafError(
      'quota.calls-exceeded',
      `The tier ${tier} allows ${limit} API calls a day. Counting starts again at ${resetsAt}`,
      {
        details: {
          retryAfterSeconds: counter.secondsLeft(),
          quota: { kind: 'apiCalls', tier, limit, used, resetsAt },
        },
      },
    );
  });
}

const dayOf = (ms: number): number => Math.floor(ms / 1000 / DAY_SECONDS);

const toCallCount = ({ key, windowNumber, count }: KeyCount): CallCount => ({
  workspaceId: key,
  periodStart: new Date(windowNumber * DAY_SECONDS * 1000).toISOString().slice(0, 10),
  count,
});

const toKeyCount = ({ workspaceId, periodStart, count }: CallCount): KeyCount => ({
  key: workspaceId,
  windowNumber: dayOf(Date.parse(`${periodStart}T00:00:00Z`)),
  count,
});
