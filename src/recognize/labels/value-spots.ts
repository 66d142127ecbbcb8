// From a label to the places where its value may stand: after it, to the right, below, in the same cell.

import { type Box, boxHeight, centerX, overlapX, overlapY } from '../../document/box.ts';
import { boxOfSpan } from '../../document/line-span.ts';
import type { Line, Page } from '../../document/parsed-document.ts';
import type { LabelHit } from './label-index.ts';
import { labelLikeness } from './label-words.ts';

export type SpotRelation = 'inline' | 'right' | 'below' | 'column';

export interface ValueSpot {
  line: Line;
  /** Span of `line.text` that may hold the value. */
  start: number;
  end: number;
  relation: SpotRelation;
  /** Distance from the label in label heights. */
  distance: number;
  /** Log-odds from geometry alone. */
  score: number;
}

/** From here on a short text counts as a label, though we don't know which. */
const LABEL_LIKE = 0.75;

const LEADING_JUNK = /^(?:[\s:：=>|•·]|[.)\]](?=\s|:)|[-–—](?=\s)|\.{2,}|_{2,})+/u;

/** All spots of one label hit, best first. `hitsOf` gives the hits of a line, so that a spot ends where the next label starts. */
export function findValueSpots(hit: LabelHit, page: Page, hitsOf: (line: Line) => readonly LabelHit[]): ValueSpot[] {
  const spots: ValueSpot[] = [];
  const labelBox = boxOfSpan(hit.line, hit.start, hit.end);
  const em = Math.max(5, boxHeight(labelBox));
  addInline(spots, hit, hitsOf);
  const hasInline = spots.length > 0 || isPartOfLabel(hit);
  if (!nextHit(hit, hitsOf)) addRight(spots, hit, page, labelBox, em, hitsOf, hasInline);
  addBelow(spots, hit, page, labelBox, em, hitsOf, spots.length > 0);
  return spots;
}

function nextHit(hit: LabelHit, hitsOf: (line: Line) => readonly LabelHit[]): LabelHit | undefined {
  return hitsOf(hit.line).find((other) => other.start >= hit.end);
}

/** "Advertiser external ID:": the words behind the label make another one of it. */
function isPartOfLabel({ line, end, closed }: LabelHit): boolean {
  return !closed && /^[^:：]*\p{L}[^:：]*[:：]\s*$/u.test(line.text.slice(end));
}

/** What a group of fields heads with: "Advertiser | Name: | Acme Ltd". */
const NAME_LABEL = /^(?:name|nom|nombre|nome|naam|nazwa)\s?[:：]$/iu;

function addInline(spots: ValueSpot[], hit: LabelHit, hitsOf: (line: Line) => readonly LabelHit[]): void {
  const next = nextHit(hit, hitsOf);
  const end = next ? next.start : hit.line.text.length;
  const span = trimSpan(hit.line.text, hit.end, end);
  if (!span || (!next && isPartOfLabel(hit))) return;
  spots.push({ line: hit.line, ...span, relation: 'inline', distance: 0, score: hit.closed ? 2.6 : 1.9 });
}

function addRight(
  spots: ValueSpot[],
  hit: LabelHit,
  page: Page,
  labelBox: Box,
  em: number,
  hitsOf: (line: Line) => readonly LabelHit[],
  hasInline: boolean,
): void {
  let taken = 0;
  for (const line of linesToTheRight(hit.line, page, labelBox)) {
    if (taken >= 3) break;
    const first = hitsOf(line)[0];
    if (first && first.start === 0) break;
    const span = trimSpan(line.text, 0, first ? first.start : line.text.length);
    if (!span) continue;
    if (NAME_LABEL.test(line.text)) continue;
    // Another label stands there: this one's value is not in the row.
    if (labelLikeness(line.text) >= LABEL_LIKE) break;
    const distance = Math.max(0, line.box[0] - labelBox[2]) / em;
    const score = 2.3 - 0.015 * distance - 0.8 * taken - (hasInline ? 0.9 : 0);
    spots.push({ line, ...span, relation: 'right', distance, score });
    taken++;
  }
}

/** Lines right of a label, nearest first: those of its row, and those set a little higher or lower in another size. */
function linesToTheRight(label: Line, page: Page, labelBox: Box): Line[] {
  const found: Line[] = [];
  const height = boxHeight(labelBox);
  for (let i = Math.max(0, label.index - 12); i < page.lines.length; i++) {
    const line = page.lines[i]!;
    if (line === label || line.box[0] < labelBox[2] - 1) continue;
    if (line.box[1] > labelBox[3]) {
      if (line.row > label.row + 2) break;
      continue;
    }
    if (line.row === label.row || overlapY(line.box, labelBox) > 0.3 * Math.min(height, boxHeight(line.box)))
      found.push(line);
  }
  return found.sort((a, b) => a.box[0] - b.box[0]);
}

function addBelow(
  spots: ValueSpot[],
  hit: LabelHit,
  page: Page,
  labelBox: Box,
  em: number,
  hitsOf: (line: Line) => readonly LabelHit[],
  hasOther: boolean,
): void {
  let found = 0;
  for (let i = hit.line.index + 1; i < page.lines.length; i++) {
    const line = page.lines[i]!;
    if (line.row === hit.line.row) continue;
    const gap = (line.box[1] - labelBox[3]) / em;
    if (gap > 4 || found >= 2) break;
    const alignment = alignmentOf(labelBox, line.box, em);
    if (alignment === 0) continue;
    const first = hitsOf(line)[0];
    if ((first && first.start === 0 && first.wordsBefore === 0) || /[:：]\s*$/.test(line.text)) {
      // Another label right under this one: nothing below belongs to us.
      if (overlapX(labelBox, line.box) > 0) break;
      continue;
    }
    const span = trimSpan(line.text, 0, first ? first.start : line.text.length);
    if (!span) continue;
    const score = 1.7 + alignment - 0.35 * Math.max(0, gap) - 0.9 * found - (hasOther ? 0.6 : 0);
    spots.push({ line, ...span, relation: 'below', distance: Math.max(0, gap), score });
    found++;
  }
}

/** A column that goes on this far under its title is a table, not a form field. */
const MOST_COLUMN_ROWS = 400;
const COLUMN_GAP_EM = 6;

/** The cells under a column title, down to where the column ends. Shorter than two cells = not a column. */
export function columnUnder(hit: LabelHit, page: Page, hitsOf: (line: Line) => readonly LabelHit[]): ValueSpot[] {
  const labelBox = boxOfSpan(hit.line, hit.start, hit.end);
  const em = Math.max(5, boxHeight(labelBox));
  const cells: ValueSpot[] = [];
  let bottom = labelBox[3];
  for (let i = hit.line.index + 1; i < page.lines.length && cells.length < MOST_COLUMN_ROWS; i++) {
    const line = page.lines[i]!;
    if (line.row === hit.line.row) continue;
    const gap = (line.box[1] - bottom) / em;
    if (gap > COLUMN_GAP_EM) break;
    if (overlapX(labelBox, line.box) <= 0) continue;
    const first = hitsOf(line)[0];
    if (first && first.start === 0 && /^\D*$/.test(line.text)) break;
    cells.push({ line, start: 0, end: line.text.length, relation: 'column', distance: gap, score: 1.2 });
    bottom = line.box[3];
  }
  return cells.length > 1 ? cells : [];
}

/** 0 = not in the label's column; up to .5 for a shared edge or centre. */
function alignmentOf(label: Box, value: Box, em: number): number {
  if (overlapX(label, value) <= 0) return 0;
  const left = Math.abs(label[0] - value[0]) / em;
  const right = Math.abs(label[2] - value[2]) / em;
  const centre = Math.abs(centerX(label) - centerX(value)) / em;
  const best = Math.min(left, right, centre);
  return best < 0.6 ? 0.5 : best < 2 ? 0.25 : 0.05;
}

function trimSpan(text: string, start: number, end: number): { start: number; end: number } | undefined {
  let from = start + (LEADING_JUNK.exec(text.slice(start, end))?.[0].length ?? 0);
  let to = end;
  while (to > from && /[\s:：|;]/.test(text[to - 1]!)) to--;
  while (from < to && text[from] === ' ') from++;
  return to > from ? { start: from, end: to } : undefined;
}
