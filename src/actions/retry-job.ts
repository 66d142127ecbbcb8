// Another chance for a dead job. A reading gets a new run, so that the old one goes on telling what happened; everything else
// goes on under its own id.

import { SheafError } from '../errors.ts';
import { updateExport } from '../store/account-exports.ts';
import { asOwner, type Trx } from '../store/database.ts';
import { findJob, type JobRow, lockJob, markRetriedAs } from '../store/jobs.ts';
import { exportAccountQueue, readDocumentQueue } from '../store/queues.ts';
import { findRun } from '../store/runs.ts';
import { queueReading } from './read-again.ts';
import type { Services } from './services.ts';

interface Again {
  job: Pick<JobRow, 'id'>;
  requestedBy: string;
  requestId: string | null;
}

/**
 * In a transaction of the job's workspace, or for the installation's in one with the owner's rights. Returns the job that does
 * it now; asked again, the same. Throws `job.not-found`, `job.not-dead`, `job.not-retryable`.
 */
export async function tryAgain(trx: Trx, { queue }: Pick<Services, 'queue'>, again: Again): Promise<JobRow> {
  const job = await asOwner(trx, () => lockJob(trx, again.job.id));
  if (!job) throw new SheafError('job.not-found');
  if (job.retried_as) return ensureJob(trx, job.retried_as);
  if (job.state !== 'dead') throw new SheafError('job.not-dead');
  if (job.queue === readDocumentQueue.name) {
    const run = await findRun(trx, job.id);
    if (!run || !job.workspace_id) throw new SheafError('job.not-retryable');
    const next = await queueReading(
      trx,
      { queue },
      {
        documentId: run.document_id,
        requestId: again.requestId,
        workspaceId: job.workspace_id,
        requestedBy: again.requestedBy,
      },
    );
    await asOwner(trx, () => markRetriedAs(trx, job.id, next));
    return ensureJob(trx, next);
  }
  if (
    job.queue === exportAccountQueue.name &&
    !(await updateExport(trx, job.id, { state: 'queued', finished_at: null }))
  )
    throw new SheafError('job.not-retryable');
  if (!(await queue.reopen(trx, job))) throw new SheafError('job.not-retryable');
  return ensureJob(trx, job.id);
}

async function ensureJob(trx: Trx, id: string): Promise<JobRow> {
  const job = await asOwner(trx, () => findJob(trx, id));
  if (!job) throw new SheafError('job.not-found');
  return job;
}
