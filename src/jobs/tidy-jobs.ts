// Once an hour: rows that are worth a while and no longer. Jobs that were over long ago, answers kept for repeated requests;
// and rows of jobs that the queue knows better.

import type { Services } from '../actions/services.ts';
import { deleteOldAnswers } from '../store/idempotency-keys.ts';
import { reconcileJobs } from '../store/job-tries.ts';
import { deleteOldJobs } from '../store/jobs.ts';
import { type NoPayload, noPayload, tidyJobsQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

export function tidyJobsJob({ db }: Pick<Services, 'db'>, keptDays: number): Job<NoPayload> {
  return {
    queue: tidyJobsQueue,
    payload: noPayload,
    concurrency: 1,
    schedule: { cron: '41 * * * *', payload: { requestId: null } },
    async handle(_payload, { log }) {
      const corrected = await reconcileJobs(db);
      const deleted = await deleteOldJobs(db, keptDays);
      await deleteOldAnswers(db);
      if (corrected + deleted > 0) log.info({ corrected, deleted }, 'rows of jobs were put right or deleted');
    },
    // The next one looks for all of it again.
    giveUp: async () => {},
  };
}
