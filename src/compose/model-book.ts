// What the gateway writes down, in the store: each entry is one short transaction of the workspace.

import { monthOf, premiumTiers, type TierPolicy } from '../identity/tiers.ts';
import type { RaiseNotice } from '../notify/notice.ts';
import { type Db, inWorkspace } from '../store/database.ts';
import { type ModelLimits, reserveModelCall, settleModelCall } from '../store/model-budgets.ts';
import { findAnswer, insertCachedCall, keepAnswer } from '../store/model-calls.ts';
import type { SecretBox } from '../store/sealed-secrets.ts';
import { readTier } from '../store/usage-counts.ts';
import type { ModelBook } from '../write/gateway/model-book.ts';

export interface ModelBookParts {
  db: Db;
  secrets: SecretBox;
  /** Of the settings. */
  budgets: { each: ModelLimits; total: ModelLimits };
  tierPolicy: TierPolicy;
  /** False: only sums. */
  keepCalls: boolean;
  onCached?: () => void;
  /** Tells the people of a workspace once a month that its budget is used up. */
  raiseNotice?: RaiseNotice;
}

export function createModelBook(parts: ModelBookParts): ModelBook {
  const { db, secrets, budgets, tierPolicy, keepCalls, raiseNotice } = parts;
  const thisMonth = (): string => monthOf(new Date()).start;

  async function tellOverBudget(workspaceId: string, periodStart: string): Promise<void> {
    await inWorkspace(db, workspaceId, async (trx) =>
      raiseNotice?.(trx, {
        workspaceId,
        kind: 'model.over-budget',
        key: `model.over-budget:${workspaceId}:${periodStart}`,
        subject: { type: 'workspace', id: workspaceId },
        data: { month: periodStart },
      }),
    );
  }

  return {
    admits: (workspaceId) =>
      inWorkspace(db, workspaceId, async (trx) =>
        premiumTiers.includes((await readTier(trx, workspaceId)) ?? tierPolicy.defaultTier),
      ),
    async reserve(call, amount, holdMs) {
      const periodStart = thisMonth();
      const reservation = { call, amount, holdMs, limits: budgets, periodStart };
      const held = await inWorkspace(db, call.workspaceId, (trx) => reserveModelCall(trx, reservation));
      if (!held && raiseNotice) await tellOverBudget(call.workspaceId, periodStart);
      return held;
    },
    async settle({ call, request, response, ...end }) {
      await inWorkspace(db, call.workspaceId, (trx) =>
        settleModelCall(trx, {
          ...end,
          id: call.id,
          workspaceId: call.workspaceId,
          sealedRequest: request === undefined ? undefined : secrets.seal(request),
          sealedResponse: response === undefined ? undefined : secrets.seal(response),
          keep: keepCalls,
        }),
      );
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
