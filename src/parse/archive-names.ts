// Names of archive entries: refused where any system could take one for a way out of a folder, or for a device.

import type { Entry } from 'yauzl';
import { SheafError } from '../errors.ts';

const UTF8_FLAG = 0x800;
/** Info-ZIP's extra field with the name in Unicode; readers differ in whether they believe it. */
const UNICODE_PATH = 0x7075;
const MAX_LENGTH = 1024;
const MAX_PART = 255;
/** Names that Windows gives to devices, in any folder and with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
/** Control characters, and those that turn what is shown around. */
const UNSHOWABLE = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** The name, decoded. Throws `archive.unsafe-name`. */
export function entryNameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const name = decode(raw, (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0);
  const other = entry.extraFields.find((field) => field.id === UNICODE_PATH);
  if (other && !other.data.subarray(5).equals(raw) && other.data.subarray(5).toString('utf8') !== name) {
    throw unsafe('An entry has two names.');
  }
  ensureSafeName(name);
  return name;
}

function decode(raw: Buffer, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    if (isUtf8) throw unsafe('The name of an entry is not what it says.');
    return raw.toString('latin1');
  }
}

/** Throws `archive.unsafe-name` unless it is a plain relative path below the archive. */
export function ensureSafeName(name: string): void {
  if (name === '' || name.length > MAX_LENGTH) throw unsafe('An entry has no name, or one without end.');
  if (UNSHOWABLE.test(name)) throw unsafe('The name of an entry holds characters that cannot be shown.');
  if (name.includes('\\')) throw unsafe('The name of an entry holds a backslash.');
  if (name.startsWith('/')) throw unsafe('The name of an entry is an absolute path.');
  // "C:", and streams that Windows hangs onto a file.
  if (name.includes(':')) throw unsafe('The name of an entry holds a colon.');
  for (const part of name.replace(/\/$/, '').split('/')) {
    if (part === '' || part === '.' || part === '..') throw unsafe('The name of an entry leads elsewhere.');
    if (part.length > MAX_PART) throw unsafe('The name of an entry is too long.');
    if (DEVICE.test(part)) throw unsafe('The name of an entry is that of a device.');
    if (/[. ]$/.test(part)) throw unsafe('The name of an entry ends in a dot or a space.');
  }
}

const unsafe = (message: string): SheafError => new SheafError('archive.unsafe-name', message);
