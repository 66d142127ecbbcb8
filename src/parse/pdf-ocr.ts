// OCR of the PDF pages whose own text is missing, sparse over an image, or garbled.

import { type Box, boxHeight, overlapX, overlapY } from '../document/box.ts';
import type { Word } from '../document/parsed-document.ts';
import { SheafError } from '../errors.ts';
import type { ParseContext } from './parse-context.ts';
import { lookAtPages, type PdfSource, renderPdfPage } from './pdf-engine.ts';
import type { ReadPage } from './pdf-page.ts';
import { isGarbled, isSparse, needsOcr, showsLittle } from './pdf-routing.ts';

const OCR_DPI = 300;
/** Larger pages are drawn at a lower resolution: OCR gains nothing beyond, memory loses. */
const MAX_OCR_PIXELS = 36_000_000;

/** Fills `page.ocr` of the pages that need it. A page that fails keeps what it has, with a warning. */
export async function readPagesByOcr(source: PdfSource, pages: ReadPage[], context: ParseContext): Promise<void> {
  const routed = await routePages(source, pages, context.seePictures === true);
  const { maxOcrPages } = context.limits;
  if (routed.length > maxOcrPages) {
    const message = `Only the first ${maxOcrPages} of ${routed.length} pages without text went through OCR.`;
    context.warn({ code: 'ocr.cut', message });
  }
  for (const [done, page] of routed.slice(0, maxOcrPages).entries()) {
    context.progress?.('ocr', done, Math.min(routed.length, maxOcrPages));
    context.extendTime?.(context.limits.ocrPageMs);
    const start = performance.now();
    try {
      await readPage(source, page, context);
    } catch (error) {
      const reason = error instanceof SheafError ? error.message : 'OCR failed';
      context.warn({ code: 'ocr.failed', message: `The page could not be read by OCR: ${reason}`, page: page.number });
    }
    context.addOcrMs(performance.now() - start);
  }
}

async function routePages(source: PdfSource, pages: ReadPage[], seePictures: boolean): Promise<ReadPage[]> {
  const sparse = pages.filter((page) => isSparse(page.text));
  const unseen = sparse.filter((page) => !page.look && showsLittle(page.text)).map((page) => page.number);
  const looks = unseen.length > 0 ? await lookAtPages(source, unseen) : new Map();
  for (const page of sparse) {
    page.look ??= looks.get(page.number);
    if (page.look?.fullPageImage) page.images.push({ box: [0, 0, page.width, page.height] });
  }
  const pictured = seePictures ? await pagesWithPictures(source, pages) : new Set<ReadPage>();
  return pages.filter((page) => pictured.has(page) || needsOcr(page, isSparse(page.text) ? page.look : undefined));
}

/** Letterheads and footers stand on the first page or the last. */
async function pagesWithPictures(source: PdfSource, pages: readonly ReadPage[]): Promise<Set<ReadPage>> {
  const asked = [...new Set([pages[0], pages.at(-1)])].filter((page) => page !== undefined);
  const looks = await lookAtPages(
    source,
    asked.map((page) => page.number),
  );
  return new Set(asked.filter((page) => (looks.get(page.number)?.imageBlockCount ?? 0) > 0));
}

async function readPage(source: PdfSource, page: ReadPage, context: ParseContext): Promise<void> {
  const dpi = dpiWithin(page, context.limits.maxPixels);
  const picture = await renderPdfPage(source, page.number, { dpi, turn: page.turn });
  if (picture.blank) return;
  const { ocrPage } = await import('./ocr/ocr-page.ts');
  const seen = await ocrPage({ data: picture.png, dpi }, context);
  const own = isGarbled(page.text) ? [] : page.text.words;
  const words = seen.rotation === 0 ? mergeWords(own, seen.words) : seen.words;
  // What the file says in its own letters beats what was seen, unless it says next to nothing.
  if (seen.words.length === 0 || (seen.rotation !== 0 && countChars(own) >= countChars(seen.words))) return;
  const { rules, width, height, rotation, skew, confidence } = seen;
  page.ocr = { words, rules, width, height, rotation, skew, confidence };
}

/** Highest resolution up to 300 dpi that keeps the picture within bounds. */
function dpiWithin(page: ReadPage, maxPixels: number): number {
  const pixelsAtOneDpi = (page.width / 72) * (page.height / 72);
  const most = Math.sqrt(Math.min(maxPixels, MAX_OCR_PIXELS) / Math.max(pixelsAtOneDpi, 1e-6));
  return Math.max(10, Math.min(OCR_DPI, Math.floor(most)));
}

/** The file's own words, and of the seen ones those that stand elsewhere. */
function mergeWords(own: readonly Word[], seen: readonly Word[]): Word[] {
  return [...own, ...seen.filter((word) => !own.some((other) => overlaps(other.box, word.box)))];
}

function overlaps(a: Box, b: Box): boolean {
  return overlapX(a, b) > 0 && overlapY(a, b) > 0.3 * Math.min(boxHeight(a), boxHeight(b));
}

function countChars(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + word.text.length, 0);
}
