// The jobs that run in this process, and how it parts from them when it stops.

import { setImmediate } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';

interface Claimed {
  id: string;
  /** Tells this try from another worker's. */
  retryCount: number;
  /** Aborted when the job was taken from this worker. */
  signal: AbortSignal;
}

export interface RunningJobs {
  /** Runs a job; its signal fires when the job was taken away or handed back. */
  track(queue: string, job: Claimed, handle: (signal: AbortSignal) => Promise<void>): Promise<void>;
  /** No new jobs for `queues`; waits up to `timeoutMs`, then hands back the rest. Returns how many. */
  drain(queues: readonly string[], timeoutMs: number): Promise<number>;
}

/**
 * As if this try had never been: another worker may take it now, and it has one try more. A count of its own keeps what this
 * process may still say about it (done, failed) from touching the next try.
 */
const HAND_BACK = `
  update jobs.job
  set state = 'retry', retry_count = retry_count + 1, retry_limit = retry_limit + 1, started_on = null, heartbeat_on = null,
    start_after = jobs.job_now()
  where name = $1 and id = $2 and retry_count = $3 and state = 'active'
  returning id`;

export function createRunningJobs(boss: PgBoss): RunningJobs {
  const running = new Map<string, { queue: string; job: Claimed; cut: AbortController }>();

  async function handBack(): Promise<number> {
    let count = 0;
    for (const { queue, job, cut } of [...running.values()]) {
      const { rows } = await boss.getDb().executeSql(HAND_BACK, [queue, job.id, job.retryCount]);
      count += rows.length;
      cut.abort(new Error('handed back: this process stops'));
    }
    return count;
  }

  return {
    async track(queue, job, handle) {
      const cut = new AbortController();
      running.set(job.id, { queue, job, cut });
      try {
        // The embedded database answers without leaving the event loop: jobs that wait for nothing else would, one after the
        // other, let nobody else in as long as there are any.
        await setImmediate();
        await handle(AbortSignal.any([job.signal, cut.signal]));
      } finally {
        running.delete(job.id);
      }
    },
    async drain(queues, timeoutMs) {
      // A worker that is just fetching begins what it gets: waiting for the workers, not for the jobs, includes it.
      const idle = Promise.all(queues.map((queue) => boss.offWork(queue, { wait: true })));
      idle.catch(() => undefined);
      const deadline = Promise.withResolvers<'late'>();
      const timer = setTimeout(() => deadline.resolve('late'), timeoutMs);
      const ended = await Promise.race([idle, deadline.promise]);
      clearTimeout(timer);
      return ended === 'late' ? handBack() : 0;
    },
  };
}
