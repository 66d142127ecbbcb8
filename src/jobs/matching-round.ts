// Looks, four times an hour, whether the matches of a workspace are to be scored again, and queues that. The first round after an
// upgrade finds newer declarations.

import { queueDueRescores } from '../actions/queue-due-rescores.ts';
import type { Services } from '../actions/services.ts';
import { matchingRoundQueue, type NoPayload, noPayload } from '../store/queues.ts';
import type { Job } from './job.ts';

export function matchingRoundJob(deps: Pick<Services, 'db' | 'queue' | 'matching'>): Job<NoPayload> {
  return {
    queue: matchingRoundQueue,
    payload: noPayload,
    concurrency: 1,
    schedule: { cron: '4-59/15 * * * *', payload: { requestId: null } },
    async handle(_payload, { signal, log }) {
      const queued = await queueDueRescores(deps, new Date(), signal);
      if (queued.version + queued.decisions > 0)
        log.info({ event: 'rescoring-queued', ...queued }, 'matches of workspaces are to be scored again');
    },
    // The next round looks for all of it again.
    giveUp: async () => {},
  };
}
