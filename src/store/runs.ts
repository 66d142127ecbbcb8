// Runs (one reading of one document each) as rows. Every call runs inside a workspace's transaction.

import { type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import { insertLiveEvents } from './live-events.ts';
import type { RunError, RunProgress, RunStatus, RunTable } from './schema.ts';

export type RunRow = Selectable<RunTable>;

export interface NewRun {
  id: string;
  workspaceId: string;
  documentId: string;
  requestId: string | null;
}

export async function insertRun(trx: Trx, run: NewRun): Promise<void> {
  await trx
    .insertInto('runs')
    .values({
      id: run.id,
      workspace_id: run.workspaceId,
      document_id: run.documentId,
      status: 'queued',
      progress: '[]',
      timings: '{}',
      trace: '[]',
      warnings: '[]',
      versions: '{}',
      request_id: run.requestId,
    })
    .execute();
}

/** A run of a document in the trash does not exist. */
const selectRuns = (trx: Trx) =>
  trx
    .selectFrom('runs')
    .selectAll()
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('documents')
          .whereRef('documents.workspace_id', '=', 'runs.workspace_id')
          .whereRef('documents.id', '=', 'runs.document_id'),
      ),
    );

export async function findRun(trx: Trx, id: string): Promise<RunRow | undefined> {
  return selectRuns(trx).where('id', '=', id).executeTakeFirst();
}

/** Like findRun, but no other transaction can change the run before this one ends. */
export async function lockRun(trx: Trx, id: string): Promise<RunRow | undefined> {
  return selectRuns(trx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function markRunStarted(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('runs')
    .set({ status: 'running', started_at: new Date(), progress: '[]', stage: null, error: null })
    .where('id', '=', id)
    .execute();
  await insertLiveEvents(trx, [{ type: 'run', data: { runId: id, status: 'running' } }]);
}

export async function appendProgress(trx: Trx, id: string, steps: readonly RunProgress[]): Promise<void> {
  const last = steps.at(-1);
  if (!last) return;
  await trx
    .updateTable('runs')
    .set({ stage: last.stage, progress: sql`progress || ${toJsonb(steps)}::jsonb` })
    .where('id', '=', id)
    .where('status', '=', 'running')
    .execute();
}

/** The newest reading of a document, when it is not over. */
export async function findUnfinishedRun(trx: Trx, documentId: string): Promise<RunRow | undefined> {
  const newest = await selectRuns(trx)
    .where('document_id', '=', documentId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.finished_at === null ? newest : undefined;
}

export interface RunOutcome {
  status: Extract<RunStatus, 'succeeded' | 'partial' | 'failed'>;
  progress: readonly RunProgress[];
  timings: Record<string, number>;
  trace: readonly unknown[];
  warnings: readonly unknown[];
  error: RunError | null;
  versions: Record<string, string>;
}

export async function finishRun(trx: Trx, id: string, outcome: RunOutcome): Promise<void> {
  await trx
    .updateTable('runs')
    .set({
      status: outcome.status,
      stage: null,
      progress: toJsonb(outcome.progress),
      timings: toJsonb(outcome.timings),
      trace: toJsonb(outcome.trace),
      warnings: toJsonb(outcome.warnings),
      error: outcome.error ? toJsonb(outcome.error) : null,
      versions: toJsonb(outcome.versions),
      finished_at: new Date(),
    })
    .where('id', '=', id)
    .execute();
  await insertLiveEvents(trx, [{ type: 'run', data: { runId: id, status: outcome.status } }]);
}
