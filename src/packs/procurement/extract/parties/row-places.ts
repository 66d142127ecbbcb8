// Where in its row a line stands: in a table, beside an amount.

import type { Line, Page } from '../../../../document/parsed-document.ts';

/** An amount stands to the right in the same row. */
export function besideAmount(page: Page, line: Line): boolean {
  for (let i = line.index + 1; page.lines[i]?.row === line.row; i++)
    if (/\d[.,]\d\d(?!\d)/.test(page.lines[i]!.text)) return true;
  return false;
}

/** In the middle of the page, in a row with amounts or of several columns. */
export function inTable(page: Page, line: Line): boolean {
  const depth = line.box[1] / page.height;
  if (depth < 0.25 || depth > 0.9) return false;
  let columns = 0;
  let amounts = false;
  for (let i = Math.max(0, line.index - 6); i < Math.min(page.lines.length, line.index + 7); i++) {
    const other = page.lines[i]!;
    if (other.row !== line.row || other === line) continue;
    columns++;
    amounts ||= /\d[.,]\d\d(?!\d)/.test(other.text);
  }
  return columns >= 3 || (columns >= 1 && amounts);
}
