// Reads one uploaded document into its records. Runs as a job: may be started twice, and must count once.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Issue } from '../document/value.ts';
import { errorCatalogue, SheafError } from '../errors.ts';
import type { ProgressStep } from '../notify/live-events.ts';
import { inSpan } from '../observe/tracing.ts';
import { failedRead, type ReadResult } from '../pipeline/read-result.ts';
import { holdBlobs } from '../store/blob-upkeep.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { findDocumentParent } from '../store/document-parents.ts';
import { putDocumentPassages } from '../store/document-passages.ts';
import { findDocument, type LockedDocument, lockDocument, updateDocument } from '../store/documents.ts';
import { newId } from '../store/new-id.ts';
import { indexDocumentQueue, matchRecordQueue, type ReadDocumentPayload, readDocumentQueue } from '../store/queues.ts';
import { insertRecord } from '../store/records.ts';
import { appendProgress, finishRun, lockRun, markRunStarted, type RunRow } from '../store/runs.ts';
import type { DocumentState } from '../store/schema.ts';
import { discardChildren, keepChildren, type StagedChild, stageChildren } from './hold-children.ts';
import { userTypesOf } from './known-types.ts';
import { queueMatching } from './queue-matching.ts';
import { readingShiftsOf } from './reading-calibration.ts';
import { reviewInside } from './review-record.ts';
import { noteSenderLessons, senderLessonsOf } from './sender-lessons.ts';
import type { Services } from './services.ts';

const LONGEST_WAIT_MS = 15 * 60_000;
const LOOK_AGAIN_MS = 5_000;

type Deps = Pick<
  Services,
  | 'db'
  | 'blobs'
  | 'secrets'
  | 'reader'
  | 'live'
  | 'versions'
  | 'log'
  | 'hiddenTextPolicy'
  | 'types'
  | 'onRead'
  | 'queue'
  | 'matching'
  | 'lessonKinds'
  | 'raiseNotice'
  | 'mediaTypeOf'
  | 'tierPolicy'
>;

/**
 * Reads the document and stores run and records in one transaction. What the file contains never throws: it ends in a
 * failed run. Throws when the work itself was cut off (`signal`, a lost database), so that the queue tries again.
 */
export async function readDocument(deps: Deps, job: ReadDocumentPayload, signal: AbortSignal): Promise<void> {
  const started = await startRun(deps, job);
  if (!started) return;
  const progress = trackProgress(deps, job);
  const { result, children } = await patiently(signal, () =>
    readFile(deps, started, { onProgress: progress.step, signal }),
  );
  let state: DocumentState | undefined;
  try {
    signal.throwIfAborted();
    progress.step('store');
    const steps = await progress.end();
    state = await inSpan('store result', {}, () => storeResult(deps, job, { result, children, progress: steps }));
  } finally {
    // Those that were kept lie at their address by now.
    await discardChildren(children);
  }
  if (state && children.length > 0) deps.queue.wake(readDocumentQueue.name);
  if (state) {
    deps.onRead?.(result, state);
    deps.queue.wake(indexDocumentQueue.name);
  }
  deps.queue.wake(matchRecordQueue.name);
  deps.live.finish(job.runId);
}

interface Started {
  sha256: string;
  name: string;
  typeHint: string | null;
  sealedPassword: string | null;
  released: boolean;
  /** ISO date of the day that it came in. */
  asOf: string;
  /** How many containers lie around its file. */
  depth: number;
  /** What the workspace declared besides the packs' types. */
  userTypes: Awaited<ReturnType<typeof userTypesOf>>;
  /** What corrections taught of senders. */
  lessons: Awaited<ReturnType<typeof senderLessonsOf>>;
  /** What decisions taught of confidence. */
  shifts: Awaited<ReturnType<typeof readingShiftsOf>>;
}

const isOver = (run: RunRow): boolean => run.finished_at !== null;

async function startRun(
  { db, types }: Deps,
  { workspaceId, documentId, runId }: ReadDocumentPayload,
): Promise<Started | undefined> {
  return inWorkspace(db, workspaceId, async (trx) => {
    const run = await lockRun(trx, runId);
    const document = await findDocument(trx, documentId);
    if (!run || !document || isOver(run)) return undefined;
    await markRunStarted(trx, runId);
    await updateDocument(trx, documentId, { state: 'processing' });
    return {
      sha256: document.sha256,
      name: document.name,
      typeHint: document.type_hint,
      sealedPassword: document.sealed_password,
      released: document.released_at !== null,
      asOf: document.created_at.toISOString().slice(0, 10),
      depth: (await findDocumentParent(trx, documentId))?.depth ?? 0,
      userTypes: await userTypesOf(trx, types),
      lessons: await senderLessonsOf(trx),
      shifts: await readingShiftsOf(trx),
    };
  });
}

/** Each step goes to watchers at once, and to the run's row in order and without holding up the reading. */
function trackProgress({ db, live, log }: Deps, { workspaceId, runId }: ReadDocumentPayload) {
  const steps: ProgressStep[] = [];
  let written = 0;
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const fresh = steps.slice(written);
    if (fresh.length === 0) return;
    written = steps.length;
    await inWorkspace(db, workspaceId, (trx) => appendProgress(trx, runId, fresh));
  };
  return {
    step(stage: string): void {
      const step = { seq: steps.length + 1, stage, at: new Date().toISOString() };
      steps.push(step);
      live.publish(runId, step);
      writing = writing.then(write).catch((error: unknown) => log.warn({ error, runId }, 'progress was not stored'));
    },
    async end(): Promise<ProgressStep[]> {
      await writing;
      return steps;
    },
  };
}

/**
 * A file store that is out of order is waited for: the job's few tries are for what goes wrong with this document. Nothing
 * else that this worker could do meanwhile gets further.
 */
async function patiently<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + LONGEST_WAIT_MS;
  while (true) {
    try {
      return await work();
    } catch (error) {
      const passes = error instanceof SheafError && error.code === 'store.files-unavailable';
      if (!passes || performance.now() > until) throw error;
      await sleep(LOOK_AGAIN_MS, undefined, { signal });
    }
  }
}

/** They say nothing against the file: another try, later, can read it. */
const notOfTheFile: ReadonlySet<string> = new Set(['internal', 'reader.unavailable', 'store.files-unavailable']);

async function readFile(
  { blobs, reader, secrets, hiddenTextPolicy }: Deps,
  document: Started,
  watch: { onProgress: (stage: string) => void; signal: AbortSignal },
): Promise<{ result: ReadResult; children: StagedChild[] }> {
  const folder = await reader.makeHoldFolder();
  try {
    const password = document.sealedPassword ? secrets.open(document.sealedPassword) : undefined;
    const options = {
      ...(document.typeHint ? { typeHint: document.typeHint } : {}),
      ...(password ? { password } : {}),
      ...document.userTypes,
      ...document.lessons,
      ...document.shifts,
      // Read again later, it says the same.
      asOf: document.asOf,
      // Whoever released it has seen what it hides.
      hiddenText: document.released && hiddenTextPolicy === 'quarantine' ? ('review' as const) : hiddenTextPolicy,
      keepCandidates: true,
      keepPassages: true,
      ...(folder ? { hold: { folder: folder.path, depth: document.depth } } : {}),
    };
    const result = await blobs.withFile(document.sha256, (path) =>
      reader.read({ path, name: document.name }, options, watch.onProgress, watch.signal),
    );
    // Nothing speaks against the file: the job is tried again, later.
    if (result.error?.code === 'reader.unavailable') throw new SheafError('reader.unavailable');
    if (!holdsFiles(result)) return { result, children: [] };
    // Another try, later, may find room for them.
    if (!folder) throw new SheafError('store.files-unavailable', 'The temporary folder takes nothing.');
    return { result, children: await stageChildren({ blobs }, result.held, folder) };
  } catch (error) {
    if (!(error instanceof SheafError) || notOfTheFile.has(error.code)) throw error;
    const { code, message } = error;
    return { result: failedRead(document.name, { code, message }, document.sha256), children: [] };
  } finally {
    await folder?.remove();
  }
}

/** What lies too deep was listed, and not laid out. */
const holdsFiles = ({ status, held, warnings }: ReadResult): boolean =>
  status !== 'failed' && (held?.length ?? 0) > 0 && !warnings.some(({ code }) => code === 'mail.too-deep');

/** The state that the document has now; undefined when nothing was stored. */
async function storeResult(
  deps: Deps,
  { workspaceId, documentId, runId, requestId }: ReadDocumentPayload,
  {
    result: read,
    children,
    progress,
  }: { result: ReadResult; children: StagedChild[]; progress: readonly ProgressStep[] },
): Promise<DocumentState | undefined> {
  const { db, versions, queue, matching, raiseNotice, types, lessonKinds } = deps;
  return inWorkspace(db, workspaceId, async (trx) => {
    // Before any row, like every upload.
    if (children.length > 0) await holdBlobs(trx);
    const run = await lockRun(trx, runId);
    // Another worker, which this one was taken for dead by, was faster: its records count.
    if (!run || isOver(run)) return undefined;
    // Deleted meanwhile: there is nothing to add to.
    const document = await lockDocument(trx, documentId);
    if (!document) return undefined;
    const result = await withChildren(trx, deps, {
      read,
      children,
      document,
      job: { workspaceId, documentId, requestId },
    });
    const records = result.documents.map((record) => ({ id: newId(), type: record.type, record }));
    for (const [position, { id, record }] of records.entries()) {
      await insertRecord(trx, { id, workspaceId, documentId, runId, position, record });
    }
    for (const { id, record } of records)
      await noteSenderLessons(trx, { lessonKinds }, { workspaceId, recordId: id, record });
    await queueMatching(trx, { queue, matching }, { workspaceId, records, requestId });
    if (result.passages) await putDocumentPassages(trx, { workspaceId, documentId, passages: result.passages });
    await queue.enqueue(trx, indexDocumentQueue.name, [{ workspaceId, documentId, requestId }]);
    await updateDocument(trx, documentId, {
      state: stateAfter(result),
      page_count: result.pages,
      pageGeometry: result.pageGeometry,
      language: result.language,
    });
    const { status, timings, error } = result;
    const warnings = [...result.warnings, ...(result.findings ?? []).map(toWarning)];
    await finishRun(trx, runId, { status, progress, timings, trace: result.trace ?? [], warnings, error, versions });
    const recordIds = records.map(({ id }) => id);
    await reviewInside(trx, { types, matching }, { workspaceId, recordIds, begin: true, requestId });
    const { state } = (await lockDocument(trx, documentId))!;
    const kind = kindAfter[state];
    if (kind) {
      await raiseNotice(trx, {
        workspaceId,
        kind,
        key: runId,
        subject: { type: 'document', id: documentId },
        data: { name: document.name, records: result.documents.length, reason: error?.message ?? null },
      });
    }
    return state;
  });
}

interface WithChildren {
  read: ReadResult;
  children: readonly StagedChild[];
  document: LockedDocument;
  job: { workspaceId: string; documentId: string; requestId: string | null };
}

/** The result; that it failed when what the file holds was not taken: it can be read again when there is room for it. */
async function withChildren(
  trx: Trx,
  deps: Deps,
  { read, children, document, job }: WithChildren,
): Promise<ReadResult> {
  const taking = {
    workspaceId: job.workspaceId,
    userId: document.uploaded_by,
    requestId: job.requestId ?? undefined,
    batchId: document.batch_id,
    typeHint: document.type_hint,
    sealedPassword: document.sealed_password,
  };
  try {
    if (children.length > 0) await keepChildren(trx, deps, { id: job.documentId, taking }, children);
    return read;
  } catch (error) {
    if (!(error instanceof SheafError) || !['quota.exceeded', 'archive.too-large'].includes(error.code)) throw error;
    return failedRead(read.file, { code: error.code, message: error.message }, read.sha256);
  }
}

/** What people are told of the states that ask something of them. */
const kindAfter: Partial<Record<DocumentState, string>> = {
  review_pending: 'record.needs-review',
  failed: 'document.failed',
  quarantined: 'document.quarantined',
};

/** A quarantined document has no record that could hold its issues. */
function toWarning({ rule, message, evidence }: Issue): ReadResult['warnings'][number] {
  const page = evidence?.[0]?.page;
  return { code: rule, message, ...(page === undefined ? {} : { page }) };
}

/** A record that breaks a rule, is unsure, or is not whole waits for a person. */
function stateAfter(result: ReadResult): DocumentState {
  if (result.error?.code === 'file.quarantined') return 'quarantined';
  if (result.status === 'failed') return 'failed';
  const waits = result.documents.some(
    ({ issues, assessment }) =>
      issues.some((issue) => issue.severity === 'error') || (assessment && assessment.verdict !== 'ready'),
  );
  return waits || result.status === 'partial' ? 'review_pending' : 'extracted';
}

/** Ends the run of a document whose reading was tried and cut off too often, or cancelled. */
export async function giveUpReading(
  { db, live, raiseNotice }: Pick<Services, 'db' | 'live' | 'raiseNotice'>,
  { workspaceId, documentId, runId }: ReadDocumentPayload,
  code: 'internal' | 'run.cancelled',
): Promise<void> {
  await inWorkspace(db, workspaceId, async (trx) => {
    const run = await lockRun(trx, runId);
    if (!run || isOver(run)) return;
    await updateDocument(trx, documentId, { state: 'failed' });
    await finishRun(trx, runId, {
      status: 'failed',
      progress: run.progress,
      timings: run.timings,
      trace: run.trace,
      warnings: run.warnings,
      error: { code, message: errorCatalogue[code].title },
      versions: run.versions,
    });
    // Whoever cancelled it knows.
    if (code === 'run.cancelled') return;
    const document = await lockDocument(trx, documentId);
    await raiseNotice(trx, {
      workspaceId,
      kind: 'document.failed',
      key: runId,
      subject: { type: 'document', id: documentId },
      data: { name: document?.name ?? null, records: 0, reason: errorCatalogue[code].title },
    });
  });
  live.finish(runId);
}
