// Background work of the whole installation, for who administers it: ids and states, never what a job carries.

import { SheafError } from '../errors.ts';
import { type MailSummary, summarizeMail } from '../notify/summarize-mail.ts';
import { asOwner, inWorkspace, type Trx } from '../store/database.ts';
import type { ScheduleRow } from '../store/job-schedules.ts';
import { countOpenJobs, findJob, type JobCount, type JobFilter, type JobRow, listJobs } from '../store/jobs.ts';
import { recordAfter } from './audit.ts';
import { tryAgain } from './retry-job.ts';
import type { Services, Somebody } from './services.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'log'>;

export async function getAllJobs({ db }: Pick<Deps, 'db'>, filter: JobFilter): Promise<JobRow[]> {
  return listJobs(db, filter);
}

/** How many jobs wait, run, retry, are dead or were cancelled, by queue. */
export async function getJobCounts({ db }: Pick<Deps, 'db'>): Promise<JobCount[]> {
  return countOpenJobs(db);
}

/** With the mail that it was to send, if it is one. Throws `job.not-found`. */
export async function getAnyJob({ db }: Pick<Deps, 'db'>, id: string): Promise<JobRow & { mail?: MailSummary }> {
  const job = await findJob(db, id);
  if (!job) throw new SheafError('job.not-found');
  const mail = await summarizeMail(db, job);
  return mail ? { ...job, mail } : job;
}

/** Throws `job.not-found`. */
export async function cancelAnyJob(deps: Deps, by: Somebody, id: string): Promise<JobRow> {
  const before = await getAnyJob(deps, id);
  const job = await ofItsWorkspace(deps, before, (trx) => deps.queue.cancel(trx, id, by.userId));
  if (!job) throw new SheafError('job.not-found');
  deps.queue.cancelled(job);
  if (job.changes !== before.changes) await tell(deps, by, { action: 'job.cancelled', job });
  return job;
}

/** Throws `job.not-found`, `job.not-dead`, `job.not-retryable`. */
export async function retryAnyJob(deps: Deps, by: Somebody, id: string): Promise<JobRow> {
  const dead = await getAnyJob(deps, id);
  const requestId = by.requestId ?? null;
  const job = await ofItsWorkspace(deps, dead, (trx) =>
    tryAgain(trx, deps, { job: dead, requestedBy: by.userId, requestId }),
  );
  deps.queue.wake(job.queue);
  await tell(deps, by, { action: 'job.retried', job: dead });
  return job;
}

export async function getSchedules({ queue }: Pick<Deps, 'queue'>): Promise<ScheduleRow[]> {
  return queue.schedules.list();
}

/** Rows of a workspace are reached from within it alone. */
function ofItsWorkspace<T>({ db }: Deps, job: JobRow, work: (trx: Trx) => Promise<T>): Promise<T> {
  if (job.workspace_id) return inWorkspace(db, job.workspace_id, work);
  return db.transaction().execute((trx) => asOwner(trx, () => work(trx)));
}

/** In the log of the server: who administers it acts from outside of the workspace. */
async function tell(
  deps: Deps,
  by: Somebody,
  { action, job }: { action: 'job.cancelled' | 'job.retried'; job: JobRow },
): Promise<void> {
  const details = { queue: job.queue, ...(job.workspace_id ? { workspace: job.workspace_id } : {}) };
  await recordAfter(deps, by, [{ action, target: { type: 'job', id: job.id }, details }]);
}
