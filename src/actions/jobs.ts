// Background work of a workspace, for its members: how far it is, cancelling it, having a dead job tried again.

import { SheafError } from '../errors.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { findJob, type JobFilter, type JobRow, listJobs } from '../store/jobs.ts';
import { queues } from '../store/queues.ts';
import { recordActs } from './audit.ts';
import { getRun, type RunWithRecords } from './browse.ts';
import { tryAgain } from './retry-job.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'queue'>;

const sharedQueues = queues.filter((queue) => queue.shared).map((queue) => queue.name);

/** Owners and admins see all of the workspace's; others what everybody shares, and what they asked for themselves. */
const seesAll = ({ role }: Actor): boolean => role === 'owner' || role === 'admin';

const mayManage = (actor: Actor, job: JobRow): boolean =>
  seesAll(actor) || sharedQueues.includes(job.queue) || job.requested_by === actor.userId;

export async function getJobs(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  filter: Pick<JobFilter, 'queue' | 'state' | 'before' | 'limit'>,
): Promise<JobRow[]> {
  const { workspaceId, userId } = actor;
  const visible = seesAll(actor) ? undefined : { queues: sharedQueues, userId };
  return inWorkspace(db, workspaceId, (trx) => listJobs(trx, { ...filter, workspaceId, visible }));
}

/** Throws `job.not-found`: also for those that the actor does not see. */
export async function getJob({ db }: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<JobRow> {
  return inWorkspace(db, actor.workspaceId, (trx) => ensureVisible(trx, actor, id));
}

async function ensureVisible(trx: Trx, actor: Actor, id: string): Promise<JobRow> {
  const job = await findJob(trx, id);
  if (!job || !mayManage(actor, job)) throw new SheafError('job.not-found');
  return job;
}

/** One that is over stays as it is: ask as often as you like. Throws `job.not-found`. */
export async function cancelJob({ db, queue }: Deps, actor: Actor, id: string): Promise<JobRow> {
  const job = await inWorkspace(db, actor.workspaceId, async (trx) => {
    const before = await ensureVisible(trx, actor, id);
    const after = await queue.cancel(trx, id, actor.userId);
    if (!after) throw new SheafError('job.not-found');
    if (after.changes !== before.changes && after.state === 'cancelled') {
      await recordActs(trx, actor, [
        { action: 'job.cancelled', target: { type: 'job', id }, details: { queue: after.queue } },
      ]);
    }
    return after;
  });
  queue.cancelled(job);
  return job;
}

/** Cancels the reading behind a run, and returns the run as it is then; its end follows. Throws `run.not-found`. */
export async function cancelRun(deps: Deps, actor: Actor, id: string): Promise<RunWithRecords> {
  const run = await getRun(deps, actor, id);
  // Of a run and its job there is one id. A run that is over may have outlived its job.
  if (run.finished_at === null) await cancelJob(deps, actor, id);
  return getRun(deps, actor, id);
}

/**
 * Has a dead job tried again and returns the job that does it: itself, or for a reading, which is a run of its own, another.
 * Throws `job.not-found`, `job.not-dead`, `job.not-retryable`.
 */
export async function retryJob(deps: Deps, actor: Actor, id: string): Promise<JobRow> {
  const { db, queue } = deps;
  const job = await inWorkspace(db, actor.workspaceId, async (trx) => {
    const dead = await ensureVisible(trx, actor, id);
    const requestId = actor.requestId ?? null;
    const again = await tryAgain(trx, deps, { job: dead, requestedBy: actor.userId, requestId });
    await recordActs(trx, actor, [
      { action: 'job.retried', target: { type: 'job', id }, details: { queue: again.queue } },
    ]);
    return again;
  });
  queue.wake(job.queue);
  return job;
}
