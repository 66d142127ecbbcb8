// The bullets of one station: what says most for the job first, what a person told added, and at `aggressive` without what has nothing
// to do with the job.

import type { Json } from '../../../document/value.ts';
import { parsePath } from '../../../write/artifact-path.ts';
import type { GateSource } from '../../../write/gate/gate-source.ts';
import type { Operation } from '../../../write/operation.ts';
import { type Judge, ranked } from './judge-relevance.ts';
import type { Tailoring } from './options.ts';
import { insertFacts, reorder, stringsAt } from './plain-operations.ts';
import { stationAt } from './station.ts';

/** Bullets of a station that stay, however little they have to do with the job. */
const LEAST_BULLETS = 2;

export interface BulletWork {
  body: Json;
  sources: readonly GateSource[];
  judge: Judge;
  options: Tailoring;
}

/** `list`: `work[0].highlights`. */
export function bulletOperations({ body, sources, judge, options }: BulletWork, list: string): Operation[] {
  const items = stringsAt(body, list);
  const subject = stationAt(parsePath(list)!, body);
  if (subject === undefined) return [];
  const inserted = insertFacts(sources, { list, items, subject });
  if (options.strength === 'conservative') return inserted;
  const order = ranked(items, (text) => judge(text).rank);
  const removed = options.strength === 'aggressive' && options.jobDescription ? irrelevant(items, order, judge) : [];
  const left = removed.map(
    (at): Operation => ({
      path: `${list}[${at}]`,
      action: 'remove',
      original: items[at]!,
      value: null,
      reason: 'It has nothing to do with what the job asks for.',
      sources: [],
    }),
  );
  // A list is either put in order or added to: what was added has no place in an order of what was there.
  const moved = inserted.length > 0 ? [] : reorder(list, items, order, 'What says most for the job comes first.');
  return [...moved, ...left, ...inserted];
}

/** The last of the order, as far as they have nothing to do with the job. */
function irrelevant(items: readonly string[], order: readonly string[], judge: Judge): number[] {
  const useless = order.slice(LEAST_BULLETS).filter((text) => judge(text).toJob === 0);
  return items.flatMap((text, i) => (useless.includes(text) ? [i] : []));
}
