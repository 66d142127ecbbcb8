// The objects of a PDF found by looking for them, without trusting its cross-reference table.

import { inflateSync } from 'node:zlib';

export interface PdfObject {
  number: number;
  generation: number;
  /** Where it, or the object stream that holds it, starts in the file. */
  offset: number;
  /** From after `obj` to before `endobj`, one character a byte. */
  body: string;
  /** It stood in a compressed object stream. */
  packed: boolean;
}

const MAX_OBJECTS = 500_000;
const MAX_STREAM_BYTES = 4 * 1024 * 1024;
/** Object streams of real files inflate to a few hundred kilobytes in all. */
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
const MAX_NESTED_HEADER = 64 * 1024;

/** All objects in file order; of two with one number the later is the newer. Never throws. */
export function scanObjects(bytes: Uint8Array): PdfObject[] {
  const text = latin1(bytes);
  const objects: PdfObject[] = [];
  const header = /(?<![0-9])(\d{1,10})[ \t\r\n\f\0]{1,8}(\d{1,5})[ \t\r\n\f\0]{1,8}obj(?![A-Za-z])/g;
  let budget = MAX_INFLATED_BYTES;
  for (let match = header.exec(text); match && objects.length < MAX_OBJECTS; match = header.exec(text)) {
    const start = match.index + match[0].length;
    const end = endOfObject(text, start);
    const object = {
      number: Number(match[1]),
      generation: Number(match[2]),
      offset: match.index,
      body: text.slice(start, end),
      packed: false,
    };
    objects.push(object);
    if (isObjectStream(object.body) && budget > 0) {
      const inner = inflateStream(object.body);
      budget -= inner?.length ?? 0;
      if (inner) objects.push(...unpack(object, inner));
    }
    // Past a whole object; a broken one may hide the next in what looks like its body.
    header.lastIndex = Math.max(start, end);
  }
  return objects;
}

/** Inflated contents of the object streams; undefined once they are larger than any honest file's. */
export function* inflateObjectStreams(bytes: Uint8Array): Generator<string | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let budget = MAX_INFLATED_BYTES / 4;
  for (let at = buffer.indexOf('/ObjStm'); at >= 0; at = buffer.indexOf('/ObjStm', at + 7)) {
    const inner = inflateStreamAt(buffer, at);
    budget -= inner?.length ?? 0;
    yield budget > 0 ? (inner?.toString('latin1') ?? '') : undefined;
    if (budget <= 0) return;
  }
}

/** Inflated content of the stream whose dictionary holds `at`, 4 MB at most; undefined when it is not packed. */
export function inflateStreamAt(buffer: Buffer, at: number): Buffer | undefined {
  const stream = buffer.indexOf('stream', at);
  if (stream < 0) return undefined;
  const end = buffer.indexOf('endstream', stream);
  return inflate(buffer.subarray(startOfData(buffer, stream + 6), end < 0 ? buffer.length : end));
}

function startOfData(buffer: Buffer, at: number): number {
  if (buffer[at] === 0x0d && buffer[at + 1] === 0x0a) return at + 2;
  return buffer[at] === 0x0a || buffer[at] === 0x0d ? at + 1 : at;
}

function endOfObject(text: string, start: number): number {
  const end = text.indexOf('endobj', start);
  const stream = text.indexOf('stream', start);
  // Bytes of a stream may spell anything: look for the end after it.
  if (stream >= 0 && (end < 0 || stream < end)) {
    const endStream = text.indexOf('endstream', stream);
    if (endStream >= 0) {
      const after = text.indexOf('endobj', endStream);
      return after >= 0 && after - endStream < MAX_NESTED_HEADER ? after : endStream + 'endstream'.length;
    }
  }
  return end < 0 ? text.length : end;
}

function isObjectStream(body: string): boolean {
  return /\/Type\s*\/ObjStm\b/.test(body.slice(0, 1024));
}

function inflateStream(body: string): string | undefined {
  const start = /stream\r?\n?/.exec(body);
  if (!start) return undefined;
  const end = body.lastIndexOf('endstream');
  const data = body.slice(start.index + start[0].length, end < 0 ? undefined : end);
  return inflate(Buffer.from(data, 'latin1'))?.toString('latin1');
}

function inflate(data: Uint8Array): Buffer | undefined {
  try {
    // A cut stream still gives what came before the cut.
    return inflateSync(data, { maxOutputLength: MAX_STREAM_BYTES, finishFlush: 2 });
  } catch {
    return undefined;
  }
}

function unpack(stream: PdfObject, inner: string): PdfObject[] {
  const first = Number(/\/First\s+(\d+)/.exec(stream.body)?.[1]);
  if (!Number.isInteger(first) || first > inner.length) return [];
  const numbers = inner.slice(0, first).trim().split(/\s+/).map(Number);
  const objects: PdfObject[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const next = numbers[i + 3];
    const body = inner.slice(first + numbers[i + 1]!, next === undefined ? undefined : first + next);
    if (body) objects.push({ number: numbers[i]!, generation: 0, offset: stream.offset, body, packed: true });
  }
  return objects;
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
