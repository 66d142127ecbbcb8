// The foot of the item table: an amount under a column that is the sum of the column is its total, whatever label it has or lacks.

import { overlapX } from '../../../document/box.ts';
import type { Candidate } from '../../../document/value.ts';
import { candidateOf } from '../../../pipeline/candidate.ts';
import type { Extractor } from '../../../pipeline/pack.ts';
import type { ColumnRole, LineItemTable } from '../../../recognize/tables/line-item-table.ts';
import { lineItemTableOf } from './line-items.ts';
import { type PrintedRow, rowsWithMoney, sameAmount } from './rows.ts';

/** A column of net amounts may hold tax after all: its foot says less than the foot of a column of taxes. */
const FEET: readonly (readonly [ColumnRole, string, number])[] = [
  ['netAmount', 'netTotal', 0.9],
  ['taxAmount', 'taxTotal', 1.8],
  ['grossAmount', 'grossTotal', 1.6],
];
/** One row alone is its own sum. */
const FEWEST_ROWS = 2;
/** A foot stands no further below its table, in rows. */
const NEAREST_ROWS = 3;

export const columnFoots: Extractor = {
  id: 'procurement/column-foots',
  writes: FEET.map(([, path]) => path),
  extract: (reading, type) => {
    const table = lineItemTableOf(reading);
    if (!table || table.rows.length < FEWEST_ROWS) return [];
    const allowed = new Set(type.fields.map((field) => field.path));
    const last = table.rows.at(-1)!;
    const below = rowsWithMoney(reading)
      .filter(({ lines: [first] }) => first!.page === last.page && first!.box[1] >= last.box[3] - 2)
      .slice(0, NEAREST_ROWS);
    return FEET.flatMap(([role, path, weight]): Candidate[] => {
      const sum = allowed.has(path) ? sumOfColumn(table, role) : undefined;
      const box = last.cells[role]?.box;
      if (sum === undefined || sum === 0 || !box) return [];
      return below.flatMap((row) =>
        row.money
          .filter((money) => sameAmount(money.value, sum) && overlapX(money.evidence.box, box) > 0)
          // "Total 220.00" under amounts that hold the tax is no net total.
          .filter(() => role !== 'netAmount' || row.money.length > 1 || !hasLabel(row))
          .map((money) =>
            candidateOf(
              { path, value: money.value, raw: money.raw, source: columnFoots.id, signals: { foot: weight } },
              [money.evidence],
            ),
          ),
      );
    });
  },
};

const hasLabel = (row: PrintedRow): boolean => row.lines.some((line) => /\p{L}{2}/u.test(line.text));

/** undefined where a row lacks its amount. */
function sumOfColumn(table: LineItemTable, role: ColumnRole): number | undefined {
  let cents = 0;
  for (const { cells } of table.rows) {
    const value = cells[role]?.value;
    if (typeof value !== 'number') return undefined;
    cents += Math.round(value * 100);
  }
  return cents / 100;
}
