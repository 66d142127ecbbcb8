// Vectors without a model: which words and parts of words a text holds, hashed to places of a vector. Alike every time and
// everywhere; it knows no meaning, so that only texts with the same words come out near each other.

import { foldText } from '../document/fold-text.ts';
import type { EmbeddingModel } from './nlp.ts';

const DIMENSION = 384;
/** Changed whenever a vector would come out otherwise. */
export const hashedModel: EmbeddingModel = { id: 'hashed-words@1', dimension: DIMENSION };

const MOST_CHARS = 8_000;
/** Parts of words stand in for word forms; a word counts as much as all its parts. */
const PART_LENGTHS = [3, 4];
const WORD = /[\p{L}\p{N}]+/gu;

/** A unit vector. */
export function embedByHashing(text: string): Float32Array {
  const vector = new Float32Array(DIMENSION);
  const counts = new Map<string, number>();
  const folded = foldText(text.slice(0, MOST_CHARS));
  for (const [word] of folded.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) {
    const weight = 1 + Math.log(count);
    add(vector, `w ${word}`, weight);
    const parts = partsOf(word);
    for (const part of parts) add(vector, `p ${part}`, weight / Math.sqrt(parts.length));
  }
  const length = Math.hypot(...vector);
  // Without a word: a direction of its own, so that the vector can be stored and compared like any other.
  if (length === 0) vector[0] = 1;
  else for (let i = 0; i < DIMENSION; i++) vector[i]! /= length;
  return vector;
}

function partsOf(word: string): string[] {
  const marked = `<${word}>`;
  return PART_LENGTHS.flatMap((length) =>
    Array.from({ length: Math.max(0, marked.length - length + 1) }, (_, at) => marked.slice(at, at + length)),
  );
}

/** Half of all words count negatively, so that what falls on one place by chance cancels out. */
function add(vector: Float32Array, key: string, weight: number): void {
  const hash = fnv1a(key);
  vector[(hash >>> 1) % DIMENSION]! += hash & 1 ? weight : -weight;
}

/** FNV-1a, with a last mix because its low bits are weak. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
