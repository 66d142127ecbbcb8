// A code printed so wide that it touches the quantity beside it reads as one word. The arithmetic of the row tells where to cut.

import type { DecimalSign } from './cell-values.ts';
import { readAmount } from './cell-values.ts';
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
