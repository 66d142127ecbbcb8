// What a process keeps in mind of the inverted index. A list holds for one state of its collection: whatever is put in raises
// `next_number`, and between two such, what is taken out lowers `item_count`. So both together name a state, for every process.

import { hiddenField } from '../../search/index-item.ts';
import type { SearchedCollection } from './collections.ts';

export interface PostingRow {
  collection: number;
  term: string;
  block: number;
  entries: Uint8Array;
}

/** Of all workspaces; lists that were asked for least lately go first. */
const MOST_BYTES = 24 * 2 ** 20;
/** A row costs so much besides its entries. */
const ROW_BYTES = 200;

interface Known {
  state: string;
  rows: readonly PostingRow[];
  bytes: number;
}

const known = new Map<string, Known>();
let total = 0;

const stateOf = ({ next_number, item_count }: SearchedCollection): string => `${next_number} ${item_count}`;
/** The id of a collection is known only to those who see it: what is kept is as hidden from others as what is stored. */
const keyOf = ({ id }: SearchedCollection, key: string): string => `${id} ${key}`;

export function recallPostings(collection: SearchedCollection, key: string): readonly PostingRow[] | undefined {
  if (collection.changing) return undefined;
  const found = known.get(keyOf(collection, key));
  if (found?.state !== stateOf(collection)) return undefined;
  known.delete(keyOf(collection, key));
  known.set(keyOf(collection, key), found);
  return found.rows;
}

export function rememberPostings(collection: SearchedCollection, key: string, rows: readonly PostingRow[]): void {
  // Hiding changes neither of the two numbers.
  if (collection.changing || key.startsWith(`${hiddenField}\u0000`)) return;
  const bytes = ROW_BYTES + rows.reduce((sum, row) => sum + ROW_BYTES + row.entries.length, 0);
  if (bytes > MOST_BYTES / 4) return;
  forget(keyOf(collection, key));
  known.set(keyOf(collection, key), { state: stateOf(collection), rows, bytes });
  total += bytes;
  for (const oldest of known.keys()) {
    if (total <= MOST_BYTES) return;
    forget(oldest);
  }
}

function forget(key: string): void {
  total -= known.get(key)?.bytes ?? 0;
  known.delete(key);
}
