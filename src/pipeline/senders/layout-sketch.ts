// What stays the same between two documents of one layout: words of the first page without digits, each with the part of the line
// it begins in. Kept as a sketch, the smallest hashes, from which the share of common words can be told.

import { foldText } from '../../document/fold-text.ts';
import type { Reading } from '../reading.ts';

const SKETCH = 48;
const COLUMNS = 10;
/** Longer lines are prose, which changes from document to document. */
const LONGEST = 60;

/** Ascending hashes. */
export function layoutSketch(reading: Reading): number[] {
  return reading.derive('layout-sketch', () => {
    const page = reading.doc.pages[0];
    const hashes = new Set<number>();
    for (const line of page?.lines ?? []) {
      if (line.text.length > LONGEST) continue;
      for (const word of line.words) {
        const folded = foldText(word.text).replace(/[^\p{L}]/gu, '');
        if (folded.length < 3 || /\d/.test(word.text)) continue;
        hashes.add(hashOf(`${folded}@${Math.floor((COLUMNS * word.box[0]) / Math.max(1, page!.width))}`));
      }
    }
    return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
  });
}

/** 0–1: share of the words that two layouts have in common, of all that either has. */
export function layoutLikeness(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const smallest = [...new Set([...one, ...other])]
    .sort((a, b) => a - b)
    .slice(0, Math.max(8, Math.min(one.length, other.length)));
  const [first, second] = [new Set(one), new Set(other)];
  return smallest.filter((hash) => first.has(hash) && second.has(hash)).length / smallest.length;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
