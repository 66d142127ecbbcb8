// What the gateway writes down, in the store: each entry is one short transaction of the workspace.

import { monthOf, premiumTiers, type TierPolicy } from '../identity/tiers.ts';
import type { RaiseNotice } from '../notify/notice.ts';
import { listAdministratorPlaces } from '../store/administrator-places.ts';
import { type Db, inWorkspace, type Trx, withWorkspace } from '../store/database.ts';
import {
  effectiveLimits,
  isLimited,
  type ModelAmount,
  type ModelLimits,
  readModelUse,
  readTotalUse,
  reserveModelCall,
  settleModelCall,
} from '../store/model-budgets.ts';
import { findAnswer, insertCachedCall, keepAnswer } from '../store/model-calls.ts';
import type { SecretBox } from '../store/sealed-secrets.ts';
import { readTier } from '../store/usage-counts.ts';
import type { ModelBook } from '../write/gateway/model-book.ts';

/** Percent of a budget from which on its workspace is warned. */
const WARN_AT = 80;

export interface ModelBookParts {
  db: Db;
  secrets: SecretBox;
  /** Of the settings. */
  budgets: { each: ModelLimits; total: ModelLimits };
  tierPolicy: TierPolicy;
  /** False: only sums. */
  keepCalls: boolean;
  onCached?: () => void;
  /** Tells the people of a workspace, once a month each, that its budget is nearly used up, and that it is. */
  raiseNotice: RaiseNotice;
}

export function createModelBook(parts: ModelBookParts): ModelBook {
  const { db, secrets, budgets, tierPolicy, keepCalls, raiseNotice } = parts;
  const thisMonth = (): string => monthOf(new Date()).start;

  async function tellUsedUp(trx: Trx, { workspaceId, month }: WorkspaceMonth): Promise<void> {
    const subject = { type: 'workspace', id: workspaceId } as const;
    await raiseNotice(trx, { workspaceId, kind: 'budget.exhausted', key: month, subject, data: { month } });
  }

  async function tellNearlyUsedUp(trx: Trx, { workspaceId, month }: WorkspaceMonth): Promise<void> {
    const limits = await effectiveLimits(trx, budgets.each);
    if (!isLimited(limits)) return;
    const { used } = await readModelUse(trx, { workspaceId, periodStart: month });
    const percent = percentOf(limits, used);
    if (percent < WARN_AT) return;
    const subject = { type: 'workspace', id: workspaceId } as const;
    await raiseNotice(trx, { workspaceId, kind: 'budget.warning', key: month, subject, data: { month, percent } });
  }

  /** Of the installation: its administrators hear of it, each in a workspace of theirs. After what was used is counted. */
  async function tellTotalNearlyUsedUp(month: string): Promise<void> {
    if (toldOfTotal === month || !isLimited(budgets.total)) return;
    await db.transaction().execute(async (trx) => {
      const percent = percentOf(budgets.total, await readTotalUse(trx, month));
      if (percent < WARN_AT) return;
      for (const { workspaceId, userIds } of await listAdministratorPlaces(trx)) {
        const subject = { type: 'workspace', id: workspaceId } as const;
        const about = { workspaceId, userIds, subject, key: month, data: { month, percent } };
        await withWorkspace(trx, workspaceId, () => raiseNotice(trx, { ...about, kind: 'budget.total-warning' }));
      }
      toldOfTotal = month;
    });
  }
  let toldOfTotal: string | undefined;

  return {
    admits: (workspaceId) =>
      inWorkspace(db, workspaceId, async (trx) =>
        premiumTiers.includes((await readTier(trx, workspaceId)) ?? tierPolicy.defaultTier),
      ),
    async reserve(call, amount, holdMs) {
      const periodStart = thisMonth();
      const reservation = { call, amount, holdMs, limits: budgets, periodStart };
      const end = await inWorkspace(db, call.workspaceId, async (trx) => {
        const end = await reserveModelCall(trx, reservation);
        if (end === 'used-up') await tellUsedUp(trx, { workspaceId: call.workspaceId, month: periodStart });
        return end;
      });
      return end === 'held';
    },
    async settle({ call, request, response, ...end }) {
      const { id, workspaceId } = call;
      const settled = await inWorkspace(db, workspaceId, async (trx) => {
        const month = await settleModelCall(trx, {
          ...end,
          id,
          workspaceId,
          sealedRequest: request === undefined ? undefined : secrets.seal(request),
          sealedResponse: response === undefined ? undefined : secrets.seal(response),
          keep: keepCalls,
        });
        if (month !== undefined) await tellNearlyUsedUp(trx, { workspaceId, month });
        return month;
      });
      if (settled !== undefined) await tellTotalNearlyUsedUp(settled);
    },
    async noteCached(call) {
      parts.onCached?.();
      if (!keepCalls) return;
      const row = {
        id: call.id,
        workspace_id: call.workspaceId,
        user_id: call.userId ?? null,
        prompt: call.prompt,
        prompt_version: call.promptVersion,
        provider: call.provider,
        model: call.model,
        redacted: call.redacted,
      };
      await inWorkspace(db, call.workspaceId, (trx) => insertCachedCall(trx, row, thisMonth()));
    },
    keyOf: (question) => secrets.fingerprint(question),
    async findAnswer(workspaceId, key) {
      const sealed = await inWorkspace(db, workspaceId, (trx) => findAnswer(trx, key));
      return sealed === undefined ? undefined : secrets.open(sealed);
    },
    async keepAnswer(workspaceId, { key, json, forMs }) {
      const expiresAt = new Date(Date.now() + forMs);
      const kept = { workspaceId, key, sealedAnswer: secrets.seal(json), expiresAt };
      await inWorkspace(db, workspaceId, (trx) => keepAnswer(trx, kept));
    },
  };
}

interface WorkspaceMonth {
  workspaceId: string;
  /** Its first day. */
  month: string;
}

/** Of the budget that is nearest to its end. */
function percentOf(limits: ModelLimits, used: ModelAmount): number {
  const shares = (['tokens', 'costMicros'] as const).flatMap((what) => {
    const limit = limits[what];
    return limit === undefined ? [] : [limit === 0 ? 1 : used[what] / limit];
  });
  return Math.floor(Math.max(0, ...shares) * 100);
}
