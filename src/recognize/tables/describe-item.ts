// The text of an item: its name (with wrapped lines) as description, what stands below it (serial numbers, periods, remarks) as specification.

import { type Box, centerX, unionBox } from '../../document/box.ts';
import type { Word } from '../../document/parsed-document.ts';
import type { ClassifiedRow, Roles } from './classify-rows.ts';
import { type Column, columnAt } from './columns.ts';
import type { ItemGroup } from './group-items.ts';
import type { ColumnRole, LineItemCell } from './line-item-table.ts';
import { isNumberRole, type RowCell } from './row-cells.ts';
import { isNumericWord } from './visual-rows.ts';

interface TextLine {
  words: readonly Word[];
  text: string;
  box: Box;
  /** Stands in a row of numbers. */
  anchored: boolean;
  /** Has a count of its own: a part of the item. */
  component: boolean;
}

/** Fills `description` and `specification`. Which line of a stacked column is which field follows the titles' order. */
export function describe(
  cells: Partial<Record<ColumnRole, LineItemCell>>,
  group: ItemGroup,
  columns: readonly Column[],
  roles: Roles,
): void {
  const c = columns.findIndex((column) => column.stack.includes('description') || column.role === 'description');
  const extra = columns.findIndex((column) => column.role === 'specification' && column.stack.length < 2);
  const column = columns[c];
  const lines = c < 0 ? [] : withoutFlags(linesOf(group, c, columns, true));
  const skipped = column && column.stack.length > 1 ? skippedLines(column, lines, group, c) : 0;
  const own = lines.slice(skipped);
  if (own.length > 0) {
    const end = nameEnd(own, column!, lines);
    cells.description = cellOf(own.slice(0, end));
    if (end < own.length) cells.specification = cellOf(own.slice(end));
  }
  if (extra < 0) return;
  const more = linesOf(group, extra, columns);
  if (more.length === 0) return;
  const both = cellOf(more);
  const kept = cells.specification;
  cells.specification = kept
    ? { raw: `${both.raw}\n${kept.raw}`, box: unionBox(both.box, kept.box), value: `${both.raw}\n${kept.raw}` }
    : both;
  if (!cells.description && roles.text < 0) cells.description = both;
}

/** "D" in a row of numbers, with the name on a line of its own. */
function withoutFlags(lines: readonly TextLine[]): readonly TextLine[] {
  const named = lines.filter((line) => !(line.anchored && /^\p{L}$/u.test(line.text)));
  return named.length > 0 ? named : lines;
}

/** Words this many line heights apart are one text; over columns of numbers the gap may be wider. */
const TIGHT_GAP = 0.6;
const LOOSE_GAP = 2.5;

/** The lines of one column in an item (`named`: the column of names). Where a row has no numbers of the item, text runs on over the columns right of it. */
export function linesOf(group: ItemGroup, c: number, columns: readonly Column[], named = false): TextLine[] {
  const lines: TextLine[] = [];
  for (const row of group.rows) {
    const anchored = group.anchors.includes(row);
    const cell = row.cut.cells[c] ?? (named && !anchored ? astray(row) : undefined);
    if (!cell) continue;
    const words = anchored
      ? cell.words
      : [
          ...runningUp(row.cut.row.words, cell.words[0]!),
          ...cell.words,
          ...runningOn(row, cell.words.at(-1)!, columns),
        ];
    let box = cell.box;
    for (const word of words) box = unionBox(box, word.box);
    lines.push({
      words,
      text: words.map((w) => w.text).join(' '),
      box,
      anchored,
      component: !anchored && row.quantity !== undefined,
    });
  }
  return lines;
}

/** Text that stands under number columns alone, in a row without numbers, is still the item's text. */
function astray(row: ClassifiedRow): RowCell | undefined {
  const cells = row.cut.cells.filter((cell) => cell !== undefined);
  return cells.length > 0 && cells.every((cell) => cell.value === undefined && /\p{L}{2}/u.test(cell.text))
    ? cells[0]
    : undefined;
}

/** Words before `first` that are the beginning of the same text. */
function runningUp(words: readonly Word[], first: Word): Word[] {
  let from = words.indexOf(first);
  const end = from;
  while (from > 0) {
    const before = words[from - 1]!;
    const gap = words[from]!.box[0] - before.box[2];
    if (gap > TIGHT_GAP * (before.box[3] - before.box[1]) || isNumericWord(before.text)) break;
    from--;
  }
  return words.slice(from, end);
}

function runningOn(row: ClassifiedRow, last: Word, columns: readonly Column[]): Word[] {
  const { words } = row.cut.row;
  const rest: Word[] = [];
  let previous = last;
  for (const word of words.slice(words.indexOf(last) + 1)) {
    const gap = (word.box[0] - previous.box[2]) / Math.max(1, word.box[3] - word.box[1]);
    const free = isNumberRole(columns[columnAt(columns, centerX(word.box))]?.role ?? null);
    if (gap > (free ? LOOSE_GAP : TIGHT_GAP)) break;
    rest.push(word);
    previous = word;
  }
  return rest;
}

/** In a stacked column the lines before the description are codes; a code left empty leaves its line out. */
export function skippedLines(column: Column, lines: readonly TextLine[], group: ItemGroup, c: number): number {
  const before = column.stack.indexOf('description');
  const onFirstRow = lines[0] !== undefined && group.rows[0]?.cut.cells[c] !== undefined;
  if (!onFirstRow || lines.length <= before) return 0;
  return before;
}

const SPEC_LINE = /^[\p{L}][\p{L}\d .\-/()&]{1,40}\s?:(?:\s|$)|^\d{1,2}[./]\d{1,2}[./]\d{2,4}|^[-–•*·]\s/u;
const CONTINUES =
  /[,&+\-–/(]$|\b(?:and|or|for|with|of|the|und|oder|für|mit|von|et|de|pour|avec|y|con|para|e|di|per|com|en|van|voor|met|i|z|do)$/iu;

/** How many of the first lines are the name: a line goes on when the next word would not have fitted, or grammar says so. */
function nameEnd(own: readonly TextLine[], column: Column, all: readonly TextLine[]): number {
  const right = Math.max(...all.map((line) => line.box[2]), Math.min(column.box[2], column.x1));
  let end = 1;
  while (end < own.length) {
    const line = own[end - 1]!;
    const next = own[end]!;
    if (next.component || SPEC_LINE.test(next.text)) break;
    const first = next.words[0]!;
    const full =
      line.box[2] + (first.box[2] - first.box[0]) + 2 > right &&
      own.length > 1 &&
      line.box[2] > right - 0.35 * (right - line.box[0]);
    // One word alone is hardly a name: "Choice" / "Upgrade" in a narrow column.
    const alone = end === 1 && line.words.length === 1 && next.words.length <= 3 && !/\d{4}/.test(line.text);
    const goesOn = alone || CONTINUES.test(line.text) || /^[\p{Ll}(]/u.test(next.text) || next.anchored;
    if (!full && !goesOn) break;
    end++;
  }
  return end;
}

function cellOf(lines: readonly TextLine[]): LineItemCell {
  let box = lines[0]!.box;
  for (const line of lines) box = unionBox(box, line.box);
  const raw = lines.map((line) => line.text).join('\n');
  return { raw, box, value: raw.replaceAll('\n', ' ') };
}
