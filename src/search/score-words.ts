// BM25 over the inverted index, exact: every passage that holds a word of the query is scored.

import { BLOCK_SIZE, countPostings, eachPosting } from './postings.ts';

/** As everywhere since TREC-3; measured on both collections, nothing near them is better on both. */
const K1 = 1.2;
const B = 0.75;

export interface TermBlock {
  collection: number;
  term: string;
  block: number;
  entries: Uint8Array;
}

/** One word of the query: terms of which any counts, the best one once. */
export interface WordGroup {
  terms: readonly string[];
  /** How much the word counts: how often it was asked, less when it was guessed. */
  weight: number;
}

export interface FieldStatistics {
  /** Texts in the field. */
  count: number;
  /** Words in all of them. */
  words: number;
}

/** Scores by collection and number; 0 = not found. */
export class ScoreTable {
  readonly blocks = new Map<number, { collection: number; block: number; scores: Float32Array }>();

  blockOf(collection: number, block: number): Float32Array {
    const key = collection * 2 ** 22 + block;
    const found = this.blocks.get(key);
    if (found) return found.scores;
    const scores = new Float32Array(BLOCK_SIZE);
    this.blocks.set(key, { collection, block, scores });
    return scores;
  }

  get(collection: number, number: number): number {
    const block = this.blocks.get(collection * 2 ** 22 + Math.floor(number / BLOCK_SIZE));
    return block ? block.scores[number % BLOCK_SIZE]! : 0;
  }
}

/** Inverse document frequency, never negative: a word that is everywhere says little, not less than nothing. */
export function rarity(found: number, count: number): number {
  const known = Math.max(count, found);
  return Math.log(1 + (known - found + 0.5) / (found + 0.5));
}

export function scoreWords(
  groups: readonly WordGroup[],
  rows: readonly TermBlock[],
  statistics: FieldStatistics,
): ScoreTable {
  const table = new ScoreTable();
  const byTerm = Map.groupBy(rows, (row) => row.term);
  const average = Math.max(1, statistics.words / Math.max(1, statistics.count));
  const best = new Float32Array(BLOCK_SIZE);
  for (const { terms, weight } of groups) {
    const found = terms.flatMap((term) => {
      const blocks = byTerm.get(term);
      if (!blocks) return [];
      const frequency = blocks.reduce((sum, row) => sum + countPostings(row.entries), 0);
      return blocks.map((row) => ({ row, gain: weight * rarity(frequency, statistics.count) }));
    });
    for (const same of Map.groupBy(found, ({ row }) => row.collection * 2 ** 22 + row.block).values()) {
      const { collection, block } = same[0]!.row;
      const scores = table.blockOf(collection, block);
      if (same.length === 1) addScores(scores, same[0]!, average);
      else {
        best.fill(0);
        for (const one of same) maxScores(best, one, average);
        for (let place = 0; place < BLOCK_SIZE; place += 1) scores[place]! += best[place]!;
      }
    }
  }
  return table;
}

interface Gain {
  row: TermBlock;
  gain: number;
}

function addScores(scores: Float32Array, { row, gain }: Gain, average: number): void {
  eachPosting(row.entries, (place, count, length) => {
    scores[place]! += gain * saturate(count, length / average);
  });
}

function maxScores(scores: Float32Array, { row, gain }: Gain, average: number): void {
  eachPosting(row.entries, (place, count, length) => {
    scores[place] = Math.max(scores[place]!, gain * saturate(count, length / average));
  });
}

/** How much an occurrence more still says, in a text of this length against the average. */
const saturate = (count: number, length: number): number => (count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
