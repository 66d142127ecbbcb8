// A PDF that every reader opens alike: one whose table of objects is right to the byte, whose newest objects stand last, and
// that is neither encrypted nor packed into object streams. Anything else is undecided.

import { inflateSync } from 'node:zlib';
import { decodeAscii85 } from './ascii85.ts';
import {
  type Dict,
  isDict,
  isName,
  isRef,
  isSpace,
  type PdfValue,
  readValue,
  skipSpace,
  undecided,
} from './pdf-value.ts';

const MAX_OBJECTS = 20_000;
const MAX_SECTIONS = 20;
/** One stream, and all of a file: larger ones are looked at by the engine, which has limits of its own. */
const MAX_STREAM_BYTES = 4 * 1024 * 1024;
const MAX_INFLATED_BYTES = 24 * 1024 * 1024;

export interface PlainStream {
  dict: Dict;
  /** Unpacked. */
  data: Buffer;
}

export interface PlainFile {
  root: Dict;
  /** Follows a reference; null for objects that are not there. */
  resolve(value: PdfValue): PdfValue;
  dict(value: PdfValue): Dict;
  /** The dictionary of a stream, without unpacking it. */
  streamDict(value: PdfValue): Dict;
  stream(value: PdfValue): PlainStream;
}

export function openPlainFile(bytes: Uint8Array): PlainFile {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = lastPlaces(data);
  const trailer = checkTable(data, places);
  const objects = new Map<number, PdfValue>();
  const streamStarts = new Map<number, number>();
  const unpacked = new Map<number, PlainStream>();
  let budget = MAX_INFLATED_BYTES;

  const load = (number: number): PdfValue => {
    if (objects.has(number)) return objects.get(number);
    const place = places.get(number);
    // A loop of references would come back here.
    objects.set(number, null);
    if (place === undefined) return null;
    const cursor = { at: place.body };
    const value = readValue(data, cursor);
    const end = skipSpace(data, cursor.at);
    if (isWord(data, end, 'stream')) streamStarts.set(number, startOfData(data, end + 6));
    else if (!isWord(data, end, 'endobj')) undecided('end of object');
    objects.set(number, value);
    return value;
  };
  const resolve = (value: PdfValue): PdfValue => {
    const found = isRef(value) ? load(value.ref) : value;
    return isRef(found) ? undecided('reference to a reference') : found;
  };
  const dictOf = (value: PdfValue): Dict => {
    const found = resolve(value);
    return isDict(found) ? found : undecided('no dictionary');
  };
  const streamDict = (value: PdfValue): Dict => {
    const dict = dictOf(value);
    return isRef(value) && streamStarts.has(value.ref) ? dict : undecided('no stream');
  };
  const stream = (value: PdfValue): PlainStream => {
    const dict = streamDict(value);
    const number = isRef(value) ? value.ref : 0;
    const known = unpacked.get(number);
    if (known) return known;
    const length = resolve(dict.get('Length'));
    const start = streamStarts.get(number)!;
    if (typeof length !== 'number' || !(length >= 0) || start + length > data.length) return undecided('length');
    if (!isWord(data, skipSpace(data, start + length), 'endstream')) undecided('length of a stream');
    const result = { dict, data: unpack(data.subarray(start, start + length), dict, resolve) };
    budget -= result.data.length;
    if (budget < 0) undecided('size');
    unpacked.set(number, result);
    return result;
  };
  const root = dictOf(trailer.get('Root'));
  return { root, resolve, dict: dictOf, streamDict, stream };
}

function unpack(packed: Buffer, dict: Dict, resolve: (value: PdfValue) => PdfValue): Buffer {
  const stated = resolve(dict.get('Filter'));
  const filters = stated == null ? [] : Array.isArray(stated) ? stated.map(resolve) : [stated];
  if (dict.has('F') || dict.has('DP') || dict.get('DecodeParms') != null) undecided('parameters of a filter');
  if (filters.length > 2) undecided('filters');
  return filters.reduce<Buffer>((data, filter) => {
    if (!isName(filter)) return undecided('filter');
    // Damaged data throws here, where an engine would take what came before the damage.
    if (filter.name === 'FlateDecode') return inflateSync(data, { maxOutputLength: MAX_STREAM_BYTES });
    return filter.name === 'ASCII85Decode' ? decodeAscii85(data) : undecided('filter');
  }, packed);
}

function startOfData(data: Buffer, at: number): number {
  if (data[at] === 0x0d && data[at + 1] === 0x0a) return at + 2;
  return data[at] === 0x0a ? at + 1 : undecided('start of a stream');
}

function isWord(data: Buffer, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (data[at + i] !== word.charCodeAt(i)) return false;
  return true;
}

interface Place {
  /** Where its number starts. */
  at: number;
  /** Behind `obj`. */
  body: number;
}

const isDigit = (c: number | undefined): boolean => c !== undefined && c >= 0x30 && c <= 0x39;

/**
 * Where each object is written last: what a reader that mends the file would find, wherever the table points. Bytes of
 * streams that look like an object are among them; then the table disagrees, and the file is undecided.
 */
function lastPlaces(data: Buffer): Map<number, Place> {
  const places = new Map<number, Place>();
  let count = 0;
  for (let at = data.indexOf('obj'); at >= 0; at = data.indexOf('obj', at + 3)) {
    let back = at - 1;
    if (!isSpace(data[back] ?? 0x41) && !isDigit(data[back])) continue;
    while (back > 0 && isSpace(data[back]!)) back--;
    const generationEnd = back;
    while (back > 0 && isDigit(data[back])) back--;
    if (back === generationEnd || !isSpace(data[back]!)) continue;
    const generation = data.toString('latin1', back + 1, generationEnd + 1);
    while (back > 0 && isSpace(data[back]!)) back--;
    const numberEnd = back;
    while (back >= 0 && isDigit(data[back])) back--;
    if (back === numberEnd) continue;
    if (generation !== '0' || ++count > MAX_OBJECTS || numberEnd - back > 8) undecided('objects');
    places.set(Number(data.toString('latin1', back + 1, numberEnd + 1)), { at: back + 1, body: at + 3 });
  }
  return places;
}

/** Checks every entry of every section against the places, and returns the newest trailer. */
function checkTable(data: Buffer, places: ReadonlyMap<number, Place>): Dict {
  const mark = data.lastIndexOf('startxref');
  if (mark < 0 || data.length - mark > 1000) undecided('startxref');
  let at = Number(
    /^startxref\s+(\d{1,9})\s+%%EOF\s*$/.exec(data.toString('latin1', mark))?.[1] ?? undecided('startxref'),
  );
  let newest: Dict | undefined;
  const seen = new Set<number>();
  for (let section = 0; section < MAX_SECTIONS; section++) {
    if (!isWord(data, at, 'xref')) undecided('table');
    const trailer = readSection({ data, places, seen }, at + 4);
    for (const key of ['Encrypt', 'XRefStm']) if (trailer.has(key)) undecided(key);
    newest ??= trailer;
    if (trailer.has('Root') && JSON.stringify(trailer.get('Root')) !== JSON.stringify(newest.get('Root')))
      undecided('roots');
    const previous = trailer.get('Prev');
    if (previous === undefined) {
      if (seen.size < places.size)
        for (const number of places.keys()) if (!seen.has(number)) undecided('not in the table');
      return newest;
    }
    if (typeof previous !== 'number') undecided('previous table');
    at = previous as number;
  }
  return undecided('sections');
}

const ENTRY = 20;

interface Table {
  data: Buffer;
  places: ReadonlyMap<number, Place>;
  /** Numbers that a newer section has told of. */
  seen: Set<number>;
}

function readSection(table: Table, start: number): Dict {
  const { data } = table;
  const cursor = { at: skipSpace(data, start) };
  while (isDigit(data[cursor.at])) {
    const head = /^(\d{1,8}) (\d{1,6})[ \r\n]{1,3}/.exec(data.toString('latin1', cursor.at, cursor.at + 24));
    if (!head) return undecided('section');
    const [first, count] = [Number(head[1]), Number(head[2])];
    let at = cursor.at + head[0].length;
    // White space after the head was taken whole: the first entry begins with a digit.
    if (!isDigit(data[at]) || count > MAX_OBJECTS) undecided('section');
    for (let i = 0; i < count; i++, at += ENTRY) checkEntry(table, at, first + i);
    cursor.at = skipSpace(data, at);
  }
  if (!isWord(data, cursor.at, 'trailer')) undecided('trailer');
  cursor.at += 7;
  const trailer = readValue(data, cursor);
  return isDict(trailer) ? trailer : undecided('trailer');
}

function checkEntry({ data, places, seen }: Table, at: number, number: number): void {
  let offset = 0;
  for (let i = 0; i < 10; i++) {
    if (!isDigit(data[at + i])) undecided('entry');
    offset = offset * 10 + data[at + i]! - 0x30;
  }
  const kind = data[at + 17];
  if (!isSpace(data[at + 10]!) || !isSpace(data[at + 16]!) || !isSpace(data[at + 18]!) || !isSpace(data[at + 19]!))
    undecided('entry');
  if (seen.has(number)) return;
  seen.add(number);
  const place = places.get(number);
  if (kind === 0x66 ? place !== undefined : kind !== 0x6e || !place || !leadsTo(data, offset, place.at))
    undecided('entry');
}

/** White space before an object is skipped by all. */
const leadsTo = (data: Buffer, offset: number, at: number): boolean =>
  offset === at || (offset < at && offset >= at - 4 && data.subarray(offset, at).every(isSpace));
