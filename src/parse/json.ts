// A JSON file as a document: its tree for whoever knows its syntax, and a page to look at, search and quote: a line a value,
// each word with the JSON Pointer that it stands at. A value in each line (JSON Lines) is a list of them.

import { SheafError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import { jsonTree } from './json/json-tree.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';
import { parseText } from './text.ts';
import { layTypewriterPage } from './typewriter-page.ts';
import { layElements } from './xml/lay-elements.ts';

const LINES_PER_PAGE = 120;

/** What begins and ends like JSON and is none is text. Throws `file.too-large`, and `file.empty` for JSON without a value. */
export async function parseJson(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  if (bytes.length > context.limits.maxBytes) throw new SheafError('file.too-large');
  const value = readValue(decodeText(bytes).text);
  if (value === undefined) return parseText(bytes, context);
  const { maxPages } = context.limits;
  const root = jsonTree(value);
  const { rows, texts } = layElements(root, maxPages * LINES_PER_PAGE);
  if (texts === 0) throw new SheafError('file.empty', 'The JSON holds no value');
  const pageCount = Math.ceil(rows.length / LINES_PER_PAGE);
  if (rows.length === maxPages * LINES_PER_PAGE) {
    const message = `Only the first ${maxPages} pages of it are shown; its values were looked for in all of it.`;
    context.warn({ code: 'pages.cut', message });
  }
  const pages = Array.from({ length: pageCount }, (_, i) =>
    layTypewriterPage(rows.slice(i * LINES_PER_PAGE, (i + 1) * LINES_PER_PAGE), i + 1, context),
  );
  return { format: 'json', pageCount, pages, metadata: {}, attachments: [], structured: [{ name: null, root }] };
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A value a line.
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines.every((line) => /^\s*[{[]/.test(line))) return undefined;
  try {
    return lines.map((line) => JSON.parse(line) as unknown);
  } catch {
    return undefined;
  }
}
