// Two readings of one page made one: where they overlap the surer one stays, elsewhere they add up.

import type { OcrWord } from './engine.ts';

/** Share of the smaller box that two words must have in common to be readings of the same ink. */
const SAME_INK = 0.35;
/** A word that only the second reading has must be this sure: it also finds words in wood grain. */
const MIN_ADDED_CONFIDENCE = 0.3;

/** Words of both, in the order of the first with additions at the end. Boxes must be in the same pixels. */
export function mergeWords(first: readonly OcrWord[], second: readonly OcrWord[]): OcrWord[] {
  const groups = groupOverlaps(first, second);
  const result: OcrWord[] = [];
  const added: OcrWord[] = [];
  for (const { a, b } of groups) {
    if (b.length === 0) result.push(...a);
    else if (a.length === 0) added.push(...b.filter((word) => word.confidence >= MIN_ADDED_CONFIDENCE));
    else result.push(...(worth(b) > worth(a) ? b : a));
  }
  return [...result, ...added];
}

/** Longer and surer is better; characters of no confidence count against. */
function worth(words: readonly OcrWord[]): number {
  let sum = 0;
  for (const word of words) sum += word.text.length * (word.confidence - 0.2);
  return sum;
}

function groupOverlaps(first: readonly OcrWord[], second: readonly OcrWord[]): { a: OcrWord[]; b: OcrWord[] }[] {
  const groupOf = new Map<OcrWord, { a: OcrWord[]; b: OcrWord[] }>();
  const groups = new Set<{ a: OcrWord[]; b: OcrWord[] }>();
  for (const word of first) {
    const group = { a: [word], b: [] };
    groupOf.set(word, group);
    groups.add(group);
  }
  for (const word of second) {
    const joined = { a: [] as OcrWord[], b: [] as OcrWord[] };
    for (const other of first) {
      if (!sameInk(word, other)) continue;
      const group = groupOf.get(other)!;
      if (!groups.delete(group)) continue;
      joined.a.push(...group.a);
      joined.b.push(...group.b);
    }
    joined.b.push(word);
    for (const member of joined.a) groupOf.set(member, joined);
    groups.add(joined);
  }
  return [...groups];
}

function sameInk(p: OcrWord, q: OcrWord): boolean {
  const width = Math.min(p.x1, q.x1) - Math.max(p.x0, q.x0);
  const height = Math.min(p.y1, q.y1) - Math.max(p.y0, q.y0);
  if (width <= 0 || height <= 0) return false;
  const smaller = Math.min((p.x1 - p.x0) * (p.y1 - p.y0), (q.x1 - q.x0) * (q.y1 - q.y0));
  return width * height >= SAME_INK * smaller;
}
