// Background work of a process: its jobs, and what looks after the store by itself.

import { availableParallelism } from 'node:os';
import { exportAccountJob } from '../jobs/export-account.ts';
import { startJob } from '../jobs/job.ts';
import { startKeepingRounds } from '../jobs/keeping-rounds.ts';
import { readDocumentJob } from '../jobs/read-document.ts';
import { sendEmailJob } from '../jobs/send-email.ts';
import { moduleLogger } from '../observe/logger.ts';
import { startBlobUpkeep } from '../store/blob-upkeep.ts';
import { countTries } from './measure-core.ts';
import type { Core } from './world.ts';

/** Mails handed over at the same time: few, because servers take many connections at once for an attack. */
const MAIL_JOBS = 2;

export async function startWorkers({ config, log, closers, services, metrics }: Core): Promise<void> {
  const storeLog = moduleLogger(log, 'store');
  const deps = { queue: services.queue, log: moduleLogger(log, 'jobs'), ...(metrics ? countTries(metrics) : {}) };
  const upkeep = startBlobUpkeep(services, {
    onError: (error) => storeLog.error({ error }, 'background error'),
    onRemoved: (count) => storeLog.info({ count }, 'blobs that nothing named were deleted'),
  });
  closers.add(() => upkeep.stop());
  await startJob(deps, readDocumentJob(services), config.readJobs || availableParallelism());
  await startJob(deps, exportAccountJob(services), 1);
  await startJob(deps, sendEmailJob(services), MAIL_JOBS);
  const rounds = startKeepingRounds(services, moduleLogger(log, 'keeping'));
  closers.add(() => rounds.stop());
}
