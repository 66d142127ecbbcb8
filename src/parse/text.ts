// Plain text → pages on a typewriter grid, so that labels, columns and tables are found by geometry as on any page.

import { SheafError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';
import { layTypewriterPage, wrapWords } from './typewriter-page.ts';

const TAB_COLUMNS = 8;
/** A longer file without form feeds is cut into pages of so many lines. */
const LINES_PER_PAGE = 600;
/** Prose lines longer than this are wrapped; lines with column gaps are tables and stay, unless they pass the second limit. */
const PROSE_COLUMNS = 160;
const TABLE_COLUMNS = 600;

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
  const pages = sheets.slice(0, maxPages).map((lines, i) =>
    layTypewriterPage(
      lines.map((text) => [{ column: 0, text }]),
      i + 1,
      context,
    ),
  );
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
  return wrapWords(line);
}
