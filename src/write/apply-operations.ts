// Check → apply: accepted operations as one change. Pure; the body given stays as it is. Undoing is going back to a version
// (store/artifacts.ts): what an apply did is never guessed backwards.

import type { Json } from '../document/value.ts';
import { parsePath, type Step, valueAt } from './artifact-path.ts';
import type { Operation } from './operation.ts';

/** Paths are those of `body`; replacing goes first, then the lists, from their ends, so that no index moves under another. */
export function applyOperations(body: Json, operations: readonly Operation[]): Json {
  const result = structuredClone(body);
  const parsed = operations.map((operation) => ({ operation, steps: parsePath(operation.path)! }));
  for (const { operation, steps } of parsed) {
    if (operation.action === 'replace' || operation.action === 'reorder') put(result, steps, operation.value);
  }
  const inLists = parsed.filter(({ operation }) => operation.action === 'insert' || operation.action === 'remove');
  // A removal before an insertion at the same place; two insertions at one place in the order in which they were asked for.
  const order = ({ operation }: (typeof inLists)[number]): number => (operation.action === 'remove' ? 0 : 1);
  const ranked = inLists
    .map((one, i) => ({ ...one, i }))
    .sort((a, b) => last(b.steps) - last(a.steps) || order(a) - order(b) || b.i - a.i);
  for (const { operation, steps } of ranked) {
    const list = valueAt(result, steps.slice(0, -1));
    if (!Array.isArray(list)) continue;
    if (operation.action === 'remove') list.splice(last(steps), 1);
    else list.splice(last(steps), 0, structuredClone(operation.value));
  }
  return result;
}

const last = (steps: readonly Step[]): number => steps.at(-1) as number;

function put(body: Json, steps: readonly Step[], value: Json): void {
  const holder = valueAt(body, steps.slice(0, -1));
  const step = steps.at(-1)!;
  if (Array.isArray(holder) && typeof step === 'number' && step < holder.length) holder[step] = structuredClone(value);
  else if (holder !== null && typeof holder === 'object' && !Array.isArray(holder) && typeof step === 'string')
    holder[step] = structuredClone(value);
}
