// Line items: the best table the layout shows, each cell a value with its place.

import { createLocatorFinder, type FindLocator } from '../../../document/locator-finder.ts';
import type { LineItem, Value } from '../../../document/value.ts';
import type { LineItemReader } from '../../../pipeline/pack.ts';
import type { Reading } from '../../../pipeline/reading.ts';
import { resolveNumberStyle } from '../../../recognize/number-style.ts';
import { saysNet } from '../../../recognize/tables/column-titles.ts';
import { bestLineItemTable, findLineItemTables } from '../../../recognize/tables/find-line-items.ts';
import type { LineItemCell, LineItemRow, LineItemTable } from '../../../recognize/tables/line-item-table.ts';
import { sumOfRows } from '../../../recognize/tables/score-table.ts';
import { countryOfDocument } from './country.ts';

/** The table that holds the document's line items, found once per reading. */
export function lineItemTableOf(reading: Reading): LineItemTable | undefined {
  return reading.derive('procurement/line-item-table', () =>
    bestLineItemTable(
      findLineItemTables(reading.doc.pages, { style: decimalSign(reading), language: reading.doc.language }),
    ),
  );
}

/** The numbers decide; where they leave it open ("1.000 kg"), where the paper comes from: a Swiss one in German writes points. */
function decimalSign(reading: Reading): 'dot' | 'comma' | null {
  const numbers = reading.lines.flatMap((line) => [...reading.numbers(line)]);
  return resolveNumberStyle(numbers, { language: reading.doc.language, country: countryOfDocument(reading) });
}

export const lineItemReader: LineItemReader = {
  id: 'procurement/line-items',
  read(reading) {
    const table = lineItemTableOf(reading);
    if (!table) return [];
    const locate = createLocatorFinder(table.rows.length > 0 ? reading.doc.pages : []);
    const lines = table.rows.map((row) => toLineItem(row, locate));
    return statesNet(table) ? lines.map(withNetSignal) : lines;
  },
  seen: (reading) => {
    const table = lineItemTableOf(reading);
    if (!table) return { rowsSeen: 0, excluded: [], printedSum: null };
    const { rowsSeen, excluded, rows, signals } = table;
    // One row alone is its own sum.
    const printed = signals.sum !== undefined && rows.length > 1;
    return { rowsSeen, excluded: [...excluded], printedSum: printed ? sumOfRows(rows) : null };
  },
};

/** The title over the amounts says that tax is not in them. */
function statesNet({ header }: LineItemTable): boolean {
  const title = header?.columns.findLast(({ role }) => role === 'netAmount')?.title;
  return title !== undefined && saysNet(title);
}

function withNetSignal(line: LineItem): LineItem {
  const { netAmount } = line;
  return netAmount ? { ...line, netAmount: { ...netAmount, signals: { ...netAmount.signals, titledNet: 1 } } } : line;
}

function toLineItem(row: LineItemRow, locate: FindLocator): LineItem {
  const item: LineItem = {};
  for (const [role, cell] of Object.entries(row.cells)) item[role] = toValue(row, cell, locate);
  return item;
}

function toValue(row: LineItemRow, cell: LineItemCell, locate: FindLocator): Value {
  const locator = locate(row.page, cell.box);
  const signals = { arithmetic: row.multiplies === undefined ? 0 : row.multiplies ? 1 : -1 };
  const confidence = row.multiplies === undefined ? 0.85 : row.multiplies ? 0.96 : 0.6;
  return {
    value: cell.value,
    raw: cell.raw,
    origin: cell.computed ? 'computed' : 'read',
    confidence,
    evidence: [{ page: row.page, box: cell.box, text: cell.raw, ...(locator === undefined ? {} : { locator }) }],
    source: 'line-item-table',
    signals,
  };
}
