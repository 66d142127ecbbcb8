// Trying a lesson on the past: asked for by people, done by a job, kept with the lesson.

import { SheafError } from '../errors.ts';
import { hashContent } from '../learn/back-test.ts';
import type { BackTestReport } from '../learn/lesson.ts';
import type { BackTestDeps, PastRecord } from '../learn/lesson-kind.ts';
import { inWorkspace } from '../store/database.ts';
import { findLesson } from '../store/lessons.ts';
import { newId } from '../store/new-id.ts';
import { type BackTestLessonPayload, backTestLessonQueue } from '../store/queues.ts';
import { listCorrectionsOf, listRecords } from '../store/records.ts';
import { approvedByPerson } from '../store/reviews.ts';
import { applyLessonDeltas } from './apply-lesson-deltas.ts';
import { recordActs } from './audit.ts';
import { byWhom, ensureMayChange, ensureSeen, lessonOf } from './lesson-view.ts';
import { readStored, type StoredReading } from './read-stored.ts';
import { senderLessons } from './sender-lessons.ts';
import type { Actor, Services } from './services.ts';

const MOST_RECORDS = 500;

/** Queues the test; returns its id, which is that of the change that will hold the report. Throws `lesson.no-back-test`. */
export async function requestBackTest(
  { db, queue, lessonKinds }: Pick<Services, 'db' | 'queue' | 'lessonKinds'>,
  actor: Actor,
  { id, requestId }: { id: string; requestId: string },
): Promise<string> {
  const { workspaceId, userId } = actor;
  const testId = newId();
  await inWorkspace(db, workspaceId, async (trx) => {
    const row = await ensureSeen(trx, actor, id);
    if (row.state === 'deleted') throw new SheafError('lesson.not-found');
    ensureMayChange(actor, row.owner_id);
    if (!lessonKinds.find(row.kind)?.backTest) throw new SheafError('lesson.no-back-test');
    const payload = { workspaceId, lessonId: id, testId, requestId };
    await queue.enqueue(trx, backTestLessonQueue.name, [payload], { requestedBy: userId });
    await recordActs(trx, actor, [{ action: 'lesson.tested', target: { type: 'lesson', id }, requestId }]);
  });
  queue.wake(backTestLessonQueue.name);
  return testId;
}

/** The job. A lesson that is gone, or is of a kind that is gone, has nothing to be tested. */
export async function runBackTest(
  deps: BackTestServices,
  { workspaceId, lessonId, testId }: BackTestLessonPayload,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const { db, lessonKinds } = deps;
  const row = await inWorkspace(db, workspaceId, (trx) => findLesson(trx, lessonId));
  const backTest = row && lessonKinds.find(row.kind)?.backTest;
  if (!backTest || row.state === 'deleted') return;
  const lesson = lessonOf(row);
  const { n, improved, worsened, unchanged } = await backTest(lesson, backTestDeps(deps, workspaceId, signal));
  signal.throwIfAborted();
  const report = { n, improved, worsened, unchanged, contentHash: hashContent(lesson) };
  await endTest({ db, lessonKinds }, { workspaceId, lessonId, testId }, report);
}

/** The test ends without a report; one that has its report keeps it. */
export async function giveUpBackTest(
  deps: Pick<Services, 'db' | 'lessonKinds'>,
  payload: Omit<BackTestLessonPayload, 'requestId'>,
): Promise<void> {
  await endTest(deps, payload, null);
}

/** A test ends once: the change that tells of it has the test's id. */
async function endTest(
  { db, lessonKinds }: Pick<Services, 'db' | 'lessonKinds'>,
  { workspaceId, lessonId, testId }: Omit<BackTestLessonPayload, 'requestId'>,
  report: BackTestReport | null,
): Promise<void> {
  await inWorkspace(db, workspaceId, async (trx) => {
    const row = await findLesson(trx, lessonId);
    if (!row) return;
    await applyLessonDeltas(
      trx,
      { lessonKinds },
      {
        workspaceId,
        scope: lessonOf(row).scope,
        by: byWhom(undefined),
        deltas: [{ lessonId, delta: { op: 'back-test', report }, id: testId }],
      },
    );
  });
}

/** What is tried on the past may have to be read again. */
export type BackTestServices = Pick<Services, 'db' | 'lessonKinds'> & StoredReading;

export function backTestDeps(deps: BackTestServices, workspaceId: string, signal: AbortSignal): BackTestDeps {
  const { db } = deps;
  return {
    signal,
    async readAgain(documentId, { id, effect }) {
      const lessons = senderLessons([{ id, effect }]);
      return (await readStored(deps, { workspaceId, documentId }, { lessons, signal }))?.documents ?? [];
    },
    pastRecords: ({ type, limit }) =>
      inWorkspace(db, workspaceId, async (trx) => {
        const rows = await listRecords(trx, { type, limit: Math.min(limit, MOST_RECORDS) });
        const ids = rows.map(({ id }) => id);
        const corrections = await listCorrectionsOf(trx, ids);
        const approved = await approvedByPerson(trx, ids);
        return rows.map(
          (row): PastRecord => ({
            id: row.id,
            documentId: row.document_id,
            record: {
              type: row.type,
              confidence: row.confidence,
              alternatives: row.alternatives,
              pages: row.pages,
              fields: row.fields,
              lines: row.lines,
              issues: row.issues,
            },
            corrections: corrections
              .filter(({ record_id: recordId }) => recordId === row.id)
              .map(({ path, before, after }) => ({ path, before, after })),
            approved: approved.has(row.id),
          }),
        );
      }),
  };
}
