// The job behind a back-up, and the one by which the clock asks for it.

import { giveUpBackup, makeBackup, scheduleBackup } from '../actions/backups.ts';
import type { Services } from '../actions/services.ts';
import { dueTime } from '../store/cron-times.ts';
import {
  askForBackupQueue,
  type MakeBackupPayload,
  makeBackupPayload,
  makeBackupQueue,
  type NoPayload,
  noPayload,
} from '../store/queues.ts';
import type { Job } from './job.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'backups' | 'log' | 'raiseNotice'>;

export function makeBackupJob(deps: Deps): Job<MakeBackupPayload> {
  return {
    queue: makeBackupQueue,
    payload: makeBackupPayload,
    concurrency: 1,
    handle: (payload, { signal, log }) => makeBackup({ ...deps, log }, payload, signal),
    giveUp: (payload) => giveUpBackup(deps, payload),
  };
}

/** Asks for one at each time of the schedule, and once for those that passed while nothing ran; never where no folder is set. */
export function askForBackupJob(deps: Deps, cron: string): Job<NoPayload> {
  return {
    queue: askForBackupQueue,
    payload: noPayload,
    concurrency: 1,
    ...(deps.backups ? { schedule: { cron, payload: { requestId: null } } } : {}),
    async handle() {
      // Of each time there is one, however often it is asked for.
      if (deps.backups) await scheduleBackup(deps, dueTime(cron, new Date()));
    },
    // The next time of the schedule asks again.
    giveUp: async () => {},
  };
}
