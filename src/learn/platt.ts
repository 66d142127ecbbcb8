// Platt scaling: a straight line in log-odds. One formula for the fixed curve of reading (pipeline/calibration.ts) and for fitted ones.

export interface PlattLine {
  /** Positive, so that a higher score is never a lower probability. */
  slope: number;
  intercept: number;
}

/** No score says never or always: one outcome against it would then cost infinitely much. */
const LEAST = 0.0001;

export function logOdds(probability: number): number {
  const p = Math.min(1 - LEAST, Math.max(LEAST, probability));
  return Math.log(p / (1 - p));
}

export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Score 0–1 → probability between 0 and 1, exclusive. */
export function plattScale({ slope, intercept }: PlattLine, score: number): number {
  return logistic(slope * logOdds(score) + intercept);
}

/** log(1 + e^x), which does not overflow. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

export interface Weighed {
  /** 0–1, as the prior has it. */
  probability: number;
  right: boolean;
}

/**
 * How sure the prior is of its own line (slope 1, intercept 0): as sure as outcomes would have made it that number about
 * a dozen. With few outcomes the line stays near the prior, with many it goes where they are.
 */
const PRIOR_PRECISION = 3;
const STEPS = 50;
const LEAST_SLOPE = 0.05;
const LEAST_STEP = 1e-6;

/** The most probable line given the outcomes and the prior (penalised logistic regression, by Newton's method). */
export function fitPlatt(outcomes: readonly Weighed[], precision = PRIOR_PRECISION): PlattLine {
  const xs = outcomes.map(({ probability }) => logOdds(probability));
  const costOf = (line: PlattLine): number =>
    xs.reduce(
      (sum, x, i) => {
        const odds = line.slope * x + line.intercept;
        return sum + softplus(outcomes[i]!.right ? -odds : odds);
      },
      0.5 * precision * ((line.slope - 1) ** 2 + line.intercept ** 2),
    );
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < STEPS; step++) {
    let slopeGradient = precision * (slope - 1);
    let interceptGradient = precision * intercept;
    let a = precision;
    let b = 0;
    let c = precision;
    xs.forEach((x, i) => {
      const p = logistic(slope * x + intercept);
      const miss = p - (outcomes[i]!.right ? 1 : 0);
      const weight = p * (1 - p);
      slopeGradient += miss * x;
      interceptGradient += miss;
      a += weight * x * x;
      b += weight * x;
      c += weight;
    });
    const determinant = a * c - b * b;
    const slopeStep = (c * slopeGradient - b * interceptGradient) / determinant;
    const interceptStep = (a * interceptGradient - b * slopeGradient) / determinant;
    if (Math.abs(slopeStep) + Math.abs(interceptStep) < 1e-9) break;
    // From far off, where the curve is flat, Newton's full step jumps past the valley, and from there back again.
    const cost = costOf({ slope, intercept });
    let shrink = Math.min(1, 2 / Math.max(Math.abs(slopeStep), Math.abs(interceptStep)));
    const next = (): PlattLine => ({
      slope: slope - shrink * slopeStep,
      intercept: intercept - shrink * interceptStep,
    });
    while (shrink > LEAST_STEP && costOf(next()) > cost) shrink /= 2;
    ({ slope, intercept } = next());
  }
  if (slope >= LEAST_SLOPE) return { slope, intercept };
  return { slope: LEAST_SLOPE, intercept: fitIntercept(outcomes, xs, precision) };
}

/** Outcomes that contradict the order of the scores teach only how often things are right at all. */
function fitIntercept(outcomes: readonly Weighed[], xs: readonly number[], precision: number): number {
  let low = -20;
  let high = 20;
  for (let step = 0; step < 60; step++) {
    const intercept = (low + high) / 2;
    const gradient = xs.reduce(
      (sum, x, i) => sum + logistic(LEAST_SLOPE * x + intercept) - (outcomes[i]!.right ? 1 : 0),
      precision * intercept,
    );
    if (gradient > 0) high = intercept;
    else low = intercept;
  }
  return (low + high) / 2;
}
