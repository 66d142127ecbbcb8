// How much of what an engine returned is text: by its own confidence, its length, and how much ink it covers.

import type { OcrWord } from './engine.ts';
import type { Blob } from './ink.ts';
import { boxToSource, type PreparedPage } from './prepare-page.ts';

/** Words that are noise more likely than text: rules and specks read as dashes and bars. Engines give real words a zero at times. */
export function isNoise(word: OcrWord): boolean {
  const letters = word.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters === 0 ? word.confidence < 0.4 : letters === 1 && word.confidence < 0.1;
}

/** A word that is text beyond doubt: three letters or digits, read with confidence. */
export function isCertain(word: OcrWord): boolean {
  return word.confidence >= 0.75 && /[\p{L}\p{N}]{3}/u.test(word.text);
}

export function countCharacters(words: readonly OcrWord[]): number {
  return words.reduce((sum, word) => sum + word.text.length, 0);
}

/** Mean confidence 0–1, by characters; 0 without words. */
export function meanConfidence(words: readonly OcrWord[]): number {
  let sum = 0;
  let length = 0;
  for (const word of words) {
    sum += word.confidence * word.text.length;
    length += word.text.length;
  }
  return length === 0 ? 0 : sum / length;
}

/** Amount of text surely read: characters of words with two letters or digits, counted by how far confidence is above an even guess. */
export function sureText(words: readonly OcrWord[]): number {
  let sum = 0;
  for (const word of words) {
    if (!/[\p{L}\p{N}]{2}/u.test(word.text)) continue;
    sum += word.text.length * Math.max(0, word.confidence - 0.5);
  }
  return sum;
}

/** The letters of a cleaned page that lie in no word. Words in pixels of the source, upright and level. */
export function lettersLeftOver(prepared: PreparedPage, words: readonly OcrWord[]): Blob[] {
  const size = 32;
  const columns = Math.ceil(prepared.width / size) + 1;
  const cells = new Map<number, OcrWord[]>();
  for (const word of words)
    for (let r = Math.floor(word.y0 / size); r <= Math.floor(word.y1 / size); r++)
      for (let c = Math.floor(word.x0 / size); c <= Math.floor(word.x1 / size); c++) {
        const cell = cells.get(r * columns + c);
        if (cell) cell.push(word);
        else cells.set(r * columns + c, [word]);
      }
  return prepared.letters.filter((letter) => {
    const box = boxToSource(prepared, letter);
    const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
    const near = cells.get(Math.floor(y / size) * columns + Math.floor(x / size)) ?? [];
    return !near.some((w) => x >= w.x0 - 2 && x <= w.x1 + 2 && y >= w.y0 - 2 && y <= w.y1 + 2);
  });
}
