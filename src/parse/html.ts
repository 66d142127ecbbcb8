// HTML → one page as a browser would lay it out, near enough that labels, columns and tables stand where they belong.

import { cutHidden } from '../document/hidden-text.ts';
import { groupBlocks, groupLines } from '../document/layout/group-lines.ts';
import { SheafError } from '../errors.ts';
import { decodeMarkup } from './decode-markup.ts';
import type { Canvas } from './html/canvas.ts';
import { layBlock } from './html/layout.ts';
import { readLinkedData } from './html/linked-data.ts';
import { baseStyle } from './html/style.ts';
import { buildTree } from './html/tree.ts';
import type { ParseContext, ParsedParts } from './parse-context.ts';

const PAGE_WIDTH = 612;
const MARGIN = 36;

/** Scripts do not run, nothing is fetched, what is hidden is left out. The page is as long as its content. Throws `file.too-large`. */
export async function parseHtml(bytes: Uint8Array, context: ParseContext): Promise<ParsedParts> {
  const { maxTextBytes, maxWordsPerPage } = context.limits;
  if (bytes.length > maxTextBytes) throw new SheafError('file.too-large', 'The HTML file is larger than the limit');
  const tree = buildTree(decodeMarkup(bytes));
  const canvas: Canvas = { words: [], tables: [], rules: [], maxWords: maxWordsPerPage };
  const area = { x: MARGIN, y: MARGIN, width: PAGE_WIDTH - 2 * MARGIN };
  const height = layBlock(tree.root, baseStyle, area, canvas) + 2 * MARGIN;
  if (tree.cut)
    context.warn({ code: 'markup.cut', message: 'The page has more or deeper elements than the limit allows.' });
  if (canvas.words.length >= maxWordsPerPage) {
    context.warn({ code: 'words.cut', message: `Only the first ${maxWordsPerPage} words were kept.`, page: 1 });
  }
  const words = canvas.words.slice(0, maxWordsPerPage);
  const lines = groupLines(words, 1, { rules: canvas.rules });
  const structured = readLinkedData(tree.linkedData, context);
  const width = words.reduce((most, word) => Math.max(most, word.box[2] + MARGIN), PAGE_WIDTH);
  return {
    format: 'html',
    pageCount: 1,
    pages: [
      {
        number: 1,
        width,
        // A short page stands at the top of a sheet, as in parse/text.ts.
        height: Math.max(height, Math.round(width * Math.SQRT2)),
        source: words.length > 0 ? 'text' : 'none',
        rotation: 0,
        lines,
        blocks: groupBlocks(lines, 1),
        tables: canvas.tables,
        images: [],
        rules: canvas.rules,
      },
    ],
    metadata: {
      ...(tree.title ? { title: tree.title } : {}),
      ...(tree.author ? { author: tree.author } : {}),
      ...(tree.generator ? { producer: tree.generator } : {}),
    },
    attachments: [],
    ...(structured.length > 0 ? { structured } : {}),
    // Where it would stand nobody knows: it was never laid out.
    hidden: tree.hidden.map(({ kind, text }) => ({ kind, page: 1, box: [0, 0, 0, 0], text: cutHidden(text) })),
  };
}
