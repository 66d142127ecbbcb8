// The PDF engine (PDFium through liteparse), asked only for what it does well: text with boxes, vectors, pictures of pages.

import {
  LiteParse,
  type LiteParseConfig,
  type PageComplexityStats,
  type PageOrientationCorrection,
  type ParseBatch,
  type ParsedPage,
} from '@llamaindex/liteparse';
import { SheafError } from '../errors.ts';

export interface PdfSource {
  /** Starts with the header: whatever stood before it is cut off. */
  bytes: Uint8Array;
  password?: string;
}

export type Turn = 0 | 90 | 180 | 270;

const BATCH_PAGES = 25;

const textOptions: Partial<LiteParseConfig> = {
  emitWordBoxes: true,
  extractVectorGraphics: true,
};

/** What not every file needs; each costs a tenth to a quarter of reading the bare text. */
export interface ReadExtras {
  /** How much of each page is image. */
  complexity: boolean;
  /** Facts about the file as a whole, decrypted where need be. */
  metadata: boolean;
  /** What was typed into form fields. */
  forms: boolean;
  /** Notes laid over the pages. */
  notes: boolean;
}

const engines = new Map<string, LiteParse>();
const MOST_ENGINES = 16;

/** An engine is its settings and no more; one without a password is kept, for making it costs as much as a short page. */
function createEngine(source: PdfSource, options: Partial<LiteParseConfig>): LiteParse {
  const key = source.password === undefined && !options.targetPages ? JSON.stringify(options) : undefined;
  const kept = key === undefined ? undefined : engines.get(key);
  if (kept) return kept;
  const engine = new LiteParse({
    ocrEnabled: false,
    quiet: true,
    numWorkers: 1,
    continueOnPageError: true,
    outputFormat: 'json',
    imageMode: 'off',
    extractLinks: false,
    ...(source.password === undefined ? {} : { password: source.password }),
    ...options,
  });
  if (key !== undefined && engines.size < MOST_ENGINES) engines.set(key, engine);
  return engine;
}

/** Pages in batches, so that a long file is never held whole twice. Throws `file.encrypted` or `file.corrupt`. */
export async function* readPdfPages(
  source: PdfSource,
  maxPages: number,
  extras: ReadExtras,
): AsyncGenerator<ParseBatch> {
  const wanted = {
    includeComplexity: extras.complexity,
    extractDocumentMetadata: extras.metadata,
    extractFormFields: extras.forms,
    extractAnnotations: extras.notes,
  };
  try {
    const engine = createEngine(source, { ...textOptions, ...wanted, maxPages });
    yield* engine.parseBatches(source.bytes, { batchSize: BATCH_PAGES });
  } catch (error) {
    throw typedError(error, source);
  }
}

/** The same pages again, each turned clockwise by its angle so that its text stands upright. */
export async function readTurnedPages(source: PdfSource, turns: ReadonlyMap<number, Turn>): Promise<ParsedPage[]> {
  const engine = createEngine(source, {
    ...textOptions,
    extractFormFields: true,
    extractAnnotations: true,
    targetPages: [...turns.keys()].join(','),
    pageOrientationCorrections: corrections(turns),
  });
  return (await engine.parse(source.bytes).catch((error) => Promise.reject(typedError(error, source)))).pages;
}

function corrections(turns: ReadonlyMap<number, Turn>): PageOrientationCorrection[] {
  return [...turns].map(([page, turn]) => ({ page, angle: turn }));
}

/** How much of each page is image, and whether its text makes sense. */
export async function lookAtPages(
  source: PdfSource,
  pages: readonly number[],
): Promise<Map<number, PageComplexityStats>> {
  const engine = createEngine(source, { targetPages: pages.join(','), includeComplexity: true });
  const result = await engine.parse(source.bytes).catch(() => undefined);
  const looks = new Map<number, PageComplexityStats>();
  for (const page of result?.pages ?? []) if (page.complexity) looks.set(page.pageNum, page.complexity);
  return looks;
}

export interface RenderedPage {
  png: Uint8Array;
  width: number;
  height: number;
  /** Every pixel has the same colour. */
  blank: boolean;
}

/** A picture of one page (1-based). Throws SheafError when the engine cannot draw it. */
export async function renderPdfPage(
  source: PdfSource,
  page: number,
  options: { dpi: number; turn?: Turn },
): Promise<RenderedPage> {
  const engine = createEngine(source, {
    dpi: options.dpi,
    renderFormFields: true,
    pageOrientationCorrections: options.turn ? [{ page, angle: options.turn }] : [],
  });
  const shots = await engine.screenshot(Buffer.from(source.bytes), [page]).catch((error) => {
    throw typedError(error, source);
  });
  const shot = shots[0];
  if (!shot) throw new SheafError('file.corrupt', `Page ${page} cannot be drawn.`);
  return { png: shot.imageBuffer, width: shot.width, height: shot.height, blank: shot.isSolidFill };
}

function typedError(error: unknown, source: PdfSource): SheafError {
  if (error instanceof SheafError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/password|encrypt|security/i.test(message)) {
    const wrong = source.password ? 'The password given does not open the file.' : undefined;
    return new SheafError('file.encrypted', wrong);
  }
  return new SheafError('file.corrupt', undefined, { cause: error, details: { engine: message.slice(0, 200) } });
}
