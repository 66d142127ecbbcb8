// What must follow from a change in a scope: doubles are merged, what does harm is retired, and so is what the budget has no room for.

import type { CountedLesson } from './lesson.ts';
import { isHarmful } from './lesson-confidence.ts';
import type { LessonDelta } from './lesson-delta.ts';
import { type CompareMeaning, sayTheSame } from './near-duplicates.ts';

export interface SettlePolicy {
  /** Active lessons of one scope, at most. */
  budget: number;
  /** ISO 8601, UTC. */
  now: string;
  /** What changed: only these are looked at for doubles. */
  changed: ReadonlySet<string>;
  /** Something was observed of these: only they are judged by it, so that what a person brings back stays until then. */
  observed?: ReadonlySet<string> | undefined;
  /** A person just asked for these: the budget takes others. */
  wanted?: ReadonlySet<string> | undefined;
  /** Whether a person took a merge of the two back. */
  apart?: ((one: string, other: string) => boolean) | undefined;
  compareMeaning?: CompareMeaning | undefined;
}

export interface Settlement {
  lessonId: string;
  delta: LessonDelta;
}

/**
 * Same lessons in any order, same settlement. A double of a lesson that was rejected is rejected with it, unless a person
 * added it: what somebody refused is not proposed again. Pinned lessons are never retired, even past the budget.
 */
export function settleLessons(lessons: readonly CountedLesson[], policy: SettlePolicy): Settlement[] {
  const { budget, wanted, now, observed } = policy;
  const merges = mergeDoubles(lessons, policy);
  const going = new Set(merges.map(({ lessonId }) => lessonId));
  const left = lessons.filter(({ id, state }) => state === 'active' && !going.has(id));
  const retired = left.flatMap((lesson) => {
    const reason = reasonToRetire(lesson, now, observed?.has(lesson.id) === true);
    return reason === undefined ? [] : [retire(lesson, reason)];
  });
  const gone = new Set(retired.map(({ lessonId }) => lessonId));
  const safe = ({ id, pinned }: CountedLesson): boolean => pinned || wanted?.has(id) === true;
  const kept = left.filter(({ id }) => !gone.has(id));
  const room = Math.max(0, budget - kept.filter(safe).length);
  const tooMany = kept
    .filter((lesson) => !safe(lesson))
    .sort(strongestFirst)
    .slice(room);
  const reason = `the weakest of more than ${budget} active lessons`;
  return [...merges, ...retired, ...tooMany.map((lesson) => retire(lesson, reason))];
}

/** Of equal ones the newer is the stronger: it has not had its chance. */
export function strongestFirst(a: CountedLesson, b: CountedLesson): number {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  return b.confidence - a.confidence || b.applied - a.applied || (a.id < b.id ? 1 : -1);
}

function mergeDoubles(
  lessons: readonly CountedLesson[],
  { compareMeaning, changed, apart }: SettlePolicy,
): Settlement[] {
  const merges: Settlement[] = [];
  const kept: CountedLesson[] = [];
  const alive = lessons.filter(({ state }) => state === 'proposed' || state === 'active' || state === 'rejected');
  for (const lesson of alive.toSorted(survivorFirst)) {
    const same = kept.find(
      (other) =>
        (changed.has(lesson.id) || changed.has(other.id)) &&
        mayMerge(other, lesson) &&
        !apart?.(other.id, lesson.id) &&
        sayTheSame(other, lesson, compareMeaning),
    );
    if (same) merges.push({ lessonId: lesson.id, delta: { op: 'merge', into: same.id, reason: 'says the same' } });
    else kept.push(lesson);
  }
  return merges;
}

function mayMerge(survivor: CountedLesson, lesson: CountedLesson): boolean {
  if (lesson.state === 'rejected') return survivor.state === 'rejected';
  return survivor.state !== 'rejected' || !isByPerson(lesson);
}

const isByPerson = ({ sources }: CountedLesson): boolean => sources.some(({ kind }) => kind === 'person');

const rank = { active: 0, rejected: 1, proposed: 2 } as Readonly<Record<CountedLesson['state'], number>>;

function survivorFirst(a: CountedLesson, b: CountedLesson): number {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  return rank[a.state] - rank[b.state] || b.confidence - a.confidence || (a.id < b.id ? -1 : 1);
}

function reasonToRetire(
  { pinned, expiresAt, helpful, harmful }: CountedLesson,
  now: string,
  observed: boolean,
): string | undefined {
  if (expiresAt !== null && expiresAt <= now) return 'its time is over';
  if (pinned || !observed || !isHarmful({ helpful, harmful })) return undefined;
  return `it did harm ${harmful} times and helped ${helpful} times`;
}

const retire = ({ id }: CountedLesson, reason: string): Settlement => ({
  lessonId: id,
  delta: { op: 'state', to: 'retired', reason },
});
