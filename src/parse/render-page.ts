// A picture of one page for people to look at, upright, as the words' boxes lie on it.

import type { DocumentFormat } from '../document/parsed-document.ts';
import { SheafError } from '../errors.ts';
import { drawLaidPage } from './draw-laid-page.ts';
import { withLimits } from './limits.ts';
import { parseDocument } from './parse-document.ts';
import { withoutJunk } from './pdf.ts';
import { type PdfSource, readTurnedPages, renderPdfPage, type Turn } from './pdf-engine.ts';
import { toReadPage, uprightTurn } from './pdf-page.ts';
import { repairPdf } from './pdf-repair.ts';
import { sniff } from './sniff.ts';

export interface RenderOptions {
  /** 1-based. */
  page: number;
  dpi: number;
  password?: string;
  /** `Page.rotation` of the parsed page; found from the page's own text when absent. */
  rotation?: Turn;
}

const MAX_PIXELS = 40_000_000;
/** An image without a resolution of its own is taken for a page of this height. */
const NOMINAL_INCHES = 11.7;

/**
 * PNG of one page. What has no pages of its own (text, XML, HTML …) is drawn as it was laid out. Large pages come at a lower
 * resolution. Throws SheafError: `file.not-found` for a page beyond the last, and what reading the file throws.
 */
export async function renderPage(bytes: Uint8Array, options: RenderOptions): Promise<Uint8Array> {
  const { format } = sniff(bytes);
  if (format === 'pdf') return renderPdf(withoutJunk(bytes), options);
  if (format === 'image') return renderImage(bytes, options);
  return renderLaid(bytes, format, options);
}

async function renderLaid(bytes: Uint8Array, format: DocumentFormat, options: RenderOptions): Promise<Uint8Array> {
  const { pages } = await parseDocument(bytes, { name: 'page' });
  const page = pages.find(({ number }) => number === options.page);
  if (!page) throw new SheafError('file.not-found', `The file has no page ${options.page}.`);
  const drawn = drawLaidPage(
    page,
    format === 'text' || format === 'xml' || format === 'json' ? 'Courier' : 'Helvetica',
  );
  return draw({ bytes: drawn }, { page: 1, dpi: options.dpi, rotation: 0 });
}

async function renderPdf(bytes: Uint8Array, options: RenderOptions): Promise<Uint8Array> {
  const password = options.password === undefined ? {} : { password: options.password };
  try {
    return await draw({ bytes, ...password }, options);
  } catch (error) {
    if (!(error instanceof SheafError) || error.code !== 'file.corrupt') throw error;
    const repaired = repairPdf(bytes);
    if (!repaired) throw error;
    return draw({ bytes: repaired, ...password }, options);
  }
}

async function draw(source: PdfSource, { page, dpi, rotation }: RenderOptions): Promise<Uint8Array> {
  const [plain] = await readTurnedPages(source, new Map([[page, 0]]));
  if (!plain) throw new SheafError('file.not-found', `The file has no page ${page}.`);
  const turn =
    rotation === undefined
      ? uprightTurn(toReadPage(plain, withLimits().maxWordsPerPage).text)
      : (((360 - rotation) % 360) as Turn);
  const most = Math.floor(72 * Math.sqrt(MAX_PIXELS / Math.max(1, plain.width * plain.height)));
  return (await renderPdfPage(source, page, { dpi: Math.max(5, Math.min(dpi, most)), turn })).png;
}

async function renderImage(bytes: Uint8Array, { page, dpi, rotation }: RenderOptions): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const side = Math.max(16, Math.min(Math.round(NOMINAL_INCHES * dpi), Math.floor(Math.sqrt(MAX_PIXELS))));
  try {
    // Orientation first, by the camera's own note; what OCR found goes on top of it.
    const image = sharp(bytes, { page: page - 1, limitInputPixels: withLimits().maxPixels });
    const upright = image.autoOrient().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    const picture = await upright.png().toBuffer();
    return rotation ? await sharp(picture).rotate(rotation).png().toBuffer() : picture;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/pixel limit/i.test(message)) throw new SheafError('file.too-large', 'The image has too many pixels.');
    if (/page/i.test(message)) throw new SheafError('file.not-found', `The file has no page ${page}.`);
    throw new SheafError('file.corrupt', undefined, { cause: error });
  }
}
