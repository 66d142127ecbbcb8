// The one way in which lessons change: deltas are added, what the lessons are is computed anew, and what must follow is added too.

import { canonicalJson } from '../document/canonical-json.ts';
import type { Json } from '../document/value.ts';
import type { Lesson, LessonCounts, LessonScope } from '../learn/lesson.ts';
import { lessonConfidence } from '../learn/lesson-confidence.ts';
import type { DeltaEntry, LessonDelta } from '../learn/lesson-delta.ts';
import type { LessonKinds } from '../learn/lesson-kind.ts';
import type { CompareMeaning } from '../learn/near-duplicates.ts';
import { replayLessons } from '../learn/replay-lessons.ts';
import { settleLessons } from '../learn/settle-lessons.ts';
import type { Trx } from '../store/database.ts';
import { toJsonb } from '../store/jsonb.ts';
import {
  countLessonOutcomes,
  insertLessonDelta,
  listDeltasWithMerged,
  listMergesTakenBack,
} from '../store/lesson-deltas.ts';
import {
  findLessons,
  type LessonRow,
  listLiveLessons,
  lockLessonScope,
  type StoredLesson,
  writeLesson,
} from '../store/lessons.ts';
import { newId } from '../store/new-id.ts';
import { entryOf, lessonOf, ownerOf } from './lesson-view.ts';

export interface LessonChange {
  workspaceId: string;
  scope: LessonScope;
  by: DeltaEntry['by'];
  /** `id`: of a delta that may come a second time, and counts once. */
  deltas: readonly { lessonId: string; delta: LessonDelta; id?: string | undefined }[];
  /** Something was observed of these. */
  observed?: readonly string[];
  compareMeaning?: CompareMeaning | undefined;
}

/** A merge may make a budget fit, and counts that come together may show harm: at most so often. */
const MOST_ROUNDS = 3;

/** Applies the deltas in `trx`. All lessons that they name are of the scope. */
export async function applyLessonDeltas(
  trx: Trx,
  { lessonKinds }: { lessonKinds: LessonKinds },
  change: LessonChange,
): Promise<void> {
  const { workspaceId, scope, by, deltas, observed = [], compareMeaning } = change;
  await lockLessonScope(trx, { workspaceId, ...scope });
  const changed = new Set([...deltas.map(({ lessonId }) => lessonId), ...observed]);
  const wanted = by.kind === 'person' ? new Set(deltas.map(({ lessonId }) => lessonId)) : undefined;
  await append(trx, change, { by, deltas, touched: changed });
  const takenBack = await listMergesTakenBack(trx, scope);
  const apart = (one: string, other: string): boolean =>
    takenBack.some(({ lesson_id: a, into_id: b }) => (a === one && b === other) || (a === other && b === one));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const lessons = (await listLiveLessons(trx, scope)).map(lessonOf);
    const settled = settleLessons(lessons, {
      budget: lessonKinds.budgetOf(scope.kind),
      now: new Date().toISOString(),
      changed,
      observed: new Set(observed),
      wanted,
      apart,
      compareMeaning,
    });
    if (settled.length === 0) return;
    await append(trx, change, { by: { kind: 'system', id: null }, deltas: settled, touched: new Set() });
  }
}

interface Append {
  by: DeltaEntry['by'];
  deltas: LessonChange['deltas'];
  /** Lessons to be computed anew besides. */
  touched: ReadonlySet<string>;
}

async function append(trx: Trx, { workspaceId, scope }: LessonChange, { by, deltas, touched }: Append): Promise<void> {
  const ids = new Set([...touched, ...deltas.flatMap(({ lessonId, delta }) => [lessonId, ...intoOf(delta)])]);
  const before = (await listDeltasWithMerged(trx, [...ids])).map(entryOf);
  const known = new Set(before.map(({ id }) => id));
  const at = laterThan(before);
  const added = deltas
    .map(({ lessonId, delta, id = newId() }): DeltaEntry => ({ id, lessonId, at, by, delta }))
    .filter(({ id }) => !known.has(id));
  await project(trx, { workspaceId, scope, entries: [...before, ...added], ids });
  for (const { id, lessonId, delta } of added) {
    await insertLessonDelta(trx, {
      id,
      workspace_id: workspaceId,
      lesson_id: lessonId,
      owner_id: ownerOf(scope),
      into_id: intoOf(delta)[0] ?? null,
      at: new Date(at),
      by_kind: by.kind,
      by_id: by.id,
      delta: toJsonb(delta),
    });
  }
}

const intoOf = (delta: LessonDelta): string[] => (delta.op === 'merge' ? [delta.into] : []);

/** After everything that is known: the clock of another process may be ahead. */
function laterThan(before: readonly DeltaEntry[]): string {
  const last = before.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), 0);
  return new Date(Math.max(Date.now(), last + 1)).toISOString();
}

interface Projection {
  workspaceId: string;
  scope: LessonScope;
  entries: readonly DeltaEntry[];
  ids: ReadonlySet<string>;
}

/** Writes what the lessons are now, where that changed. */
async function project(trx: Trx, { workspaceId, scope, entries, ids }: Projection): Promise<void> {
  const lessons = replayLessons(entries);
  const all = [...new Set([...ids, ...entries.map(({ lessonId }) => lessonId)])];
  const rows = new Map((await findLessons(trx, all)).map((row) => [row.id, row]));
  for (const id of all.sort()) {
    const row = rows.get(id);
    const lesson = lessons.get(id);
    // Its adding was undone: it is there for whoever undoes that.
    if (!lesson && !row) continue;
    const counts = await countLessonOutcomes(trx, [id, ...(lesson?.absorbed ?? [])]);
    const stored = lesson
      ? rowOf(lesson, { workspaceId, scope, counts })
      : { ...withoutVersion(row!), state: 'deleted', state_reason: 'its adding was undone' };
    if (!row || differs(row, stored)) await writeLesson(trx, stored);
  }
}

function rowOf(
  lesson: Lesson,
  { workspaceId, scope, counts }: { workspaceId: string; scope: LessonScope; counts: LessonCounts },
): StoredLesson {
  return {
    workspace_id: workspaceId,
    id: lesson.id,
    scope_kind: scope.kind,
    scope_id: scope.id,
    owner_id: ownerOf(scope),
    kind: lesson.kind,
    state: lesson.state,
    state_reason: lesson.stateReason,
    text: lesson.text,
    effect: lesson.effect === null ? null : toJsonb(lesson.effect),
    tags: toJsonb(lesson.tags),
    context: toJsonb(lesson.context),
    sources: toJsonb(lesson.sources),
    pinned: lesson.pinned,
    expires_at: lesson.expiresAt === null ? null : new Date(lesson.expiresAt),
    merged_into: lesson.mergedInto,
    absorbed: toJsonb(lesson.absorbed),
    ...counts,
    confidence: lessonConfidence(counts),
    back_test: lesson.backTest === null ? null : toJsonb(lesson.backTest),
    created_at: new Date(lesson.createdAt),
    updated_at: new Date(lesson.updatedAt),
  };
}

const jsonColumns = ['effect', 'tags', 'context', 'sources', 'absorbed', 'back_test'] as const;

function withoutVersion({ version: _, ...row }: LessonRow): StoredLesson {
  const json = Object.fromEntries(jsonColumns.map((name) => [name, row[name] === null ? null : toJsonb(row[name])]));
  return { ...row, ...json } as unknown as StoredLesson;
}

function differs(row: LessonRow, stored: StoredLesson): boolean {
  return comparable(withoutVersion(row)) !== comparable(stored);
}

function comparable(stored: StoredLesson): string {
  const parsed = Object.fromEntries(
    jsonColumns.map((name) => [name, stored[name] === null ? null : JSON.parse(String(stored[name]))]),
  );
  return canonicalJson(JSON.parse(JSON.stringify({ ...stored, ...parsed })) as Json);
}
