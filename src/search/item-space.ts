// The items of a collection as arrays that run in parallel: their numbers, growing, and masks and scores in the same order.

import { BLOCK_SIZE, countPostings, eachBlock, eachPosting, type IndexRow } from './postings.ts';
import type { ScoreTable } from './score-words.ts';

/** 1 = yes, in the order of the items. */
export type Mask = Uint8Array;

export interface ItemSpace {
  collection: number;
  /** Number of the first passage of each item. */
  numbers: Uint32Array;
  /** Behind the last passage of the last item. */
  end: number;
  /** Which may be found at all. */
  open: Mask;
  /** Filter → which pass it. */
  filters: Map<string, Mask>;
}

/** Numbers that the index holds under one or several terms, growing, each once. */
export function numbersOf(rows: readonly IndexRow[]): Uint32Array {
  const blocks: IndexRow[] = [];
  eachBlock(rows, (block, entries) => blocks.push({ block, entries }));
  blocks.sort((a, b) => a.block - b.block);
  const all = new Uint32Array(blocks.reduce((sum, { entries }) => sum + countPostings(entries), 0));
  let end = 0;
  let last = -1;
  let grows = true;
  for (const { block, entries } of blocks) {
    eachPosting(entries, (place) => {
      const number = block * BLOCK_SIZE + place;
      grows &&= number > last;
      last = number;
      all[end] = number;
      end += 1;
    });
  }
  // As a rule they do: items are put in one after the other.
  if (grows) return all;
  all.sort();
  let kept = 0;
  for (let at = 0; at < end; at += 1) {
    if (at > 0 && all[at] === all[kept - 1]) continue;
    all[kept] = all[at]!;
    kept += 1;
  }
  return all.subarray(0, kept);
}

/** Place of the item that a passage belongs to: the last one that begins at or before it; -1 when there is none. */
export function placeOfPassage({ numbers }: Pick<ItemSpace, 'numbers'>, passage: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= passage) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** Place of an item by its number; -1 when there is no such one. */
export function placeOfItem(space: Pick<ItemSpace, 'numbers'>, number: number): number {
  const place = placeOfPassage(space, number);
  return place >= 0 && space.numbers[place] === number ? place : -1;
}

/** Which items these rows of the index name, by their own numbers. */
export function maskOfItems(space: Pick<ItemSpace, 'numbers'>, rows: readonly IndexRow[]): Mask {
  const mask = new Uint8Array(space.numbers.length);
  eachBlock(rows, (block, entries) => {
    eachPosting(entries, (at) => {
      const place = placeOfItem(space, block * BLOCK_SIZE + at);
      if (place >= 0) mask[place] = 1;
    });
  });
  return mask;
}

/** Which may be found and pass all filters, or all but one. */
export function passing({ open, filters }: ItemSpace, except?: string): Mask {
  const mask = open.slice();
  for (const [name, filter] of filters) {
    if (name === except) continue;
    for (let place = 0; place < mask.length; place += 1) mask[place]! &= filter[place]!;
  }
  return mask;
}

/** Of each item the score of its best passage. */
export function bestOfItems(space: ItemSpace, table: ScoreTable): Float32Array {
  const best = new Float32Array(space.numbers.length);
  for (const { collection, block, scores } of table.blocks.values()) {
    if (collection !== space.collection) continue;
    const from = block * BLOCK_SIZE;
    let place = placeOfPassage(space, from);
    for (let at = 0; at < BLOCK_SIZE; at += 1) {
      const score = scores[at]!;
      if (score === 0) continue;
      while (place + 1 < space.numbers.length && space.numbers[place + 1]! <= from + at) place += 1;
      if (place >= 0 && score > best[place]!) best[place] = score;
    }
  }
  return best;
}

/** Places of the highest scores above zero, best first; of equals the earlier. A heap of `most` whose root is the worst. */
export function highest(scores: Float32Array, mask: Mask, most: number): number[] {
  const heap: number[] = [];
  const worse = (a: number, b: number): boolean => scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
  for (let place = 0; place < scores.length; place += 1) {
    if (scores[place] === 0 || mask[place] === 0) continue;
    if (heap.length < most) {
      heap.push(place);
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!worse(heap[at]!, heap[parent]!)) break;
        [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
        at = parent;
      }
    } else if (worse(heap[0]!, place)) {
      heap[0] = place;
      for (let at = 0; ; ) {
        let child = 2 * at + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && worse(heap[child + 1]!, heap[child]!)) child += 1;
        if (!worse(heap[child]!, heap[at]!)) break;
        [heap[at], heap[child]] = [heap[child]!, heap[at]!];
        at = child;
      }
    }
  }
  return heap.sort((a, b) => scores[b]! - scores[a]! || a - b);
}
