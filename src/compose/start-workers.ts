// Background work of a process: its jobs, and what looks after the store by itself.

import { availableParallelism } from 'node:os';
import { exportAccountJob } from '../jobs/export-account.ts';
import { startJob } from '../jobs/job.ts';
import { startKeepingRounds } from '../jobs/keeping-rounds.ts';
import { makeBackupJob, startBackupSchedule } from '../jobs/make-backup.ts';
import { readDocumentJob } from '../jobs/read-document.ts';
import { sendEmailJob } from '../jobs/send-email.ts';
import { moduleLogger } from '../observe/logger.ts';
import { startBlobUpkeep } from '../store/blob-upkeep.ts';
import type { Core } from './world.ts';

/** Mails handed over at the same time: few, because servers take many connections at once for an attack. */
const MAIL_JOBS = 2;

export async function startWorkers({ config, log, closers, services }: Core): Promise<void> {
  const storeLog = moduleLogger(log, 'store');
  const deps = { queue: services.queue, log: moduleLogger(log, 'jobs') };
  const upkeep = startBlobUpkeep(services, {
    onError: (error) => storeLog.error({ error }, 'background error'),
    onRemoved: (count) => storeLog.info({ count }, 'blobs that nothing named were deleted'),
  });
  closers.add(() => upkeep.stop());
  await startJob(deps, readDocumentJob(services), config.readJobs || availableParallelism());
  await startJob(deps, exportAccountJob(services), 1);
  await startJob(deps, sendEmailJob(services), MAIL_JOBS);
  await startJob(deps, makeBackupJob(services), 1);
  if (services.backups) {
    const backups = startBackupSchedule(services, config.backup.schedule, moduleLogger(log, 'backup'));
    closers.add(() => backups.stop());
  }
  const rounds = startKeepingRounds(services, moduleLogger(log, 'keeping'));
  closers.add(() => rounds.stop());
}
