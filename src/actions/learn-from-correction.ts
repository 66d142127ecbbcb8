// A person corrected a record: where the right values stand on documents of this sender becomes lessons, tried on the sender's
// past documents before they count. Runs as a job: may be begun twice, and teaches once.

import type { Value } from '../document/value.ts';
import { hashContent, judgeBackTest } from '../learn/back-test.ts';
import { SENDER_FIELD, senderFieldKind } from '../pipeline/senders/sender-field-kind.ts';
import type { GivenField, SenderField } from '../pipeline/senders/sender-lesson.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { findLesson, listLiveLessons, lockLessonScope } from '../store/lessons.ts';
import type { LearnFromCorrectionPayload } from '../store/queues.ts';
import { findRecord, listCorrections } from '../store/records.ts';
import { addLesson } from './add-lesson.ts';
import { applyLessonDeltas } from './apply-lesson-deltas.ts';
import { type BackTestServices, backTestDeps } from './back-test-lesson.ts';
import { contentOfLearnt, type Learnt, lessonToTry, scopeOfSender } from './learnt-lesson.ts';
import { byWhom } from './lesson-view.ts';
import { readStored } from './read-stored.ts';
import { senderLessons } from './sender-lessons.ts';

export type LearningServices = BackTestServices;

/** A record that is gone, or a document that cannot be read any more, teaches nothing. */
export async function learnFromCorrection(
  deps: LearningServices,
  { workspaceId, recordId, fields }: LearnFromCorrectionPayload,
  signal: AbortSignal,
): Promise<void> {
  if (!deps.lessonKinds.find(SENDER_FIELD)) return;
  const corrected = await inWorkspace(deps.db, workspaceId, async (trx) => {
    const record = await findRecord(trx, recordId);
    return record && { record, corrections: await listCorrections(trx, recordId) };
  });
  if (!corrected) return;
  const { record, corrections } = corrected;
  const given = fields.flatMap(({ path }) => givenField(path, corrections));
  const known = Object.fromEntries(Object.entries(record.fields).map(([path, { value }]) => [path, value]));
  const learn = { type: record.type, pages: record.pages, known, given };
  const place = { workspaceId, documentId: record.document_id };
  const learnt = (await readStored(deps, place, { learn, signal }))?.learnt ?? [];
  for (const effect of learnt) {
    const lessonId = fields.find(({ path }) => path === effect.path)?.lessonId;
    if (lessonId === undefined) continue;
    signal.throwIfAborted();
    await keep(deps, { workspaceId, recordId, lessonId, effect }, signal);
  }
}

/** What a person said last of a field, and where the value that was read stood. */
function givenField(
  path: string,
  corrections: readonly { path: string; before: Value | null; after: Value | null }[],
): GivenField[] {
  const said = corrections.filter((one) => one.path === path);
  const last = said.at(-1);
  if (!last) return [];
  const read = said.map(({ before }) => before).find((before) => before !== null && before.origin !== 'human');
  const evidence = read?.evidence[0];
  const wrong = evidence && evidence.page > 0 ? { page: evidence.page, box: [...evidence.box] } : null;
  return [{ path, value: last.after?.value ?? null, wrong }];
}

interface LearntHere extends Learnt {
  workspaceId: string;
}

/** Tried first, then kept: active where nothing speaks against it, otherwise proposed with what does. */
async function keep(deps: LearningServices, learnt: LearntHere, signal: AbortSignal): Promise<void> {
  const { workspaceId, recordId, lessonId, effect } = learnt;
  const content = contentOfLearnt(effect);
  const tally = await senderFieldKind.backTest!(lessonToTry(learnt, content), backTestDeps(deps, workspaceId, signal));
  const report = { ...tally, contentHash: hashContent(content) };
  await inWorkspace(deps.db, workspaceId, async (trx) => {
    const scope = scopeOfSender(effect);
    // Before it looks: the same job may run twice at once, and the later one must see what the earlier kept.
    await lockLessonScope(trx, { workspaceId, ...scope });
    if (await findLesson(trx, lessonId)) return;
    const source = { kind: 'correction' as const, ids: [recordId] };
    const how = { workspaceId, scope, kind: SENDER_FIELD, content, source, by: undefined };
    const added = await addLesson(trx, deps, { ...how, id: lessonId });
    // One that says the same is there already, or was rejected: nothing new.
    if (added.id !== lessonId) return;
    const passed = judgeBackTest({ ...content, backTest: report }) === 'passed';
    const older = passed ? await contradicted(trx, scope, { lessonId, effect }) : [];
    await applyLessonDeltas(trx, deps, {
      workspaceId,
      scope,
      by: byWhom(undefined),
      deltas: [
        { lessonId, delta: { op: 'back-test', report } },
        { lessonId, delta: { op: 'state', to: passed ? 'active' : 'proposed', reason: passed ? null : WORSENS } },
        ...older.map((id) => ({
          lessonId: id,
          delta: { op: 'state' as const, to: 'retired' as const, reason: 'a later correction says otherwise' },
        })),
      ],
    });
  });
}

const WORSENS = "on the sender's past documents it would make more worse than better";

/** Older lessons of machines for the same field of the same layout. */
async function contradicted(
  trx: Trx,
  scope: { kind: string; id: string },
  { lessonId, effect }: { lessonId: string; effect: SenderField },
): Promise<string[]> {
  const active = (await listLiveLessons(trx, scope)).filter(
    ({ id, kind, state, pinned }) => id !== lessonId && kind === SENDER_FIELD && state === 'active' && !pinned,
  );
  return senderLessons(active)
    .filter(({ effect: other }) => other.type === effect.type && other.path === effect.path)
    .map(({ id }) => id);
}
