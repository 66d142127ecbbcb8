// Taking a job back before it is over, and giving a dead one another chance. With the owner's rights.

import { fromKysely, type PgBoss } from 'pg-boss';
import type { Trx } from './database.ts';
import { findPayload, reviveTry } from './job-tries.ts';
import { findJob, type JobRow, lockJob, markCancelled, markWaitingAgain } from './jobs.ts';
import { deadName, type QueueSpec, retryOf } from './queue-spec.ts';
import { overJobStates } from './schema-jobs.ts';

/** Cancels the job, and queues what has to end with it. */
export async function takeJobBack(
  { boss, trx }: { boss: PgBoss; trx: Trx },
  id: string,
  by: string,
): Promise<JobRow | undefined> {
  const job = await lockJob(trx, id);
  if (!job || (overJobStates as readonly string[]).includes(job.state)) return job;
  const db = fromKysely(trx);
  await boss.cancel(job.queue, id, { db });
  await markCancelled(trx, id, by);
  const data = await findPayload(trx, job.queue, id);
  if (data) await boss.insert(deadName(job.queue), [{ id, data }], { db });
  return findJob(trx, id);
}

/** False when it cannot be tried again. Only for jobs that are dead. */
export async function reopenJob(trx: Trx, spec: QueueSpec, id: string): Promise<boolean> {
  if (spec.final) return false;
  const isThere = await reviveTry(trx, { id, queue: spec.name, tries: retryOf(spec).limit });
  if (isThere) await markWaitingAgain(trx, id);
  return isThere;
}
