// A tree of HTML → words on a page, the way a browser stacks blocks and sets tables side by side.

import type { Area, BlockLayout, Canvas, Needs } from './canvas.ts';
import { collectInline, placeInline } from './inline.ts';
import { measureInline } from './inline-item.ts';
import { isBlock, isSpaced, styleOf } from './style.ts';
import { layTable, measureTable } from './table.ts';
import type { TextStyle } from './text-style.ts';
import type { HtmlElement } from './tree.ts';

const INDENT = 18;
/** Space above and below a paragraph, in font sizes. */
const SPACING = 0.9;

type Node = HtmlElement | string;

/** Lays the children of `element` below each other and gives the height used. */
export function layBlock(element: HtmlElement, style: TextStyle, area: Area, canvas: Canvas): number {
  let y = area.y;
  let pending = 0;
  let number = Number.parseInt(element.attributes.start ?? '1', 10) || 1;
  for (const piece of pieces(element.children)) {
    if (canvas.words.length >= canvas.maxWords) break;
    if (Array.isArray(piece)) {
      const items = collectInline(piece, style);
      if (items.length === 0) continue;
      y += pending + placeInline(items, { ...area, y: y + pending, align: style.align }, canvas.words, style.size);
      pending = 0;
      continue;
    }
    const own = styleOf(piece, style);
    const usual = isSpaced(piece) ? own.size * SPACING : 0;
    const top = y + (y === area.y ? 0 : Math.max(pending, piece.set?.above ?? usual));
    const before = canvas.words.length;
    let height: number;
    if (piece.name === 'table') height = layTable(piece, own, { ...area, y: top }, { canvas, blocks });
    else if (piece.name === 'hr') {
      canvas.rules.push({ x0: area.x, y0: top + 3, x1: area.x + area.width, y1: top + 3 });
      height = 6;
    } else if (piece.name === 'li') {
      const mark = element.name === 'ol' ? `${number++}.` : '';
      const marked = mark === '' ? piece : { ...piece, children: [`${mark} `, ...piece.children] };
      height = layBlock(marked, own, inset(area, top), canvas);
    } else if (piece.name === 'dd' || piece.name === 'blockquote')
      height = layBlock(piece, own, inset(area, top), canvas);
    else height = layBlock(piece, own, indented(area, top, piece.set?.indent ?? 0), canvas);
    markPlace(piece, canvas, before);
    if (height === 0 && canvas.words.length === before) continue;
    y = top + height;
    pending = piece.set?.below ?? usual;
  }
  return y - area.y;
}

/** Words know where they stand in a file without pages; the innermost element tells. */
function markPlace({ set }: HtmlElement, canvas: Canvas, from: number): void {
  if (set?.locator === undefined) return;
  for (let i = from; i < canvas.words.length; i++) canvas.words[i]!.locator ??= set.locator;
}

const indented = (area: Area, y: number, indent: number): Area =>
  indent === 0 ? { ...area, y } : { x: area.x + indent, y, width: Math.max(4 * INDENT, area.width - indent) };

const inset = (area: Area, y: number): Area => ({
  x: area.x + INDENT,
  y,
  width: Math.max(INDENT, area.width - INDENT),
});

/** Runs of inline nodes, and blocks, in order. An inline element around blocks counts as one. */
function pieces(nodes: readonly Node[]): (HtmlElement | Node[])[] {
  const found: (HtmlElement | Node[])[] = [];
  for (const node of nodes) {
    if (typeof node !== 'string' && (isBlock(node) || holdsBlock(node))) found.push(node);
    else {
      const last = found.at(-1);
      if (Array.isArray(last)) last.push(node);
      else found.push([node]);
    }
  }
  return found;
}

function holdsBlock(element: HtmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string' && (isBlock(child) || holdsBlock(child)));
}

/** Widths in points that the content wants at most and needs at least. */
function measureBlock(element: HtmlElement, style: TextStyle): Needs {
  let longest = 0;
  let least = 0;
  for (const piece of pieces(element.children)) {
    const found = Array.isArray(piece)
      ? measureInline(collectInline(piece, style))
      : piece.name === 'table'
        ? measureTable(piece, styleOf(piece, style), blocks)
        : measureBlock(piece, styleOf(piece, style));
    longest = Math.max(longest, found.longest);
    least = Math.max(least, found.least);
  }
  return { longest, least };
}

const blocks: BlockLayout = { lay: layBlock, measure: measureBlock };
