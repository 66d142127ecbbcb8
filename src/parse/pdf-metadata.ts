// Title, author and dates a PDF states about itself: hints for people, never evidence for a value.

import type { ParseResult } from '@llamaindex/liteparse';
import type { ParsedDocument } from '../document/parsed-document.ts';

type Metadata = ParsedDocument['metadata'];

const MAX_LENGTH = 300;

export function collectMetadata(
  result: Pick<ParseResult, 'creator' | 'producer' | 'docMeta'>,
  bytes: Uint8Array,
): Metadata {
  const xmp = result.docMeta?.xmp ?? '';
  const info = result.docMeta?.isEncrypted ? '' : findInfo(bytes);
  const metadata: Metadata = {};
  set(metadata, 'title', xmpText(xmp, 'title') ?? infoText(info, 'Title'));
  set(metadata, 'author', xmpText(xmp, 'creator') ?? infoText(info, 'Author'));
  set(metadata, 'creator', result.creator);
  set(metadata, 'producer', result.producer);
  set(metadata, 'created', isoDate(result.docMeta?.creationDate));
  return metadata;
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

/** The information dictionary, where it stands in clear text; '' where it is packed. */
function findInfo(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = buffer.lastIndexOf('/Info', undefined, 'latin1');
  const number = at < 0 ? undefined : /^\/Info\s+(\d+\s+\d+)\s+R/.exec(buffer.toString('latin1', at, at + 40))?.[1];
  if (!number) return '';
  const start = buffer.lastIndexOf(`${number} obj`, undefined, 'latin1');
  if (start < 0) return '';
  const text = buffer.toString('latin1', start, start + 8192);
  const end = text.indexOf('endobj');
  return end < 0 ? text : text.slice(0, end);
}

function infoText(info: string, key: string): string | undefined {
  const literal = new RegExp(`/${key}\\s*\\(((?:\\\\[\\s\\S]|[^\\\\()]|\\([^()]*\\))*)\\)`).exec(info)?.[1];
  if (literal !== undefined) return decodeString(unescapeString(literal));
  const hex = new RegExp(`/${key}\\s*<([0-9A-Fa-f\\s]*)>`).exec(info)?.[1];
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
