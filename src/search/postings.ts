// How the inverted index is written: numbers of passages in blocks of 1024, each entry three bytes.
// Two bytes hold the place in the block (10 bits) and how often the term occurs (6 bits), one the length of the text.

export const BLOCK_SIZE = 1024;
export const ENTRY_BYTES = 3;
const MOST_OCCURRENCES = 63;
/** Lengths are kept to 4.4 %: sixteen steps for each doubling. */
const STEPS = 16;
const lengths = Float32Array.from({ length: 256 }, (_, code) => 2 ** (code / STEPS) - 1);

export interface Posting {
  number: number;
  /** How often the term occurs. */
  count: number;
  /** Words of the text that it occurs in. */
  length: number;
}

export const blockOf = (number: number): number => Math.floor(number / BLOCK_SIZE);

export function encodePostings(postings: readonly Posting[]): Uint8Array {
  const bytes = new Uint8Array(postings.length * ENTRY_BYTES);
  postings.forEach(({ number, count, length }, index) => {
    const packed = ((number % BLOCK_SIZE) << 6) | Math.max(1, Math.min(MOST_OCCURRENCES, count));
    bytes[index * ENTRY_BYTES] = packed & 0xff;
    bytes[index * ENTRY_BYTES + 1] = packed >> 8;
    bytes[index * ENTRY_BYTES + 2] = Math.min(255, Math.round(STEPS * Math.log2(1 + length)));
  });
  return bytes;
}

/** Calls with the place in the block, the count and the length. */
export function eachPosting(entries: Uint8Array, call: (place: number, count: number, length: number) => void): void {
  for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) {
    const packed = entries[at]! | (entries[at + 1]! << 8);
    call(packed >> 6, packed & 0x3f, lengths[entries[at + 2]!]!);
  }
}

export const countPostings = (entries: Uint8Array): number => Math.floor(entries.length / ENTRY_BYTES);

/** What is left without these places of the block. */
export function withoutPlaces(entries: Uint8Array, gone: ReadonlySet<number>): Uint8Array {
  const kept = new Uint8Array(entries.length);
  let end = 0;
  for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) {
    if (gone.has((entries[at]! | (entries[at + 1]! << 8)) >> 6)) continue;
    kept.set(entries.subarray(at, at + ENTRY_BYTES), end);
    end += ENTRY_BYTES;
  }
  return kept.slice(0, end);
}

/** Field → term → where it occurs. */
export type NewPostings = Map<string, Map<string, Posting[]>>;

export function addPosting(postings: NewPostings, field: string, term: string, posting: Posting): void {
  const terms = postings.get(field) ?? new Map<string, Posting[]>();
  postings.set(field, terms);
  const list = terms.get(term);
  if (list) list.push(posting);
  else terms.set(term, [posting]);
}

/** Of things that are in a list or not: a number once, whatever its text. */
export const isIn = (number: number): Posting => ({ number, count: 1, length: 0 });
