// The lessons of senders that count in a workspace, as the reading process gets them, and what happens when one was used.

import type { DocumentRecord, Json } from '../document/value.ts';
import { LESSON_SOURCE } from '../pipeline/senders/apply-lessons.ts';
import { SENDER_FIELD } from '../pipeline/senders/sender-field-kind.ts';
import { type SenderLesson, senderFieldSchema } from '../pipeline/senders/sender-lesson.ts';
import type { Trx } from '../store/database.ts';
import { findLessons, listActiveOfKind } from '../store/lessons.ts';
import { applyLessonDeltas } from './apply-lesson-deltas.ts';
import { noteLessonUses, recordOutcome } from './lesson-outcomes.ts';
import { byWhom, lessonOf } from './lesson-view.ts';
import type { Services } from './services.ts';

type Kinds = Pick<Services, 'lessonKinds'>;

/** A kilobyte each goes to the reading process with every document. */
const MOST_LESSONS = 2_000;
const DAY_MS = 86_400_000;
/** A lesson that was not used for so long ends. */
const UNUSED_DAYS = 400;
/** Its end is moved only now and then. */
const MOVED_AFTER_DAYS = 30;

export const endOfUnused = (now = Date.now()): string => new Date(now + UNUSED_DAYS * DAY_MS).toISOString();

/** Effects of another version, which do not fit any more, are left out. */
export function senderLessons(rows: readonly { id: string; effect: Json }[]): SenderLesson[] {
  return rows.flatMap(({ id, effect }) => {
    const parsed = senderFieldSchema.safeParse(effect);
    return parsed.success ? [{ id, effect: parsed.data }] : [];
  });
}

/** `lessons` of the reader; nothing when there are none. */
export async function senderLessonsOf(trx: Trx): Promise<{ lessons?: SenderLesson[] }> {
  const now = new Date();
  const rows = await listActiveOfKind(trx, SENDER_FIELD, MOST_LESSONS);
  const lessons = senderLessons(rows.filter(({ expires_at: end }) => end === null || end > now));
  return lessons.length > 0 ? { lessons } : {};
}

const lessonIn = (source: string | undefined): string | undefined =>
  source?.startsWith(LESSON_SOURCE) ? source.slice(LESSON_SOURCE.length) : undefined;

/** A record was made: lessons that its values come from were used, and last longer for it. */
export async function noteSenderLessons(
  trx: Trx,
  deps: Kinds,
  { workspaceId, recordId, record }: { workspaceId: string; recordId: string; record: DocumentRecord },
): Promise<void> {
  const lessonIds = [...new Set(Object.values(record.fields).flatMap(({ source }) => lessonIn(source) ?? []))];
  if (lessonIds.length === 0) return;
  await noteLessonUses(trx, deps, { workspaceId, lessonIds, usedFor: `record:${recordId}` });
  const soon = new Date(Date.now() + (UNUSED_DAYS - MOVED_AFTER_DAYS) * DAY_MS);
  for (const row of await findLessons(trx, lessonIds)) {
    if (row.expires_at === null || row.expires_at > soon) continue;
    const { scope, id } = lessonOf(row);
    const delta = { op: 'update' as const, set: { expiresAt: endOfUnused() } };
    await applyLessonDeltas(trx, deps, {
      workspaceId,
      scope,
      by: byWhom(undefined),
      deltas: [{ lessonId: id, delta }],
    });
  }
}

interface CorrectedRecord {
  workspaceId: string;
  recordId: string;
  /** As it was before the correction. */
  before: DocumentRecord['fields'];
  /** What a person gave now: path → whether it is what stood there. */
  given: ReadonlyMap<string, boolean>;
}

/**
 * A person went over a record: a lesson whose value they left or confirmed has helped, one whose value they replaced has done
 * harm. Each counts once for a field of a record.
 */
export async function judgeSenderLessons(trx: Trx, deps: Kinds, judged: CorrectedRecord): Promise<void> {
  const { workspaceId, recordId, before, given } = judged;
  const used = Object.entries(before).flatMap(([path, { source }]) => {
    const lessonId = lessonIn(source);
    return lessonId === undefined ? [] : [{ path, lessonId, helpful: given.get(path) ?? true }];
  });
  const known = new Set(
    (await findLessons(trx, [...new Set(used.map(({ lessonId }) => lessonId))])).map(({ id }) => id),
  );
  for (const { path, lessonId, helpful } of used.sort((a, b) => (a.lessonId < b.lessonId ? -1 : 1))) {
    if (!known.has(lessonId)) continue;
    const evidence = `record:${recordId}:${path}${helpful ? '' : ':corrected'}`;
    await recordOutcome(trx, deps, { workspaceId, lessonId, helpful, evidence });
  }
}
