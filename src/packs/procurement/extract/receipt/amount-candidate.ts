// A printed amount as a candidate for one of the sums of a receipt.

import type { Candidate } from '../../../../document/value.ts';
import { candidateOf } from '../../../../pipeline/candidate.ts';
import type { LabelledAmount } from './labelled-amounts.ts';
import { evidenceOfAmount } from './rows.ts';

const SOURCE = 'receipt/totals';

/** `value` may differ from the printed amount where its digits are mended. */
export function amountCandidate(
  path: string,
  value: number,
  from: LabelledAmount,
  signals: Record<string, number>,
): Candidate {
  return candidateOf({ path, value, raw: from.amount.raw, source: SOURCE, signals }, [evidenceOfAmount(from.amount)]);
}

/** An amount that follows from others: its evidence is theirs. */
export function computedAmount(
  path: string,
  value: number,
  parts: { source: string; signals: Record<string, number>; from: readonly LabelledAmount[] },
): Candidate {
  return candidateOf(
    { path, value, origin: 'computed', raw: parts.from[0]!.amount.raw, source: parts.source, signals: parts.signals },
    parts.from.map((one) => evidenceOfAmount(one.amount)),
  );
}
