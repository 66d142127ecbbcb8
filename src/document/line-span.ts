// From a character span of a line's text back to the words, and so to a box on the page.

import { type Box, unionBox } from './box.ts';
import type { Line, Word } from './parsed-document.ts';
import type { Evidence } from './value.ts';

/** Words of `line` that [start, end) of `line.text` touches. */
export function wordsOfSpan(line: Line, start: number, end: number): Word[] {
  const hit: Word[] = [];
  let offset = 0;
  for (const word of line.words) {
    const wordEnd = offset + word.text.length;
    if (wordEnd > start && offset < end) hit.push(word);
    if (wordEnd >= end) break;
    offset = wordEnd + 1;
  }
  return hit;
}

/** Box of [start, end) of `line.text`; inside a word it is cut in proportion to its characters. */
export function boxOfSpan(line: Line, start: number, end: number): Box {
  let box: Box | undefined;
  let offset = 0;
  for (const word of line.words) {
    const wordEnd = offset + word.text.length;
    if (wordEnd > start && offset < end) {
      const part = cutWord(word, Math.max(0, start - offset), Math.min(word.text.length, end - offset));
      box = box ? unionBox(box, part) : part;
    }
    if (wordEnd >= end) break;
    offset = wordEnd + 1;
  }
  return box ?? line.box;
}

function cutWord(word: Word, from: number, to: number): Box {
  if (from === 0 && to === word.text.length) return word.box;
  const [x0, y0, x1, y1] = word.box;
  const perCharacter = (x1 - x0) / Math.max(1, word.text.length);
  return [x0 + from * perCharacter, y0, x0 + to * perCharacter, y1];
}

export function evidenceOfSpan(line: Line, start = 0, end = line.text.length): Evidence {
  const evidence: Evidence = { page: line.page, box: boxOfSpan(line, start, end), text: line.text.slice(start, end) };
  const locator = wordsOfSpan(line, start, end).find((word) => word.locator !== undefined)?.locator;
  return locator === undefined ? evidence : { ...evidence, locator };
}
