// Text items of the PDF engine → words with boxes, whole where the engine split them, apart where letters were spaced out.

import type { TextItem, WordBox } from '@llamaindex/liteparse';
import { type Box, boxHeight, boxWidth, overlapX, overlapY, unionBox } from '../document/box.ts';
import type { Word } from '../document/parsed-document.ts';

/** Text turned by more than this many degrees from the page's axes is a watermark or a stamp: no line holds it. */
const DIAGONAL_DEGREES = 10;
export interface PageText {
  words: Word[];
  /** Letters and digits. */
  usableChars: number;
  /** Characters without meaning. */
  unusableChars: number;
  /** Letters and digits by the turn they stand in, degrees clockwise. */
  charsByTurn: Record<0 | 90 | 180 | 270, number>;
}

export interface PageSize {
  width: number;
  height: number;
}

/** Words of one page, without duplicates, watermarks, and what lies off the page. */
export function collectWords(items: readonly TextItem[], page: PageSize, maxWords: number): PageText {
  const text: PageText = {
    words: [],
    usableChars: 0,
    unusableChars: 0,
    charsByTurn: { 0: 0, 90: 0, 180: 0, 270: 0 },
  };
  const seen = new Map<string, Box[]>();
  for (const item of items) {
    if (text.words.length >= maxWords) break;
    const turn = turnOf(item.rotation ?? 0);
    if (turn === undefined) continue;
    const before = text.usableChars;
    countChars(item.text, text);
    text.charsByTurn[turn] += text.usableChars - before;
    for (const word of wordsOfItem(item, turn)) {
      if (word.text && !isOffPage(word.box, page) && !isRepeated(word, seen)) text.words.push(word);
    }
  }
  return text;
}

function turnOf(degrees: number): 0 | 90 | 180 | 270 | undefined {
  const turn = (Math.round(degrees / 90) * 90) as 0 | 90 | 180 | 270;
  if (Math.abs(degrees - turn) > DIAGONAL_DEGREES) return undefined;
  return (((turn % 360) + 360) % 360) as 0 | 90 | 180 | 270;
}

/** Counts what a reader would call text, and glyphs nobody can name. One pass by code: this runs on every character. */
function countChars(text: string, counts: Pick<PageText, 'usableChars' | 'unusableChars'>): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      const letter = code | 0x20;
      if ((letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39)) counts.usableChars++;
      else if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) counts.unusableChars++;
    } else if ((code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd || code < 0xa0) counts.unusableChars++;
    else if (code >= 0xc0 && (code < 0x2000 || code > 0x2bff)) counts.usableChars++;
  }
}

function wordsOfItem(item: TextItem, turn: 0 | 90 | 180 | 270): Word[] {
  const style = styleOf(item, turn);
  const pieces = item.words ?? [];
  // Sideways text in an upright page stays one piece: its words share no baseline with anything else.
  if (pieces.length === 0 || turn === 90 || turn === 270) return [makeWord(item.text, boxOf(item), style)];
  const words = joinPieces(item.text, pieces, style);
  // Upside-down items come in their own reading order, right to left on this page.
  if (turn === 180) words.reverse();
  return joinSpacedLetters(words);
}

/** The engine cuts at punctuation; only white space in the item's text really parts words. */
function joinPieces(whole: string, pieces: readonly WordBox[], style: Style): Word[] {
  const words: Word[] = [];
  let text = '';
  let box: Box | undefined;
  let position = 0;
  for (const piece of pieces) {
    const found = whole.indexOf(piece.text, position);
    const parted = found < 0 || (found > position && /\s/.test(whole.slice(position, found)));
    if (box && parted) {
      words.push(makeWord(text, box, style));
      text = '';
      box = undefined;
    }
    if (found > position && !parted) text += whole.slice(position, found);
    text += piece.text;
    box = box ? unionBox(box, boxOf(piece)) : boxOf(piece);
    position = found < 0 ? position : found + piece.text.length;
  }
  if (box) words.push(makeWord(text + trailing(whole, position), box, style));
  return words;
}

/** Characters after the last piece that belong to its word. */
function trailing(text: string, position: number): string {
  return position < text.length ? (/^\S*/.exec(text.slice(position))?.[0] ?? '') : '';
}

/**
 * "R E C H N U N G" is one word with its letters set apart. Four single characters in a row, letters among them,
 * are joined; a gap well above the usual one stays a gap. Digits alone stay apart: they may be columns.
 */
function joinSpacedLetters(words: Word[]): Word[] {
  if (words.length < 4) return words;
  const joined: Word[] = [];
  for (let i = 0; i < words.length; ) {
    let end = i;
    while (end < words.length && isSingle(words[end]!.text)) end++;
    const run = words.slice(i, end);
    if (run.length >= 4 && run.filter((w) => /\p{L}/u.test(w.text)).length >= 0.6 * run.length) {
      joined.push(...joinRun(run));
      i = end;
    } else if (run.length > 0) {
      joined.push(...run);
      i = end;
    } else joined.push(words[i++]!);
  }
  return joined;
}

function isSingle(text: string): boolean {
  return text.length === 1 || (text.length === 2 && [...text].length === 1);
}

function joinRun(run: Word[]): Word[] {
  const gaps = run.slice(1).map((word, i) => word.box[0] - run[i]!.box[2]);
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1]!;
  const words: Word[] = [{ ...run[0]! }];
  for (const [i, word] of run.slice(1).entries()) {
    const last = words.at(-1)!;
    if (gaps[i]! > 1.8 * usual + 1) words.push({ ...word });
    else {
      last.text += word.text;
      last.box = unionBox(last.box, word.box);
    }
  }
  return words;
}

interface Style {
  size: number;
  bold: boolean;
}

function makeWord(text: string, box: Box, style: Style): Word {
  const word: Word = { text: clean(text), box, size: style.size };
  if (style.bold) word.bold = true;
  return word;
}

/**
 * The stated size lacks the text matrix's scale; an item's box is ascent plus descent, 1 to 1.45 of the true size.
 * Where the two disagree the box is right.
 */
function styleOf(item: TextItem, turn: 0 | 90 | 180 | 270): Style {
  const height = turn === 90 || turn === 270 ? item.width : item.height;
  const stated = item.fontSize ?? 0;
  const fits = stated > 0 && height >= 0.98 * stated && height <= 1.5 * stated;
  return { size: round(fits ? stated : height / 1.15), bold: isBold(item.fontName) };
}

const BOLD_NAME = /bold|black|heavy|semibd|demi(?!-?(?:light|thin))|[-,]bd\b/i;

const boldByFont = new Map<string, boolean>();

function isBold(fontName: string | undefined): boolean {
  if (fontName === undefined) return false;
  let bold = boldByFont.get(fontName);
  if (bold === undefined) {
    if (boldByFont.size > 1000) boldByFont.clear();
    bold = BOLD_NAME.test(fontName);
    boldByFont.set(fontName, bold);
  }
  return bold;
}

function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box {
  return [round(x), round(y), round(x + width), round(y + height)];
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** Control characters and soft hyphens are typesetting, private-use glyphs (bullets, mostly) no text. */
function clean(text: string): string {
  return PLAIN.test(text) ? text : text.replace(/[\p{Cc}\p{Co}\u00AD]/gu, '').trim();
}

const PLAIN = /^[!-~]+$/;

function isOffPage(box: Box, page: PageSize): boolean {
  return box[2] <= 0 || box[3] <= 0 || box[0] >= page.width || box[1] >= page.height;
}

/** Fake bold and shadows print the same word twice, a hair apart. */
function isRepeated(word: Word, seen: Map<string, Box[]>): boolean {
  const boxes = seen.get(word.text);
  if (!boxes) {
    seen.set(word.text, [word.box]);
    return false;
  }
  if (boxes.some((box) => coversMost(box, word.box))) return true;
  boxes.push(word.box);
  return false;
}

function coversMost(a: Box, b: Box): boolean {
  return (
    overlapX(a, b) > 0.75 * Math.min(boxWidth(a), boxWidth(b)) &&
    overlapY(a, b) > 0.75 * Math.min(boxHeight(a), boxHeight(b))
  );
}
