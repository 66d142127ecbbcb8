// RFC 9110, section 14: which bytes of a file a request asks for.

import type { IncomingHttpHeaders } from 'node:http';
import { SheafError } from '../errors.ts';
import type { ByteRange } from '../store/objects/object-store.ts';

/**
 * undefined when all of it is to be sent: no range was asked for, several (which nobody must be sent), one that we cannot
 * read, or one of a file that has changed. Throws `request.range` when the file has none of these bytes.
 */
export function wantedRange(
  headers: IncomingHttpHeaders,
  { size, etag }: { size: number; etag: string },
): ByteRange | undefined {
  const { range, 'if-range': condition } = headers;
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range?.replaceAll(' ', '') ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  if (condition !== undefined && condition !== etag) return undefined;
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  const wanted =
    first === ''
      ? { start: Math.max(0, size - Number(last)), end: size - 1 }
      : { start: Number(first), end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
  if (wanted.start > wanted.end) throw new SheafError('request.range', undefined, { details: { size } });
  return wanted;
}
