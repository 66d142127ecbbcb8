// A content stream cut into operators with their operands. Written for speed: it runs on every byte of every page.

import { type Cursor, ENDS_TOKEN, endOfString, isSpace, readName, undecided } from './pdf-value.ts';

/** What stood before an operator. The arrays are used again for the next. */
export interface Operands {
  data: Buffer;
  numbers: number[];
  names: string[];
  /** Start and end of each string in `data`, its brackets included. */
  strings: number[];
  arrays: number;
  dicts: number;
}

const MAX_OPERANDS = 4000;

/** Calls `visit` for each operator. Refuses what readers take in different ways: unknown signs, odd numbers. */
export function readOperators(data: Buffer, visit: (operator: string, operands: Operands) => void): void {
  const operands: Operands = { data, numbers: [], names: [], strings: [], arrays: 0, dicts: 0 };
  const { numbers, names, strings } = operands;
  const cursor: Cursor = { at: 0 };
  let inArray = false;
  let at = 0;
  const end = data.length;
  while (at < end) {
    const c = data[at]!;
    if (c === 32 || c === 10 || c === 13) at++;
    else if ((c >= 0x30 && c <= 0x39) || c === 0x2d || c === 0x2e || c === 0x2b) {
      at = readNumber(data, at, numbers);
    } else if (c === 0x28) {
      const stop = endOfString(data, at);
      strings.push(at, stop);
      at = stop;
    } else if (c === 0x3c) {
      if (data[at + 1] === 0x3c) {
        at = skipDict(data, at);
        operands.dicts++;
      } else {
        const stop = data.indexOf(0x3e, at) + 1;
        if (stop === 0) undecided('hex');
        strings.push(at, stop);
        at = stop;
      }
    } else if (c === 0x2f) {
      cursor.at = at;
      names.push(readName(data, cursor));
      at = cursor.at;
    } else if (c === 0x5b) {
      if (inArray) undecided('array');
      inArray = true;
      operands.arrays++;
      at++;
    } else if (c === 0x5d) {
      if (!inArray) undecided('array');
      inArray = false;
      at++;
    } else if (isSpace(c)) at++;
    else if (c === 0x25) while (at < end && data[at] !== 10 && data[at] !== 13) at++;
    else {
      const start = at;
      while (at < end && ENDS_TOKEN[data[at]!] === 0) at++;
      if (at === start || at - start > 5 || inArray) undecided('operator');
      visit(operatorName(data, start, at), operands);
      numbers.length = 0;
      names.length = 0;
      strings.length = 0;
      operands.arrays = 0;
      operands.dicts = 0;
    }
    if (numbers.length + strings.length > MAX_OPERANDS) undecided('operands');
  }
}

/** One and two letters without making a string of each. */
const shortNames = new Map<number, string>();

function operatorName(data: Buffer, start: number, end: number): string {
  if (end - start > 3) return data.toString('latin1', start, end);
  const key =
    data[start]! | ((end - start > 1 ? data[start + 1]! : 0) << 8) | ((end - start > 2 ? data[start + 2]! : 0) << 16);
  let name = shortNames.get(key);
  if (name === undefined) {
    name = data.toString('latin1', start, end);
    if (shortNames.size < 200) shortNames.set(key, name);
  }
  return name;
}

function readNumber(data: Buffer, start: number, numbers: number[]): number {
  let at = start;
  let c = data[at]!;
  const negative = c === 0x2d;
  if (negative || c === 0x2b) c = data[++at]!;
  let value = 0;
  let digits = 0;
  while (c >= 0x30 && c <= 0x39) {
    value = value * 10 + c - 0x30;
    digits++;
    c = data[++at]!;
  }
  if (c === 0x2e) {
    let scale = 0.1;
    c = data[++at]!;
    while (c >= 0x30 && c <= 0x39) {
      value += (c - 0x30) * scale;
      scale /= 10;
      digits++;
      c = data[++at]!;
    }
  }
  if (digits === 0 || digits > 20 || value > 1e7 || (at < data.length && ENDS_TOKEN[c] === 0)) undecided('number');
  numbers.push(negative ? -value : value);
  return at;
}

/** Properties of marked content; nothing in them paints. */
function skipDict(data: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < data.length; at++) {
    const c = data[at];
    if (c === 0x28) at = endOfString(data, at) - 1;
    else if (c === 0x25) undecided('comment');
    else if (c === 0x3c && data[at + 1] === 0x3c) {
      depth++;
      at++;
    } else if (c === 0x3c) {
      const stop = data.indexOf(0x3e, at);
      if (stop < 0) undecided('hex');
      at = stop;
    } else if (c === 0x3e) {
      if (data[at + 1] !== 0x3e) undecided('dictionary');
      at++;
      if (--depth === 0) return at + 1;
    }
  }
  return undecided('dictionary');
}

/** The codes of a string, one or two bytes each. */
export function readCodes(data: Buffer, [start, end]: readonly [number, number], codes: number[], wide: boolean): void {
  codes.length = 0;
  if (data[start] === 0x3c) readHex(data, start + 1, end - 1, codes);
  else readLiteral(data, start + 1, end - 1, codes);
  if (!wide) return;
  if (codes.length % 2 === 1) undecided('half a code');
  const count = codes.length / 2;
  for (let i = 0; i < count; i++) codes[i] = (codes[2 * i]! << 8) | codes[2 * i + 1]!;
  codes.length = count;
}

function readHex(data: Buffer, start: number, end: number, codes: number[]): void {
  let high = -1;
  for (let at = start; at < end; at++) {
    const c = data[at]!;
    const digit = c >= 0x30 && c <= 0x39 ? c - 0x30 : (c | 32) >= 0x61 && (c | 32) <= 0x66 ? (c | 32) - 0x57 : -1;
    if (digit < 0) undecided('hex');
    if (high < 0) high = digit;
    else {
      codes.push((high << 4) | digit);
      high = -1;
    }
  }
  if (high >= 0) undecided('half a byte');
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12, '(': 40, ')': 41, '\\': 92 };

function readLiteral(data: Buffer, start: number, end: number, codes: number[]): void {
  for (let at = start; at < end; at++) {
    const c = data[at]!;
    if (c !== 0x5c) {
      // A line end in a string is one byte to some readers and two to others.
      if (c === 13) undecided('line end in a string');
      codes.push(c);
      continue;
    }
    const next = data[++at]!;
    if (next >= 0x30 && next <= 0x37) {
      const octal = /^[0-7]{1,3}/.exec(data.toString('latin1', at, Math.min(end, at + 3)))![0];
      codes.push(Number.parseInt(octal, 8) & 255);
      at += octal.length - 1;
    } else codes.push(ESCAPES[String.fromCharCode(next)] ?? undecided('escape'));
  }
}
