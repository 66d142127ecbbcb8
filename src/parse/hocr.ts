// hOCR 1.2: HTML in which classes name pages, lines and words and `title` carries boxes and confidence.
// Files come from Tesseract, OCRopus, Kraken, ABBYY converters and others: all agree on little more than `bbox`.

import { Parser } from 'htmlparser2';
import type { Box } from '../document/box.ts';
import { SheafError } from '../errors.ts';
import { decodeMarkup } from './decode-markup.ts';
import { type MarkedPage, type MarkedWord, toMarkedPage } from './markup-page.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';
import { splitTextLine } from './split-text-line.ts';

const LINE_CLASSES = new Set(['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_footer', 'ocr_textfloat', 'ocr_caption']);
const WORD_CLASSES = new Set(['ocrx_word', 'ocr_word']);

/** Throws `file.corrupt` when it holds no page. A page without word boxes is cut from its lines. */
export async function parseHocr(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const { maxTextBytes, maxPages } = context.limits;
  if (bytes.length > maxTextBytes) throw new SheafError('file.too-large', 'The hOCR file is larger than the limit');
  const reader = new HocrReader();
  reader.read(decodeMarkup(bytes));
  const found = reader.pages;
  if (found.length === 0) throw new SheafError('file.corrupt', 'The hOCR file holds no page');
  if (!reader.complete) {
    context.warn({ code: 'markup.cut', message: 'The hOCR file ends before its last element does.' });
    if (found.every((page) => page.words.length === 0))
      throw new SheafError('file.corrupt', 'The hOCR file is cut off');
  }
  if (found.length > maxPages) {
    context.warn({ code: 'pages.cut', message: `Only the first ${maxPages} of ${found.length} pages were read.` });
  }
  const pages = found.slice(0, maxPages).map((page, i) => toMarkedPage(page, i + 1, context));
  const { title, producer } = reader;
  const metadata = { ...(title ? { title } : {}), ...(producer ? { producer } : {}) };
  return { format: 'hocr', pageCount: found.length, pages, metadata, attachments: [] };
}

interface OpenBox {
  kind: 'line' | 'word';
  depth: number;
  box: Box;
  confidence?: number;
  text: string;
  /** Words found inside; a line that has some adds no text of its own. */
  words: number;
}

class HocrReader {
  readonly pages: MarkedPage[] = [];
  title = '';
  producer = '';
  complete = true;
  private readonly open: OpenBox[] = [];
  private depth = 0;
  private inTitle = false;

  read(text: string): void {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.enter(name, attributes),
        ontext: (chunk) => this.text(chunk),
        onclosetag: (name, implied) => this.leave(name, implied),
      },
      { decodeEntities: true, lowerCaseTags: true },
    );
    parser.end(text);
  }

  private enter(name: string, attributes: Record<string, string>): void {
    this.depth++;
    if (name === 'title') this.inTitle = true;
    if (name === 'meta' && attributes.name === 'ocr-system') this.producer = attributes.content ?? '';
    const classes = (attributes.class ?? '').split(/\s+/);
    const properties = parseProperties(attributes.title ?? '');
    if (classes.includes('ocr_page')) this.pages.push(openPage(properties));
    const kind = classes.some((c) => WORD_CLASSES.has(c))
      ? 'word'
      : classes.some((c) => LINE_CLASSES.has(c))
        ? 'line'
        : undefined;
    const box = parseBox(properties.get('bbox'));
    if (!kind || !box) return;
    const confidence = parseConfidence(properties);
    this.open.push({
      kind,
      depth: this.depth,
      box,
      text: '',
      words: 0,
      ...(confidence === undefined ? {} : { confidence }),
    });
  }

  private text(chunk: string): void {
    if (this.inTitle) this.title = (this.title + chunk).slice(0, 300).trim();
    const top = this.open.at(-1);
    if (top) top.text += chunk;
  }

  private leave(name: string, implied: boolean): void {
    if (implied && (name === 'html' || name === 'body' || name === 'div')) this.complete = false;
    if (name === 'title') this.inTitle = false;
    const top = this.open.at(-1);
    if (top?.depth === this.depth) {
      this.open.pop();
      this.close(top);
    }
    this.depth--;
  }

  private close(box: OpenBox): void {
    const parent = this.open.at(-1);
    const text = box.text.replace(/\s+/gu, ' ').trim();
    if (parent) parent.words += box.words + (box.kind === 'word' ? 1 : 0);
    if (text === '' || (box.kind === 'line' && box.words > 0)) return;
    const words: MarkedWord[] = splitTextLine(text, box.box);
    const { confidence } = box;
    this.pageFor().words.push(...(confidence === undefined ? words : words.map((word) => ({ ...word, confidence }))));
  }

  /** Fragments without a page element are one page. */
  private pageFor(): MarkedPage {
    const page = this.pages.at(-1) ?? { words: [] };
    if (this.pages.length === 0) this.pages.push(page);
    return page;
  }
}

function openPage(properties: Map<string, string>): MarkedPage {
  const box = parseBox(properties.get('bbox'));
  const resolution = Number(properties.get('scan_res')?.split(/\s+/)[0]);
  return {
    words: [],
    width: box?.[2],
    height: box?.[3],
    // Tesseract writes 70 when it knows nothing.
    unitsPerInch: resolution > 72 && resolution <= 2400 ? resolution : undefined,
  };
}

/** `bbox 1 2 3 4; x_wconf 95; image "a;b.png"` → name to value. */
function parseProperties(title: string): Map<string, string> {
  const properties = new Map<string, string>();
  for (const part of title.match(/(?:[^;"']|"[^"]*"|'[^']*')+/g) ?? []) {
    const [name, ...rest] = part.trim().split(/\s+/);
    if (name) properties.set(name.toLowerCase(), rest.join(' '));
  }
  return properties;
}

function parseBox(value: string | undefined): Box | undefined {
  const numbers = value?.split(/\s+/).slice(0, 4).map(Number);
  return numbers?.length === 4 && numbers.every(Number.isFinite) ? (numbers as unknown as Box) : undefined;
}

/** `x_wconf` is 0–100; `x_confs` gives one number a character. */
function parseConfidence(properties: Map<string, string>): number | undefined {
  const numbers = (properties.get('x_wconf') ?? properties.get('x_confs'))
    ?.split(/\s+/)
    .map(Number)
    .filter(Number.isFinite);
  if (!numbers || numbers.length === 0) return undefined;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return Math.min(1, Math.max(0, mean / 100));
}
