// Reading a probability off a calibration, and the calibrations that nobody's decisions are needed for.

import type { Calibration } from './outcome.ts';

/** Takes scores as what they say. The prior of a maker of scores who knows nothing better. */
export const faceValue: Calibration = {
  method: 'prior',
  outcomes: 0,
  points: [
    { score: 0, probability: 0 },
    { score: 1, probability: 1 },
  ],
};

/** Score 0–1 → probability 0–1. Never falls when the score rises. */
export function calibrate({ points }: Calibration, score: number): number {
  const s = Number.isFinite(score) ? Math.min(1, Math.max(0, score)) : 0;
  const after = points.findIndex((point) => point.score >= s);
  if (after === -1) return points.at(-1)?.probability ?? s;
  const high = points[after]!;
  const low = points[after - 1];
  if (!low || high.score === s) return high.probability;
  const share = (s - low.score) / (high.score - low.score);
  return Math.min(high.probability, low.probability + share * (high.probability - low.probability));
}
