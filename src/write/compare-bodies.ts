// What differs between two versions of an artifact, place by place. Items of lists are aligned, so that an insertion is one change
// and not one for every item behind it.

import type { Json } from '../document/value.ts';
import { printPath, type Step, sameJson } from './artifact-path.ts';

export interface BodyChange {
  /** In the older body; of what is added, in the newer one. */
  path: string;
  change: 'added' | 'removed' | 'replaced';
  /** null where there was, or is, nothing. */
  before: Json;
  after: Json;
}

export function compareBodies(before: Json, after: Json): BodyChange[] {
  return compare(before, after, { before: [], after: [] });
}

interface Where {
  before: Step[];
  after: Step[];
}

const into = (where: Where, before: Step, after: Step = before): Where => ({
  before: [...where.before, before],
  after: [...where.after, after],
});

function compare(before: Json, after: Json, where: Where): BodyChange[] {
  if (sameJson(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, where);
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => {
      const place = into(where, name);
      if (!Object.hasOwn(before, name)) return [added(after[name]!, place)];
      if (!Object.hasOwn(after, name)) return [removed(before[name]!, place)];
      return compare(before[name]!, after[name]!, place);
    });
  }
  return [{ path: printPath(where.before), change: 'replaced', before, after }];
}

const isObject = (value: Json): value is { [key: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const added = (after: Json, where: Where): BodyChange => ({
  path: printPath(where.after),
  change: 'added',
  before: null,
  after,
});
const removed = (before: Json, where: Where): BodyChange => ({
  path: printPath(where.before),
  change: 'removed',
  before,
  after: null,
});

/** Items that are the same hold the lists together; between two of them, items are compared in pairs, and the rest came or went. */
function compareLists(before: readonly Json[], after: readonly Json[], where: Where): BodyChange[] {
  const changes: BodyChange[] = [];
  let [i, j] = [0, 0];
  const until = (nextI: number, nextJ: number): void => {
    for (; i < nextI && j < nextJ; i++, j++) changes.push(...compare(before[i]!, after[j]!, into(where, i, j)));
    for (; i < nextI; i++) changes.push(removed(before[i]!, into(where, i)));
    for (; j < nextJ; j++) changes.push(added(after[j]!, into(where, j)));
  };
  for (const [sameI, sameJ] of commonItems(before, after)) {
    until(sameI, sameJ);
    i = sameI + 1;
    j = sameJ + 1;
  }
  until(before.length, after.length);
  return changes;
}

/** The longest common subsequence, as pairs of places. */
function commonItems(before: readonly Json[], after: readonly Json[]): [number, number][] {
  // Written out once: comparing texts is cheap, comparing trees a million times is not.
  const a = before.map((one) => JSON.stringify(one));
  const b = after.map((one) => JSON.stringify(one));
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}
