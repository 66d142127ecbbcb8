// Weights from decisions: logistic regression that starts from the declared weights and leaves them only as far as decisions
// say so (maximum a posteriori). With few decisions the declaration stands; with many they speak for themselves.

import { agreement, contradiction, logOdds, probabilityOf } from './combine-evidence.ts';
import type { FeatureWeight, MatchSpec } from './match-spec.ts';

/** A pair that a person decided: feature → value; unknown ones are absent. */
export interface DecidedPair {
  values: Readonly<Record<string, number>>;
  right: boolean;
}

export interface LearntWeights {
  /** Probability before anything is compared. */
  prior: number;
  weights: Readonly<Record<string, FeatureWeight>>;
  /** How much of the declared correlation is left: learnt weights have seen what the features repeat. */
  correlation: number;
  /** Decisions that they were learnt from. */
  outcomes: number;
}

/** How far (standard deviation, log-odds) a declared weight may be off before decisions say so. */
const DOUBT = 1.5;
/** Decisions after which half of the declared correlation is gone. */
const CORRELATION_HALF = 20;
const ROUNDS = 60;
const ENOUGH = 1e-6;

/** Deterministic. Weights never change their sign: agreement does not come to speak against a match. */
export function learnWeights(
  spec: Pick<MatchSpec, 'features' | 'weights' | 'prior' | 'correlation'>,
  pairs: readonly DecidedPair[],
): LearntWeights {
  if (pairs.length === 0) {
    const { prior, weights, correlation } = spec;
    return { prior, weights, correlation, outcomes: 0 };
  }
  const ids = spec.features.map(({ id }) => id);
  const start = [logOdds(spec.prior), ...ids.flatMap((id) => [spec.weights[id]!.for, -spec.weights[id]!.against])];
  const rows = pairs.map(({ values }) => [1, ...ids.flatMap((id) => partsOf(values[id], spec.weights[id]!.neutral))]);
  const found = climb(start, rows, pairs);
  return {
    prior: probabilityOf(found[0]!),
    weights: Object.fromEntries(
      ids.map((id, i) => {
        const { neutral } = spec.weights[id]!;
        const learnt = { for: found[1 + 2 * i]!, against: Math.abs(found[2 + 2 * i]!) };
        return [id, neutral === undefined ? learnt : { ...learnt, neutral }];
      }),
    ),
    correlation: (spec.correlation * CORRELATION_HALF) / (CORRELATION_HALF + pairs.length),
    outcomes: pairs.length,
  };
}

function partsOf(value: number | undefined, neutral: number | undefined): [number, number] {
  return value === undefined ? [0, 0] : [agreement(value, neutral), contradiction(value, neutral)];
}

/** Coordinate-wise Newton steps on the penalised likelihood, which is concave: they end at its one top. */
function climb(start: readonly number[], rows: readonly number[][], pairs: readonly DecidedPair[]): number[] {
  const weights = [...start];
  const precision = 1 / (DOUBT * DOUBT);
  const columns = start.map((_, j) => rows.flatMap((row, i) => (row[j] === 0 ? [] : [i])));
  const sums = rows.map((row) => row.reduce((sum, x, j) => sum + x * weights[j]!, 0));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (let j = 0; j < weights.length; j++) {
      let slope = precision * (start[j]! - weights[j]!);
      let curve = precision;
      for (const i of columns[j]!) {
        const x = rows[i]![j]!;
        const p = probabilityOf(sums[i]!);
        slope += x * ((pairs[i]!.right ? 1 : 0) - p);
        curve += x * x * Math.max(p * (1 - p), 1e-4);
      }
      const next = held(weights[j]! + slope / curve, j);
      const step = next - weights[j]!;
      if (step === 0) continue;
      weights[j] = next;
      for (const i of columns[j]!) sums[i] = sums[i]! + step * rows[i]![j]!;
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < ENOUGH) break;
  }
  return weights;
}

/** The first is the prior; then for and against take turns. */
function held(weight: number, j: number): number {
  if (j === 0) return weight;
  return j % 2 === 1 ? Math.max(0, weight) : Math.min(0, weight);
}
