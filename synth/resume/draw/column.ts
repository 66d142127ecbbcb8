// A column that text runs down, from page to page.
import type { Pen, TextStyle } from '../../page/pen.ts';
import type { Theme } from '../../page/theme.ts';
import type { RowWeight, ViewRow } from '../compose/resume-view.ts';
import type { ResumeDesign } from '../layouts/resume-design.ts';

export interface Column {
  pen: Pen;
  theme: Theme;
  design: ResumeDesign;
  x: number;
  width: number;
  y: number;
  page: number;
  bottom: number;
  /** Where it begins on further pages. */
  top: number;
  ink: string;
  muted: string;
  accent: string;
  size: number;
  /** Draws what lies behind the text of a new page. */
  open(): void;
}

export const lineStep = ({ design, size }: Column): number => size * (1.16 + 0.14 * design.air);
export const gapOf = ({ design, size }: Column, lines: number): number => size * lines * design.air;

/** Goes to the next page unless so much room is left. */
export function makeRoom(column: Column, height: number): void {
  if (column.y + height <= column.bottom) return;
  column.page++;
  if (column.page >= column.pen.pageCount()) {
    column.pen.newPage();
    column.open();
  } else column.pen.turnTo(column.page);
  column.y = column.top;
}

interface Place {
  /** From the column's left edge. */
  indent?: number;
  width?: number;
  style?: TextStyle;
  /** Room that must be left below it, so that titles do not stand alone. */
  keep?: number;
}

/** Smaller where one word, mostly an address, is wider than the column. */
function fitted({ pen, size }: Column, text: string, style: TextStyle, room: number): number {
  const wanted = style.size ?? size;
  const widest = Math.max(...text.split(' ').map((word) => pen.measure(word, { ...style, size: wanted })));
  return widest <= room ? wanted : (wanted * room) / widest - 0.05;
}

/** Wrapped text, line by line; returns how many there were. */
export function flow(column: Column, text: string, { indent = 0, width, style = {}, keep = 0 }: Place = {}): number {
  const room = width ?? column.width - indent;
  const size = fitted(column, text, style, room);
  const step = size * (1.16 + 0.14 * column.design.air);
  const set: TextStyle = { color: column.ink, ...style, size };
  const lines = column.pen.wrap(text, room, set);
  makeRoom(column, step * Math.min(lines.length, 2) + keep);
  for (const line of lines) {
    makeRoom(column, step);
    column.pen.text(line, column.x + indent, column.y, { ...set, width: room });
    column.y += step;
  }
  return lines.length;
}

const styleOf = (weight: RowWeight): TextStyle => (weight === 'regular' ? {} : { weight });

/** A row with something at its right edge; what does not fit beside it goes below. */
export function flowRow(
  column: Column,
  row: ViewRow,
  { indent = 0, keep = 0, ...place }: { indent?: number; width?: number; keep?: number } = {},
): void {
  const width = place.width ?? column.width - indent;
  const style = styleOf(row.weight);
  if (row.right === undefined) {
    flow(column, row.text, { indent, width, style, keep });
    return;
  }
  const rightStyle: TextStyle = { size: column.size, color: column.muted };
  const rightWidth = column.pen.measure(row.right, rightStyle);
  const room = width - rightWidth - 12;
  if (room < width * 0.4) {
    flow(column, row.text, { indent, width, style, keep });
    flow(column, row.right, { indent, width, style: { color: column.muted } });
    return;
  }
  makeRoom(column, lineStep(column) + keep);
  column.pen.text(row.right, column.x + indent, column.y, { ...rightStyle, width, align: 'right' });
  flow(column, row.text, { indent, width: room, style });
}

/** Bullets as glyphs or as drawn shapes. */
export function flowBullet(column: Column, text: string, indent: number, width: number): void {
  const { design, pen, size } = column;
  makeRoom(column, lineStep(column));
  const x = column.x + indent;
  if (design.bullets === 'square') pen.box(x + 1, column.y + size * 0.36, 3.2, 3.2, { fill: column.accent });
  else if (design.bullets !== 'none') pen.text(design.bullets, x, column.y, { size, color: column.ink });
  flow(column, text, { indent: indent + size, width: width - size });
}
