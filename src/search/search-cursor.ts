// Where the next page goes on: what was there when the search began, without what was shown. So a page never repeats an item,
// and none that was put in meanwhile moves the others.

import { SheafError } from '../errors.ts';

export interface SearchCursor {
  /** Collection → numbers from this one on came later. */
  bounds: Map<number, number>;
  /** Collection → numbers of items that were shown. */
  shown: Map<number, Set<number>>;
}

/** Deeper than this nobody reads, and what comes is no better than chance. */
export const MOST_SHOWN = 500;

export function writeCursor({ bounds, shown }: SearchCursor): string {
  const parts = [...bounds].map(([collection, bound]) => [
    collection,
    bound,
    ...differences([...(shown.get(collection) ?? [])].sort((a, b) => a - b)),
  ]);
  return Buffer.from(parts.map((part) => part.map((n) => n.toString(36)).join(',')).join(';')).toString('base64url');
}

/** Throws `search.cursor-invalid`. What it says is believed only of items that the caller may see anyway. */
export function readCursor(text: string): SearchCursor {
  const cursor: SearchCursor = { bounds: new Map(), shown: new Map() };
  const plain = text.length > 20_000 ? '' : Buffer.from(text, 'base64url').toString('latin1');
  if (!/^[0-9a-z]{1,7}(,[0-9a-z]{1,7})+(;[0-9a-z]{1,7}(,[0-9a-z]{1,7})+)*$/.test(plain)) {
    throw new SheafError('search.cursor-invalid');
  }
  for (const part of plain.split(';')) {
    const [collection, bound, ...steps] = part.split(',').map((n) => Number.parseInt(n, 36));
    let number = 0;
    cursor.bounds.set(collection!, bound!);
    cursor.shown.set(collection!, new Set(steps.map((step) => (number += step))));
  }
  return cursor;
}

const differences = (sorted: readonly number[]): number[] =>
  sorted.map((number, index) => number - (sorted[index - 1] ?? 0));
