// Files embedded in a PDF (e-invoice XML above all), through PDFium's raw attachment calls in WebAssembly.

import type { Attachment } from '../document/parsed-document.ts';
import type { ParseContext } from './parse-context.ts';
import type { PdfSource } from './pdf-engine.ts';
import { findNames } from './pdf-names.ts';
import { inflateObjectStreams } from './pdf-objects.ts';
import { dropPdfium, loadPdfium, type RawPdfium, readUtf16, withPdfDocument } from './raw-pdfium.ts';

const KEYS = ['EmbeddedFile', 'Filespec', 'EF'] as const;
const MAX_NAME_BYTES = 4096;

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
    const pdfium = await loadPdfium();
    return withPdfDocument(pdfium, source, (document) => listAttachments(pdfium, document, context));
  } catch (error) {
    dropPdfium();
    const reason = error instanceof Error ? error.name : 'unknown';
    context.warn({ code: 'pdf.attachments', message: `Embedded files could not be read (${reason}).` });
    return [];
  }
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
    const name = readUtf16(pdfium, MAX_NAME_BYTES, (buffer, bytes) =>
      pdfium._FPDFAttachment_GetName(handle, buffer, bytes),
    );
    const stated = readUtf16(pdfium, MAX_NAME_BYTES, (buffer, bytes) =>
      pdfium._FPDFAttachment_GetSubtype(handle, buffer, bytes),
    );
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
