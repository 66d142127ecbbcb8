// Rows → a workbook of one sheet: amounts as numbers with a format, the rest as text.

import { type Cell, writeXlsx } from 'hucre';
import type { OfficeRow } from './to-rows.ts';

const SYMBOL = /[€$£]|(?:CHF|EUR|USD|GBP)/;

export async function toXlsx(rows: readonly OfficeRow[], { name, created }: { name: string; created: string }) {
  const cells = new Map<string, Partial<Cell>>();
  const values = rows.map(({ cells: row, bold }, r) =>
    row.map((cell, c) => {
      if (!cell || cell.text === '') return null;
      const value = cell.number ?? cell.text;
      const numFmt = cell.number === undefined ? undefined : formatOf(cell.text);
      if (bold || numFmt) {
        cells.set(`${r},${c}`, {
          value,
          style: { ...(numFmt ? { numFmt } : {}), ...(bold ? { font: { bold } } : {}) },
        });
      }
      return value;
    }),
  );
  const at = new Date(`${created}T08:00:00Z`);
  const sheet = { name, rows: values, cells, columns: [{ width: 24 }, { width: 30 }] };
  return Buffer.from(await writeXlsx({ sheets: [sheet], properties: { created: at, modified: at } }));
}

/** The number format that shows the number as the text does. */
function formatOf(text: string): string {
  const decimals = /[.,](\d+)\D*$/.exec(text)?.[1]?.length ?? 0;
  const digits = decimals === 0 || decimals === 3 ? 'General' : `#,##0.${'0'.repeat(decimals)}`;
  const symbol = SYMBOL.exec(text)?.[0];
  return symbol === undefined || digits === 'General' ? digits : `${digits} "${symbol}"`;
}
