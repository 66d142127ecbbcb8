// Model numbers, part numbers, document numbers: words that name one thing among all of its kind.

import { remembered } from './remembered.ts';
import { foldText } from './words.ts';

const codePattern = /[a-z0-9]+(?:[-/._][a-z0-9]+)*/g;
const MIN_CHARS = 4;
const MIN_DIGITS_ALONE = 5;
/** What is measured, counted or standard is no name: `16gb`, `1080p`, `3d`, `2.5mm`, `4x`, `802.11n`. */
const measured = /^\d{1,4}(?:[.,]\d+)?-?[a-z]{1,5}$/;
const numbered = /^(?:\d+[-/._])+\d+$/;
const ordinary = /^[a-z]+(?:[-/._][a-z]+)*[-/._]\d{1,2}$|^\d{1,4}[a-z]{0,2}[-/._][a-z]{4,}(?:[-/._][a-z]+)*$/;

/** Codes without their separators, each once, in order. */
export const codesIn = remembered((text: string): readonly string[] => {
  const found = new Set<string>();
  for (const [word] of foldText(text).matchAll(codePattern)) if (isCode(word)) found.add(word.replace(/[-/._]/g, ''));
  return [...found];
});

function isCode(word: string): boolean {
  const bare = word.replace(/[-/._]/g, '');
  const digits = bare.replace(/\D/g, '').length;
  if (bare.length < MIN_CHARS || digits === 0) return false;
  if (digits === bare.length) return digits >= MIN_DIGITS_ALONE && !numbered.test(word);
  return !measured.test(word) && !ordinary.test(word);
}

const lookalikes: Readonly<Record<string, string>> = {
  o: '0',
  q: '0',
  d: '0',
  i: '1',
  l: '1',
  s: '5',
  z: '2',
  b: '8',
  g: '6',
};

/** What a scan confuses becomes the same: `INV-O1S` and `inv-015`. */
export const scanned = remembered((code: string): string =>
  foldText(code)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/[oqdilszbg]/g, (char) => lookalikes[char] ?? char),
);

/** Of two codes without separators: 1 the same, less the more they differ, 0 nothing in common. */
export function codeLikeness(left: string, right: string): number {
  if (left === right) return 1;
  if (scanned(left) === scanned(right)) return 0.97;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  // A variant of it, or the same with the maker's prefix.
  if (short.length >= MIN_CHARS && (long.startsWith(short) || long.endsWith(short))) {
    return 0.7 + 0.25 * (short.length / long.length);
  }
  const shared = commonStart(left, right) / Math.max(left.length, right.length);
  return 0.5 * shared;
}

function commonStart(left: string, right: string): number {
  let i = 0;
  while (i < left.length && left[i] === right[i]) i++;
  return i;
}
