// Line items as a table that fits the terminal: the description gives way first, then rare columns.

import type { LineProof } from '../document/line-proof.ts';
import type { DocumentRecord, LineItem } from '../document/value.ts';
import { displayField } from './display-value.ts';
import { wordsOf } from './field-title.ts';
import { fitText, padEnd, padStart, type Terminal, textWidth } from './terminal.ts';

/** In the order a line is read; the last ones are the first to go when the terminal is narrow. */
const COLUMNS = [
  'number',
  'sku',
  'description',
  'quantity',
  'unit',
  'unitPrice',
  'netAmount',
  'grossAmount',
  'taxRate',
  'taxAmount',
  'discount',
  'gtin',
  'buyerSku',
  'brand',
  'deliveryDate',
  'specification',
  'purchaseOrderLine',
  'alternative',
];
const KEPT = ['description', 'quantity', 'unitPrice', 'netAmount'];
const TITLES: Readonly<Record<string, string>> = {
  number: '#',
  quantity: 'Qty',
  netAmount: 'Net',
  grossAmount: 'Gross',
};
const MIN_DESCRIPTION = 20;
const GAP = 2;

export function printLineItems(
  { lines, lineProof: proof }: Pick<DocumentRecord, 'lines' | 'lineProof'>,
  terminal: Terminal,
): string[] {
  const present = new Set(lines.flatMap((line) => Object.keys(line)));
  const named = COLUMNS.filter((column) => present.has(column));
  const others = [...present].filter((column) => !COLUMNS.includes(column));
  let columns = [...named, ...others];
  const room = terminal.width - 4;
  const fixed = (column: string) => (column === 'description' ? MIN_DESCRIPTION : widthOf(column, lines));
  while (columns.reduce((sum, column) => sum + fixed(column) + GAP, 0) > room) {
    const dropped = columns.findLast((column) => !KEPT.includes(column));
    if (!dropped) break;
    columns = columns.filter((column) => column !== dropped);
  }
  const taken = columns.reduce((sum, column) => sum + (column === 'description' ? 0 : fixed(column)) + GAP, 0);
  const widths = columns.map((column) =>
    column === 'description'
      ? Math.max(MIN_DESCRIPTION, Math.min(widthOf(column, lines), room - taken))
      : fixed(column),
  );
  const row = (cells: readonly string[], numeric: readonly boolean[]) =>
    `    ${cells.map((cell, i) => (numeric[i] ? padStart(fitText(cell, widths[i]!), widths[i]!) : padEnd(fitText(cell, widths[i]!), widths[i]!))).join(' '.repeat(GAP))}`.trimEnd();
  const numeric = columns.map((column) => lines.some((line) => typeof line[column]?.value === 'number'));
  const header = row(columns.map(titleOf), numeric);
  const proved = proof ? `  ${terminal.style(isProved(proof) ? 'green' : 'yellow', proof.summary)}` : '';
  const count = `    ${terminal.style('cyan', `${lines.length} line${lines.length === 1 ? '' : 's'}`)}${proved}`;
  return [
    count,
    terminal.style('dim', header),
    ...lines.map((line) =>
      row(
        columns.map((column) => cellOf(line, column)),
        numeric,
      ),
    ),
  ];
}

const isProved = ({ agrees, rowsSeen, rowsReturned }: LineProof): boolean =>
  agrees === true && rowsReturned >= rowsSeen;

function widthOf(column: string, lines: readonly LineItem[]): number {
  return Math.max(textWidth(titleOf(column)), ...lines.map((line) => Math.min(40, textWidth(cellOf(line, column)))), 0);
}

function titleOf(column: string): string {
  return TITLES[column] ?? wordsOf(column);
}

function cellOf(line: LineItem, column: string): string {
  const value = line[column]?.value;
  return value === undefined ? '' : displayField(column, value);
}
