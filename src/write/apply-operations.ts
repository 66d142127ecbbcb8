// Check → apply: accepted operations as one change. Pure; the body given stays as it is. Undoing is going back to a version
// (store/artifacts.ts): what an apply did is never guessed backwards.

import type { Json } from '../document/value.ts';
import { parsePath, type Step, sameJson, valueAt } from './artifact-path.ts';
import type { Operation } from './operation.ts';

/**
 * Paths are those of `body`: replacing goes first, then the lists, inner before outer and each from its end, so that no index moves
 * under another. A new order is one of places: what was replaced or removed meanwhile goes where its original was to go.
 */
export function applyOperations(body: Json, operations: readonly Operation[]): Json {
  const result = structuredClone(body);
  const parsed = operations.map((operation) => ({ operation, steps: parsePath(operation.path)! }));
  for (const { operation, steps } of parsed) {
    if (operation.action === 'replace') put(result, steps, operation.value);
  }
  const removed = parsed
    .filter(({ operation }) => operation.action === 'remove')
    .map(({ operation }) => operation.path);
  const reordered = new Set(parsed.flatMap(({ operation: { action, path } }) => (action === 'reorder' ? [path] : [])));
  const inLists = parsed.filter(
    ({ operation: { action, path } }) =>
      action === 'insert' || action === 'reorder' || (action === 'remove' && !reordered.has(listOf(path))),
  );
  const depth = ({ operation, steps }: (typeof inLists)[number]): number =>
    operation.action === 'reorder' ? steps.length : steps.length - 1;
  // A removal before an insertion at the same place; two insertions at one place in the order in which they were asked for.
  const order = ({ operation }: (typeof inLists)[number]): number => (operation.action === 'remove' ? 0 : 1);
  const at = ({ operation, steps }: (typeof inLists)[number]): number =>
    operation.action === 'reorder' ? 0 : last(steps);
  const ranked = inLists
    .map((one, i) => ({ ...one, i }))
    .sort((a, b) => depth(b) - depth(a) || at(b) - at(a) || order(a) - order(b) || b.i - a.i);
  for (const { operation, steps } of ranked) {
    if (operation.action === 'reorder') {
      reorder(result, { operation, steps, removed });
      continue;
    }
    const list = valueAt(result, steps.slice(0, -1));
    if (!Array.isArray(list)) continue;
    if (operation.action === 'remove') list.splice(last(steps), 1);
    else list.splice(last(steps), 0, structuredClone(operation.value));
  }
  return result;
}

/** Without what was removed of it. */
function reorder(
  body: Json,
  { operation, steps, removed }: { operation: Operation; steps: readonly Step[]; removed: readonly string[] },
): void {
  const list = valueAt(body, steps);
  if (!Array.isArray(list) || !Array.isArray(operation.original) || !Array.isArray(operation.value)) return;
  const gone = new Set(removed.filter((path) => listOf(path) === operation.path).map((path) => last(parsePath(path)!)));
  const order = placesIn(operation.original, operation.value);
  list.splice(0, list.length, ...order.flatMap((at) => (gone.has(at) ? [] : [list[at]!])));
}

/** Where each item of the new order stood; of equal ones the first that is left. */
function placesIn(original: readonly Json[], order: readonly Json[]): number[] {
  const left = original.map((value, at) => ({ value, at }));
  return order.flatMap((value) => {
    const found = left.findIndex((one) => sameJson(one.value, value));
    return found < 0 ? [] : left.splice(found, 1).map(({ at }) => at);
  });
}

const listOf = (path: string): string => path.replace(/\[\d+\]$/, '');

const last = (steps: readonly Step[]): number => steps.at(-1) as number;

function put(body: Json, steps: readonly Step[], value: Json): void {
  const holder = valueAt(body, steps.slice(0, -1));
  const step = steps.at(-1)!;
  if (Array.isArray(holder) && typeof step === 'number' && step < holder.length) holder[step] = structuredClone(value);
  else if (holder !== null && typeof holder === 'object' && !Array.isArray(holder) && typeof step === 'string')
    holder[step] = structuredClone(value);
}
