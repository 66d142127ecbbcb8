// Files embedded in a PDF (e-invoice XML above all), through PDFium's raw attachment calls in WebAssembly.

import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Attachment } from '../document/parsed-document.ts';
import type { ParseContext } from './parse-context.ts';
import type { PdfSource } from './pdf-engine.ts';
import { findNames } from './pdf-names.ts';
import { inflateObjectStreams } from './pdf-objects.ts';

/** The part of the module we call; pointers and lengths are numbers, strings UTF-16 unless said. */
interface RawPdfium {
  HEAPU8: Uint8Array;
  wasmExports: { malloc(size: number): number; free(pointer: number): void };
  _FPDF_LoadMemDocument(data: number, size: number, passwordUtf8: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetAttachment(document: number, index: number): number;
  _FPDFAttachment_GetName(attachment: number, buffer: number, bytes: number): number;
  _FPDFAttachment_GetSubtype(attachment: number, buffer: number, bytes: number): number;
  _FPDFAttachment_GetFile(attachment: number, buffer: number, bytes: number, outLength: number): number;
}

const KEYS = ['EmbeddedFile', 'Filespec', 'EF'] as const;
const MAX_NAME_BYTES = 4096;

let loading: Promise<RawPdfium> | undefined;

/**
 * True unless no embedded file can be there. Names of keys stand in clear text, even in encrypted files, except inside
 * compressed object streams; those are inflated, or given the benefit of the doubt.
 */
export function mayHaveAttachments(bytes: Uint8Array): boolean {
  const names = findNames(bytes);
  if (KEYS.some((key) => names[key].length > 0)) return true;
  if (names.ObjStm.length === 0) return false;
  if (names.Encrypt.length > 0) return true;
  for (const inner of inflateObjectStreams(bytes)) {
    if (inner === undefined || KEYS.some((key) => inner.includes(`/${key}`))) return true;
  }
  return false;
}

/** Embedded files in name order; a warning and an empty list when they cannot be read. */
export async function readAttachments(source: PdfSource, context: ParseContext): Promise<Attachment[]> {
  if (!mayHaveAttachments(source.bytes)) return [];
  try {
    loading ??= PDFiumLibrary.init().then((library) => (library as unknown as { module: RawPdfium }).module);
    return withDocument(await loading, source, (pdfium, document) => listAttachments(pdfium, document, context));
  } catch (error) {
    // After a trap the module's memory is in no known state: start anew next time.
    loading = undefined;
    const reason = error instanceof Error ? error.name : 'unknown';
    context.warn({ code: 'pdf.attachments', message: `Embedded files could not be read (${reason}).` });
    return [];
  }
}

function withDocument<T>(pdfium: RawPdfium, source: PdfSource, use: (pdfium: RawPdfium, document: number) => T): T {
  const data = allocate(pdfium, source.bytes);
  const password = allocate(pdfium, new TextEncoder().encode(`${source.password ?? ''}\0`));
  const document = pdfium._FPDF_LoadMemDocument(data, source.bytes.length, password);
  try {
    if (document === 0) throw new Error('not opened');
    return use(pdfium, document);
  } finally {
    if (document !== 0) pdfium._FPDF_CloseDocument(document);
    pdfium.wasmExports.free(password);
    pdfium.wasmExports.free(data);
  }
}

function allocate(pdfium: RawPdfium, bytes: Uint8Array): number {
  const pointer = pdfium.wasmExports.malloc(bytes.length);
  if (pointer === 0) throw new RangeError('out of memory');
  pdfium.HEAPU8.set(bytes, pointer);
  return pointer;
}

function listAttachments(pdfium: RawPdfium, document: number, context: ParseContext): Attachment[] {
  const { maxAttachments, maxAttachmentBytes } = context.limits;
  const count = pdfium._FPDFDoc_GetAttachmentCount(document);
  if (count > maxAttachments) {
    context.warn({ code: 'pdf.attachments', message: `Only ${maxAttachments} of ${count} embedded files are listed.` });
  }
  const attachments: Attachment[] = [];
  for (let i = 0; i < Math.min(count, maxAttachments); i++) {
    const handle = pdfium._FPDFDoc_GetAttachment(document, i);
    if (handle === 0) continue;
    const name = readString(pdfium, (buffer, bytes) => pdfium._FPDFAttachment_GetName(handle, buffer, bytes));
    const stated = readString(pdfium, (buffer, bytes) => pdfium._FPDFAttachment_GetSubtype(handle, buffer, bytes));
    const content = readFile(pdfium, handle, maxAttachmentBytes);
    attachments.push({
      name: name || `attachment-${i + 1}`,
      mediaType: stated || guessMediaType(name),
      size: content.size,
      ...(content.bytes ? { base64: Buffer.from(content.bytes).toString('base64') } : {}),
    });
  }
  return attachments;
}

function readString(pdfium: RawPdfium, call: (buffer: number, bytes: number) => number): string {
  const length = call(0, 0);
  if (length <= 2 || length > MAX_NAME_BYTES) return '';
  const buffer = pdfium.wasmExports.malloc(length);
  try {
    call(buffer, length);
    return new TextDecoder('utf-16le').decode(pdfium.HEAPU8.subarray(buffer, buffer + length - 2));
  } finally {
    pdfium.wasmExports.free(buffer);
  }
}

function readFile(pdfium: RawPdfium, handle: number, maxBytes: number): { size: number; bytes?: Uint8Array } {
  const out = pdfium.wasmExports.malloc(4);
  const length = () => new DataView(pdfium.HEAPU8.buffer).getUint32(out, true);
  try {
    if (!pdfium._FPDFAttachment_GetFile(handle, 0, 0, out)) return { size: 0 };
    const size = length();
    if (size === 0 || size > maxBytes) return { size };
    const buffer = pdfium.wasmExports.malloc(size);
    if (buffer === 0) return { size };
    try {
      if (!pdfium._FPDFAttachment_GetFile(handle, buffer, size, out)) return { size };
      return { size, bytes: pdfium.HEAPU8.slice(buffer, buffer + size) };
    } finally {
      pdfium.wasmExports.free(buffer);
    }
  } finally {
    pdfium.wasmExports.free(out);
  }
}

function guessMediaType(name: string): string {
  if (/\.xml$/i.test(name)) return 'text/xml';
  if (/\.pdf$/i.test(name)) return 'application/pdf';
  return 'application/octet-stream';
}
