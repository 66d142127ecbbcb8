// The values of PDF objects, read strictly: what a lenient reader might take in another way is refused, and the file is
// then looked at in full.

export interface Ref {
  ref: number;
}
export interface Name {
  name: string;
}
export type Dict = Map<string, PdfValue>;
/** Strings are kept as nothing: none that decides on painting is a string. */
export type PdfValue = number | boolean | null | undefined | Ref | Name | Dict | PdfValue[];

/** Thrown for everything that is not plain; what it says is for whoever debugs. */
export function undecided(why: string): never {
  throw new Error(`undecided: ${why}`);
}

export const isSpace = (c: number): boolean => c === 32 || c === 10 || c === 13 || c === 9 || c === 12 || c === 0;
const isDelimiter = (c: number): boolean =>
  c === 0x28 || c === 0x29 || c === 0x3c || c === 0x3e || c === 0x5b || c === 0x5d || c === 0x2f || c === 0x25;
/** By byte: 1 for white space and delimiters, which end names, numbers and operators. */
export const ENDS_TOKEN = Uint8Array.from({ length: 256 }, (_, c) =>
  isSpace(c) || isDelimiter(c) || c === 0x7b || c === 0x7d ? 1 : 0,
);
const MAX_DEPTH = 12;

export interface Cursor {
  at: number;
}

/** Comments are white space. */
export function skipSpace(data: Buffer, at: number): number {
  for (;;) {
    while (at < data.length && isSpace(data[at]!)) at++;
    if (data[at] !== 0x25) return at;
    while (at < data.length && data[at] !== 10 && data[at] !== 13) at++;
  }
}

/** The value at the cursor, which moves behind it. */
export function readValue(data: Buffer, cursor: Cursor, depth = 0): PdfValue {
  if (depth > MAX_DEPTH) undecided('depth');
  const at = skipSpace(data, cursor.at);
  const c = data[at];
  cursor.at = at;
  if (c === 0x2f) return { name: readName(data, cursor) };
  if (c === 0x3c) return data[at + 1] === 0x3c ? readDict(data, cursor, depth) : skipHex(data, cursor);
  if (c === 0x5b) return readArray(data, cursor, depth);
  if (c === 0x28) return skipString(data, cursor);
  return readWord(data, cursor);
}

function readDict(data: Buffer, cursor: Cursor, depth: number): Dict {
  const dict: Dict = new Map();
  cursor.at += 2;
  for (;;) {
    cursor.at = skipSpace(data, cursor.at);
    if (data[cursor.at] === 0x3e && data[cursor.at + 1] === 0x3e) break;
    if (data[cursor.at] !== 0x2f) undecided('key');
    const key = readName(data, cursor);
    // Readers differ on which of two counts.
    if (dict.has(key)) undecided('key twice');
    dict.set(key, readValue(data, cursor, depth + 1));
  }
  cursor.at += 2;
  return dict;
}

function readArray(data: Buffer, cursor: Cursor, depth: number): PdfValue[] {
  const values: PdfValue[] = [];
  cursor.at++;
  for (;;) {
    cursor.at = skipSpace(data, cursor.at);
    if (data[cursor.at] === 0x5d) break;
    values.push(readValue(data, cursor, depth + 1));
  }
  cursor.at++;
  return values;
}

export function readName(data: Buffer, cursor: Cursor): string {
  const start = cursor.at + 1;
  let end = start;
  while (end < data.length && ENDS_TOKEN[data[end]!] === 0) end++;
  cursor.at = end;
  const name = data.toString('latin1', start, end);
  if (!name.includes('#')) return name;
  return name.replace(/#([0-9a-fA-F]{2})?/g, (_: string, hex: string | undefined) =>
    hex === undefined ? undecided('escape') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function skipHex(data: Buffer, cursor: Cursor): undefined {
  const end = data.indexOf(0x3e, cursor.at);
  if (end < 0) undecided('hex');
  cursor.at = end + 1;
}

/** Behind the closing parenthesis. */
export function endOfString(data: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < data.length; at++) {
    const c = data[at];
    if (c === 0x5c) at++;
    else if (c === 0x28) depth++;
    else if (c === 0x29 && --depth === 0) return at + 1;
  }
  return undecided('string');
}

function skipString(data: Buffer, cursor: Cursor): undefined {
  cursor.at = endOfString(data, cursor.at);
}

/** Numbers, references and the three words. */
function readWord(data: Buffer, cursor: Cursor): PdfValue {
  const word = wordAt(data, cursor.at);
  cursor.at += word.length;
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (word === 'null') return null;
  if (!/^[+-]?(\d{1,12}(\.\d*)?|\.\d+)$/.test(word)) undecided(`word ${word.slice(0, 20)}`);
  const number = Number(word);
  const generation = skipSpace(data, cursor.at);
  if (data[generation] === 0x30 && Number.isInteger(number)) {
    const mark = skipSpace(data, generation + 1);
    if (mark > generation + 1 && data[mark] === 0x52 && (mark + 1 >= data.length || ENDS_TOKEN[data[mark + 1]!])) {
      cursor.at = mark + 1;
      return { ref: number };
    }
  }
  return number;
}

function wordAt(data: Buffer, at: number): string {
  let end = at;
  while (end < data.length && ENDS_TOKEN[data[end]!] === 0) end++;
  if (end === at || end - at > 40) undecided('word');
  return data.toString('latin1', at, end);
}

export const isRef = (value: PdfValue): value is Ref => typeof value === 'object' && value !== null && 'ref' in value;
export const isName = (value: PdfValue): value is Name =>
  typeof value === 'object' && value !== null && 'name' in value;
export const isDict = (value: PdfValue): value is Dict => value instanceof Map;
