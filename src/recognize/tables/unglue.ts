// A code printed so wide that it touches the quantity beside it reads as one word. The arithmetic of the row tells where to cut.

import { type Box, unionBox } from '../../document/box.ts';
import type { Word } from '../../document/parsed-document.ts';
import type { DecimalSign } from './cell-values.ts';
import { readAmount, readQuantity } from './cell-values.ts';
import type { Roles } from './classify-rows.ts';
import type { Column } from './columns.ts';
import type { ItemGroup } from './group-items.ts';
import type { ColumnRole, LineItemCell } from './line-item-table.ts';

/** Cuts the quantity off the word that runs into its column, when quantity × price = amount confirms it. */
export function ungluedQuantity(
  cells: Partial<Record<ColumnRole, LineItemCell>>,
  group: ItemGroup,
  columns: readonly Column[],
  roles: Roles,
  style: DecimalSign,
): void {
  const price = cells.unitPrice?.value;
  const amount = cells.netAmount?.value ?? cells.grossAmount?.value;
  const at = roles.quantity;
  if (at < 1 || typeof price !== 'number' || typeof amount !== 'number' || price === 0) return;
  for (const row of group.anchors) {
    const cell = row.cut.cells[at - 1];
    const word = cell?.words.at(-1);
    if (!cell || !word || word.box[2] < columns[at]!.box[0] - 2) continue;
    for (let cut = word.text.length - 1; cut > 0 && cut >= word.text.length - 8; cut--) {
      const tail = word.text.slice(cut);
      const value = /^\d[\d.,]*$/.test(tail) ? readAmount(tail, style)?.value : undefined;
      if (value === undefined || value === 0 || tail.startsWith('0')) continue;
      if (Math.abs(value * price - amount) > 0.011) continue;
      const [x0, y0, x1, y1] = word.box;
      const x = x0 + ((x1 - x0) * cut) / word.text.length;
      cells.quantity = { raw: tail, box: [x, y0, x1, y1], value };
      cell.words = [...cell.words.slice(0, -1), { ...word, text: word.text.slice(0, cut), box: [x0, y0, x, y1] }];
      cell.text = cell.words.map((w) => w.text).join(' ');
      return;
    }
  }
}

/** A count that stands so near to its price that both fell into one cell: the product tells where to part them. */
export function splitPriceCell(
  cells: Partial<Record<ColumnRole, LineItemCell>>,
  group: ItemGroup,
  roles: Roles,
  style: DecimalSign,
): void {
  const amount = cells.netAmount?.value ?? cells.grossAmount?.value;
  if (roles.price < 0 || typeof amount !== 'number') return;
  for (const row of group.anchors) {
    const words = row.cut.cells[roles.price]?.words ?? [];
    for (let cut = 1; cut < words.length; cut++) {
      const [head, tail] = [words.slice(0, cut), words.slice(cut)];
      const count = cellOf(head);
      const price = cellOf(tail);
      const quantity = readQuantity(count.raw, style)?.value;
      const unitPrice = readAmount(price.raw, style)?.value;
      if (!quantity || !unitPrice || Math.abs(quantity * unitPrice - amount) > 0.011) continue;
      cells.quantity = { ...count, value: quantity };
      cells.unitPrice = { ...price, value: unitPrice };
      return;
    }
  }
}

function cellOf(words: readonly Word[]): { raw: string; box: Box } {
  return { raw: words.map((word) => word.text).join(' '), box: words.map((word) => word.box).reduce(unionBox) };
}
