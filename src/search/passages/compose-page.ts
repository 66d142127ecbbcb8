// A page → its text in reading order: paragraphs as running text, everything else row by row; each part knows its lines.

import { type Box, boxHeight, centerX, centerY } from '../../document/box.ts';
import { usualHeight } from '../../document/layout/usual-height.ts';
import type { Block, Line, Page, Table } from '../../document/parsed-document.ts';
import { isHeading, isProse, standsOut } from './kinds-of-lines.ts';

/** A line, and where it stands in the text of the page. */
export interface PlacedLine {
  start: number;
  end: number;
  line: Line;
}

export interface Unit {
  kind: 'paragraph' | 'row' | 'heading';
  start: number;
  end: number;
  lines: PlacedLine[];
  /** The words over the columns of the table that it stands in. */
  tableHead: string | null;
}

export interface PageText {
  text: string;
  units: Unit[];
}

/** Between the columns of a row. */
const COLUMN = '\t';
const BROKEN_WORD = /\p{L}[-\u00AD]$/u;
const GOES_ON = /^\p{Ll}/u;
const MOST_HEAD = 80;

export function composePage(page: Page): PageText {
  const usual = usualHeight(page.lines);
  const parts: string[] = [];
  const units: Unit[] = [];
  let length = 0;
  for (const { kind, lines } of orderUnits(page, usual)) {
    if (units.length > 0) {
      parts.push('\n');
      length++;
    }
    const unit: Unit = { kind, start: length, end: length, lines: [], tableHead: headOver(lines[0]!, page.tables) };
    for (const [i, line] of lines.entries()) {
      const before = unit.lines.at(-1);
      const joint = before && kind === 'paragraph' ? joinLines(parts.at(-1)!, line.text) : { drop: 0, space: COLUMN };
      if (before && joint.drop > 0) {
        parts[parts.length - 1] = parts.at(-1)!.slice(0, -joint.drop);
        length -= joint.drop;
        before.end = length;
      }
      if (i > 0) {
        parts.push(joint.space);
        length += joint.space.length;
      }
      unit.lines.push({ start: length, end: length + line.text.length, line });
      parts.push(line.text);
      length += line.text.length;
    }
    unit.end = length;
    units.push(unit);
  }
  return { text: parts.join(''), units };
}

/** A word that was broken at the end of a line is one word. */
function joinLines(above: string, below: string): { drop: number; space: string } {
  return BROKEN_WORD.test(above) && GOES_ON.test(below) ? { drop: 1, space: '' } : { drop: 0, space: ' ' };
}

interface Ordered {
  kind: Unit['kind'];
  lines: Line[];
}

function orderUnits(page: Page, usual: number): Ordered[] {
  const linesOf = (block: Block): Line[] => block.lines.flatMap((index) => page.lines[index] ?? []);
  const prose = page.blocks.filter((block) => isProse(linesOf(block)));
  const units = columnsOf(page, prose, usual).flatMap((part): Ordered[] =>
    Array.isArray(part) ? rowsOf(part, usual) : [{ kind: 'paragraph', lines: linesOf(part) }],
  );
  // A bold name over an address, or over a column, is no heading: one stands over running text.
  return units.map((unit, i) =>
    unit.kind === 'heading' && !standsOut(unit.lines[0]!, usual) && units[i + 1]?.kind !== 'paragraph'
      ? { ...unit, kind: 'row' }
      : unit,
  );
}

/**
 * Paragraphs, and between them the lines that belong to none. Paragraphs that stand side by side are read column by column;
 * whatever stands above the columns comes before them.
 */
function columnsOf(page: Page, prose: readonly Block[], usual: number): (Block | Line[])[] {
  const taken = new Set(prose.flatMap((block) => block.lines));
  const loose = page.lines.filter((line) => !taken.has(line.index));
  const ordered: (Block | Line[])[] = [];
  let at = 0;
  const looseAbove = (y: number): Line[] => {
    const from = at;
    while (at < loose.length && centerY(loose[at]!.box) < y) at++;
    return loose.slice(from, at);
  };
  const push = (lines: Line[]): void => {
    if (lines.length > 0) ordered.push(lines);
  };
  for (const band of bandsOf(prose, usual)) {
    push(looseAbove(Math.min(...band.map((block) => block.box[1]))));
    if (band.length === 1) {
      ordered.push(band[0]!);
      continue;
    }
    const bottom = Math.max(...band.map((block) => block.box[3]));
    const within = new Set(looseAbove(bottom));
    for (const column of byColumn(band)) {
      const own = [...within].filter((line) => isOver(line.box, column));
      for (const block of column) {
        const above = own.filter((line) => line.box[1] < block.box[1] && within.delete(line));
        push(above);
        ordered.push(block);
      }
    }
    push([...within]);
  }
  push(loose.slice(at));
  return ordered;
}

const isOver = (box: Box, column: readonly Block[]): boolean =>
  column.some((block) => centerX(box) >= block.box[0] && centerX(box) <= block.box[2]);

/** Blocks whose heights overlap stand in one band of the page. */
function bandsOf(blocks: readonly Block[], usual: number): Block[][] {
  const bands: Block[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const block of blocks.toSorted((a, b) => a.box[1] - b.box[1])) {
    if (block.box[1] < bottom - usual / 2) bands.at(-1)!.push(block);
    else bands.push([block]);
    bottom = Math.max(bottom, block.box[3]);
  }
  return bands;
}

/** From left to right, each from the top down. */
function byColumn(band: readonly Block[]): Block[][] {
  const columns: { left: number; right: number; blocks: Block[] }[] = [];
  for (const block of band.toSorted((a, b) => a.box[0] - b.box[0])) {
    const home = columns.find(({ left, right }) => centerX(block.box) > left && centerX(block.box) < right);
    if (home) {
      home.blocks.push(block);
      home.right = Math.max(home.right, block.box[2]);
    } else columns.push({ left: block.box[0], right: block.box[2], blocks: [block] });
  }
  return columns.map(({ blocks }) => blocks.sort((a, b) => a.box[1] - b.box[1]));
}

/** Lines that share a baseline are one row. */
function rowsOf(lines: readonly Line[], usual: number): Ordered[] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row && row[0]!.row === line.row) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => ({ kind: isHeading(row, usual) ? 'heading' : 'row', lines: row }));
}

function headOver(line: Line, tables: readonly Table[]): string | null {
  const y = centerY(line.box);
  const table = tables.find(
    ({ box }) => y > box[1] && y < box[3] && centerX(line.box) > box[0] && centerX(line.box) < box[2],
  );
  const cells = table?.cells.filter((cell) => cell.header && cell.row === 0) ?? [];
  // Not over itself.
  if (cells.length === 0 || cells.some(({ box }) => y < box[3] + boxHeight(line.box) / 4)) return null;
  return cells
    .map((cell) => cell.text)
    .join(' ')
    .slice(0, MOST_HEAD)
    .toWellFormed();
}
