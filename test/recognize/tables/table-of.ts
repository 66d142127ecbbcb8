// Tables written as text in tests, read as plain values.

import { bestLineItemTable, findLineItemTables } from '../../../src/recognize/tables/find-line-items.ts';
import type { ColumnRole, LineItemTable } from '../../../src/recognize/tables/line-item-table.ts';
import { pageFromText } from './page-from-text.ts';

export const tableOf = (...pages: string[]): LineItemTable | undefined =>
  bestLineItemTable(findLineItemTables(pages.map((text, i) => pageFromText(text, i + 1))));

/** Rows as plain values of some columns, in order. */
export const rowsOf = (table: LineItemTable | undefined, ...roles: ColumnRole[]): unknown[][] =>
  (table?.rows ?? []).map((row) => roles.map((role) => row.cells[role]?.value ?? null));
