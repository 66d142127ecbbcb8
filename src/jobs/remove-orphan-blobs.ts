// Every six hours: blobs that nothing names are deleted.

import type { Services } from '../actions/services.ts';
import { removeOrphanBlobs } from '../store/blob-upkeep.ts';
import { type NoPayload, noPayload, removeOrphanBlobsQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

export function removeOrphanBlobsJob(services: Pick<Services, 'db' | 'blobs'>): Job<NoPayload> {
  return {
    queue: removeOrphanBlobsQueue,
    payload: noPayload,
    concurrency: 1,
    schedule: { cron: '23 */6 * * *', payload: { requestId: null } },
    async handle(_payload, { log }) {
      const count = await removeOrphanBlobs(services);
      if (count > 0) log.info({ count }, 'blobs that nothing named were deleted');
    },
    // The next one looks for all of them again.
    giveUp: async () => {},
  };
}
