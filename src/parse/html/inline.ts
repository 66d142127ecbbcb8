// Running text of one block: words with styles, broken into lines of a width, placed on the page.

import type { Word } from '../../document/parsed-document.ts';
import { type Frame, gapOf, heldWidth, type InlineItem, type InlineWord, widthOf } from './inline-item.ts';
import { isBlock, styleOf } from './style.ts';
import { placeTabbed } from './tabs.ts';
import type { TextStyle } from './text-style.ts';
import type { HtmlElement } from './tree.ts';

/** Height of a line, in font sizes. */
const LINE = 1.2;
/** One no-break space, plain, narrow or as wide as a figure: "32 760,00" stays on one line. */
const NO_BREAK = /^[\u00a0\u202f\u2007]$/u;
/** Thousands with plain spaces, and a number with its currency: parted over two lines they would read as two amounts. */
const NUMBER_HEAD = /^[-−+(]?(?:\p{Sc}|[A-Z]{3})?\d{1,3}$|^\d{3}$/u;
const NUMBER_TAIL = /^\d{3}(?:[.,]\d+)?[)%]?$/;
const CURRENCY = /^(?:\p{Sc}|[A-Z]{3}|zł|kr|Kč|Ft)$/u;

/** Collects the inline content of `nodes`, which hold no blocks. */
export function collectInline(nodes: readonly (HtmlElement | string)[], style: TextStyle): InlineItem[] {
  const items: InlineItem[] = [];
  const state: Pending = { space: 0, tabs: 0 };
  for (const node of nodes) addInline(node, style, items, state);
  return items;
}

/** What stands before the next word. */
interface Pending {
  space: number;
  tabs: number;
  /** The space is one that no line may end at. */
  held?: boolean | undefined;
}

function addInline(node: HtmlElement | string, style: TextStyle, items: InlineItem[], state: Pending): void {
  if (typeof node === 'string') {
    addText(node, style, items, state);
    return;
  }
  if (node.name === 'br') {
    items.push('break');
    state.space = 0;
    return;
  }
  if (node.set && node.name === 'tab') {
    state.tabs++;
    state.space = 1;
    return;
  }
  const own = styleOf(node, style);
  const value = formValue(node);
  if (value !== undefined) {
    state.space = Math.max(1, state.space);
    addText(`${value} `, own, items, state);
    return;
  }
  for (const child of node.children) addInline(child, own, items, state);
  if (isBlock(node)) state.space = Math.max(1, state.space);
}

function addText(text: string, style: TextStyle, items: InlineItem[], state: Pending): void {
  for (const [part] of text.matchAll(style.preformatted ? /\r\n|[\r\n]|[^\S\r\n]+|\S+/gu : /\s+|\S+/gu)) {
    if (style.preformatted && /^[\r\n]/.test(part)) {
      items.push('break');
      state.space = 0;
    } else if (/^\s/u.test(part)) {
      // A run of no-break spaces is how old pages align columns: keep its width.
      const kept = style.preformatted ? part.replace(/\t/g, '        ').length : (part.match(/\u00a0/g)?.length ?? 0);
      state.held = state.space === 0 && NO_BREAK.test(part);
      state.space = Math.max(state.space, 1, kept);
    } else {
      const last = items.at(-1);
      if (state.space === 0 && last !== undefined && last !== 'break') last.text += part;
      else items.push(toWord(part, style, { ...state, held: state.held || isOneNumber(last, part) }));
      state.space = 0;
      state.tabs = 0;
      state.held = false;
    }
  }
}

function isOneNumber(before: InlineItem | undefined, text: string): boolean {
  if (before === undefined || before === 'break') return false;
  if (NUMBER_TAIL.test(text)) return NUMBER_HEAD.test(before.text) || CURRENCY.test(before.text);
  return CURRENCY.test(text) ? /\d[)-]?$/.test(before.text) : CURRENCY.test(before.text) && /^[-−]?\d/.test(text);
}

function toWord(text: string, style: TextStyle, { space, tabs, held }: Pending): InlineWord {
  const word: InlineWord = { text, size: style.size, bold: style.bold, gap: space, ...(held ? { held } : {}) };
  return tabs === 0 ? word : { ...word, tabs, ...(style.stops ? { stops: style.stops } : {}) };
}

/** What a form control shows. */
function formValue(node: HtmlElement): string | undefined {
  const { type = 'text', value = '' } = node.attributes;
  if (node.name === 'input') return /^(checkbox|radio|password|file|image|color|range)$/i.test(type) ? '' : value;
  if (node.name !== 'select') return undefined;
  const options = node.children.filter(
    (child): child is HtmlElement => typeof child !== 'string' && child.name === 'option',
  );
  const chosen = options.find((option) => 'selected' in option.attributes) ?? options[0];
  return chosen?.children.filter((child) => typeof child === 'string').join('') ?? '';
}

/** Places items in lines within `frame`, adds them to `words`, and gives the height used in points. */
export function placeInline(items: readonly InlineItem[], frame: Frame, words: Word[], emptyLine: number): number {
  if (items.some((item) => item !== 'break' && item.tabs)) {
    return placeTabbed(items, frame, (part, at) => placeInline(part, at, words, emptyLine));
  }
  let y = frame.y;
  let line: InlineWord[] = [];
  let width = 0;
  const flush = (forced: boolean): void => {
    if (line.length > 0) y += placeLine(line, width, { ...frame, y }, words);
    else if (forced) y += emptyLine * LINE;
    line = [];
    width = 0;
  };
  for (const [i, item] of items.entries()) {
    if (item === 'break') {
      flush(true);
      continue;
    }
    const advance = (line.length > 0 ? gapOf(item) : 0) + widthOf(item);
    const whole = item.held ? advance : advance + heldWidth(items, i);
    const needed = whole > frame.width ? advance : whole;
    if (line.length > 0 && item.gap > 0 && width + needed > frame.width) flush(false);
    width += (line.length > 0 ? gapOf(item) : 0) + widthOf(item);
    line.push(item);
  }
  flush(false);
  return y - frame.y;
}

function placeLine(line: readonly InlineWord[], width: number, frame: Frame, words: Word[]): number {
  const size = Math.max(...line.map((item) => item.size));
  const spare = Math.max(0, frame.width - width);
  let x = frame.x + (frame.align === 'right' ? spare : frame.align === 'center' ? spare / 2 : 0);
  const bottom = frame.y + size * 1.1;
  for (const [i, item] of line.entries()) {
    if (i > 0) x += gapOf(item);
    const word: Word = { text: item.text, box: [x, bottom - item.size, x + widthOf(item), bottom], size: item.size };
    if (item.bold) word.bold = true;
    words.push(word);
    x += widthOf(item);
  }
  return size * LINE;
}
