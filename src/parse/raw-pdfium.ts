// PDFium in WebAssembly, by its raw calls: what the native engine does not tell (embedded files, how each object is painted).

import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { PdfSource } from './pdf-engine.ts';

/** The calls we make. Handles, pointers and lengths are numbers; strings are UTF-16 unless said. */
export interface RawPdfium {
  HEAPU8: Uint8Array;
  wasmExports: { malloc(size: number): number; free(pointer: number): void };
  _FPDF_LoadMemDocument(data: number, size: number, passwordUtf8: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDF_PageToDevice(...args: number[]): number;
  _FPDF_RenderPageBitmap(...args: number[]): void;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetAttachment(document: number, index: number): number;
  _FPDFAttachment_GetName(attachment: number, buffer: number, bytes: number): number;
  _FPDFAttachment_GetSubtype(attachment: number, buffer: number, bytes: number): number;
  _FPDFAttachment_GetFile(attachment: number, buffer: number, bytes: number, outLength: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number;
  _FPDFBitmap_FillRect(...args: number[]): number;
  _FPDFBitmap_GetBuffer(bitmap: number): number;
  _FPDFBitmap_GetStride(bitmap: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  _FPDFPageObj_GetFillColor(object: number, r: number, g: number, b: number, a: number): number;
  _FPDFPageObj_GetStrokeColor(object: number, r: number, g: number, b: number, a: number): number;
  _FPDFPageObj_HasTransparency(object: number): number;
  _FPDFPageObj_GetClipPath(object: number): number;
  _FPDFPageObj_CountMarks(object: number): number;
  _FPDFPageObj_GetMark(object: number, index: number): number;
  _FPDFPageObj_SetIsActive(object: number, active: number): number;
  _FPDFPageObjMark_GetName(mark: number, buffer: number, bytes: number, outLength: number): number;
  _FPDFPath_GetDrawMode(path: number, fillMode: number, stroke: number): number;
  _FPDFClipPath_CountPaths(clip: number): number;
  _FPDFClipPath_CountPathSegments(clip: number, path: number): number;
  _FPDFClipPath_GetPathSegment(clip: number, path: number, segment: number): number;
  _FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  _FPDFPathSegment_GetType(segment: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFTextObj_GetTextRenderMode(text: number): number;
  _FPDFTextObj_GetFontSize(text: number, size: number): number;
  _FPDFTextObj_GetFont(text: number): number;
  _FPDFTextObj_GetText(text: number, textPage: number, buffer: number, bytes: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_LoadStandardFont(document: number, name: number): number;
  _FPDFFont_Close(font: number): void;
  _FPDFFont_GetGlyphPath(font: number, unicode: number, size: number): number;
  _FPDFGlyphPath_CountGlyphSegments(path: number): number;
  _FPDFGlyphPath_GetGlyphPathSegment(path: number, index: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, index: number): number;
  _FPDFPage_CloseAnnot(annotation: number): void;
  _FPDFAnnot_GetFlags(annotation: number): number;
  _FPDFAnnot_GetRect(annotation: number, rect: number): number;
}

const utf16 = new TextDecoder('utf-16le');
let loading: Promise<RawPdfium> | undefined;

/** One module a process; its first use costs some 30 ms, much of it off this thread. */
export function loadPdfium(): Promise<RawPdfium> {
  loading ??= PDFiumLibrary.init().then((library) => (library as unknown as { module: RawPdfium }).module);
  return loading;
}

/** After a trap the module's memory is in no known state: the next use starts anew. */
export function dropPdfium(): void {
  loading = undefined;
}

/** Opens the file for the time of `use`. Throws when the module does not open it. */
export function withPdfDocument<T>(pdfium: RawPdfium, source: PdfSource, use: (document: number) => T): T {
  const data = allocate(pdfium, source.bytes);
  const password = allocate(pdfium, new TextEncoder().encode(`${source.password ?? ''}\0`));
  const document = pdfium._FPDF_LoadMemDocument(data, source.bytes.length, password);
  try {
    if (document === 0) throw new Error('not opened');
    return use(document);
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

/** A string of a call that tells its length in bytes when given no buffer; '' when it is longer than `maxBytes`. */
export function readUtf16(
  pdfium: RawPdfium,
  maxBytes: number,
  call: (buffer: number, bytes: number) => number,
): string {
  const length = call(0, 0);
  if (length <= 2 || length > maxBytes) return '';
  const buffer = pdfium.wasmExports.malloc(length);
  try {
    call(buffer, length);
    return utf16.decode(pdfium.HEAPU8.subarray(buffer, buffer + length - 2));
  } finally {
    pdfium.wasmExports.free(buffer);
  }
}
