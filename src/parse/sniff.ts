// What a file is, by its content alone: a wrong extension still reads, and what we cannot read is named.

import type { DocumentFormat } from '../document/parsed-document.ts';
import { SheafError } from '../errors.ts';
import { sniffCsv } from './csv/csv-dialect.ts';
import { decodeText, looksLikeText } from './decode-text.ts';
import { foreignSignatures, type Signature } from './foreign-signatures.ts';
import { isOutlookFile, looksLikeMail, looksLikeMailbox } from './mail/sniff-mail.ts';
import { listEntryNames } from './office/archive-entries.ts';
import { officeKindOf, oldOfficeKindOf } from './office/office-kind.ts';

export interface Sniffed {
  format: DocumentFormat;
  mediaType: string;
}

const PROBE_BYTES = 64 * 1024;
/** Readers accept a header within the first kilobyte (ISO 32000, implementation note 13). */
const PDF_HEADER_WITHIN = 1024;

const imageSignatures: readonly Signature[] = [
  { name: 'image/png', at: 0, hex: '89504e470d0a1a0a' },
  { name: 'image/jpeg', at: 0, hex: 'ffd8ff' },
  { name: 'image/tiff', at: 0, hex: '49492a00' },
  { name: 'image/tiff', at: 0, hex: '4d4d002a' },
  { name: 'image/tiff', at: 0, hex: '49492b00' },
  { name: 'image/tiff', at: 0, hex: '4d4d002b' },
  { name: 'image/webp', at: 8, hex: '57454250' },
];

/** Throws SheafError `file.empty`, or `file.unsupported` with a message that names what the file seems to be. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) throw new SheafError('file.empty');
  const probe = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PROBE_BYTES));
  if (findPdfHeader(probe.subarray(0, 16)) === 0) return { format: 'pdf', mediaType: 'application/pdf' };
  const image = imageSignatures.find((signature) => matches(probe, signature));
  if (image) return { format: 'image', mediaType: image.name };
  const foreign = foreignSignatures.find((signature) => matches(probe, signature));
  if (foreign) return sniffContainer(foreign.name, bytes);
  if (findPdfHeader(probe) >= 0 && (findPdfHeader(probe) < PDF_HEADER_WITHIN || endsLikePdf(bytes))) {
    return { format: 'pdf', mediaType: 'application/pdf' };
  }
  return sniffText(bytes, probe);
}

/** Offset of `%PDF-` in `bytes`, or −1. */
export function findPdfHeader(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = buffer.indexOf('%PDF-', 0, 'latin1');
  if (header >= 0) return header;
  // The header that ISO 32000 notes as accepted from old writers: "%!PS-Adobe-3.0 PDF-1.4".
  const old = /%!PS-Adobe-\d\.\d PDF-\d\.\d/.exec(buffer.subarray(0, PDF_HEADER_WITHIN).toString('latin1'));
  return old ? old.index : -1;
}

function endsLikePdf(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-2048).toString('latin1');
  return tail.includes('%%EOF') || tail.includes('startxref');
}

function matches(probe: Buffer, { at, hex }: Signature): boolean {
  if (probe.length < at + hex.length / 2) return false;
  const actual = probe.toString('hex', at, at + hex.length / 2);
  return hex.includes('.') ? new RegExp(`^${hex}$`).test(actual) : actual === hex;
}

function sniffText(bytes: Uint8Array, probe: Buffer): Sniffed {
  const decoded = decodeText(probe);
  // A probe cut inside a character ends with one replacement that is no fault of the file.
  const text = bytes.length > probe.length ? decoded.text.slice(0, -1) : decoded.text;
  if (!looksLikeText(text)) throw unsupported('binary data of an unknown kind');
  const start = text.trimStart().slice(0, 4096);
  if (/^(<\?xml|<!DOCTYPE|<!--|<[A-Za-z])/i.test(start)) return sniffMarkup(bytes, start, text);
  if (looksLikeMailbox(text)) throw unsupported('a mailbox of several mails (mbox)');
  if (looksLikeMail(start)) return { format: 'mail', mediaType: 'message/rfc822' };
  const foreign = foreignText(start);
  if (foreign) throw unsupported(foreign);
  if (looksLikeJson(bytes, text)) return { format: 'json', mediaType: 'application/json' };
  if (sniffCsv(text)) return { format: 'csv', mediaType: 'text/csv' };
  return { format: 'text', mediaType: 'text/plain' };
}

/** An object or a list from its first character to its last; whether it is whole, its parser says. */
function looksLikeJson(bytes: Uint8Array, text: string): boolean {
  const start = text.trimStart();
  // One value a line is a log.
  if (/\}[ \t]*\r?\n[ \t]*\{/.test(text)) return false;
  if (!/^\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\})|^\[\s*\{\s*"/.test(start)) return false;
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-64).toString('latin1');
  return /[}\]]\s*$/.test(tail);
}

function sniffMarkup(bytes: Uint8Array, start: string, text: string): Sniffed {
  const root = rootElement(text);
  const local = root?.replace(/^.*:/, '').toLowerCase();
  const isHtml = /^<!DOCTYPE\s+html/i.test(start) || local === 'html' || /<(html|body|table|div|p)[\s>]/i.test(text);
  if (local === 'alto') return { format: 'alto', mediaType: 'application/alto+xml' };
  if (/class\s*=\s*["'][^"']*\bocr_page\b/.test(text) || /name\s*=\s*["']ocr-system["']/.test(text)) {
    return { format: 'hocr', mediaType: 'text/vnd.hocr+html' };
  }
  if (local === 'svg') throw unsupported('an SVG drawing');
  const xml = { format: 'xml', mediaType: 'application/xml' } as const;
  if (/^<\?xml/i.test(start) && local !== 'html') return xml;
  if (isHtml) return { format: 'html', mediaType: 'text/html' };
  const declares = /\sxmlns(:\w+)?\s*=/.test(start) || /^<!DOCTYPE/i.test(start);
  return declares || endsWithTag(bytes, root) ? xml : { format: 'text', mediaType: 'text/plain' };
}

/** The element that a text begins with is closed by its last tag. */
function endsWithTag(bytes: Uint8Array, name: string | undefined): boolean {
  if (name === undefined) return false;
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-200).toString('latin1');
  return tail.replace(/\s/g, '').endsWith(`</${name}>`);
}

function rootElement(text: string): string | undefined {
  const withoutProlog = text.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(\[[\s\S]*?\])?[^>]*>/gi, '');
  return /<([A-Za-z_][\w:.-]*)/.exec(withoutProlog)?.[1]?.slice(0, 60);
}

function foreignText(start: string): string | undefined {
  if (start.startsWith('{\\rtf')) return 'a rich text (RTF) file';
  if (start.startsWith('%!PS')) return 'a PostScript file';
  if (start.startsWith('#!')) return 'a script';
  return undefined;
}

/** Office files are ZIP or OLE containers, and so are mails of Outlook; a ZIP that is none holds files. */
function sniffContainer(name: string, bytes: Uint8Array): Sniffed {
  if (isOutlookFile(bytes)) return { format: 'mail', mediaType: 'application/vnd.ms-outlook' };
  const office = name === 'a ZIP archive' ? officeKindOf(bytes) : undefined;
  if (office && 'format' in office) return office;
  if (!office && name === 'a ZIP archive') {
    if (listEntryNames(bytes).includes('META-INF/MANIFEST.MF')) throw unsupported('a Java archive (JAR)');
    return { format: 'archive', mediaType: 'application/zip' };
  }
  const known = office ?? (name === 'an old Office file' ? oldOfficeKindOf(bytes) : { seems: name });
  throw unsupported(known.seems, known.advice);
}

function unsupported(seems: string, advice?: string): SheafError {
  const hint = advice === undefined ? '' : ` ${advice}`;
  return new SheafError('file.unsupported', `This kind of file is not read: it seems to be ${seems}.${hint}`, {
    details: { seems },
  });
}
