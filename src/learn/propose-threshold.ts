// From outcomes to a threshold: from which confidence on may something go through without a person, if so many may be wrong?

export interface JudgedCase {
  /** Of a record: that of its weakest value. 0–1. */
  confidence: number;
  right: boolean;
}

export interface ThresholdProposal {
  /** Share of wrong ones among those that go through, as asked for. */
  maxError: number;
  /** From this confidence on; null: no threshold keeps to it. */
  threshold: number | null;
  /** Share of all cases that go through. */
  share: number;
  through: number;
  wrong: number;
  cases: number;
  /** With 19 chances in 20 the true share of wrong ones is below this (Wilson's upper bound). */
  errorAtMost: number;
}

/** The lowest threshold at which the cases seen keep to `maxError`. Cases of equal confidence go through together or not at all. */
export function proposeThreshold(cases: readonly JudgedCase[], maxError: number): ThresholdProposal {
  const sorted = [...cases].sort((a, b) => b.confidence - a.confidence);
  let best = { threshold: null as number | null, through: 0, wrong: 0 };
  let wrong = 0;
  for (const [i, { confidence, right }] of sorted.entries()) {
    if (!right) wrong += 1;
    if (sorted[i + 1]?.confidence === confidence) continue;
    if (wrong <= maxError * (i + 1)) best = { threshold: confidence, through: i + 1, wrong };
  }
  return {
    maxError,
    ...best,
    share: cases.length === 0 ? 0 : best.through / cases.length,
    cases: cases.length,
    errorAtMost: upperBound(best.wrong, best.through),
  };
}

/** One-sided 95 %. */
const Z = 1.645;

function upperBound(wrong: number, count: number): number {
  if (count === 0) return 1;
  const share = wrong / count;
  const centre = share + Z ** 2 / (2 * count);
  const spread = Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  return Math.min(1, (centre + spread) / (1 + Z ** 2 / count));
}
