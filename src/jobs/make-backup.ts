// The job behind a back-up, and the clock that asks for one.

import { giveUpBackup, makeBackup, scheduleBackup } from '../actions/backups.ts';
import type { Services } from '../actions/services.ts';
import type { Logger } from '../observe/logger.ts';
import { type MakeBackupPayload, makeBackupPayload, makeBackupQueue } from '../store/queues.ts';
import { nextTime, previousTime } from './cron-times.ts';
import type { Job } from './job.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'backups' | 'log'>;

export function makeBackupJob(deps: Deps): Job<MakeBackupPayload> {
  return {
    queue: makeBackupQueue,
    payload: makeBackupPayload,
    handle: (payload, { signal, log }) => makeBackup({ ...deps, log }, payload, signal),
    giveUp: (payload) => giveUpBackup(deps, payload),
  };
}

/** A machine that was off at the time of the schedule makes up for it this long after its start. */
const CATCH_UP_AFTER_MS = 5 * 60_000;
/** Timers count only so far, and clocks are set. */
const LOOK_EVERY_MS = 10 * 60_000;

/**
 * Asks for a back-up at each time of the schedule. Several processes may do it: each time counts once. Returns what ends it.
 */
export function startBackupSchedule(deps: Deps, schedule: string, log: Logger): { stop(): Promise<void> } {
  let stopped = false;
  let asking: Promise<unknown> = Promise.resolve();
  let next = nextTime(schedule, new Date());
  const ask = (at: Date): void => {
    asking = asking
      .then(() => scheduleBackup(deps, at))
      .catch((error: unknown) => log.error({ error }, 'asking for a back-up failed'));
  };
  const look = (): void => {
    const now = new Date();
    if (now >= next) {
      ask(next);
      next = nextTime(schedule, now);
    }
    wait();
  };
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    if (stopped) return;
    timer = setTimeout(look, Math.min(LOOK_EVERY_MS, Math.max(1000, next.getTime() - Date.now()))).unref();
  };
  wait();
  const catchUp = setTimeout(() => ask(previousTime(schedule, new Date())), CATCH_UP_AFTER_MS).unref();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(catchUp);
      await asking;
    },
  };
}
