// From features to a score: log-odds summed over what is known, less what the features only repeat (docs/adr/0015).

import type { FeatureWeight, MatchSpec } from './match-spec.ts';

const NEUTRAL = 0.5;
/** Log-odds beyond this are rounded to certainty by the arithmetic, which nothing is. */
const MOST_LOG_ODDS = 30;

/** Log-odds of one known feature. */
export function evidenceOf(value: number, { for: up, against, neutral = NEUTRAL }: FeatureWeight): number {
  return value >= neutral ? up * agreement(value, neutral) : -against * contradiction(value, neutral);
}

/** 0 at the neutral value, 1 at 1. */
export const agreement = (value: number, neutral = NEUTRAL): number =>
  neutral >= 1 ? 0 : Math.max(0, (value - neutral) / (1 - neutral));

/** 0 at the neutral value, 1 at 0. */
export const contradiction = (value: number, neutral = NEUTRAL): number =>
  neutral <= 0 ? 0 : Math.max(0, (neutral - value) / neutral);

/**
 * Pieces of evidence that repeat each other count less: their sum is divided by the root of the design effect
 * 1 + correlation × (pieces − 1), where `pieces` is how many of equal size they amount to, (Σ|e|)² / Σe². One decisive
 * piece is taken whole; more evidence for a match never lowers it, nor does evidence against it raise it.
 */
export function combineEvidence(evidence: readonly number[], correlation: number): number {
  let sum = 0;
  let size = 0;
  let squares = 0;
  for (const piece of evidence) {
    sum += piece;
    size += Math.abs(piece);
    squares += piece * piece;
  }
  if (squares === 0) return 0;
  const pieces = (size * size) / squares;
  return sum / Math.sqrt(1 + correlation * (pieces - 1));
}

/** 0–1, not calibrated. */
export function scoreOf({ prior }: Pick<MatchSpec, 'prior'>, evidence: number): number {
  return probabilityOf(logOdds(prior) + evidence);
}

export function probabilityOf(logOddsOf: number): number {
  return 1 / (1 + Math.exp(-Math.min(MOST_LOG_ODDS, Math.max(-MOST_LOG_ODDS, logOddsOf))));
}

export function logOdds(probability: number): number {
  const p = Math.min(1 - 1e-9, Math.max(1e-9, probability));
  return Math.log(p / (1 - p));
}
