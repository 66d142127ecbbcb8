// Text items of the PDF engine → words with boxes, whole where the engine split them, apart where letters were spaced out.

import type { TextItem, WordBox } from '@llamaindex/liteparse';
import { type Box, boxHeight, boxWidth, overlapX, overlapY, unionBox } from '../document/box.ts';
import type { Word } from '../document/parsed-document.ts';

/** Text turned by more than this many degrees from the page's axes is a watermark or a stamp: no line holds it. */
const DIAGONAL_DEGREES = 10;
/** Letters, digits: what a reader would call text. */
const USABLE = /[\p{L}\p{N}]/gu;
/** Private-use and replacement characters, and controls: glyphs nobody can name. */
const UNUSABLE = /[\uE000-\uF8FF\uFFFD\p{Cc}]|[\u{F0000}-\u{10FFFD}]/gu;

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
    const usable = item.text.match(USABLE)?.length ?? 0;
    text.usableChars += usable;
    text.charsByTurn[turn] += usable;
    text.unusableChars += item.text.match(UNUSABLE)?.length ?? 0;
    const words = turn === 90 || turn === 270 ? [sidewaysWord(item)] : wordsOfItem(item, turn === 180);
    for (const word of words) {
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

/** Sideways text in an upright page stays one piece: its words share no baseline with anything else. */
function sidewaysWord(item: TextItem): Word {
  return makeWord(clean(item.text), boxOf(item), item);
}

function wordsOfItem(item: TextItem, upsideDown: boolean): Word[] {
  const pieces = item.words ?? [];
  if (pieces.length === 0) return [makeWord(clean(item.text), boxOf(item), item)];
  const words = joinPieces(item, pieces);
  // Upside-down items come in their own reading order, right to left on this page.
  if (upsideDown) words.reverse();
  return joinSpacedLetters(words);
}

/** The engine cuts at punctuation; only white space in the item's text really parts words. */
function joinPieces(item: TextItem, pieces: readonly WordBox[]): Word[] {
  const words: Word[] = [];
  let text = '';
  let box: Box | undefined;
  let position = 0;
  for (const piece of pieces) {
    const found = item.text.indexOf(piece.text, position);
    const parted = found < 0 || /\s/.test(item.text.slice(position, found));
    if (box && parted) {
      words.push(makeWord(clean(text), box, item));
      text = '';
      box = undefined;
    }
    if (found > position && !parted) text += item.text.slice(position, found);
    text += piece.text;
    box = box ? unionBox(box, boxOf(piece)) : boxOf(piece);
    position = found < 0 ? position : found + piece.text.length;
  }
  if (box) words.push(makeWord(clean(text + trailing(item.text, position)), box, item));
  return words;
}

/** Characters after the last piece that belong to its word. */
function trailing(text: string, position: number): string {
  return /^\S*/.exec(text.slice(position))?.[0] ?? '';
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

function makeWord(text: string, box: Box, item: TextItem): Word {
  const word: Word = { text, box, size: fontSize(item, box) };
  if (isBold(item)) word.bold = true;
  return word;
}

/**
 * The stated size lacks the text matrix's scale; a word box is ascent plus descent, 1 to 1.45 of the true size.
 * Where the two disagree the box is right.
 */
function fontSize(item: TextItem, box: Box): number {
  const height = item.rotation && Math.abs(item.rotation % 180) > 45 ? boxWidth(box) : boxHeight(box);
  const stated = item.fontSize ?? 0;
  const size = stated > 0 && height >= 0.98 * stated && height <= 1.5 * stated ? stated : height / 1.15;
  return Math.round(size * 100) / 100;
}

const BOLD_NAME = /bold|black|heavy|semibd|demi(?!-?(?:light|thin))|[-,]bd\b/i;

function isBold(item: TextItem): boolean {
  return item.fontName !== undefined && BOLD_NAME.test(item.fontName);
}

function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box {
  return [round(x), round(y), round(x + width), round(y + height)];
}

const round = (n: number): number => Math.round(n * 100) / 100;

/** Control characters and private-use glyphs (bullets, mostly) are no text; soft hyphens are typesetting. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '').trim();
}

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
    overlapX(a, b) > 0.75 * Math.min(boxWidth(a), boxWidth(b)) && overlapY(a, b) > 0.75 * Math.min(boxHeight(a), boxHeight(b))
  );
}
