// From the beam's probability to one that means what it says: of values shown at 90 %, nine in ten should be right.

import { plattScale } from '../learn/platt.ts';

/**
 * Fitted by hand to the pooled reliability bins of the development sets and of generated invoices (about 4,800 values,
 * November 2026): the raw figure was too modest by far between 0.4 and 0.9.
 */
const LINE = { slope: 0.6, intercept: 1.75 };

/** Raw probability 0–1 → calibrated confidence 0–1, monotone. */
export function calibrate(raw: number): number {
  return plattScale(LINE, raw);
}
