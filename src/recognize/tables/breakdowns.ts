// "Compute 1.87 / Charges 1.50 / VAT 0.37", the last two indented: rows that only say what the amount above them is made of.

import { sameAmount, sumAmounts } from './arithmetic.ts';
import type { VisualRow } from './visual-rows.ts';

interface Amounted {
  row: VisualRow;
  /** undefined = the row states none. */
  amount: number | undefined;
}

/** Line heights that a part stands further right than its whole, and that parts differ by. */
const INDENT = 0.5;
const SAME_EDGE = 0.3;
/** One row with the same amount may be anything. */
const FEWEST_PARTS = 2;

/** The rows among these, top to bottom, that break down the amount of a row above, with their own amounts. */
export function findParts(rows: readonly Amounted[], height: number): Map<VisualRow, number> {
  const parts = new Map<VisualRow, number>();
  for (let i = 0; i < rows.length; ) {
    const own = partsOf(rows, i, height);
    for (const { row, amount } of own) parts.set(row, amount!);
    i += 1 + own.length;
  }
  return parts;
}

function partsOf(rows: readonly Amounted[], i: number, height: number): readonly Amounted[] {
  const whole = rows[i]!;
  const first = rows[i + 1];
  if (whole.amount === undefined || !first) return [];
  const left = first.row.box[0];
  if (left - whole.row.box[0] < INDENT * height) return [];
  let end = i + 1;
  while (
    end < rows.length &&
    rows[end]!.amount !== undefined &&
    Math.abs(rows[end]!.row.box[0] - left) < SAME_EDGE * height
  )
    end++;
  const parts = rows.slice(i + 1, end);
  return parts.length >= FEWEST_PARTS && sameAmount(sumAmounts(parts.map(({ amount }) => amount!)), whole.amount)
    ? parts
    : [];
}
