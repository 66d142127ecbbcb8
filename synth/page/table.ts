// The line table: measures its columns, breaks over pages, repeats its header, carries sums forward.

import type { Column } from '../trade/columns.ts';
import type { DealLine } from '../trade/deal.ts';
import type { Sheet } from '../trade/sheet.ts';
import type { Pen, TextStyle } from './pen.ts';
import type { Theme } from './theme.ts';

export interface TableStyle {
  header: 'fill' | 'tint' | 'rules' | 'grid' | 'plain' | 'underline';
  body: 'plain' | 'rules' | 'zebra' | 'grid' | 'columns' | 'dashes';
  /** Space above and below a row's text. */
  pad: number;
  size?: number;
  capitals?: boolean;
  /** Draw the frame down to `bottom` even when the rows end earlier. */
  fullHeight?: boolean;
  /** Print "carried forward" rows at page ends. */
  carry?: boolean;
}

export interface TableArea {
  x: number;
  y: number;
  width: number;
  /** Lowest y that rows may reach, on the first page and on the next ones. */
  bottom: number;
  nextBottom: number;
  /** Called after a page break; draws what follow-up pages start with and returns where the table goes on. */
  onBreak(): number;
}

export interface DrawnTable {
  y: number;
  columns: { column: Column; x: number; width: number }[];
}

const GAP = 5;
const MIN_DESCRIPTION = 120;
const NARROW_HEADER = 26;

interface Fitted {
  column: Column;
  width: number;
}

/** Column widths from what they hold; gives up optional columns until the description has room. */
function fitColumns(pen: Pen, sheet: Sheet, columns: Column[], width: number, size: number): Fitted[] {
  const header: TextStyle = { size, weight: 'bold' };
  const widthOf = (column: Column): number => {
    const words = column.label.split(/[ ]/).map((word) => pen.measure(word, header));
    const cells = sheet.rows().map((line, i) => pen.measure(column.text(line, i), { size }));
    return Math.max(NARROW_HEADER, ...words, ...cells) + 2 * GAP;
  };
  let kept = columns;
  for (;;) {
    const fitted = kept.map((column) => ({ column, width: column.key === 'description' ? 0 : widthOf(column) }));
    const rest = width - fitted.reduce((sum, entry) => sum + entry.width, 0);
    const victim = [...kept].reverse().find((column) => column.optional);
    if (rest < MIN_DESCRIPTION && victim) {
      kept = kept.filter((column) => column !== victim);
      continue;
    }
    return fitted.map((entry) =>
      entry.column.key === 'description' ? { ...entry, width: Math.max(rest, 60) } : entry,
    );
  }
}

/** Draws the table and writes its lines into the ledger. */
export function drawTable(
  pen: Pen,
  theme: Theme,
  sheet: Sheet,
  wanted: Column[],
  area: TableArea,
  style: TableStyle,
): DrawnTable {
  const size = style.size ?? theme.size;
  const step = size * 1.25;
  const fitted = fitColumns(pen, sheet, wanted, area.width, size);
  let left = area.x;
  const columns = fitted.map(({ column, width }) => {
    const placed = { column, x: left, width };
    left += width;
    return placed;
  });
  const withDetails = sheet.deal.lines.some((line) => line.detail !== undefined);
  sheet.stateLines(
    fitted.map((entry) => entry.column),
    withDetails,
  );

  const right = area.x + area.width;
  const frame = style.body === 'grid' || style.body === 'columns';
  const line = { color: theme.rule, lineWidth: 0.6 };
  const inner = (width: number): number => width - 2 * GAP;

  const drawHeader = (top: number): number => {
    const color = style.header === 'fill' ? '#ffffff' : theme.ink;
    const labels = columns.map(({ column, width }) =>
      pen.wrap(style.capitals ? column.label.toUpperCase() : column.label, inner(width), { size, weight: 'bold' }),
    );
    const rows = Math.max(...labels.map((entry) => entry.length));
    const height = rows * step + 2 * style.pad + 2;
    if (style.header === 'fill') pen.box(area.x, top, area.width, height, { fill: theme.accent });
    if (style.header === 'tint' || style.header === 'grid')
      pen.box(area.x, top, area.width, height, {
        fill: theme.tint,
        ...(style.header === 'grid' ? { stroke: theme.rule } : {}),
      });
    if (style.header === 'rules') pen.rule(area.x, top, right, top, line);
    columns.forEach(({ column, x, width }, i) => {
      pen.lines(labels[i]!, x + GAP, top + style.pad + 1, {
        size,
        weight: 'bold',
        color,
        align: column.align,
        width: inner(width),
      });
    });
    if (style.header === 'rules' || style.header === 'underline')
      pen.rule(area.x, top + height, right, top + height, line);
    return top + height + (style.header === 'rules' || style.header === 'underline' ? 2 : 0);
  };
  const closePage = (top: number, bottom: number): void => {
    if (!frame) return;
    pen.box(area.x, top, area.width, bottom - top, { stroke: theme.rule });
    for (const { x } of columns.slice(1)) pen.rule(x, top, x, bottom, line);
  };

  let pageTop = area.y;
  let bottom = area.bottom;
  let y = drawHeader(pageTop);
  let carried = 0;
  const section = { current: -1 };
  const amount = columns.find(({ column }) => column.key === 'netAmount');
  const drawCarry = (label: string): void => {
    if (!style.carry || !amount) return;
    const text = sheet.manner.money(carried * sheet.sign, 'plain');
    pen.text(label, area.x + GAP, y + style.pad, {
      size,
      weight: 'italic',
      width: Math.max(60, amount.x - area.x - 3 * GAP),
      align: 'right',
    });
    pen.text(text, amount.x + GAP, y + style.pad, {
      size,
      weight: 'italic',
      align: 'right',
      width: inner(amount.width),
    });
    y += step + 2 * style.pad;
  };
  const carryHeight = style.carry && amount ? step + 2 * style.pad : 0;
  const breakPage = (): void => {
    drawCarry(sheet.manner.word(sheet.manner.words.totals.carried));
    closePage(pageTop, frame && style.fullHeight ? bottom : y);
    pen.newPage();
    pageTop = area.onBreak();
    bottom = area.nextBottom;
    y = drawHeader(pageTop);
    drawCarry(sheet.manner.word(sheet.manner.words.totals.brought));
  };
  const drawRow = (row: DealLine, index: number): void => {
    const cells = columns.map(({ column, width }) => pen.wrap(column.text(row, index), inner(width), { size }));
    const texts = Math.max(...cells.map((cell) => cell.length)) + (row.detail ? 1 : 0);
    const height = texts * step + 2 * style.pad;
    if (y + height + carryHeight > bottom) breakPage();
    if (style.body === 'zebra' && index % 2 === 1) pen.box(area.x, y, area.width, height, { fill: theme.tint });
    columns.forEach(({ column, x, width }, i) => {
      const below = pen.lines(cells[i]!, x + GAP, y + style.pad, { size, align: column.align, width: inner(width) });
      if (column.key === 'description' && row.detail)
        pen.text(row.detail, x + GAP, below, { size: size - 1, color: theme.muted });
    });
    y += height;
    carried += row.net;
    if (style.body === 'rules' || style.body === 'grid') pen.rule(area.x, y, right, y, { ...line, lineWidth: 0.4 });
    if (style.body === 'dashes') pen.rule(area.x, y, right, y, { ...line, lineWidth: 0.4, dash: 2 });
  };

  sheet.rows().forEach((row, index) => {
    if (sheet.deal.type === 'boq' && row.section !== section.current) {
      section.current = row.section;
      if (y + 4 * step > bottom) breakPage();
      const { words } = sheet.manner;
      const heading = `${sheet.manner.word(words.section).replace('{x}', String(row.section + 1))} - ${words.disciplines[row.section % words.disciplines.length]}`;
      pen.text(heading, area.x + GAP, y + style.pad + 1, { size, weight: 'bold' });
      y += step + 2 * style.pad + 2;
    }
    drawRow(row, index);
  });
  if (style.fullHeight && frame && y < bottom) y = bottom;
  closePage(pageTop, y);
  if (style.header === 'rules') pen.rule(area.x, y, right, y, line);
  return { y, columns };
}
