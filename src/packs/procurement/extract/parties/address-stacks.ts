// Addresses that no heading claims: from a line with a postal code or a street up to the name and down to the country.

import { boxHeight, centerX, overlapX } from '../../../../document/box.ts';
import type { Line, Page } from '../../../../document/parsed-document.ts';
import { addressLineScore, findAddresses } from '../../../../recognize/addresses.ts';
import { labelLikeness } from '../../../../recognize/labels/label-words.ts';
import { hasLegalForm, isTitle, mayBeName } from './name-text.ts';
import type { RoleHit } from './role-headings.ts';

/** A line that long is prose or a footer. */
const MOST_CHARACTERS = 110;
const MOST_ABOVE = 6;
const MOST_BELOW = 6;
/** "Herrn", "C.V.", "142": no name alone, but part of one or of an address broken over two lines. */
const SHORT_PART = /^(?:\p{L}{1,12}\.?|(?:\p{L}{1,4}\.\s?){1,4}|\d{1,4}\p{L}?)$/u;
/** In line heights: while name or street are missing; once a name stands. */
const WIDE_GAP = 2.4;
const CLOSE_GAP = 0.9;

/** Stacks of lines, top to bottom, each around one address. */
export function addressStacks(page: Page, taken: ReadonlySet<Line>, hits: ReadonlyMap<number, RoleHit>): Line[][] {
  const used = new Set<Line>(taken);
  const stacks: Line[][] = [];
  const scores = new Map<Line, number>();
  const scoreOf = (line: Line): number => {
    let score = scores.get(line);
    if (score === undefined) {
      score = line.text.length > MOST_CHARACTERS ? 0 : addressLineScore(line.text);
      scores.set(line, score);
    }
    return score;
  };
  for (const line of page.lines) {
    if (used.has(line) || !/\d/.test(line.text) || inTable(page, line) || !opensStack(page, line, scoreOf)) continue;
    // "Acme Ltd · 12 High Street · London" is whole in itself: a letterhead, or the sender above a window.
    if (isOneLiner(line.text)) {
      used.add(line);
      continue;
    }
    const above = climb({ page, from: line, used, hits, scoreOf });
    const below = descend({ page, from: line, used, hits, scoreOf });
    const stack = [...above, line, ...below];
    for (const one of stack) used.add(one);
    stacks.push(stack);
  }
  return stacks;
}

/** An address by itself, or a weak street right over a weak postal code. */
function opensStack(page: Page, line: Line, scoreOf: (line: Line) => number): boolean {
  const score = scoreOf(line);
  if (score >= 0.55) return true;
  if (score < 0.4) return false;
  const em = boxHeight(line.box);
  for (let i = line.index + 1; i < page.lines.length; i++) {
    const next = page.lines[i]!;
    if (next.row === line.row) continue;
    if (next.box[1] - line.box[3] > em) return false;
    if (sharesColumn(line, next)) return scoreOf(next) >= 0.2 && /^\p{Lu}{0,2}-?\d{4,5}\b/u.test(next.text);
  }
  return false;
}

const isOneLiner = (text: string): boolean =>
  text.length > 24 && findAddresses(text).some((mention) => mention.value.name !== undefined);

/** A row of four and more columns, or one with an amount, belongs to a table. */
function inTable(page: Page, line: Line): boolean {
  if (ofFourCells(page, line)) return true;
  for (const i of [line.index - 2, line.index - 1, line.index + 1, line.index + 2]) {
    const other = page.lines[i];
    if (other?.row === line.row && AMOUNT.test(other.text)) return true;
  }
  return false;
}

/** "No. | Description | Quantity | Price": a row of column titles. */
function inHeaderRow(page: Page, line: Line): boolean {
  let titles = 0;
  for (let i = Math.max(0, line.index - 10); i < page.lines.length && i <= line.index + 10; i++) {
    const other = page.lines[i]!;
    if (other.row === line.row && labelLikeness(other.text) >= 0.6 && !/[:：]/.test(other.text)) titles++;
  }
  return titles >= 3;
}

const AMOUNT = /^\D{0,3}\d[\d., ]*[.,]\d\d\D{0,3}$/;

/** An amount in the cell to the right: what stands here is what it is for. */
const besideAmount = (page: Page, line: Line): boolean => {
  const next = page.lines[line.index + 1];
  return next?.row === line.row && AMOUNT.test(next.text);
};

/** Four cells and more, two amounts among them. */
function inItemRow(page: Page, line: Line): boolean {
  if (!ofFourCells(page, line)) return false;
  const near = page.lines.slice(Math.max(0, line.index - 8), line.index + 9);
  return near.filter((other) => other.row === line.row && AMOUNT.test(other.text)).length >= 2;
}

const ofFourCells = (page: Page, line: Line): boolean =>
  page.lines[line.index + 3]?.row === line.row || page.lines[line.index - 3]?.row === line.row;

interface Walk {
  page: Page;
  from: Line;
  used: ReadonlySet<Line>;
  hits: ReadonlyMap<number, RoleHit>;
  scoreOf(line: Line): number;
}

function climb({ page, from, used, hits, scoreOf }: Walk): Line[] {
  const found: Line[] = [];
  let next = from;
  let tightest = Number.POSITIVE_INFINITY;
  let named = false;
  for (let i = from.index - 1; i >= 0 && found.length < MOST_ABOVE; i--) {
    const line = page.lines[i]!;
    if (line.row === next.row) continue;
    const em = Math.max(boxHeight(line.box), boxHeight(next.box));
    const gap = (next.box[1] - line.box[3]) / em;
    if (gap > WIDE_GAP) break;
    if (!sharesColumn(line, next)) continue;
    if (used.has(line) || hits.has(i) || line.text.length > MOST_CHARACTERS || /[:：]\s*$/.test(line.text)) break;
    if (gap > (named ? Math.min(CLOSE_GAP, Math.max(0.45, 1.7 * tightest)) : WIDE_GAP)) break;
    if (isTitle(line.text) || inHeaderRow(page, line) || inItemRow(page, line) || besideAmount(page, line)) break;
    const address = scoreOf(line) >= 0.4;
    // Another address ends above: its postal code begins a party of its own.
    if (named && address && scoreOf(line) >= 0.55) break;
    const name = !address && mayBeName(line.text.replace(/^[\s:：]+/u, ''));
    if (!address && !name && !SHORT_PART.test(line.text)) {
      if (named) break;
      if (/[:=]|\d{5,}/.test(line.text)) break;
    }
    if (name) named = true;
    tightest = Math.min(tightest, Math.max(0, gap));
    found.unshift(line);
    next = line;
  }
  return found;
}

function descend({ page, from, used, hits, scoreOf }: Walk): Line[] {
  const found: Line[] = [];
  let last = from;
  for (let i = from.index + 1; i < page.lines.length && found.length < MOST_BELOW; i++) {
    const line = page.lines[i]!;
    if (line.row === last.row) continue;
    const em = Math.max(boxHeight(line.box), boxHeight(last.box));
    const gap = (line.box[1] - last.box[3]) / em;
    const address = scoreOf(line) >= 0.4;
    if (gap > WIDE_GAP) break;
    if (!sharesColumn(line, last)) continue;
    if (gap > (address && found.length < 3 ? WIDE_GAP : CLOSE_GAP)) break;
    if (used.has(line) || hits.has(i) || line.text.length > MOST_CHARACTERS || isTitle(line.text)) break;
    // Another party begins: its sender line, or the firm over its own address.
    if (isOneLiner(line.text) || (!address && hasLegalForm(line.text))) break;
    found.push(line);
    last = line;
  }
  return found;
}

/** Same left edge, same right edge or same centre. */
function sharesColumn(a: Line, b: Line): boolean {
  const em = Math.max(6, Math.min(boxHeight(a.box), boxHeight(b.box)));
  if (overlapX(a.box, b.box) <= 0) return false;
  return (
    Math.abs(a.box[0] - b.box[0]) < 1.2 * em ||
    Math.abs(a.box[2] - b.box[2]) < 0.6 * em ||
    Math.abs(centerX(a.box) - centerX(b.box)) < 0.8 * em
  );
}
