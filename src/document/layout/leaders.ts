// "Subtotal ........... 120.00": the dots lead the eye from label to value and say nothing themselves.

import type { Box } from '../box.ts';
import type { Word } from '../parsed-document.ts';

const DOTS = '.·…‥';
const ALL_DOTS = /^[.·…‥]+$/;
const GLUED = /^(.*?[^.·…‥])??([.·…‥]{4,})(.*)$/;

/** Words without leaders; one that has dots grown onto it is cut free. The common case returns the same array. */
export function dropLeaders(words: readonly Word[]): readonly Word[] {
  if (!words.some((word) => isDotted(word.text))) return words;
  const kept: Word[] = [];
  for (const [i, word] of words.entries()) {
    if (ALL_DOTS.test(word.text)) {
      if (word.text.length < 4 && !inDottedRun(words, i)) kept.push(word);
      continue;
    }
    const glued = isDotted(word.text) ? GLUED.exec(word.text) : null;
    if (!glued) kept.push(word);
    else kept.push(...cutFree(word, glued[1] ?? '', glued[3] ?? ''));
  }
  return kept;
}

function isDotted(text: string): boolean {
  return (
    text.includes('....') || text.includes('…') || text.includes('····') || (text.length < 4 && ALL_DOTS.test(text))
  );
}

/** Single dots set apart, ". . . . .", are leaders in threes. */
function inDottedRun(words: readonly Word[], at: number): boolean {
  let from = at;
  let to = at;
  while (from > 0 && ALL_DOTS.test(words[from - 1]!.text)) from--;
  while (to + 1 < words.length && ALL_DOTS.test(words[to + 1]!.text)) to++;
  return to - from >= 2 || DOTS.indexOf(words[at]!.text) > 1;
}

function cutFree(word: Word, before: string, after: string): Word[] {
  const [x0, y0, x1, y1] = word.box;
  const perCharacter = (x1 - x0) / word.text.length;
  const part = (text: string, from: number): Word => {
    const box: Box = [x0 + from * perCharacter, y0, x0 + (from + text.length) * perCharacter, y1];
    return { ...word, text, box };
  };
  const parts: Word[] = [];
  if (before) parts.push(part(before, 0));
  if (after) parts.push(part(after, word.text.length - after.length));
  return parts;
}
