// What the proof of the lines says, as issues.

import type { LineProof } from '../../../document/line-proof.ts';
import type { ValidationRule } from '../../../pipeline/pack.ts';
import { money } from './common.ts';

export const linesMissing: ValidationRule = {
  id: 'procurement/lines-missing',
  severity: 'warning',
  source: 'Every row of the table that states an amount or a count is a line item, or is known to be none.',
  check: ({ record: { lineProof: proof } }) =>
    proof && proof.rowsReturned < proof.rowsSeen
      ? [
          {
            path: 'lines',
            message: `The page shows ${proof.rowsSeen} rows of line items, ${proof.rowsReturned} were read. Compare them with the page.`,
          },
        ]
      : [],
};

/** `paper`: what states the total. */
export function sumMessage({ rowsReturned, sumOfLines, total }: LineProof, paper: string): string {
  return `The ${rowsReturned} lines sum to ${money(sumOfLines ?? 0)}, the ${paper} states ${money(total ?? 0)}. A line may be missing or misread.`;
}
