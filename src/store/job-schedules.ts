// What is queued by the clock: cron in UTC, once for all processes, and once for what was due while none ran.

import { sql } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { nextTime } from './cron-times.ts';
import type { Db } from './database.ts';
import type { JobPayload } from './queue-spec.ts';
import type { JobState } from './schema-jobs.ts';

export interface NewSchedule {
  queue: string;
  cron: string;
  payload: JobPayload;
}

export interface ScheduleRow {
  queue: string;
  cron: string;
  nextRunAt: Date;
  /** null before the first, and when it is too long ago. */
  lastJob: { id: string; state: JobState; startedAt: Date | null; finishedAt: Date | null } | null;
}

export interface JobSchedules {
  /** From now on there are these and no others. */
  set(schedules: readonly NewSchedule[]): Promise<void>;
  list(): Promise<ScheduleRow[]>;
}

/** Five fields: minute, hour, day of the month, month, day of the week. */
const CRON_FIELDS = 5;

/** When a cron expression is due next, in UTC. Throws an Error that says what is wrong with it. */
export function nextRun(cron: string, after = new Date()): Date {
  if (cron.trim().split(/\s+/).length !== CRON_FIELDS)
    throw new Error(
      `"${cron}" is no schedule: it needs ${CRON_FIELDS} fields, such as "0 3 * * *" for each day at 3:00`,
    );
  try {
    return nextTime(cron, after);
  } catch (error) {
    throw new Error(`"${cron}" is no schedule: ${(error as Error).message}`);
  }
}

export function createSchedules(boss: PgBoss, db: Db): JobSchedules {
  return {
    async set(schedules) {
      for (const { queue, cron, payload } of schedules)
        await boss.schedule(queue, cron, payload, { tz: 'UTC', missed: 'once' });
      const wanted = new Set(schedules.map(({ queue }) => queue));
      for (const { name } of await boss.getSchedules()) if (!wanted.has(name)) await boss.unschedule(name);
    },
    async list() {
      const { rows } = await sql<{
        queue: string;
        cron: string;
        id: string | null;
        state: JobState;
        started_at: Date | null;
        finished_at: Date | null;
      }>`
        select schedule.name as queue, schedule.cron, jobs.id, jobs.state, jobs.started_at, jobs.finished_at
        from jobs.schedule as schedule left join public.jobs as jobs on jobs.id = schedule.last_job_id
        order by schedule.name`.execute(db);
      return rows.map(({ queue, cron, id, state, started_at, finished_at }) => ({
        queue,
        cron,
        nextRunAt: nextRun(cron),
        lastJob: id === null ? null : { id, state, startedAt: started_at, finishedAt: finished_at },
      }));
    },
  };
}
