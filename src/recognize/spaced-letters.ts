// Letters spaced apart, as titles are set ("J O H N   D O E", "S ENIOR P ROJECT M ANAGER"), put together again.

import type { Line } from '../document/parsed-document.ts';

/** From this share of single letters on, a line is set so. */
const SPACED = 0.6;
const LEAST_LETTERS = 4;

/** The text with its letters together; undefined for a line that is set as usual. `least`: letters that stand alone in it. */
export function joinSpacedLetters(
  line: Line,
  { start = 0, end = line.text.length, least = LEAST_LETTERS } = {},
): string | undefined {
  const text = line.text.slice(start, end);
  if (!/(?:^|\s)\p{L}\s+\p{L}/u.test(text)) return undefined;
  return joinSingles(line, { start, end, least }) ?? joinCapitals(text);
}

/** Every letter a word of its own: the wider gaps part the words. */
function joinSingles(
  line: Line,
  { start, end, least }: { start: number; end: number; least: number },
): string | undefined {
  const words: { text: string; x0: number; x1: number }[] = [];
  let offset = 0;
  for (const { text, box } of line.words) {
    if (offset >= start && offset + text.length <= end) words.push({ text, x0: box[0], x1: box[2] });
    offset += text.length + 1;
  }
  const single = words.filter(({ text }) => /^[\p{L}\p{N}.&]$/u.test(text)).length;
  if (single < least || single < SPACED * words.length) return undefined;
  const gaps = words.slice(1).map(({ x0 }, i) => x0 - words[i]!.x1);
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(0.3 * gaps.length)]!;
  return words.reduce(
    (joined, { text }, i) => joined + (i > 0 && gaps[i - 1]! > 1.7 * usual + 0.5 ? ' ' : '') + text,
    '',
  );
}

/** Small capitals come out as a large first letter and the rest of its word. */
function joinCapitals(text: string): string | undefined {
  const words = text.split(' ');
  const heads = words.filter((word, i) => /^\p{Lu}$/u.test(word) && /^\p{Lu}{2,}\W*$/u.test(words[i + 1] ?? '')).length;
  const capitals = words.filter((word) => /^\p{Lu}+\W*$/u.test(word)).length;
  if (heads < 2 || 2 * heads < 0.6 * capitals) return undefined;
  return text.replace(/(?<!\p{L})(\p{Lu}) (?=\p{Lu}{2,}(?!\p{Ll}))/gu, '$1');
}
