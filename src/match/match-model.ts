// What a workspace's decisions have made of a declaration: weights, words, calibration. Data, with a version, so that a score can
// say what it was made with; without decisions it is the declaration itself.

import type { Calibration } from '../learn/outcome.ts';
import type { LearntWeights } from './learn-weights.ts';
import type { MatchSpec } from './match-spec.ts';
import { noWordCounts, type WordCounts } from './word-rarity.ts';

export interface MatchModel extends LearntWeights {
  /** 0 = the declaration alone; grows with each re-scoring that learnt something. */
  version: number;
  /** Of the declaration that it belongs to. */
  specVersion: string;
  calibration: Calibration;
  words: WordCounts;
}

/** The score is taken for what it says until people's decisions tell better. */
export const asScored: Calibration = {
  method: 'prior',
  outcomes: 0,
  points: [
    { score: 0, probability: 0 },
    { score: 1, probability: 1 },
  ],
};

export function declaredModel({ prior, weights, correlation, version }: MatchSpec): MatchModel {
  return {
    version: 0,
    specVersion: version,
    prior,
    weights,
    correlation,
    outcomes: 0,
    calibration: asScored,
    words: noWordCounts,
  };
}

/** Read off the straight line between the two points next to the score. */
export function calibrated({ points }: Calibration, score: number): number {
  const [first] = points;
  if (!first) return score;
  if (score <= first.score) return first.probability;
  for (let i = 1; i < points.length; i++) {
    const [low, high] = [points[i - 1]!, points[i]!];
    if (score > high.score) continue;
    const span = high.score - low.score;
    return span <= 0
      ? high.probability
      : low.probability + ((score - low.score) / span) * (high.probability - low.probability);
  }
  return points.at(-1)!.probability;
}
