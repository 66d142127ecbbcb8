// PNG, JPEG, TIFF and WebP → pages read by OCR. A TIFF may hold many pages; other kinds give their first picture.

import sharp, { type Metadata } from 'sharp';
import { groupBlocks, groupLines } from '../document/layout/group-lines.ts';
import type { Page } from '../document/parsed-document.ts';
import { SheafError } from '../errors.ts';
import { decodeGrey, type GreyImage, imageError } from './ocr/grey-image.ts';
import { type OcrPageResult, ocrGrey } from './ocr/ocr-page.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';

/**
 * Throws `file.too-large` from the header alone, `file.corrupt` when no page can be decoded.
 * `Page.rotation` counts from the picture as its EXIF orientation shows it.
 */
export async function parseImage(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const header = await readHeader(bytes, context);
  const pageCount = header.format === 'tiff' ? (header.pages ?? 1) : 1;
  const wanted = Math.min(pageCount, context.limits.maxPages, context.limits.maxOcrPages);
  if (wanted < pageCount) {
    context.warn({ code: 'pages.cut', message: `Only the first ${wanted} of ${pageCount} pages were read.` });
  }
  const pages: Page[] = [];
  let failure: SheafError | undefined;
  for (let index = 0; index < wanted; index++) {
    context.progress?.('ocr', index, wanted);
    context.extendTime?.(context.limits.ocrPageMs);
    try {
      pages.push(await readPage(bytes, { index, many: header.format === 'tiff' }, context));
    } catch (error) {
      failure = imageError(error);
      if (failure.code === 'internal') throw failure;
      context.warn({ code: 'image.damaged', message: failure.message, page: index + 1 });
    }
  }
  if (pages.length === 0) throw failure ?? new SheafError('file.corrupt', 'The image holds no page');
  return { format: 'image', pageCount, pages, metadata: {}, attachments: [] };
}

async function readHeader(bytes: Uint8Array, context: ParseContext): Promise<Metadata> {
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause) => {
      throw imageError(cause);
    });
  ensureSize(header, context);
  return header;
}

function ensureSize({ width, height }: Metadata, context: ParseContext): void {
  if (width * height <= context.limits.maxPixels) return;
  throw new SheafError('file.too-large', `The image is ${width} × ${height} pixels, more than the limit allows`, {
    details: { width, height, maxPixels: context.limits.maxPixels },
  });
}

async function readPage(
  bytes: Uint8Array,
  { index, many }: { index: number; many: boolean },
  context: ParseContext,
): Promise<Page> {
  const at = many ? { page: index } : {};
  const metadata = await sharp(bytes, { ...at, limitInputPixels: false }).metadata();
  ensureSize(metadata, context);
  const options = { ...at, maxPixels: context.limits.maxPixels };
  let image: GreyImage;
  let damaged: SheafError | undefined;
  try {
    image = await decodeGrey(bytes, options);
  } catch (error) {
    damaged = imageError(error);
    if (damaged.code !== 'file.corrupt') throw damaged;
    image = await decodeGrey(bytes, { ...options, tolerant: true });
  }
  const start = performance.now();
  const seen = await ocrGrey(image, metadata.density, context);
  context.addOcrMs(performance.now() - start);
  if (damaged) {
    // What is left of a cut picture counts only when something on it can be read.
    if (seen.words.length === 0) throw damaged;
    const message = 'The image is damaged or cut off; what could be decoded was read.';
    context.warn({ code: 'image.damaged', message, page: index + 1 });
  }
  return toPage(seen, index + 1);
}

function toPage(seen: OcrPageResult, number: number): Page {
  const lines = groupLines(seen.words, number, { rules: seen.rules });
  const read = seen.words.length > 0;
  return {
    number,
    width: seen.width,
    height: seen.height,
    source: read ? 'ocr' : 'none',
    rotation: seen.rotation,
    ...(seen.skew === 0 ? {} : { skew: seen.skew }),
    ...(read ? { confidence: seen.confidence } : {}),
    lines,
    blocks: groupBlocks(lines, number),
    tables: [],
    images: [{ box: [0, 0, seen.width, seen.height] }],
    rules: seen.rules,
  };
}
