// Does a page without titles go on with the table of the page before? Its rows must be of the same make, not just fit the columns.

import type { Box } from '../../document/box.ts';
import type { ColumnRole, LineItemRow } from './line-item-table.ts';

const COUNTED: readonly ColumnRole[] = ['quantity', 'unitPrice', 'netAmount', 'grossAmount'];
/** Line heights by which the edges of cells of one column differ at most. */
const SAME_EDGE = 0.5;

/** The rows of `next` of which the arithmetic, their positions or their places say that they are items of the table `before`. */
export function sureRows(before: readonly LineItemRow[], next: readonly LineItemRow[], height: number): LineItemRow[] {
  return next.filter(
    (row) =>
      row.multiplies === true ||
      (row.cells.number !== undefined && row.cells.quantity !== undefined) ||
      isAlike(row, before, SAME_EDGE * height),
  );
}

/** Its name begins where names began, and each of its numbers stands as one of its column stood. */
function isAlike(row: LineItemRow, before: readonly LineItemRow[], slack: number): boolean {
  const { description } = row.cells;
  const counted = COUNTED.filter((role) => row.cells[role]);
  if (!description || counted.length === 0) return false;
  const named = before.some(
    ({ cells }) => cells.description && near(cells.description.box[0], description.box[0], slack),
  );
  if (!named) return false;
  return counted.every((role) =>
    before.some(({ cells }) => cells[role] && standsAs(cells[role].box, row.cells[role]!.box, slack)),
  );
}

const standsAs = (a: Box, b: Box, slack: number): boolean => near(a[2], b[2], slack) || near(a[0], b[0], slack);

const near = (a: number, b: number, slack: number): boolean => Math.abs(a - b) <= slack;
