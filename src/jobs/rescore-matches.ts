// The job that learns from a workspace's decisions and matches all its records anew. Cut off, it goes on: it ends as it
// would have.

import type { MatchDeps } from '../actions/match-record.ts';
import { rescoreMatches } from '../actions/rescore-matches.ts';
import type { Services } from '../actions/services.ts';
import { type RescoreMatchesPayload, rescoreMatchesPayload, rescoreMatchesQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

export function rescoreMatchesJob(deps: MatchDeps & Pick<Services, 'fitCalibration'>): Job<RescoreMatchesPayload> {
  return {
    queue: rescoreMatchesQueue,
    payload: rescoreMatchesPayload,
    concurrency: 1,
    async handle({ workspaceId }, { jobId, signal, progress, log }) {
      const { records } = await rescoreMatches(deps, { workspaceId, jobId, signal, progress });
      log.info({ event: 'matches-rescored', records }, 'matches scored again');
    },
    // What was scored stays; the rest is as it was.
    giveUp: async () => {},
  };
}
