// The shape of a table of line items as the layout shows it: header, item rows with a box per cell, and what was left out and why.

import type { Box } from '../../document/box.ts';
import type { Json } from '../../document/value.ts';

/** Columns a table of line items can have; names as in the record's `lines[]`. */
export type ColumnRole =
  | 'number'
  | 'sku'
  | 'buyerSku'
  | 'gtin'
  | 'description'
  | 'specification'
  | 'brand'
  | 'quantity'
  | 'unit'
  | 'unitPrice'
  | 'netAmount'
  | 'grossAmount'
  | 'taxRate'
  | 'taxAmount'
  | 'discount'
  | 'deliveryDate'
  | 'purchaseOrderLine';

export interface LineItemCell {
  /** As printed; lines of one cell are joined with a newline. */
  raw: string;
  box: Box;
  /** Numbers for quantity, prices, amounts, rates and discounts (19 for 19 %), else text. */
  value: Json;
  /** The row's other numbers tell it; `raw` and `box` are those of the number it follows from. */
  computed?: true;
}

export interface LineItemRow {
  /** 1-based page on which the row starts. */
  page: number;
  box: Box;
  cells: Partial<Record<ColumnRole, LineItemCell>>;
  /** quantity × unit price (less discount, per price basis) gives the amount; undefined = cannot be judged. */
  multiplies: boolean | undefined;
  /** An amount that stands there and is no number as it was read ("S.973/61"). */
  unread?: { raw: string; box: Box };
}

export type ExclusionReason =
  | 'carried-forward'
  | 'subtotal'
  | 'total'
  | 'tax'
  | 'charge'
  | 'section'
  | 'note'
  | 'component';

/** A row inside or right under the table that is not a line item. */
export interface ExcludedRow {
  page: number;
  box: Box;
  text: string;
  reason: ExclusionReason;
  /** The amount it states, if any. */
  amount: number | null;
}

export interface HeaderColumn {
  /** null = a column whose title means nothing to us. */
  role: ColumnRole | null;
  box: Box;
  title: string;
}

export interface LineItemTable {
  /** 1-based pages it stands on, in order. */
  pages: number[];
  header?: { page: number; box: Box; columns: HeaderColumn[] };
  rows: LineItemRow[];
  /** Rows the layout shows, counted from the amount (or quantity) column alone, apart from how rows were assembled. */
  rowsSeen: number;
  /** Comparable between tables of one document; above 0 = rather a table of line items than not. */
  score: number;
  /** The parts that `score` is the sum of. */
  signals: Record<string, number>;
  excluded: ExcludedRow[];
}

export interface TableOptions {
  /** Which sign separates decimals, when the document has settled it. */
  style?: 'dot' | 'comma' | null;
  /** ISO 639-1. Titles of all languages are known; it only decides the decimal sign when no number on the pages does. */
  language?: string | null;
}
