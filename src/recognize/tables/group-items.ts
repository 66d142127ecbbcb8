// Classified rows → groups, one per item: which lines of text belong to which row of numbers, by ruling lines, position numbers and gaps.

import type { ClassifiedRow, Roles } from './classify-rows.ts';
import type { Column } from './columns.ts';
import { isNumberRole } from './row-cells.ts';

export interface ItemGroup {
  rows: ClassifiedRow[];
  anchors: ClassifiedRow[];
  deductions: ClassifiedRow[];
}

export interface Grouped {
  items: ItemGroup[];
  /** Text above an item that is not its own: section titles and remarks. */
  sections: ClassifiedRow[];
}

interface Layout {
  columns: readonly Column[];
  roles: Roles;
  height: number;
  /** Lines of the grid; empty when it does not part the items. */
  separators: readonly number[];
}

const top = (row: ClassifiedRow): number => row.cut.row.box[1];
const bottom = (row: ClassifiedRow): number => row.cut.row.box[3];
const middle = (row: ClassifiedRow): number => (top(row) + bottom(row)) / 2;

/** `rows` in reading order, without the excluded ones. */
export function groupItems(
  rows: readonly ClassifiedRow[],
  columns: readonly Column[],
  roles: Roles,
  height: number,
  separators: readonly number[],
): Grouped {
  const layout: Layout = { columns, roles, height, separators };
  const counted = demote(mergeAnchors(rows, layout), roles);
  if (counted.length === 0) return { items: [], sections: [] };
  layout.separators = partsItems(counted, separators) ? separators : [];
  const clusters = onePerCell(counted, layout);
  const grouped: Grouped = { items: [], sections: [] };
  const textAbove =
    clusters.filter((c) => !c.some((r) => r.hasText)).length * 2 > clusters.length &&
    startsWithText(rows, clusters[0]![0]!, height);
  for (const cluster of clusters) {
    grouped.items.push({ rows: [...cluster], anchors: cluster, deductions: [] });
  }
  for (const [i, between] of rowsBetween(rows, clusters).entries()) deal(between, grouped, i, layout, textAbove);
  for (const item of grouped.items) item.rows.sort((a, b) => top(a) - top(b));
  return grouped;
}

/** A line of text stands right above the first row of numbers. */
function startsWithText(rows: readonly ClassifiedRow[], first: ClassifiedRow, height: number): boolean {
  const above = rows[rows.indexOf(first) - 1];
  return above?.hasText === true && top(first) - bottom(above) < 0.9 * height;
}

/** The rows above the first item, between each two, and under the last. */
function rowsBetween(rows: readonly ClassifiedRow[], clusters: readonly ClassifiedRow[][]): ClassifiedRow[][] {
  const spaces: ClassifiedRow[][] = [[]];
  const members = new Set(clusters.flat());
  for (const row of rows) {
    if (clusters[spaces.length - 1]?.[0] === row) spaces.push([]);
    if (!members.has(row)) spaces.at(-1)!.push(row);
  }
  return spaces;
}

/** Numbers of one item may stand on two baselines: rows whose number columns do not collide, close by or in one cell of the grid. */
function mergeAnchors(rows: readonly ClassifiedRow[], layout: Layout): ClassifiedRow[][] {
  const clusters: ClassifiedRow[][] = [];
  for (const row of rows) {
    if (row.kind !== 'anchor') continue;
    const last = clusters.at(-1);
    const near = last && middle(row) - middle(last.at(-1)!) <= 1.35 * layout.height + 1;
    const apart = last && layout.separators.some((y) => y > middle(last.at(-1)!) && y < middle(row));
    if (last && near && !apart && !last.some((other) => collide(other, row, layout.columns))) last.push(row);
    else clusters.push([row]);
  }
  return clusters;
}

function collide(a: ClassifiedRow, b: ClassifiedRow, columns: readonly Column[]): boolean {
  return columns.some(
    (column, c) =>
      isNumberRole(column.role) && a.cut.cells[c]?.value !== undefined && b.cut.cells[c]?.value !== undefined,
  );
}

/** Where most items have an amount, a row with a count alone is a component of the item above, not an item. */
function demote(clusters: ClassifiedRow[][], roles: Roles): ClassifiedRow[][] {
  if (roles.amount < 0) return clusters;
  const withAmount = clusters.filter((c) => c.some((r) => r.amount !== undefined)).length;
  if (withAmount * 2 < clusters.length) return clusters;
  return clusters.filter((cluster) => {
    const has = (key: 'amount' | 'price' | 'quantity' | 'position'): boolean =>
      cluster.some((r) => r[key] !== undefined);
    if (
      cluster.some((row) => row.free) ||
      has('amount') ||
      (has('price') && has('quantity')) ||
      (has('position') && has('quantity'))
    )
      return true;
    for (const row of cluster) row.kind = 'text';
    return false;
  });
}

/** The grid counts when nearly every item has a cell of it for itself. */
function partsItems(clusters: readonly ClassifiedRow[][], separators: readonly number[]): boolean {
  if (separators.length === 0) return false;
  let shared = 0;
  for (let i = 1; i < clusters.length; i++) {
    const from = middle(clusters[i - 1]!.at(-1)!);
    const to = middle(clusters[i]![0]!);
    if (!separators.some((y) => y > from && y < to)) shared++;
  }
  return shared <= 0.2 * (clusters.length - 1);
}

/** In a grid each cell holds one item: of two rows of numbers in one cell, the one without a count is part of the other's text. */
function onePerCell(clusters: ClassifiedRow[][], layout: Layout): ClassifiedRow[][] {
  if (layout.separators.length === 0) return clusters;
  const counts = (cluster: readonly ClassifiedRow[]): boolean => cluster.some((row) => row.quantity !== undefined);
  const kept: ClassifiedRow[][] = [];
  for (const cluster of clusters) {
    const last = kept.at(-1);
    const shared = last && !layout.separators.some((y) => y > middle(last[0]!) && y < middle(cluster[0]!));
    if (!last || !shared || counts(last) === counts(cluster)) {
      kept.push(cluster);
      continue;
    }
    const [item, text] = counts(last) ? [last, cluster] : [cluster, last];
    for (const row of text) row.kind = 'text';
    kept[kept.length - 1] = item;
  }
  return kept;
}

/** Deals the rows between item i−1 and item i to the one above, the one below, or to neither. */
function deal(
  between: readonly ClassifiedRow[],
  grouped: Grouped,
  i: number,
  layout: Layout,
  textAbove: boolean,
): void {
  const above = grouped.items[i - 1];
  const below = grouped.items[i];
  const texts: ClassifiedRow[] = [];
  for (const row of between) {
    if (row.kind === 'deduction' && above) above.deductions.push(row);
    else if (!isNameless(above, texts) && spans(row, layout)) grouped.sections.push(row);
    else texts.push(row);
  }
  if (texts.length === 0) return;
  if (!above || !below) {
    if (below) dealLeading(texts, below, grouped, layout);
    else if (above) dealTrailing(texts, above, grouped, layout);
    return;
  }
  const split = Math.min(findSplit(texts, above, below, layout, textAbove), beginningOf(texts, below, layout));
  above.rows.push(...texts.slice(0, split));
  const rest = texts.slice(split);
  if (rest.length === 0) return;
  if (belongsBelow(rest, below, layout) || beginningOf(rest, below, layout) === 0) below.rows.push(...rest);
  else grouped.sections.push(...rest);
}

function dealLeading(texts: readonly ClassifiedRow[], below: ItemGroup, grouped: Grouped, layout: Layout): void {
  const first = below.anchors[0]!;
  let from = texts.length;
  const wall = layout.separators.findLast((y) => y < middle(first));
  const position = first.position === undefined ? texts.findIndex((row) => row.position !== undefined) : -1;
  if (position >= 0) from = position;
  else if (wall !== undefined) {
    const inCell = texts.findIndex((row) => middle(row) > wall);
    if (inCell >= 0) from = inCell;
  } else if (beginningOf(texts, below, layout) < texts.length) from = beginningOf(texts, below, layout);
  else if (!below.anchors.some((r) => r.hasText)) {
    for (let k = texts.length - 1; k >= 0; k--) {
      const next = texts[k + 1] ?? first;
      if (top(next) - bottom(texts[k]!) > 0.9 * layout.height || !texts[k]!.hasText) break;
      from = k;
    }
  }
  below.rows.push(...texts.slice(from));
  grouped.sections.push(...texts.slice(0, from));
}

function dealTrailing(texts: readonly ClassifiedRow[], above: ItemGroup, grouped: Grouped, layout: Layout): void {
  const last = above.anchors.at(-1)!;
  const wall = layout.separators.find((y) => y > middle(last));
  const nameless = !above.anchors.some((row) => row.hasText);
  const usual = usualGap(grouped, above, layout);
  let previous: ClassifiedRow = last;
  for (const row of texts) {
    const inCell = wall !== undefined && middle(row) < wall;
    if (!inCell && (wall !== undefined || top(row) - bottom(previous) > usual || !isSubline(row, layout, nameless)))
      return;
    above.rows.push(row);
    previous = row;
  }
}

/** The widest gap inside the items above, so that the last item's lines are told from what follows the table. */
function usualGap(grouped: Grouped, last: ItemGroup, layout: Layout): number {
  let widest = 0;
  for (const item of grouped.items) {
    if (item === last) continue;
    const ordered = [...item.rows].sort((a, b) => top(a) - top(b));
    for (let k = 1; k < ordered.length; k++) widest = Math.max(widest, top(ordered[k]!) - bottom(ordered[k - 1]!));
  }
  return Math.max(0.9 * layout.height, Math.min(widest + 1, 4 * layout.height));
}

/** Text under an item keeps to the text columns and does not start left of them. */
function isSubline(row: ClassifiedRow, layout: Layout, nameless: boolean): boolean {
  const { columns, roles } = layout;
  const words = row.cut.row.words;
  const left = Math.min(
    ...columns
      .filter((c) => !isNumberRole(c.role))
      .map((c) => Math.min(c.box[0], c.x0 === -Infinity ? Infinity : c.x0)),
  );
  const text = columns[roles.text];
  const start = words[0]?.box[0] ?? 0;
  if (text && !text.titled && start < text.box[0] - layout.height) return false;
  if (start < left - 2 * layout.height && roles.text > 0 && !nameless) return false;
  const beyond = columns.some(
    (column, c) =>
      isNumberRole(column.role) &&
      column.role !== 'quantity' &&
      row.cut.cells[c] !== undefined &&
      row.cut.cells[c]!.value === undefined,
  );
  return !beyond;
}

/** In shares of a line: how exactly numbers stand in the middle of two lines of text, and how far from the middle of the lower one. */
const IN_MIDDLE = 0.25;
const OFF_LINE = 0.3;

/** A cell of two lines beside numbers set to its middle: the row above is its first line. */
function isCentred(
  above: ClassifiedRow,
  anchor: ClassifiedRow,
  { columns, roles, height }: Omit<Layout, 'separators'>,
) {
  const [head, tail] = [above.cut.cells[roles.text], anchor.cut.cells[roles.text]];
  if (!head || !tail) return false;
  const centre = (head.box[1] + tail.box[3]) / 2;
  return columns.some((column, c) => {
    const cell = isNumberRole(column.role) ? anchor.cut.cells[c] : undefined;
    if (cell?.value === undefined) return false;
    const at = (cell.box[1] + cell.box[3]) / 2;
    const lower = (tail.box[1] + tail.box[3]) / 2;
    return Math.abs(at - centre) < IN_MIDDLE * height && Math.abs(at - lower) > OFF_LINE * height;
  });
}

/** Index of the first row above an item whose sentence goes on in its row of numbers ("… contract" / "for elevators  1  1,800.00"). */
function beginningOf(texts: readonly ClassifiedRow[], below: ItemGroup, { columns, roles, height }: Layout): number {
  let from = texts.length;
  let next = below.anchors[0]!;
  while (from > 0) {
    const row = texts[from - 1]!;
    const [head, tail] = [row.cut.cells[roles.text], next.cut.cells[roles.text]];
    if (!head || !tail || !row.hasText || row.quantity !== undefined || row.position !== undefined) break;
    if (next === below.anchors[0] && isCentred(row, next, { columns, roles, height })) {
      from--;
      next = row;
      continue;
    }
    const tight = top(next) - bottom(row) < 0.9 * height && Math.abs(head.box[0] - tail.box[0]) < height;
    if (!tight || !/^\p{Ll}{2}/u.test(tail.text) || /[.:;!?]$/.test(head.text)) break;
    from--;
    next = row;
  }
  return from;
}

/** Index of the first row that no longer belongs to the item above. Components (rows with a count alone) always do. */
function findSplit(
  texts: readonly ClassifiedRow[],
  above: ItemGroup,
  below: ItemGroup,
  layout: Layout,
  textAbove: boolean,
): number {
  const last = above.anchors.at(-1)!;
  const next = below.anchors[0]!;
  const wall = layout.separators.findLast((y) => y > middle(last) && y < middle(next));
  if (wall !== undefined) return countWhile(texts, (row) => middle(row) < wall);
  const least = texts.findLastIndex((row) => row.quantity !== undefined) + 1;
  const headed = texts.findIndex((row) => row.position !== undefined || isHeading(row, last, next));
  if (headed >= least) return headed;
  const gaps: number[] = [];
  for (let k = 0; k <= texts.length; k++) gaps.push(top(texts[k] ?? next) - bottom(texts[k - 1] ?? last));
  const widest = gaps.indexOf(Math.max(...gaps));
  const others = gaps.filter((_, k) => k !== widest).sort((a, b) => b - a);
  const clear = gaps[widest]! > 1.4 * Math.max(0, others[0] ?? 0) + 0.15 * layout.height;
  if (clear) return Math.max(least, widest);
  return textAbove && texts.some((row) => row.hasText) ? least : texts.length;
}

/** An item that still waits for its name. */
function isNameless(item: ItemGroup | undefined, texts: readonly ClassifiedRow[]): boolean {
  return item !== undefined && texts.length === 0 && !item.anchors.some((row) => row.hasText);
}

/** "Section 1 - Electrical", from a column of numbers into the next: a heading across the table. */
function spans(row: ClassifiedRow, { columns, roles }: Layout): boolean {
  const [line, ...others] = row.cut.row.lines;
  const [first] = row.cut.row.words;
  if (!line || !first || others.length > 0 || roles.text <= 0) return false;
  const start = row.cut.cells.findIndex((cell) => cell !== undefined);
  const cell = row.cut.cells[start];
  return (
    start < roles.text &&
    isNumberRole(columns[start]!.role) &&
    /^\p{L}{2}/u.test(cell?.text ?? '') &&
    row.cut.cells[roles.text] !== undefined
  );
}

/** Bold text between items that are not bold and have names of their own heads a section. */
function isHeading(row: ClassifiedRow, above: ClassifiedRow, below: ClassifiedRow): boolean {
  const bold = (r: ClassifiedRow): boolean => r.cut.row.words.every((word) => word.bold === true);
  return below.hasText && bold(row) && !bold(above) && !bold(below);
}

function countWhile(texts: readonly ClassifiedRow[], test: (row: ClassifiedRow) => boolean): number {
  let n = 0;
  while (n < texts.length && test(texts[n]!)) n++;
  return n;
}

/** Rows right above an item are its own when it has no text yet, when they share its cell, or stand as close as lines of one paragraph. */
function belongsBelow(rest: readonly ClassifiedRow[], below: ItemGroup, layout: Layout): boolean {
  const first = below.anchors[0]!;
  if (layout.separators.length > 0) return true;
  if (rest.some((row) => row.position !== undefined)) return first.position === undefined;
  if (rest.some((row) => isHeading(row, first, first))) return false;
  if (!below.anchors.some((r) => r.hasText)) return true;
  return rest[0]!.hasText && top(first) - bottom(rest.at(-1)!) < 0.35 * layout.height;
}
