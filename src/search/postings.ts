// How the inverted index is written: numbers of passages in blocks of 1024, each entry three bytes.
// Two bytes hold the place in the block (10 bits) and how often the term occurs (6 bits), one the length of the text.
// A row holds one block, or once they are full several side by side: then before each stands which one and how many entries.

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

/** Of passages with this number of words, rounded as the index rounds it: by the third byte of an entry. */
export const lengthsByCode: Readonly<Float32Array> = lengths;

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

/** Blocks that one row holds, by the level of the row. */
export const ROW_SPANS = [1, 8, 64, 512] as const;
/** Key of the first row of a level: above are rows of that level, below those of the one before. Blocks stay below 2^21. */
export const firstKey = (level: number): number => level * 2 ** 24;
const levelOf = (key: number): number => Math.floor(key / 2 ** 24);
/** Block and number of entries before the entries of a block: 21 and 11 bits. */
export const HEAD_BYTES = 4;

/** Keys of all rows that may hold the block, one for each level. */
export function keysOf(block: number): number[] {
  return ROW_SPANS.map((span, level) => firstKey(level) + Math.floor(block / span));
}

/** What a row of the index says, whatever its level. */
export interface IndexRow {
  /** Its key: number of the block for rows of one. */
  block: number;
  entries: Uint8Array;
}

/** Calls with each block that these rows hold; a block may come in several parts. */
export function eachBlock<T extends IndexRow>(
  rows: readonly T[],
  call: (block: number, entries: Uint8Array, row: T) => void,
): void {
  for (const row of rows) {
    const { block: key, entries } = row;
    if (levelOf(key) === 0) {
      call(key, entries, row);
      continue;
    }
    for (let at = 0; at + HEAD_BYTES <= entries.length; ) {
      const head = ((entries[at]! << 24) | (entries[at + 1]! << 16) | (entries[at + 2]! << 8) | entries[at + 3]!) >>> 0;
      const end = at + HEAD_BYTES + (head & 0x7ff) * ENTRY_BYTES;
      call(head >>> 11, entries.subarray(at + HEAD_BYTES, end), row);
      at = end;
    }
  }
}

/** What is left of a row without these places, by block. */
export function withoutEntries(row: IndexRow, gone: ReadonlyMap<number, ReadonlySet<number>>): Uint8Array {
  const parts: Uint8Array[] = [];
  eachBlock([row], (block, entries) => {
    const places = gone.get(block);
    const left = places ? withoutPlaces(entries, places) : entries;
    if (levelOf(row.block) === 0) parts.push(left);
    else if (left.length > 0) parts.push(headOf(block, countPostings(left)), left);
  });
  return parts.length === 1 ? parts[0]! : Uint8Array.from(Buffer.concat(parts));
}

function headOf(block: number, count: number): Uint8Array {
  const head = new Uint8Array(HEAD_BYTES);
  new DataView(head.buffer).setUint32(0, block * 2 ** 11 + count);
  return head;
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
