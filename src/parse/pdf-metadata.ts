// Title, author and dates a PDF states about itself: hints for people, never evidence for a value.

import type { ParseResult } from '@llamaindex/liteparse';
import type { ParsedDocument } from '../document/parsed-document.ts';
import { findNames } from './pdf-names.ts';
import { inflateStreamAt } from './pdf-objects.ts';

type Metadata = ParsedDocument['metadata'];

const MAX_LENGTH = 300;
const MAX_XMP_BYTES = 65_536;

export function collectMetadata(
  result: Pick<ParseResult, 'creator' | 'producer' | 'docMeta'>,
  bytes: Uint8Array,
): Metadata {
  // What an encrypted file says of itself cannot be read from its bytes.
  const encrypted = findNames(bytes).Encrypt.length > 0;
  const xmp = result.docMeta?.xmp ?? (encrypted ? '' : findXmp(bytes));
  const readInfo = encrypted ? () => undefined : infoReader(bytes);
  const metadata: Metadata = {};
  set(metadata, 'title', xmpText(xmp, 'title') ?? readInfo('Title'));
  set(metadata, 'author', xmpText(xmp, 'creator') ?? readInfo('Author'));
  set(metadata, 'creator', result.creator);
  set(metadata, 'producer', result.producer);
  const created = isoDate(result.docMeta?.creationDate ?? readInfo('CreationDate'));
  set(metadata, 'created', created ?? /<xmp:CreateDate>([^<]{4,40})</.exec(xmp)?.[1]);
  return metadata;
}

/** The file's last XMP packet, plain or packed; '' when there is none. */
function findXmp(bytes: Uint8Array): string {
  const at = findNames(bytes).XML.at(-1);
  if (at === undefined) return '';
  const buffer = asBuffer(bytes);
  const end = buffer.indexOf('endstream', at, 'latin1');
  const stream = buffer.subarray(at, Math.min(at + MAX_XMP_BYTES, end < 0 ? buffer.length : end));
  if (stream.includes('<rdf:RDF', 0, 'latin1')) return stream.toString('utf8');
  return inflateStreamAt(buffer, at)?.toString('utf8', 0, MAX_XMP_BYTES) ?? '';
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function set(metadata: Metadata, key: keyof Metadata, value: string | undefined): void {
  const text = value
    ?.replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_LENGTH);
  if (text) metadata[key] = text;
}

function xmpText(xmp: string, element: string): string | undefined {
  const inner = new RegExp(`<dc:${element}\\b[^>]*>([\\s\\S]{0,4000}?)</dc:${element}>`).exec(xmp)?.[1];
  const item = inner && (/<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(inner)?.[1] ?? inner);
  return item
    ?.replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]!,
    );
}

/** Reads entries of the information dictionary, where it stands in clear text. */
function infoReader(bytes: Uint8Array): (key: string) => string | undefined {
  const buffer = asBuffer(bytes);
  const at = buffer.lastIndexOf('/Info', undefined, 'latin1');
  const info =
    at < 0 ? '' : objectAt(buffer, /^\/Info\s+(\d+)\s+(\d+)\s+R/.exec(buffer.toString('latin1', at, at + 40)));
  return (key) => {
    const entry = new RegExp(`/${key}\\s*(?=[(<\\d])`).exec(info);
    if (!entry) return undefined;
    const value = info.slice(entry.index + entry[0].length);
    return stringIn(objectAt(buffer, /^(\d+)\s+(\d+)\s+R/.exec(value)) || value);
  };
}

/** Body of the object that a reference names; '' when it is packed or missing. */
function objectAt(buffer: Buffer, reference: RegExpExecArray | null): string {
  if (!reference) return '';
  const header = `${reference[1]} ${reference[2]} obj`;
  const start = buffer.lastIndexOf(`\n${header}`, undefined, 'latin1');
  if (start < 0) return '';
  const body = buffer.toString('latin1', start + 1 + header.length, start + 8192);
  const end = body.indexOf('endobj');
  return (end < 0 ? body : body.slice(0, end)).trimStart();
}

/** The string object that `text` starts with. */
function stringIn(text: string): string | undefined {
  const literal = /^\(((?:\\[\s\S]|[^\\()]|\([^()]*\))*)\)/.exec(text)?.[1];
  if (literal !== undefined) return decodeString(unescapeString(literal));
  const hex = /^<([0-9A-Fa-f\s]*)>/.exec(text)?.[1];
  return hex === undefined ? undefined : decodeString(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
}

function unescapeString(literal: string): Buffer {
  const plain = literal.replace(/\\(\d{1,3}|\r\n|[\s\S])/g, (_, escaped: string) => {
    if (/^\d/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 0xff);
    const known: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '', f: '', '\n': '', '\r\n': '' };
    return known[escaped] ?? escaped;
  });
  return Buffer.from(plain, 'latin1');
}

function decodeString(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return bytes.toString('utf8').slice(1);
  return bytes.toString('latin1');
}

/** `D:20200305094441-06'00'` → `2020-03-05T09:44:41-06:00`. */
function isoDate(date: string | undefined): string | undefined {
  const parts = /^D?:?(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(date ?? '');
  if (!parts) return undefined;
  const [, year, month, day, hour, minute = '00', second = '00', zulu, zoneHour, zoneMinute = '00'] = parts;
  const time = hour ? `T${hour}:${minute}:${second}${zulu ?? (zoneHour ? `${zoneHour}:${zoneMinute}` : '')}` : '';
  return `${year}-${month}-${day}${time}`;
}
