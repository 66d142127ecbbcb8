// What people's decisions teach a score: pairs of what was said and what turned out.

export interface Outcome {
  /** 0–1, as it was before calibration. */
  score: number;
  /** What a person decided. */
  right: boolean;
}

/** `prior` is what is said while there are too few outcomes. */
export type FitCalibration = (outcomes: readonly Outcome[], prior: Calibration) => Calibration;

/** From scores to probabilities. Data, so that it can be stored, shown and taken back. */
export interface Calibration {
  /** `prior`: too few outcomes to say more than what the maker of the score assumed. */
  method: 'prior' | 'platt' | 'isotonic';
  /** Outcomes it was fitted on. */
  outcomes: number;
  /** Rising; between two points it is read off the straight line. */
  points: readonly { score: number; probability: number }[];
}
