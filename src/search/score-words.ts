// BM25 over the inverted index, exact: every passage that holds a word of the query is scored.

import { BLOCK_SIZE, countPostings, ENTRY_BYTES, eachBlock, type IndexRow, lengthsByCode } from './postings.ts';

/** As everywhere since TREC-3; measured on both collections, nothing near them is better on both. */
const K1 = 1.2;
const B = 0.75;

/** A row of the index that a word was found in. */
export interface TermRow extends IndexRow {
  collection: number;
  term: string;
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
  rows: readonly TermRow[],
  statistics: FieldStatistics,
): ScoreTable {
  const table = new ScoreTable();
  const byTerm = Map.groupBy(rows, (row) => row.term);
  const norms = normsOf(statistics);
  const best = new Float32Array(BLOCK_SIZE);
  for (const { terms, weight } of groups) {
    const found = terms.flatMap((term) => {
      const some = byTerm.get(term);
      if (!some) return [];
      const blocks = blocksOf(some);
      const frequency = blocks.reduce((sum, { entries }) => sum + countPostings(entries), 0);
      return [{ blocks, gain: weight * rarity(frequency, statistics.count) }];
    });
    if (found.length === 1) {
      const { blocks, gain } = found[0]!;
      for (const { collection, block, entries } of blocks) {
        addScores(table.blockOf(collection, block), { entries, gain, norms });
      }
      continue;
    }
    const gains = found.flatMap(({ blocks, gain }) => blocks.map((block) => ({ ...block, gain, norms })));
    for (const same of Map.groupBy(gains, ({ collection, block }) => collection * 2 ** 22 + block).values()) {
      const scores = table.blockOf(same[0]!.collection, same[0]!.block);
      best.fill(0);
      for (const one of same) maxScores(best, one);
      for (let place = 0; place < BLOCK_SIZE; place += 1) scores[place]! += best[place]!;
    }
  }
  return table;
}

interface Block extends IndexRow {
  collection: number;
}

function blocksOf(rows: readonly TermRow[]): Block[] {
  const blocks: Block[] = [];
  eachBlock(rows, (block, entries, { collection }) => blocks.push({ collection, block, entries }));
  return blocks;
}

/** What the length of a text adds to the count below the line, by the code of the length: a longer one has any word more often. */
function normsOf({ words, count }: FieldStatistics): Float64Array {
  const average = Math.max(1, words / Math.max(1, count));
  return Float64Array.from(lengthsByCode, (length) => K1 * (1 - B + B * (length / average)));
}

interface Gain {
  entries: Uint8Array;
  gain: number;
  norms: Float64Array;
}

/** Every entry of every word that is asked for comes through here, or through the next one: they read the bytes themselves. */
function addScores(scores: Float32Array, { entries, gain, norms }: Gain): void {
  for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) {
    const packed = entries[at]! | (entries[at + 1]! << 8);
    const count = packed & 0x3f;
    scores[packed >> 6]! += gain * ((count * (K1 + 1)) / (count + norms[entries[at + 2]!]!));
  }
}

function maxScores(scores: Float32Array, { entries, gain, norms }: Gain): void {
  for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) {
    const packed = entries[at]! | (entries[at + 1]! << 8);
    const count = packed & 0x3f;
    const score = gain * ((count * (K1 + 1)) / (count + norms[entries[at + 2]!]!));
    if (score > scores[packed >> 6]!) scores[packed >> 6] = score;
  }
}
