// From the beam's probability to one that means what it says: of values shown at 90 %, nine in ten should be right.

import { logistic, logOdds, plattScale } from '../learn/platt.ts';
import { type ConfidenceTable, confidenceTable } from './confidence-table.ts';

/**
 * For what a file states, and for how sure the page is against it: there whether the right place was found is the question,
 * not the field. Fitted by hand to the pooled bins of the development sets and of generated invoices (about 4,800 values).
 */
const LINE = { slope: 0.6, intercept: 1.75 };

/** Raw probability 0–1 → calibrated confidence 0–1, monotone. */
export function calibrate(raw: number): number {
  return plattScale(LINE, raw);
}

/** Two chances in three: from here on, what is surer is hardly righter; below it is, much. */
const KNEE = 0.75;

/** Log-odds over those of the knee. */
export const aboveKnee = (probability: number): number => logOdds(probability) - KNEE;

export interface ReadValue {
  /** 0–1, as the choice has it. */
  probability: number;
  kind: string;
  /** What the pack knows of the field, in log-odds. */
  shift?: number | undefined;
  /** 0–1, of what OCR read: how sure it was of the least sure word. */
  legibility?: number | undefined;
}

/** Confidence of what was read from a page. Never falls when probability or legibility rise. */
export function confidenceOf(
  { probability, kind, shift = 0, legibility }: ReadValue,
  table: ConfidenceTable = confidenceTable,
): number {
  const x = aboveKnee(probability);
  const read = table.intercept + (x < 0 ? table.below : table.above) * x + (table.kinds[kind] ?? 0) + shift;
  if (legibility === undefined) return logistic(read);
  return logistic(read + table.ocr + table.doubt * (1 - Math.min(1, Math.max(0, legibility))));
}
