// Article codes of an item: own column each, several stacked in one column, or above the description.

import { unionBox } from '../../document/box.ts';
import { hasGtinCheckDigit } from '../gtin.ts';
import type { TitleRole } from './column-titles.ts';
import type { Column } from './columns.ts';
import { linesOf, skippedLines } from './describe-item.ts';
import type { ItemGroup } from './group-items.ts';
import type { ColumnRole, LineItemCell } from './line-item-table.ts';

type CodeRole = 'sku' | 'buyerSku' | 'gtin';

const isCodeRole = (role: TitleRole): role is CodeRole => role === 'sku' || role === 'buyerSku' || role === 'gtin';

export function spreadCodes(
  cells: Partial<Record<ColumnRole, LineItemCell>>,
  group: ItemGroup,
  columns: readonly Column[],
): void {
  for (const [c, column] of columns.entries()) {
    const roles = column.stack.filter(isCodeRole);
    if (roles.length === 0) continue;
    const before = column.stack.indexOf('description');
    const lines = linesOf(group, c, columns).filter((line) => !/^\(.*\)$/.test(line.text));
    const codes = before > 0 ? lines.slice(0, skippedLines(column, lines, group, c)) : joinWrapped(lines, column);
    const complete = codes.length === roles.length;
    for (const [k, line] of codes.entries()) {
      const bare = line.text.replace(/[\s.]+$/, '');
      const role = hasGtinCheckDigit(bare)
        ? 'gtin'
        : complete
          ? roles[k]!
          : (roles.find((r) => r !== 'gtin' && !cells[r]) ?? roles[0]!);
      if (!bare || cells[role]) continue;
      cells[role] = { raw: line.text, box: line.box, value: bare };
    }
  }
}

/** In a column with one kind of code, further lines are the code's rest. */
function joinWrapped(lines: ReturnType<typeof linesOf>, column: Column): ReturnType<typeof linesOf> {
  const first = lines[0];
  if (column.stack.length > 1 || !first || lines.length < 2) return lines;
  const anchored = lines.find((line) => line.anchored) ?? first;
  const at = lines.indexOf(anchored);
  const rest = lines[at + 1];
  if (!rest || !/[-/_.]$/.test(anchored.text)) return [anchored];
  return [{ ...anchored, text: anchored.text + rest.text, box: unionBox(anchored.box, rest.box) }];
}
