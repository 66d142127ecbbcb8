// Looks for new matches of everybody whose hour has come: clocks of the world show full hours at every quarter of one. Two rounds at
// once do no harm: each look is held by whoever makes it.

import { type CheckDeps, checkNewMatches } from '../actions/check-matches.ts';
import { matchCheckRoundQueue, type NoPayload, noPayload } from '../store/queues.ts';
import type { Job } from './job.ts';

export function matchCheckRoundJob(deps: CheckDeps): Job<NoPayload> {
  return {
    queue: matchCheckRoundQueue,
    payload: noPayload,
    concurrency: 1,
    schedule: { cron: '*/15 * * * *', payload: { requestId: null } },
    async handle(_payload, { signal, log }) {
      const { people, told } = await checkNewMatches(deps, new Date(), signal);
      if (told > 0) log.info({ event: 'matches-told', people, told }, 'people were told of new matches');
    },
    // The next round comes by itself.
    giveUp: async () => {},
  };
}
