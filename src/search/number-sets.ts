// Sets of numbers of collections, as the index gives them, and which item a passage belongs to.

import { BLOCK_SIZE, eachPosting } from './postings.ts';
import type { TermBlock } from './score-words.ts';

/** Numbers of one collection, growing. */
export type Numbers = Uint32Array;

/** Collection → its numbers, each once, in order. */
export function numbersOf(rows: readonly Pick<TermBlock, 'collection' | 'block' | 'entries'>[]): Map<number, Numbers> {
  const lists = new Map<number, number[]>();
  for (const { collection, block, entries } of rows) {
    let list = lists.get(collection);
    if (!list) lists.set(collection, (list = []));
    const into = list;
    eachPosting(entries, (place) => into.push(block * BLOCK_SIZE + place));
  }
  return new Map([...lists].map(([collection, list]) => [collection, Uint32Array.from(new Set(list)).sort()]));
}

export function has(numbers: Numbers | undefined, number: number): boolean {
  if (!numbers) return false;
  const at = lastUpTo(numbers, number);
  return at >= 0 && numbers[at] === number;
}

export const intersect = (a: Numbers, b: Numbers | undefined): Numbers => a.filter((number) => has(b, number));

/** The item that a passage belongs to, given the numbers of all items: the last that begins at or before it. */
export function itemOf(items: Numbers, passage: number): number {
  const at = lastUpTo(items, passage);
  return at < 0 ? passage : items[at]!;
}

function lastUpTo(numbers: Numbers, number: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= number) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
