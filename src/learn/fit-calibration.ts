// From what people decided to what a score means. The more they decided, the more freely the curve may bend.

import { calibrate } from './calibrate.ts';
import { fitIsotonic } from './isotonic.ts';
import type { Calibration, Outcome } from './outcome.ts';
import { fitPlatt, plattScale } from './platt.ts';

/** Fewer say nothing that the prior does not say better. */
const FEWEST_FOR_PLATT = 10;
/** A free curve needs several blocks of outcomes in each part that it is tried on. */
const FEWEST_FOR_ISOTONIC = 150;
const FOLDS = 5;
/** Where a smooth curve is written down; between them it is read off straight lines (error below 0.005). */
const GRID = [
  0, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55,
  0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.965, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 1,
];
const LEAST = 1e-4;

type Method = Calibration['method'];

/**
 * The curve whose probabilities cost least (log loss) on outcomes that it was not fitted on; of equals the simplest. Same
 * outcomes in any order, same calibration. Outcomes whose score is no number are left out.
 */
export function fitCalibration(outcomes: readonly Outcome[], prior: Calibration): Calibration {
  const sorted = outcomes
    .filter(({ score }) => Number.isFinite(score))
    .map(({ score, right }) => ({ score: Math.min(1, Math.max(0, score)), right }))
    .sort((a, b) => a.score - b.score || Number(a.right) - Number(b.right));
  const methods = methodsFor(sorted.length);
  const losses = methods.map((method) => crossValidated(sorted, prior, method));
  const best = losses.indexOf(Math.min(...losses));
  return fitBy(sorted, prior, methods[best]!);
}

/** Mean of −log(probability of what turned out), in nats: what a calibration is judged by. */
export function logLoss(calibration: Calibration, outcomes: readonly Outcome[]): number {
  const sum = outcomes.reduce((total, { score, right }) => {
    const p = Math.min(1 - LEAST, Math.max(LEAST, calibrate(calibration, score)));
    return total - Math.log(right ? p : 1 - p);
  }, 0);
  return outcomes.length === 0 ? 0 : sum / outcomes.length;
}

function methodsFor(outcomes: number): Method[] {
  if (outcomes < FEWEST_FOR_PLATT) return ['prior'];
  if (outcomes < FEWEST_FOR_ISOTONIC) return ['prior', 'platt'];
  return ['prior', 'platt', 'isotonic'];
}

/** Every fifth outcome in order of score is kept back, so that each part is spread over all scores alike. */
function crossValidated(sorted: readonly Outcome[], prior: Calibration, method: Method): number {
  if (method === 'prior') return logLoss(prior, sorted);
  let sum = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = sorted.filter((_, i) => i % FOLDS === fold);
    const rest = sorted.filter((_, i) => i % FOLDS !== fold);
    sum += logLoss(fitBy(rest, prior, method), kept) * kept.length;
  }
  return sum / sorted.length;
}

function fitBy(sorted: readonly Outcome[], prior: Calibration, method: Method): Calibration {
  if (method === 'prior') return { method, outcomes: sorted.length, points: prior.points };
  const line = fitPlatt(sorted.map(({ score, right }) => ({ probability: calibrate(prior, score), right })));
  const platt = (score: number) => plattScale(line, calibrate(prior, score));
  if (method === 'isotonic') return { method, outcomes: sorted.length, points: fitIsotonic(sorted, platt) };
  const scores = [...new Set([...GRID, ...prior.points.map(({ score }) => score)])].sort((a, b) => a - b);
  return { method, outcomes: sorted.length, points: scores.map((score) => ({ score, probability: platt(score) })) };
}
