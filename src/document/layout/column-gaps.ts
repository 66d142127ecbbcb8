// Where a row of words falls apart into columns: by the width of its gaps, checked against rules and neighbouring rows.

import { boxHeight, centerY } from '../box.ts';
import type { Rule, Word } from '../parsed-document.ts';

/** In line heights. Below the first a gap is a space, above the last a column gap; between, the neighbours decide. */
const MAYBE_COLUMN = 0.85;
const COLUMN = 1.2;
const SURE_COLUMN = 2.6;
/** Prose has at least so many words in a row. */
const PROSE_WORDS = 6;
/** With wide gaps between so many of its words a row of prose is spread out, not cut into columns. */
const ALL_SPREAD = 0.35;
const BULLET = /^[•◦○●▪■□☐☒☑‣·∙*–—-]$/;
const AMOUNT = /^[$€£¥-]*\d[\d.,'’]*[.,]\d\d[)%€-]?$/;

export interface RowContext {
  rows: readonly (readonly Word[])[];
  /** Vertical rules. */
  rules: readonly Rule[];
}

/** Indexes into row `at` where a new column starts; ascending, without 0. */
export function findColumnStarts(at: number, context: RowContext): number[] {
  const row = context.rows[at]!;
  const starts: number[] = [];
  const unsure: number[] = [];
  const rules = rulesAcross(row, context.rules);
  for (let i = 1; i < row.length; i++) {
    const a = row[i - 1]!;
    const b = row[i]!;
    const gap = b.box[0] - a.box[2];
    const em = emOf(a, b);
    if (gap < MAYBE_COLUMN * em && rules.length === 0) continue;
    if (gap > SURE_COLUMN * em) {
      if (!startsWithBullet(row, i, starts) || gap > 4 * em) starts.push(i);
    } else if (hasRuleBetween(a, b, rules)) starts.push(i);
    else if (gap > COLUMN * em) {
      if (!startsWithBullet(row, i, starts)) unsure.push(i);
    } else if (gap > MAYBE_COLUMN * em && countSupport(at, i, context) >= 2) starts.push(i);
  }
  if (unsure.length > 0) starts.push(...dropProseGaps(at, unsure, starts, context));
  return starts.sort((a, b) => a - b);
}

/** A bullet belongs to the text it marks. */
function startsWithBullet(row: readonly Word[], i: number, starts: readonly number[]): boolean {
  return BULLET.test(row[i - 1]!.text) && (i === 1 || starts.includes(i - 1));
}

function emOf(a: Word, b: Word): number {
  return Math.max(4, Math.min(a.size ?? boxHeight(a.box), b.size ?? boxHeight(b.box)));
}

/** Vertical rules that cross the row's middle. */
function rulesAcross(row: readonly Word[], rules: readonly Rule[]): readonly Rule[] {
  if (rules.length === 0 || row.length === 0) return [];
  const y = centerY(row[0]!.box);
  return rules.filter((rule) => rule.y0 <= y && rule.y1 >= y);
}

function hasRuleBetween(a: Word, b: Word, rules: readonly Rule[]): boolean {
  return rules.some((rule) => rule.x0 >= a.box[2] - 1 && rule.x0 <= b.box[0] + 1);
}

/**
 * Justified text spreads its words: beside its wide gaps the rows above and below have words, where the gaps of a table
 * and the gutter between two columns of text have gaps. Returns the unsure gaps that are column gaps.
 */
function dropProseGaps(at: number, unsure: number[], sure: readonly number[], context: RowContext): number[] {
  const row = context.rows[at]!;
  const bounds = [0, ...sure, row.length];
  // Asked once for each part of the row between sure columns, not for each of its gaps.
  const proseFrom = new Map<number, boolean>();
  const prose = (from: number, to: number): boolean => {
    let known = proseFrom.get(from);
    if (known === undefined) {
      known = isProse(row.slice(from, to));
      proseFrom.set(from, known);
    }
    return known;
  };
  return unsure.filter((i) => {
    const end = bounds.findIndex((bound) => bound > i);
    const from = bounds[end - 1]!;
    const to = bounds[end]!;
    if (!prose(from, to) || AMOUNT.test(row[i]!.text)) return true;
    const gaps = unsure.filter((other) => other > from && other < to).length;
    if (gaps > ALL_SPREAD * (to - from)) return false;
    return isGutter(at, i, context);
  });
}

/** Every neighbouring row that reaches this gap has a wide gap there too. */
function isGutter(at: number, i: number, context: RowContext): boolean {
  const support = countSupport(at, i, context);
  return support > 0 && support === neighbours(at, i, context).length;
}

/** Running text: enough words, near half of them in lower case. Cells of a table are names, codes and numbers. */
function isProse(words: readonly Word[]): boolean {
  return (
    words.length >= PROSE_WORDS && words.filter((word) => /^\p{Ll}/u.test(word.text)).length >= 0.45 * words.length
  );
}

/** Neighbouring rows with a column gap of their own over this gap. */
function countSupport(at: number, i: number, context: RowContext): number {
  const [a, b] = [context.rows[at]![i - 1]!, context.rows[at]![i]!];
  const em = emOf(a, b);
  let count = 0;
  for (const neighbour of neighbours(at, i, context)) {
    const right = neighbour.findIndex((word) => word.box[0] >= b.box[0] - em);
    if (right < 1) continue;
    const left = neighbour[right - 1]!;
    if (left.box[2] <= a.box[2] + em && neighbour[right]!.box[0] - left.box[2] > COLUMN * em) count++;
  }
  return count;
}

/** The next row above and below that reaches this place, if within two line heights. */
function neighbours(at: number, i: number, { rows }: RowContext): (readonly Word[])[] {
  const [a, b] = [rows[at]![i - 1]!, rows[at]![i]!];
  const em = emOf(a, b);
  const found: (readonly Word[])[] = [];
  for (const step of [-1, 1]) {
    for (let r = at + step; Math.abs(r - at) <= 3; r += step) {
      const row = rows[r];
      if (!row?.[0]) break;
      const distance = step < 0 ? a.box[1] - row[0].box[3] : row[0].box[1] - a.box[3];
      if (distance > 2 * em) break;
      if (row[0].box[0] < b.box[0] && row.at(-1)!.box[2] > a.box[2]) {
        found.push(row);
        break;
      }
    }
  }
  return found;
}
