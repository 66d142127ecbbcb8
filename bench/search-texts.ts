// Passages and queries for measuring search: words by Zipf's law with Mandelbrot's shift, vectors in clusters. From a seed,
// so that every run measures the same.

export interface BenchPassage {
  text: string;
  vector: Float32Array;
}

const VOCABULARY = 40_000;
/** Flattens the head: without it the first words would stand in every passage, which stop words do, and they are not kept. */
const SHIFT = 12;
const CLUSTERS = 3000;

export function makeSearchTexts(seed: number, dimension: number) {
  const random = randomFrom(seed);
  const words = Array.from({ length: VOCABULARY }, (_, rank) => pseudoWord(rank));
  const sums = new Float64Array(VOCABULARY);
  let total = 0;
  for (let rank = 0; rank < VOCABULARY; rank += 1) {
    total += 1 / (rank + SHIFT);
    sums[rank] = total;
  }
  const centers = Array.from({ length: CLUSTERS }, () => randomVector(random, dimension));
  const pickWord = (): string => {
    const wanted = random() * total;
    let low = 0;
    let high = VOCABULARY - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low]!;
  };
  const pickVector = (): Float32Array => {
    const a = centers[Math.floor(random() * CLUSTERS)]!;
    const b = centers[Math.floor(random() * CLUSTERS)]!;
    const noise = randomVector(random, dimension);
    return unit(Float32Array.from(a, (value, at) => 0.7 * value + 0.35 * b[at]! + 0.6 * noise[at]!));
  };
  return {
    passage(): BenchPassage {
      const length = 25 + Math.floor(random() * 40);
      return { text: Array.from({ length }, pickWord).join(' '), vector: pickVector() };
    },
    /** Two to six words, as people type them. */
    query(): BenchPassage {
      const length = 2 + Math.floor(random() * 5);
      return { text: Array.from({ length }, pickWord).join(' '), vector: pickVector() };
    },
  };
}

function pseudoWord(rank: number): string {
  const onsets = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'w', 'st', 'tr', 'pl', 'gr'];
  const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou', 'ee'];
  let word = '';
  let rest = rank + 7;
  while (rest > 0) {
    word += onsets[rest % onsets.length]!;
    rest = Math.floor(rest / onsets.length);
    word += vowels[rest % vowels.length]!;
    rest = Math.floor(rest / vowels.length);
  }
  return `${word}n`;
}

function randomVector(random: () => number, dimension: number): Float32Array {
  // The sum of three is near enough to a bell.
  return unit(Float32Array.from({ length: dimension }, () => random() + random() + random() - 1.5));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
