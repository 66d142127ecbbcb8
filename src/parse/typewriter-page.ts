// Lines of text → a page on a typewriter grid, so that labels, columns and tables are found by geometry as on any page.

import { groupBlocks, groupLines } from '../document/layout/group-lines.ts';
import type { Page, Word } from '../document/parsed-document.ts';
import type { ParseContext } from './parse-context.ts';

/** Points of one character cell; letters are lower than the cell, so that lines do not touch. */
const CELL = { width: 6, height: 12, letter: 10 };
/** Height of a sheet to its width, ISO 216. */
const SHEET = Math.SQRT2;
const MARGIN = 36;
const WRAP_COLUMNS = 110;

/** A stretch of a line that begins in a column; what it says stands at `locator` of the file. */
export interface TypedText {
  column: number;
  text: string;
  locator?: string;
}

/** Parts of at most 110 columns, broken at spaces where there are any; each ends without white space. */
export function wrapWords(line: string): string[] {
  const parts: string[] = [];
  let at = 0;
  while (line.length - at > WRAP_COLUMNS) {
    // Looks back over this part alone: from the start of the line it would take the square of its length.
    const space = line.slice(at, at + WRAP_COLUMNS + 1).lastIndexOf(' ');
    const end = space > 0 ? at + space : wrapInsideWord(line, at + WRAP_COLUMNS);
    parts.push(line.slice(at, end).trimEnd());
    at = space > 0 ? end + 1 : end;
  }
  parts.push(line.slice(at));
  return parts;
}

/** Never between the two halves of a character beyond the basic plane. */
function wrapInsideWord(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

/** One row a line; words beyond the limit are left out with a warning. */
export function layTypewriterPage(
  rows: readonly (readonly TypedText[])[],
  number: number,
  context: Pick<ParseContext, 'limits' | 'warn'>,
): Page {
  const words: Word[] = [];
  let columns = 80;
  for (const [row, texts] of rows.entries()) {
    for (const { column, text, locator } of texts) {
      columns = Math.max(columns, column + text.length);
      for (const match of text.matchAll(/\S+/g)) {
        if (words.length === context.limits.maxWordsPerPage) break;
        const word = placeWord(match[0], column + match.index, row);
        words.push(locator === undefined ? word : { ...word, locator });
      }
    }
  }
  if (words.length === context.limits.maxWordsPerPage) {
    const message = `Only the first ${words.length} words of the page were kept.`;
    context.warn({ code: 'words.cut', message, page: number });
  }
  const grouped = groupLines(words, number);
  const width = 2 * MARGIN + columns * CELL.width;
  return {
    number,
    width,
    // A short text stands at the top of a sheet: where on the page a line stands tells letterhead from footer.
    height: Math.max(2 * MARGIN + rows.length * CELL.height, Math.round(width * SHEET)),
    source: words.length > 0 ? 'text' : 'none',
    rotation: 0,
    lines: grouped,
    blocks: groupBlocks(grouped, number),
    tables: [],
    images: [],
    rules: [],
  };
}

function placeWord(text: string, column: number, row: number): Word {
  const x0 = MARGIN + column * CELL.width;
  const y0 = MARGIN + row * CELL.height + (CELL.height - CELL.letter) / 2;
  return { text, box: [x0, y0, x0 + text.length * CELL.width, y0 + CELL.letter], size: CELL.letter };
}
