// Each night, where people decided much since: how sure is sure in this workspace?

import { fitDueCalibrations } from '../actions/reading-calibration.ts';
import type { Services } from '../actions/services.ts';
import { calibrationRoundQueue, type NoPayload, noPayload } from '../store/queues.ts';
import type { Job } from './job.ts';

export function calibrationRoundJob(deps: Pick<Services, 'db'>): Job<NoPayload> {
  return {
    queue: calibrationRoundQueue,
    payload: noPayload,
    concurrency: 1,
    schedule: { cron: '52 2 * * *', payload: { requestId: null } },
    async handle(_payload, { signal, log }) {
      const workspaces = await fitDueCalibrations(deps, signal);
      if (workspaces > 0) log.info({ event: 'confidence-fitted', workspaces }, 'confidence fitted to decisions');
    },
    // The next round looks again.
    giveUp: async () => {},
  };
}
