// Rows that pages repeat at their head or foot (addresses, registers): they stand in the table's columns and are none of its rows.

import { isAmountWord } from './cell-values.ts';
import type { VisualRow } from './visual-rows.ts';

interface PageRows {
  rows: readonly VisualRow[];
  pageHeight: number;
  /** Of a line. */
  height: number;
  /** Column titles, which pages repeat for good reason. */
  titles: ReadonlySet<VisualRow>;
}

/** Shares of the page above and below which heads and feet stand. */
const HEAD = 0.15;
const FOOT = 0.75;
/** Rows of two pages that differ by less in height stand in the same place. */
const SAME_PLACE_PT = 2.5;
/** A row with an amount is a foot only when it stands apart from the rows above, by so many line heights. */
const APART = 2;

/** The rows of each page without running feet, and without running heads that are no column titles. */
export function withoutRunningRows(pages: readonly PageRows[]): VisualRow[][] {
  const repeated = findRepeated(pages);
  return pages.map(({ rows, pageHeight, height, titles }) => {
    let bottom = -Infinity;
    return rows.filter((row) => {
      const [, top, , end] = row.box;
      const inside = top > HEAD * pageHeight && top < FOOT * pageHeight;
      const near = top - bottom < APART * height && row.words.some((word) => isAmountWord(word.text));
      const stays = inside || near || !repeated(row) || titles.has(row);
      if (stays) bottom = end;
      return stays;
    });
  });
}

/** Does the same text stand in the same place of another page? */
function findRepeated(pages: readonly PageRows[]): (row: VisualRow) => boolean {
  if (pages.length < 2) return () => false;
  const keyOf = (row: VisualRow, shift: number): string =>
    `${Math.round(row.box[1] / SAME_PLACE_PT) + shift} ${row.text}`;
  /** The page of a text in its place; null = several. */
  const pageAt = new Map<string, number | null>();
  for (const { rows } of pages) {
    for (const row of rows) {
      const key = keyOf(row, 0);
      const known = pageAt.get(key);
      pageAt.set(key, known === undefined || known === row.page ? row.page : null);
    }
  }
  return (row) =>
    [-1, 0, 1].some((shift) => {
      const page = pageAt.get(keyOf(row, shift));
      return page === null || (page !== undefined && page !== row.page);
    });
}
