// A page with a sidebar or two columns, cut where its white space says that they are read one after the other. A column of
// dates or places beside the text is none of that: its rows belong to those beside them.

import { usualHeight } from '../../document/layout/usual-height.ts';
import type { Line, Page } from '../../document/parsed-document.ts';

export interface ColumnHints {
  /** A title of a section: every column that is read for itself has some. */
  isTitle(text: string): boolean;
  /** What stands beside a text in a row of its own column: dates, places, amounts. */
  isNote(text: string): boolean;
  /** What makes a narrow column one of its own even without a title: contact details. */
  isDetail(text: string): boolean;
}

export interface LineGroup {
  /** `side` is the narrower of two columns. */
  place: 'full' | 'left' | 'right' | 'side' | 'main';
  lines: Line[];
}

export interface SplitPage {
  groups: LineGroup[];
  /** Left edge of the right column; undefined for a page in one column. */
  gutter: number | undefined;
}

interface Cut {
  x: number;
  left: Line[];
  right: Line[];
  above: Line[];
  below: Line[];
  score: number;
}

const LEAST_LINES = 4;
/** A column is at least so high, as a share of what is printed on the page. */
const LEAST_SHARE = 0.22;
const MOST_CANDIDATES = 24;

/** Groups in reading order. `before`: the gutter of the page before, which a page without titles goes on with. */
export function splitColumns(page: Page, hints: ColumnHints, before?: number): SplitPage {
  const cut = findCut(page, hints, before);
  if (!cut) return { groups: [{ place: 'full', lines: [...page.lines] }], gutter: undefined };
  const narrow = widthOf(cut.left) < 0.75 * widthOf(cut.right);
  const wide = widthOf(cut.right) < 0.75 * widthOf(cut.left);
  const left: LineGroup = { place: narrow ? 'side' : wide ? 'main' : 'left', lines: cut.left };
  const right: LineGroup = { place: narrow ? 'main' : wide ? 'side' : 'right', lines: cut.right };
  // The sidebar first: what follows on the next page goes on with the main column.
  const columns = wide ? [right, left] : [left, right];
  const groups: LineGroup[] = [{ place: 'full', lines: cut.above }, ...columns, { place: 'full', lines: cut.below }];
  return { groups: groups.filter(({ lines }) => lines.length > 0), gutter: cut.x };
}

function widthOf(lines: readonly Line[]): number {
  return Math.max(...lines.map(({ box }) => box[2])) - Math.min(...lines.map(({ box }) => box[0]));
}

function findCut(page: Page, hints: ColumnHints, before: number | undefined): Cut | undefined {
  const { lines } = page;
  if (lines.length < 2 * LEAST_LINES) return undefined;
  const height = usualHeight(lines);
  const printed = Math.max(...lines.map(({ box }) => box[3])) - Math.min(...lines.map(({ box }) => box[1]));
  const cuts = leftEdges(lines)
    .flatMap((x) => cutsAt(lines, x, { height, least: LEAST_SHARE * printed }))
    .sort((a, b) => b.score - a.score);
  return cuts.find((cut) => isColumn(cut, hints) || (before !== undefined && Math.abs(cut.x - before) < height));
}

/** Where several lines begin, beside others. */
function leftEdges(lines: readonly Line[]): number[] {
  const counts = new Map<number, number>();
  for (const { box } of lines) {
    const at = Math.round(box[0]);
    for (const x of [at - 1, at, at + 1]) counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  const least = Math.min(...lines.map(({ box }) => box[0]));
  return [...counts]
    .filter(([x, count]) => count >= 3 && x > least + 20)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CANDIDATES)
    .map(([x]) => x);
}

/** The stretches of the page that no line crosses at `x`. */
function cutsAt(lines: readonly Line[], x: number, size: { height: number; least: number }): Cut[] {
  const edge = x - 0.4 * size.height;
  const crossing = lines.filter(({ box }) => box[0] < x - 1.5 && box[2] > edge).map(({ box }) => box);
  const borders = [-Infinity, ...crossing.map((box) => (box[1] + box[3]) / 2).sort((a, b) => a - b), Infinity];
  const cuts: Cut[] = [];
  for (let i = 1; i < borders.length; i++) {
    const [top, bottom] = [borders[i - 1]!, borders[i]!];
    const inside = lines.filter(({ box }) => (box[1] + box[3]) / 2 > top && (box[1] + box[3]) / 2 < bottom);
    const left = inside.filter(({ box }) => box[2] <= edge);
    const right = inside.filter(({ box }) => box[0] >= x - 1.5);
    if (left.length < LEAST_LINES || right.length < LEAST_LINES) continue;
    const [l, r] = [rangeOf(left), rangeOf(right)];
    if (Math.max(l[1], r[1]) - Math.min(l[0], r[0]) < size.least) continue;
    const shared = Math.min(l[1], r[1]) - Math.max(l[0], r[0]);
    if (shared < 0.4 * Math.min(l[1] - l[0], r[1] - r[0])) continue;
    const above = lines.filter(({ box }) => (box[1] + box[3]) / 2 <= top);
    const below = lines.filter(({ box }) => (box[1] + box[3]) / 2 >= bottom);
    cuts.push({ x, left, right, above, below, score: Math.min(lettersOf(left), lettersOf(right)) + inside.length });
  }
  return cuts;
}

const rangeOf = (lines: readonly Line[]): [number, number] => [
  Math.min(...lines.map(({ box }) => box[1])),
  Math.max(...lines.map(({ box }) => box[3])),
];
const lettersOf = (lines: readonly Line[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

function isColumn({ left, right }: Cut, hints: ColumnHints): boolean {
  const [l, r] = [lookAt(left, hints), lookAt(right, hints)];
  if (l.titles > 0 && r.titles > 0) return l.own >= 3 && r.own >= 3;
  const [titled, bare] = l.titles > 0 ? [l, r] : [r, l];
  // Titles in the margin, and nothing else there: rows are read across.
  if (titled.titles === 0 || titled.own < 3) return false;
  return bare.details >= 2 && bare.notes < 0.4 * bare.lines;
}

interface Look {
  lines: number;
  titles: number;
  notes: number;
  details: number;
  /** Neither title nor note. */
  own: number;
}

function lookAt(lines: readonly Line[], hints: ColumnHints): Look {
  const look: Look = { lines: lines.length, titles: 0, notes: 0, details: 0, own: 0 };
  for (const { text } of lines) {
    if (hints.isTitle(text)) look.titles++;
    else if (hints.isDetail(text)) {
      look.details++;
      look.own++;
    } else if (hints.isNote(text)) look.notes++;
    else look.own++;
  }
  return look;
}

/** Flows of text over all pages: full-width parts, sidebars and main columns, in the order in which they are read. */
export function readFlows(pages: readonly Page[], hints: ColumnHints): Line[][] {
  const flows: Line[][] = [];
  let open: LineGroup[] = [];
  let before: number | undefined;
  const close = (): void => {
    flows.push(...open.map(({ lines }) => lines));
    open = [];
  };
  for (const page of pages) {
    const { groups, gutter } = splitColumns(page, hints, before);
    for (const group of groups) {
      const known = open.find(({ place }) => place === group.place);
      if (group.place === 'full') {
        // A page in one column goes on with the last flow; so does what stands below columns, after all of them.
        const last = open.at(-1);
        if (last && gutter === undefined) {
          last.lines.push(...group.lines);
          close();
          open = [{ place: 'full', lines: flows.pop()! }];
        } else if (last?.place === 'full') last.lines.push(...group.lines);
        else {
          close();
          open = [{ place: 'full', lines: [...group.lines] }];
        }
      } else if (known) known.lines.push(...group.lines);
      else {
        if (open.some(({ place }) => place === 'full')) close();
        open.push({ place: group.place, lines: [...group.lines] });
      }
    }
    before = gutter;
  }
  close();
  return flows.filter((lines) => lines.length > 0);
}
