// What stands on the pages of a made PDF, as a stranger's reader sees it.
import { LiteParse } from '@llamaindex/liteparse';
import type { SynthDocument } from '../../synth/synthesize.ts';

interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PageText {
  width: number;
  height: number;
  pieces: Piece[];
}

const parser = new LiteParse({
  ocrEnabled: false,
  quiet: true,
  numWorkers: 1,
  outputFormat: 'json',
  imageMode: 'off',
  extractLinks: false,
  preserveVerySmallText: true,
});

export async function readPageTexts(pdf: Buffer): Promise<PageText[]> {
  const { pages } = await parser.parse(pdf);
  return pages.map((page) => ({
    width: page.width,
    height: page.height,
    pieces: page.textItems.filter((item) => item.text.trim() !== ''),
  }));
}

/** The reader writes typographic apostrophes and dashes as plain ones. */
const squeeze = (text: string): string =>
  text
    .replace(/[\s\u00a0]+/g, '')
    .replaceAll('\u2019', "'")
    .replaceAll('–', '-');

/** Values of the truth that do not stand on the page as printed; empty when all do. */
export function findMissing(document: SynthDocument, pages: readonly PageText[]): string[] {
  const all = squeeze(pages.flatMap((page) => page.pieces.map((piece) => piece.text)).join(''));
  return document.truth.printed
    .filter(
      ({ text, exact }) =>
        !(exact ? all.includes(squeeze(text)) : text.split(' ').every((word) => all.includes(squeeze(word)))),
    )
    .map(({ path, text }) => `${path}: ${text}`);
}

/** Texts that leave the page. */
export function findOutside(pages: readonly PageText[]): string[] {
  return pages.flatMap(({ width, height, pieces }) =>
    pieces
      .filter(({ x, y, width: w, height: h }) => x < 0 || y < 0 || x + w > width + 0.5 || y + h > height + 0.5)
      .map(({ text }) => text),
  );
}

/** Pairs of texts of which one covers a good part of the other. */
export function findOverlaps(pages: readonly PageText[]): string[] {
  const found: string[] = [];
  for (const { pieces } of pages) {
    pieces.forEach((a, i) => {
      for (const b of pieces.slice(i + 1)) {
        const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
        if (x > 1.5 && y > 0.45 * Math.min(a.height, b.height)) found.push(`${a.text} | ${b.text}`);
      }
    });
  }
  return found;
}
