// A page of a PDF between the engine and the document model.

import type { PageComplexityStats, ParsedPage } from '@llamaindex/liteparse';
import { groupBlocks, groupLines } from '../document/layout/group-lines.ts';
import type { Page, PageImage, Rule, Word } from '../document/parsed-document.ts';
import type { OcrPageResult } from './ocr/ocr-page.ts';
import type { Turn } from './pdf-engine.ts';
import { collectTypedWords } from './pdf-form.ts';
import { collectRules } from './pdf-rules.ts';
import { collectWords, type PageText } from './pdf-words.ts';

export interface ReadPage {
  number: number;
  width: number;
  height: number;
  text: PageText;
  /** Those of its words that were typed into fields and notes. */
  typed: readonly Word[];
  rules: Rule[];
  images: PageImage[];
  /** Filled shapes with curves: many on a page without text are letters drawn as outlines. */
  curvedShapes: number;
  /** The turn its text had before it was set upright, degrees clockwise. */
  turn: Turn;
  maxWords: number;
  /** Some of its text is invisible by right: it stands for the picture of a scanned page. */
  hasLayer?: boolean;
  /** A font on it draws other digits than its text says. */
  lyingFont?: boolean;
  /** How much of it is image; absent when no image of the file could be the picture of a page. */
  look?: PageComplexityStats;
  ocr?: Omit<OcrPageResult, 'languages'>;
}

/** Fewer sideways characters than this are a note in the margin, whatever else the page holds. */
const SIDEWAYS_CHARS = 20;

export function toReadPage(page: ParsedPage, maxWords: number): ReadPage {
  const text = collectWords(page.textItems, page, maxWords);
  const typed = collectTypedWords(page, text.words);
  text.words.push(...typed);
  return {
    number: page.pageNum,
    width: Math.round(page.width * 100) / 100,
    height: Math.round(page.height * 100) / 100,
    text,
    typed,
    rules: collectRules(page.vectorGraphics),
    images: [],
    curvedShapes: page.vectorGraphics?.shapes.filter((shape) => shape.fill && shape.hasCurve).length ?? 0,
    turn: 0,
    maxWords,
    ...(page.complexity ? { look: page.complexity } : {}),
  };
}

/** Clockwise degrees by which most of the text stands turned; 0 when it is upright. */
export function uprightTurn(text: PageText): Turn {
  const upright = text.charsByTurn[0];
  for (const turn of [90, 180, 270] as const) {
    const turned = text.charsByTurn[turn];
    if (turned >= SIDEWAYS_CHARS && turned > 2 * upright) return turn;
  }
  return 0;
}

export function toPage(read: ReadPage): Page {
  const ocr = read.ocr;
  const words = ocr?.words ?? read.text.words;
  const upright = !ocr || (ocr.rotation === 0 && ocr.skew === 0);
  // The file's own rules are exact; those of the picture stand in where it draws none.
  const rules = upright && read.rules.length > 0 ? read.rules : (ocr?.rules ?? []);
  const lines = groupLines(words, read.number, { rules });
  return {
    number: read.number,
    width: ocr?.width ?? read.width,
    height: ocr?.height ?? read.height,
    source: words.length === 0 ? 'none' : ocr ? 'ocr' : 'text',
    rotation: ((360 - read.turn + (ocr?.rotation ?? 0)) % 360) as Turn,
    ...(ocr?.skew ? { skew: ocr.skew } : {}),
    ...(ocr ? { confidence: ocr.confidence } : {}),
    ...(read.lyingFont ? { doubt: 'font' as const } : read.hasLayer ? { doubt: 'layer' as const } : {}),
    lines,
    blocks: groupBlocks(lines, read.number),
    tables: [],
    images: read.images,
    rules,
  };
}
