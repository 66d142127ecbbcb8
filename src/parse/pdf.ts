// PDF → pages: the file's own text where it is worth something, OCR where it is not, a second chance when it is damaged.

import type { ParseResult } from '@llamaindex/liteparse';
import type { Page } from '../document/parsed-document.ts';
import { SheafError } from '../errors.ts';
import { readAttachments } from './attachments.ts';
import { takeHiddenText } from './hidden/scan-pdf.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';
import { type PdfSource, type ReadExtras, readPdfPages, readTurnedPages, type Turn } from './pdf-engine.ts';
import { collectMetadata } from './pdf-metadata.ts';
import { findNames } from './pdf-names.ts';
import { readPagesByOcr } from './pdf-ocr.ts';
import { type ReadPage, toPage, toReadPage, uprightTurn } from './pdf-page.ts';
import { mayHoldPagePicture } from './pdf-pictures.ts';
import { repairPdf } from './pdf-repair.ts';
import { loadPdfium } from './raw-pdfium.ts';
import { findPdfHeader } from './sniff.ts';
import { readAttachedXml } from './xml/attached-xml.ts';

interface PdfContent {
  pageCount: number;
  pages: ReadPage[];
  facts: Pick<ParseResult, 'creator' | 'producer' | 'docMeta'>;
}

/** Form type of a file whose pages are drawn by a viewer from XML; the pages themselves only ask for another viewer. */
const XFA_ONLY = 2;

/** Throws SheafError `file.encrypted` or `file.corrupt`; single pages that fail become warnings. */
export async function parsePdf(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  // Compiled on other threads while the pages are read.
  loadPdfium().catch(() => undefined);
  const { source, content } = await readWithSecondChance(withoutJunk(bytes), context);
  await turnSidewaysPages(source, content.pages);
  const hidden = await takeHiddenText(source, content.pages, context);
  await readPagesByOcr(source, content.pages, context);
  const attachments = await readAttachments(source, context);
  const structured = readAttachedXml(attachments, context);
  return {
    format: 'pdf',
    pageCount: content.pageCount,
    pages: content.pages.map((page): Page => toPage(page)),
    metadata: collectMetadata(content.facts, source.bytes),
    attachments,
    ...(structured.length > 0 ? { structured } : {}),
    hidden,
  };
}

/** Mail gateways and web servers leave their headers before the file's own. */
export function withoutJunk(bytes: Uint8Array): Uint8Array {
  const header = findPdfHeader(bytes);
  return header > 0 ? bytes.subarray(header) : bytes;
}

async function readWithSecondChance(bytes: Uint8Array, context: ParseContext) {
  const source = sourceOf(bytes, context);
  try {
    const content = await readContent(source, context);
    if (content.pages.length > 0) return { source, content };
    throw new SheafError('file.corrupt', 'None of its pages can be read.');
  } catch (error) {
    if (!(error instanceof SheafError) || error.code !== 'file.corrupt') throw error;
    const repaired = repairPdf(bytes);
    if (!repaired) throw error;
    const second = sourceOf(repaired, context);
    const content = await readContent(second, context).catch(() => Promise.reject(error));
    if (content.pages.length === 0) throw error;
    context.warn({
      code: 'pdf.repaired',
      message: 'The file was damaged; its pages were put together from what is left.',
    });
    return { source: second, content };
  }
}

function sourceOf(bytes: Uint8Array, context: ParseContext): PdfSource {
  return context.password === undefined ? { bytes } : { bytes, password: context.password };
}

async function readContent(source: PdfSource, context: ParseContext): Promise<PdfContent> {
  const { maxPages, maxWordsPerPage } = context.limits;
  const content: PdfContent = { pageCount: 0, pages: [], facts: {} };
  for await (const batch of readPdfPages(source, maxPages, extrasFor(source.bytes))) {
    const { result } = batch;
    if (content.pageCount === 0) {
      content.pageCount = batch.totalPages;
      content.facts = { creator: result.creator, producer: result.producer, docMeta: result.docMeta };
      warnAtStart(batch.totalPages, result, context);
    }
    for (const page of result.pages) content.pages.push(toReadPage(page, maxWordsPerPage));
    for (const { pageNum } of result.pageErrors) {
      context.warn({ code: 'page.failed', message: 'The page is damaged and was left out.', page: pageNum });
    }
    context.progress?.('parse', content.pages.length, Math.min(content.pageCount, maxPages));
  }
  return content;
}

/** What the file can hold, by the names in it; object streams may hide any name but an image's. */
function extrasFor(bytes: Uint8Array): ReadExtras {
  const names = findNames(bytes);
  const packed = names.ObjStm.length > 0;
  return {
    complexity: mayHoldPagePicture(bytes),
    metadata: names.Encrypt.length > 0,
    forms: packed || names.AcroForm.length > 0,
    notes: packed || names.FreeText.length > 0,
  };
}

function warnAtStart(pageCount: number, result: ParseResult, context: ParseContext): void {
  const { maxPages } = context.limits;
  if (pageCount > maxPages) {
    context.warn({ code: 'pages.cut', message: `Only the first ${maxPages} of ${pageCount} pages were read.` });
  }
  if (result.formType === XFA_ONLY) {
    context.warn({ code: 'pdf.xfa', message: 'The file is an XFA form; its pages may not show its content.' });
  }
}

/** A landscape table scanned or set sideways is read again with its text upright. */
async function turnSidewaysPages(source: PdfSource, pages: ReadPage[]): Promise<void> {
  const turns = new Map<number, Turn>();
  for (const page of pages) {
    const turn = uprightTurn(page.text);
    if (turn !== 0) turns.set(page.number, turn);
  }
  if (turns.size === 0) return;
  for (const turned of await readTurnedPages(source, turns)) {
    const place = pages.findIndex((page) => page.number === turned.pageNum);
    const old = pages[place];
    if (!old) continue;
    const page = toReadPage(turned, old.maxWords);
    if (old.look) page.look = old.look;
    page.turn = turns.get(turned.pageNum) ?? 0;
    pages[place] = page;
  }
}
