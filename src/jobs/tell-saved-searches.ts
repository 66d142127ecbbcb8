// Once a day: what saved searches found that are to be told of by the day.

import { tellSavedSearches } from '../actions/search-upkeep.ts';
import type { Services } from '../actions/services.ts';
import { type NoPayload, noPayload, tellSavedSearchesQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

export function tellSavedSearchesJob(
  deps: Pick<Services, 'db' | 'queue' | 'types' | 'nlp' | 'raiseNotice'>,
): Job<NoPayload> {
  return {
    queue: tellSavedSearchesQueue,
    payload: noPayload,
    concurrency: 1,
    schedule: { cron: '0 6 * * *', payload: { requestId: null } },
    async handle(_payload, { signal, log }) {
      const count = await tellSavedSearches(deps, new Date(), signal);
      if (count > 0) log.info({ count }, 'makers of saved searches were told what was found');
    },
    // What nobody was told of is told the next day.
    giveUp: async () => {},
  };
}
