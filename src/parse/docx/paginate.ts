// One long sheet → pages: where the author breaks, where Word noted that it broke, and else where the paper ends.

import type { Box } from '../../document/box.ts';
import { groupBlocks, groupLines } from '../../document/layout/group-lines.ts';
import type { Page, Rule, Table, TableCell, Word } from '../../document/parsed-document.ts';
import type { Canvas } from '../html/canvas.ts';

/** A place on the long sheet where a page begins. */
export interface PageStart {
  y: number;
  kind: 'always' | 'noted';
}

export interface Paper {
  width: number;
  height: number;
  top: number;
  bottom: number;
}

export interface PaginateOptions {
  starts: readonly PageStart[];
  /** The paper at a place on the long sheet. */
  paperAt(y: number): Paper;
  maxWordsPerPage: number;
}

/** A page's share of the long sheet. */
interface Stretch {
  from: number;
  to: number;
  words: Word[];
  paper: Paper;
}

/** Pages without headers and footers, in order; boxes count from their own top. */
export function paginate(canvas: Canvas, options: PaginateOptions): Page[] {
  return cutStretches(canvas.words, options).map((stretch, i) => toPage(stretch, canvas, i + 1));
}

function cutStretches(words: readonly Word[], { starts, paperAt, maxWordsPerPage }: PaginateOptions): Stretch[] {
  const sorted = words.toSorted((a, b) => a.box[1] - b.box[1]);
  const forced = starts.toSorted((a, b) => a.y - b.y);
  // Where Word noted its breaks they are the pages; paper would cut them elsewhere.
  const isNoted = starts.some(({ kind }) => kind === 'noted');
  const stretches: Stretch[] = [];
  let next = 0;
  for (const band of bandsOf(sorted)) {
    const top = band[0]!.box[1];
    const bottom = band.reduce((most, word) => Math.max(most, word.box[3]), top);
    let begins = stretches.length === 0;
    while (next < forced.length && forced[next]!.y <= top + 0.5) {
      next++;
      begins = true;
    }
    const page = stretches.at(-1);
    if (page && !begins) {
      const room = page.paper.height - page.paper.top - page.paper.bottom;
      begins = (!isNoted && bottom - page.from > room) || page.words.length + band.length > maxWordsPerPage;
    }
    if (begins || !page) stretches.push({ from: top, to: bottom, words: [...band], paper: paperAt(top) });
    else {
      page.words.push(...band);
      page.to = Math.max(page.to, bottom);
    }
  }
  return stretches;
}

/** Words between two places where a cut goes through no word. */
function bandsOf(sorted: readonly Word[]): Word[][] {
  const bands: Word[][] = [];
  let bottom = -Infinity;
  for (const word of sorted) {
    if (word.box[1] >= bottom - 0.5) bands.push([word]);
    else bands.at(-1)!.push(word);
    bottom = Math.max(bottom, word.box[3]);
  }
  return bands;
}

function toPage({ from, to, words, paper }: Stretch, canvas: Canvas, number: number): Page {
  const down = paper.top - from;
  const shift = (box: Box): Box => [box[0], box[1] + down, box[2], box[3] + down];
  const placed = words.map((word) => ({ ...word, box: shift(word.box) }));
  const rules = canvas.rules
    .filter((rule) => rule.y1 >= from - 1 && rule.y0 <= to)
    .map((rule): Rule => ({ ...rule, y0: Math.max(from, rule.y0) + down, y1: Math.min(to, rule.y1) + down }));
  const lines = groupLines(placed, number, { rules });
  return {
    number,
    width: placed.reduce((most, word) => Math.max(most, word.box[2] + 20), paper.width),
    height: Math.max(paper.height, to + down + paper.bottom),
    source: placed.length > 0 ? 'text' : 'none',
    rotation: 0,
    lines,
    blocks: groupBlocks(lines, number),
    tables: canvas.tables.flatMap((table) => partOfTable(table, { from, to, number, shift })),
    images: [],
    rules,
  };
}

interface Cut {
  from: number;
  to: number;
  number: number;
  shift(box: Box): Box;
}

/** The rows of a table that begin on the page. */
function partOfTable(table: Table, { from, to, number, shift }: Cut): Table[] {
  const cells = table.cells.filter(({ box }) => box[1] >= from - 4 && box[1] < to);
  if (cells.length === 0) return [];
  const first = cells.reduce((least, cell) => Math.min(least, cell.row), Infinity);
  const moved = cells.map((cell): TableCell => ({ ...cell, row: cell.row - first, box: shift(cell.box) }));
  const rows = moved.reduce((most, cell) => Math.max(most, cell.row + 1), 0);
  const top = moved.reduce((least, { box }) => Math.min(least, box[1]), Infinity);
  const bottom = moved.reduce((most, { box }) => Math.max(most, box[3]), 0);
  return [{ ...table, page: number, box: [table.box[0], top, table.box[2], bottom], rows, cells: moved }];
}
