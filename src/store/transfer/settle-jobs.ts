// What the rows of jobs say once they are in another place: nothing runs there yet, and not every job was carried.

import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { deadName } from '../queue-spec.ts';

/**
 * What ran waits again. What died has ended, and what has to end with it comes when the place is started. What was not
 * carried is over: nobody would begin it. Needs the rows and the queue as they were carried, on the newest schema.
 */
export async function settleJobs(db: Db): Promise<void> {
  await sql`update jobs set changes = jobs.changes + 1,
      state = case found.kind when 'queued' then 'waiting' when 'died' then 'dead' else 'cancelled' end,
      next_try_at = null,
      error_code = case found.kind when 'queued' then error_code else coalesce(error_code, 'job.interrupted') end,
      finished_at = case found.kind when 'queued' then null else now() end
    from (
      select open.id, case when exists (select from jobs.job as queued where queued.name = open.queue and queued.id = open.id)
          then 'queued'
        when exists (select from jobs.job as queued where queued.name = open.queue || ${deadName('')} and queued.id = open.id)
          then 'died' else 'left' end as kind
      from public.jobs as open where open.state in ('waiting', 'running', 'retrying')
    ) as found
    where jobs.id = found.id and not (found.kind = 'queued' and jobs.state in ('waiting', 'retrying'))`.execute(db);
}
