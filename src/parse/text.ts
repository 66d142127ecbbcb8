// Plain text → pages on a typewriter grid, so that labels, columns and tables are found by geometry as on any page.

import { groupBlocks, groupLines } from '../document/layout/group-lines.ts';
import type { Page, Word } from '../document/parsed-document.ts';
import { SheafError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';

/** Points of one character cell; letters are lower than the cell, so that lines do not touch. */
const CELL = { width: 6, height: 12, letter: 10 };
/** Height of a sheet to its width, ISO 216. */
const SHEET = Math.SQRT2;
const MARGIN = 36;
const TAB_COLUMNS = 8;
/** A longer file without form feeds is cut into pages of so many lines. */
const LINES_PER_PAGE = 600;
/** Prose lines longer than this are wrapped; lines with column gaps are tables and stay, unless they pass the second limit. */
const PROSE_COLUMNS = 160;
const TABLE_COLUMNS = 600;
const WRAP_COLUMNS = 110;

/** Any encoding, any line ends; pages end at form feeds. Never throws on content, except `file.empty` for white space alone. */
export async function parseText(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const { maxTextBytes, maxPages } = context.limits;
  const cut = bytes.length > maxTextBytes;
  const decoded = decodeText(cut ? bytes.subarray(0, maxTextBytes) : bytes);
  if (cut) context.warn({ code: 'text.cut', message: `Only the first ${maxTextBytes} bytes of the text were read.` });
  if (decoded.replaced > 0) {
    const message = `${decoded.replaced} broken characters were replaced.`;
    context.warn({ code: 'text.encoding', message });
  }
  if (decoded.text.trim() === '') throw new SheafError('file.empty', 'The file holds nothing but white space');
  const sheets = splitPages(decoded.text);
  if (sheets.length > maxPages) {
    context.warn({ code: 'pages.cut', message: `Only the first ${maxPages} of ${sheets.length} pages were read.` });
  }
  const pages = sheets.slice(0, maxPages).map((lines, i) => layPage(lines, i + 1, context));
  return { format: 'text', pageCount: sheets.length, pages, metadata: {}, attachments: [] };
}

function splitPages(text: string): string[][] {
  const sheets: string[][] = [];
  for (const sheet of text.replace(/\f\s*$/, '').split('\f')) {
    const lines = sheet.split(/\r\n|[\n\r\v\u0085\u2028\u2029]/).flatMap((line) => wrapLine(expandTabs(line)));
    for (let i = 0; i < Math.max(1, lines.length); i += LINES_PER_PAGE) sheets.push(lines.slice(i, i + LINES_PER_PAGE));
  }
  return sheets;
}

/** Tabs to spaces up to the next stop; other white space and control characters to one space each. */
function expandTabs(line: string): string {
  let out = '';
  let start = 0;
  for (let tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
    out += line.slice(start, tab);
    out += ' '.repeat(TAB_COLUMNS - (out.length % TAB_COLUMNS));
    start = tab + 1;
  }
  return (out + line.slice(start)).replace(/[\s\p{Cc}]/gu, ' ').trimEnd();
}

function wrapLine(line: string): string[] {
  if (line.length <= PROSE_COLUMNS) return [line];
  if (line.length <= TABLE_COLUMNS && / {3,}\S/.test(line.trimStart())) return [line];
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

function layPage(lines: readonly string[], number: number, context: ParseContext): Page {
  const words: Word[] = [];
  let columns = 80;
  for (const [row, line] of lines.entries()) {
    columns = Math.max(columns, line.length);
    for (const match of line.matchAll(/\S+/g)) {
      if (words.length === context.limits.maxWordsPerPage) break;
      words.push(placeWord(match[0], match.index, row));
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
    height: Math.max(2 * MARGIN + lines.length * CELL.height, Math.round(width * SHEET)),
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
