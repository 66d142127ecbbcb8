// What shows that all line items of a document were read: rows on the page against rows returned, their sum against its totals.

import type { Box } from './box.ts';

/** A row of the table, or right under it, that is no line item. */
export interface ExcludedLine {
  text: string;
  /** `carried-forward`, `subtotal`, `total`, `tax`, `charge`, `section`, `note`, `component`. */
  reason: string;
  /** The amount it states, if any. */
  amount: number | null;
  /** 1-based. */
  page: number;
  box: Box;
}

/** What the layout shows, counted apart from how rows were put together. */
export interface LinesSeen {
  rowsSeen: number;
  excluded: ExcludedLine[];
  /** The sum of the amounts of its rows, where the page prints it besides; null = it does not. */
  printedSum: number | null;
}

export interface LineProof extends LinesSeen {
  rowsReturned: number;
  /** Of the amounts that lines state, alternatives left out; null when no line states one. */
  sumOfLines: number | null;
  /** What stands between that sum and the total, with its sign: discounts, charges, tax. */
  adjustments: { name: string; amount: number }[];
  /** Path of the total that it was compared with, or `sum` for a printed sum that is no field; null = there is none. */
  comparedWith: string | null;
  /** What that total states. */
  total: number | null;
  /** Sum and adjustments less the total. */
  difference: number | null;
  /** To the cent, roundings aside; null = there is nothing to compare. */
  agrees: boolean | null;
  /** All of it in a sentence. */
  summary: string;
}
