// From deltas to lessons. The result depends on the set of deltas alone, never on the order in which they arrived.

import type { Lesson, LessonContent, LessonSource, LessonState } from './lesson.ts';
import type { DeltaEntry, LessonDelta } from './lesson-delta.ts';

/**
 * The rules for deltas that contradict each other: of a lesson's text, effect, tags, context and expiry, what a person said
 * counts before what a machine said, then the later; of state and pin, the later. Two lessons are never merged into each other in a
 * circle: the later merge is left out. Deltas of lessons that were never added, or whose adding was undone, count for nothing.
 */
export function replayLessons(entries: readonly DeltaEntry[]): Map<string, Lesson> {
  const inOrder = effective([...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(byTime));
  const drafts = new Map<string, Draft>();
  for (const entry of inOrder) {
    if (entry.delta.op === 'add' && !drafts.has(entry.lessonId)) drafts.set(entry.lessonId, begin(entry, entry.delta));
  }
  const merges: { from: string; into: string }[] = [];
  for (const entry of inOrder) {
    const draft = drafts.get(entry.lessonId);
    if (!draft) continue;
    if (entry.delta.op === 'merge') merges.push({ from: entry.lessonId, into: entry.delta.into });
    else apply(draft, entry);
    if (entry.at > draft.lesson.updatedAt) draft.lesson.updatedAt = entry.at;
  }
  mergeDrafts(drafts, merges);
  return new Map([...drafts].map(([id, { lesson }]) => [id, lesson]));
}

/** In order, without those that were undone. An undo counts only for what was there before it, of the same lesson. */
function effective(inOrder: readonly DeltaEntry[]): DeltaEntry[] {
  const place = new Map(inOrder.map((entry, index) => [entry.id, index]));
  const undone = new Set<string>();
  for (let index = inOrder.length - 1; index >= 0; index--) {
    const { id, lessonId, delta } = inOrder[index]!;
    if (delta.op !== 'undo' || undone.has(id)) continue;
    const target = place.get(delta.deltaId);
    if (target !== undefined && target < index && inOrder[target]!.lessonId === lessonId) undone.add(delta.deltaId);
  }
  return inOrder.filter(({ id, delta }) => !undone.has(id) && delta.op !== 'undo');
}

export function byTime(a: DeltaEntry, b: DeltaEntry): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

interface Draft {
  lesson: { -readonly [K in keyof Lesson]: Lesson[K] };
  /** Fields that a person has spoken of. */
  byPerson: Set<keyof LessonContent>;
}

const contentKeys = ['text', 'effect', 'tags', 'context', 'expiresAt'] as const;

function begin(entry: DeltaEntry, { scope, kind, content, source, state }: LessonDelta & { op: 'add' }): Draft {
  const lesson: Draft['lesson'] = {
    id: entry.lessonId,
    scope,
    kind,
    ...content,
    tags: [...new Set(content.tags)].sort(),
    state,
    stateReason: null,
    sources: [source],
    pinned: false,
    mergedInto: null,
    absorbed: [],
    backTest: null,
    createdAt: entry.at,
    updatedAt: entry.at,
  };
  return { lesson, byPerson: new Set(entry.by.kind === 'person' ? contentKeys : []) };
}

function apply({ lesson, byPerson }: Draft, { by, delta }: DeltaEntry): void {
  if (delta.op === 'update') {
    for (const key of contentKeys) {
      const value = delta.set[key];
      if (value === undefined || (byPerson.has(key) && by.kind !== 'person')) continue;
      Object.assign(lesson, { [key]: key === 'tags' ? [...new Set(value as string[])].sort() : value });
      if (by.kind === 'person') byPerson.add(key);
    }
  } else if (delta.op === 'state') setState(lesson, delta.to, delta.reason);
  else if (delta.op === 'delete') setState(lesson, 'deleted', null);
  else if (delta.op === 'pin') lesson.pinned = delta.pinned;
  else if (delta.op === 'back-test') lesson.backTest = delta.report ?? lesson.backTest;
}

function setState(lesson: Draft['lesson'], state: LessonState, reason: string | null): void {
  lesson.state = state;
  lesson.stateReason = reason;
}

/** What was merged is retired; what counts instead takes over its tags and sources. */
function mergeDrafts(drafts: ReadonlyMap<string, Draft>, merges: readonly { from: string; into: string }[]): void {
  for (const { from, into } of merges) {
    const going = drafts.get(from);
    if (!going || !drafts.has(into) || chainOf(drafts, into).includes(from)) continue;
    going.lesson.mergedInto = into;
  }
  for (const [id, { lesson }] of [...drafts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (lesson.mergedInto === null) continue;
    if (lesson.state !== 'deleted') setState(lesson, 'retired', 'merged');
    const root = drafts.get(rootOf(drafts, id))!.lesson;
    root.absorbed = [...root.absorbed, id].sort();
    root.tags = [...new Set([...root.tags, ...lesson.tags])].sort();
    root.sources = joinSources([...root.sources, ...lesson.sources]);
  }
}

const rootOf = (drafts: ReadonlyMap<string, Draft>, id: string): string => chainOf(drafts, id).at(-1)!;

/** The lesson, what it was merged into, and so on. Ends, because each merge was looked at before it was let in. */
function chainOf(drafts: ReadonlyMap<string, Draft>, id: string): string[] {
  const chain = [id];
  for (let next = drafts.get(id)?.lesson.mergedInto; next; next = drafts.get(next)?.lesson.mergedInto) chain.push(next);
  return chain;
}

function joinSources(sources: readonly LessonSource[]): LessonSource[] {
  const byKind = new Map<LessonSource['kind'], Set<string>>();
  for (const { kind, ids } of sources) byKind.set(kind, new Set([...(byKind.get(kind) ?? []), ...ids]));
  return [...byKind].map(([kind, ids]) => ({ kind, ids: [...ids].sort() })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}
