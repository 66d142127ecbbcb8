// Tesseract's TSV output, the same from the program and from WebAssembly.

import type { OcrWord } from './engine.ts';

/** Columns: level page block paragraph line word left top width height confidence text. */
const WORD_LEVEL = '5';

/** Words of a TSV text. Lines that are not words, or broken, are left out. */
export function parseTsv(tsv: string): OcrWord[] {
  const words: OcrWord[] = [];
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    if (cells[0] !== WORD_LEVEL || cells.length < 12) continue;
    const text = cells.slice(11).join(' ').trim();
    const [left, top, width, height, confidence] = cells.slice(6, 11).map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    if (text === '' || !Number.isFinite(left + top + width + height) || width <= 0 || height <= 0) continue;
    words.push({
      text,
      x0: left,
      y0: top,
      x1: left + width,
      y1: top + height,
      confidence: Math.min(1, Math.max(0, (Number.isFinite(confidence) ? confidence : 0) / 100)),
      line: cells.slice(1, 5).join('.'),
    });
  }
  return words;
}
