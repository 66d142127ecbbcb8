// "Page 2 of 5", "Seite 1/3", "- 4 -": which page of its paper a page says it is. Words of en de fr es it pt nl pl.

import type { Page } from '../document/parsed-document.ts';

export interface PageNumber {
  /** 1-based. */
  number: number;
  /** Pages of the paper, when it says so. */
  of?: number;
}

const WORD =
  '(?:page|pages|pg|p|seite|blatt|folio|pagina|página|pág|pag|strona|str|sheet|bladzijde|blad|blz|hoja|feuille|foglio|folha|arkusz)';
const OF = '(?:of|von|de|di|van|sur|z|ze|/|\\\\|aus)';
const named = new RegExp(
  `(?<![\\p{L}\\d])${WORD}\\s*[.:#]?\\s*(\\d{1,4})(?:\\s*${OF}\\s*(\\d{1,4}))?(?![\\d.,/-]*\\d)`,
  'iu',
);
/** Alone on its line: "1 / 3", "2 of 5", "- 2 -". A lone number is none: it may be anything. */
const alone = new RegExp(
  `^[\\s([-]*(\\d{1,3})\\s*(?:${OF}\\s*(\\d{1,3}))[\\s)\\].-]*$|^\\s*[-–—]\\s*(\\d{1,3})\\s*[-–—]\\s*$`,
  'iu',
);
/** Share of the page at its head and its foot in which a page says its number. */
const EDGE = 0.15;
const MOST_PAGES = 2000;

/** What stands nearest to the edge; undefined when the page says nothing of the kind. */
export function readPageNumber(page: Page): PageNumber | undefined {
  const near = page.lines
    .map((line) => ({ line, depth: Math.min(line.box[3], page.height - line.box[1]) / Math.max(1, page.height) }))
    .filter(({ depth }) => depth <= EDGE)
    .sort((a, b) => a.depth - b.depth);
  for (const { line } of near) {
    const row = page.lines.filter((other) => other.row === line.row).map(({ text }) => text);
    // A form prints the word, the number and the count in boxes of their own.
    const found =
      named.exec(line.text) ??
      (line.text.length <= 14 ? alone.exec(line.text) : null) ??
      (row.length > 1 && row.length <= 6 ? named.exec(row.join(' ')) : null);
    if (!found) continue;
    const number = Number(found[1] ?? found[3]);
    const of = found[2] === undefined ? undefined : Number(found[2]);
    if (number < 1 || number > MOST_PAGES || (of !== undefined && (of < number || of > MOST_PAGES))) continue;
    return of === undefined ? { number } : { number, of };
  }
  return undefined;
}
