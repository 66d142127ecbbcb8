// The sum of the lines against a total, with what a document may put between the two: discounts, charges, tax, rounding.
// Amounts are whole cents, so that no float sum decides.

export interface Adjustment {
  name: string;
  cents: number;
}

export interface Comparison {
  path: string;
  totalCents: number;
  adjustments: Adjustment[];
  differenceCents: number;
}

export interface ComparedTotal {
  path: string;
  cents: number;
  /** What may stand between the lines and this total; at most a handful. */
  adjustments: readonly Adjustment[];
}

/** Each line is rounded by itself. Such errors cancel out mostly: they grow with the root of the number of lines. */
export const slackCents = (lines: number): number => 1 + Math.ceil(Math.sqrt(lines));

/** The comparison that agrees with the fewest adjustments; when none does, the first total without any. undefined without totals. */
export function compareSum(
  sumCents: number,
  totals: readonly ComparedTotal[],
  slack: number,
): (Comparison & { agrees: boolean }) | undefined {
  let best: Comparison | undefined;
  for (const { path, cents, adjustments } of totals) {
    for (const chosen of subsetsOf(adjustments)) {
      const differenceCents = sumCents + chosen.reduce((sum, one) => sum + one.cents, 0) - cents;
      if (Math.abs(differenceCents) > slack) continue;
      if (best && best.adjustments.length <= chosen.length) continue;
      best = { path, totalCents: cents, adjustments: chosen, differenceCents };
    }
  }
  if (best) return { ...best, agrees: true };
  const first = totals[0];
  if (!first) return undefined;
  const { path, cents } = first;
  return { path, totalCents: cents, adjustments: [], differenceCents: sumCents - cents, agrees: false };
}

/** More would agree with anything. */
const MOST_ADJUSTMENTS = 5;

function subsetsOf(adjustments: readonly Adjustment[]): Adjustment[][] {
  let subsets: Adjustment[][] = [[]];
  for (const one of adjustments.filter(({ cents }) => cents !== 0).slice(0, MOST_ADJUSTMENTS))
    subsets = [...subsets, ...subsets.map((subset) => [...subset, one])];
  return subsets;
}
