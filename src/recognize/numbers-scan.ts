// Finds runs of digits and separators and decides how they can be read. One pass, no regex, linear by construction.
// Money, percents and quantities build on it, so what a number looks like is decided once.

import { isDigit, isSpace } from './numbers-chars.ts';
import { type NumberShape, readGroups } from './numbers-groups.ts';

export interface NumberToken extends NumberShape {
  /** Offsets of digits and separators, without sign. */
  start: number;
  end: number;
  /** Grouped by ordinary spaces: may also be two numbers side by side. */
  spaced: boolean;
  /** Stray spaces or the same separator twice, as OCR leaves them. */
  noisy: boolean;
}

const DOT = 46;
const COMMA = 44;
const MAX_GROUPS = 8;
const MAX_DIGITS = 18;

interface Run {
  end: number;
  groups: string[];
  separators: string;
  valid: boolean;
}

/** Numbers in `text`, left to right. `joinSpaces` reads `1 234` as one number. */
export function scanNumbers(text: string, joinSpaces = true): NumberToken[] {
  const tokens: NumberToken[] = [];
  const length = text.length;
  let i = 0;
  while (i < length) {
    if (!isDigit(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const token = scanAt(text, i, joinSpaces);
    if (typeof token === 'number') i = token;
    else {
      tokens.push(token);
      i = token.end;
    }
  }
  return tokens;
}

/** The number that begins at `i`, or the offset to go on from when the run is no number. */
function scanAt(text: string, i: number, joinSpaces: boolean): NumberToken | number {
  const run = readRun(text, i);
  if (!run.valid) return run.end;
  let { end } = run;
  let spaced = false;
  if (joinSpaces && run.separators === '' && run.groups[0]!.length <= 3) {
    const joined = joinSpacedGroups(text, run);
    if (joined) {
      end = joined.end;
      spaced = joined.plain;
    }
  }
  let start = i;
  if (run.separators === '' && startsWithPoint(text, i) && run.groups[0]!.length <= 4) {
    start = i - 1;
    run.groups.unshift('0');
    run.separators = text[start]!;
  }
  const noisyEnd = strayDecimals(text, end, run);
  let noisy = noisyEnd > end;
  end = noisyEnd;
  const shape = readGroups(run.groups, run.separators);
  if (!shape) return end;
  if (shape.repeated) noisy = true;
  if (shape.decimals === 0) end = dashDecimals(text, end, shape);
  return { ...shape, start, end, spaced, noisy };
}

function readRun(text: string, i: number): Run {
  const run: Run = { end: i, groups: [], separators: '', valid: true };
  let digits = 0;
  let at = i;
  for (;;) {
    const from = at;
    while (isDigit(text.charCodeAt(at))) at++;
    digits += at - from;
    if (digits > MAX_DIGITS || run.groups.length >= MAX_GROUPS) run.valid = false;
    if (run.valid) run.groups.push(text.slice(from, at));
    const separator = separatorOf(text.charCodeAt(at));
    if (separator === '' || !isDigit(text.charCodeAt(at + 1))) break;
    if (run.valid) run.separators += separator;
    at++;
  }
  run.end = at;
  return run;
}

function separatorOf(c: number): string {
  if (c === DOT) return '.';
  if (c === COMMA) return ',';
  return c === 39 || c === 0x2019 || c === 0xb4 ? "'" : '';
}

/** Extends `12` by ` 345 678,90`. Only groups of exactly three digits join, and a further separator gives the last one back. */
function joinSpacedGroups(text: string, run: Run): { end: number; plain: boolean } | null {
  if (run.groups[0]!.startsWith('0')) return null;
  let end = run.end;
  let plain = false;
  const groups = [...run.groups];
  let separators = '';
  while (groups.length < 5 && isSpace(text.charCodeAt(end)) && isTriple(text, end + 1)) {
    const next = readRun(text, end + 1);
    const tail = next.separators;
    const simple = next.valid && (tail === '' || (tail.length === 1 && tail !== "'"));
    if (!simple || next.groups[0]!.length !== 3) break;
    if (text.charCodeAt(end) === 32) plain = true;
    separators += ` ${tail}`;
    groups.push(...next.groups);
    end = next.end;
    if (tail !== '') break;
  }
  if (groups.length === run.groups.length) return null;
  run.groups = groups;
  run.separators = separators;
  return { end, plain };
}

const isTriple = (text: string, i: number): boolean =>
  isDigit(text.charCodeAt(i)) &&
  isDigit(text.charCodeAt(i + 1)) &&
  isDigit(text.charCodeAt(i + 2)) &&
  !isDigit(text.charCodeAt(i + 3));

/** `.50` standing free: nothing that a dot leader, an abbreviation or an ellipsis would leave before it. */
function startsWithPoint(text: string, i: number): boolean {
  const c = text.charCodeAt(i - 1);
  if (c !== DOT && c !== COMMA) return false;
  if (i === 1) return true;
  const before = text.charCodeAt(i - 2);
  return isSpace(before) || before === 36 || before === 45 || before === 40 || before === 0x20ac || before === 0xa3;
}

/** OCR noise `1,234 .56` or `1,234. 56`: the offset after two stray decimals, or `end` when there are none. */
function strayDecimals(text: string, end: number, run: Run): number {
  let at = end;
  const spaceBefore = text.charCodeAt(at) === 32;
  if (spaceBefore) at++;
  const c = text.charCodeAt(at);
  if (c !== DOT && c !== COMMA) return end;
  const sign = c === DOT ? '.' : ',';
  if (run.separators.includes(sign) || (run.separators === '' && !spaceBefore)) return end;
  at++;
  const spaceAfter = text.charCodeAt(at) === 32;
  if (spaceAfter) at++;
  if (!spaceBefore && !spaceAfter) return end;
  if (spaceBefore && spaceAfter && run.separators === '') return end;
  if (!isDigit(text.charCodeAt(at)) || !isDigit(text.charCodeAt(at + 1))) return end;
  const after = text.charCodeAt(at + 2);
  if (isDigit(after) || after === DOT || after === COMMA || after === 45 || after === 47 || after === 58) return end;
  run.groups.push(text.slice(at, at + 2));
  run.separators += sign;
  return at + 2;
}

/** `12.-`, `1'200.–`, `5,--`: dashes in place of decimals. */
function dashDecimals(text: string, end: number, shape: NumberShape): number {
  const c = text.charCodeAt(end);
  if (c !== DOT && c !== COMMA) return end;
  let at = end + 1;
  let dashes = 0;
  for (; dashes < 3; dashes++, at++) {
    const d = text.charCodeAt(at);
    if (d !== 45 && d !== 0x2013 && d !== 0x2014 && d !== 0x2212) break;
  }
  const after = text.charCodeAt(at);
  if (dashes === 0 || !(at >= text.length || isSpace(after) || after === 41 || after === 47)) return end;
  if (shape.style === 'none') shape.style = c === DOT ? 'dot' : 'comma';
  shape.alternative = null;
  return at;
}
