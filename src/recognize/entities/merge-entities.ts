// What the model and the rules found in one text, side by side: both are candidates, and whoever reads them decides.

import type { EntitySpan } from './entity-span.ts';

/** By place; of those at one place the longer first, then by finder and label, so that the order never depends on chance. */
export function mergeEntities(...found: readonly (readonly EntitySpan[])[]): EntitySpan[] {
  return found
    .flat()
    .toSorted((a, b) => a.start - b.start || b.end - a.end || compare(a.head, b.head) || compare(a.label, b.label));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
