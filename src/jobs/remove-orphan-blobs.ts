// Every six hours: files that nothing names, and those that have had their time, are deleted.

import { lookAfterFiles, type UpkeepDeps } from '../store/blob-upkeep.ts';
import { type NoPayload, noPayload, removeOrphanBlobsQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

export function removeOrphanBlobsJob(services: UpkeepDeps): Job<NoPayload> {
  return {
    queue: removeOrphanBlobsQueue,
    payload: noPayload,
    concurrency: 1,
    schedule: { cron: '23 */6 * * *', payload: { requestId: null } },
    async handle(_payload, { log }) {
      const count = await lookAfterFiles(services);
      if (count > 0) log.info({ count }, 'blobs that nothing named were deleted');
    },
    // The next one looks for all of them again.
    giveUp: async () => {},
  };
}
