// Does 0.9 mean nine in ten? Reliability by bins and the expected calibration error.

export interface ReliabilityBin {
  from: number;
  to: number;
  count: number;
  /** Mean confidence and share that was right; 0 in an empty bin. */
  confidence: number;
  accuracy: number;
}

export interface Reliability {
  answers: number;
  /** Expected calibration error: mean distance of confidence and accuracy, weighted by count. 0 is perfect. */
  ece: number;
  /** Mean squared distance of confidence and outcome. */
  brier: number;
  bins: ReliabilityBin[];
}

const BINS = 10;

export function measureReliability(answers: readonly { confidence: number; right: boolean }[]): Reliability {
  const bins: ReliabilityBin[] = Array.from({ length: BINS }, (_, i) => ({
    from: i / BINS,
    to: (i + 1) / BINS,
    count: 0,
    confidence: 0,
    accuracy: 0,
  }));
  let brier = 0;
  for (const { confidence, right } of answers) {
    const bin = bins[Math.min(BINS - 1, Math.max(0, Math.floor(confidence * BINS)))]!;
    bin.count++;
    bin.confidence += confidence;
    bin.accuracy += right ? 1 : 0;
    brier += (confidence - (right ? 1 : 0)) ** 2;
  }
  let ece = 0;
  for (const bin of bins) {
    if (bin.count === 0) continue;
    ece += Math.abs(bin.confidence - bin.accuracy) / answers.length;
    bin.confidence /= bin.count;
    bin.accuracy /= bin.count;
  }
  return { answers: answers.length, ece, brier: answers.length === 0 ? 0 : brier / answers.length, bins };
}
