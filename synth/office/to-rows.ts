// Blocks → rows of cells, as a spreadsheet or a CSV file holds them.

import type { OfficeBlock, OfficeCell } from './blocks.ts';

export interface OfficeRow {
  cells: (OfficeCell | undefined)[];
  bold?: boolean;
}

/** An empty row parts the blocks. */
export function toRows(blocks: readonly OfficeBlock[]): OfficeRow[] {
  const rows: OfficeRow[] = [];
  for (const block of blocks) {
    if (rows.length > 0) rows.push({ cells: [] });
    if (block.kind === 'lines') rows.push(...block.lines.map((text) => ({ cells: [{ text }] })));
    else if (block.kind === 'pairs') {
      rows.push(...block.pairs.map(({ label, value }) => ({ cells: [{ text: label }, value] })));
    } else if (block.kind === 'table') {
      rows.push({ cells: block.header.map((text) => ({ text })), bold: true });
      rows.push(...block.rows.map((cells) => ({ cells })));
      for (const { label, value } of block.sums) rows.push({ cells: sumCells(label, value, block.header.length) });
    } else rows.push({ cells: [{ text: block.text }], bold: block.kind !== 'text' });
  }
  return rows;
}

/** The amount stands in the last column, its label left of it. */
function sumCells(label: string, value: OfficeCell, columns: number): (OfficeCell | undefined)[] {
  const cells = new Array<OfficeCell | undefined>(Math.max(2, columns)).fill(undefined);
  cells[cells.length - 2] = { text: label };
  cells[cells.length - 1] = value;
  return cells;
}
