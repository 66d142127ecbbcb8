// The job behind a new or changed record: it is matched against what is there.

import { type MatchDeps, matchRecord } from '../actions/match-record.ts';
import { type MatchRecordPayload, matchRecordPayload, matchRecordQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

export function matchRecordJob(deps: MatchDeps): Job<MatchRecordPayload> {
  return {
    queue: matchRecordQueue,
    payload: matchRecordPayload,
    // In one workspace they take turns anyway.
    concurrency: 2,
    async handle({ workspaceId, recordId }, { log }) {
      const { compared, proposed, tooCommon } = await matchRecord(deps, { workspaceId, recordId });
      log.info(
        { event: 'record-matched', compared, proposed, ...(tooCommon.length > 0 ? { tooCommon } : {}) },
        'record matched',
      );
    },
    // The next change of the record, or a re-scoring, matches it.
    giveUp: async () => {},
  };
}
