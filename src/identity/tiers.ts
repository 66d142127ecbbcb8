// Tiers as data: how many documents and exports a month and API calls a day a workspace may use.

import type { Tier, UsageKind } from '../store/schema.ts';

/** Infinity = unlimited; 0 = none. */
export type TierLimits = Readonly<Record<UsageKind, number>>;

export interface TierPolicy {
  tiers: Readonly<Record<Tier, TierLimits>>;
  /** Of workspaces that have no tier of their own. */
  defaultTier: Tier;
}

/** Whose workspaces may use a language model. */
export const premiumTiers: readonly Tier[] = ['pro', 'enterprise'];

const unlimited: TierLimits = {
  documents: Number.POSITIVE_INFINITY,
  exports: Number.POSITIVE_INFINITY,
  apiCalls: Number.POSITIVE_INFINITY,
};

const numberPattern = /^\d{1,12}$/;

/**
 * `documents a month/exports a month/API calls a day`, each a whole number or `unlimited`; or `unlimited` for all three.
 * undefined when it cannot be read.
 */
export function parseTierLimits(text: string): TierLimits | undefined {
  if (text.trim() === 'unlimited') return unlimited;
  const parts = text.split('/').map((part) => part.trim());
  if (parts.length !== 3 || !parts.every((part) => part === 'unlimited' || numberPattern.test(part))) return undefined;
  const [documents, exports, apiCalls] = parts.map((part) =>
    part === 'unlimited' ? Number.POSITIVE_INFINITY : Number(part),
  );
  return { documents: documents!, exports: exports!, apiCalls: apiCalls! };
}

/** The month that language models are paid by. */
export const monthOf = (at: Date): Period => periodOf('documents', at);

export interface Period {
  /** YYYY-MM-DD, UTC. */
  start: string;
  resetsAt: Date;
}

/** Documents and exports count by calendar month, API calls by day; both turn at midnight UTC. */
export function periodOf(kind: UsageKind, at: Date): Period {
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth();
  const day = at.getUTCDate();
  const [start, end] =
    kind === 'apiCalls'
      ? [Date.UTC(year, month, day), Date.UTC(year, month, day + 1)]
      : [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)];
  return { start: new Date(start).toISOString().slice(0, 10), resetsAt: new Date(end) };
}

export const usageNames: Readonly<Record<UsageKind, string>> = {
  documents: 'documents a month',
  exports: 'exports a month',
  apiCalls: 'API calls a day',
};
