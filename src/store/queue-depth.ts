// How much work waits in a queue.

import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Jobs that nobody has begun, counted up to `atMost`: a long queue costs no more than a full one. */
export async function countWaiting(db: Database['db'], queue: string, atMost: number): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting
    from (select from jobs.job where name = ${queue} and state < 'active' limit ${atMost}) as waiting`.execute(db);
  return rows[0]!.waiting;
}

export interface QueueDepth {
  queue: string;
  state: 'waiting' | 'delayed' | 'active' | 'dead';
  jobs: number;
  /** Of the oldest: since it could begin, or began. */
  seconds: number;
}

/** Of all queues; none for a state that no job is in. `dead` stands for the queue in which what failed for good is ended. */
export async function measureQueues(db: Database['db']): Promise<QueueDepth[]> {
  const { rows } = await sql<QueueDepth>`
    select regexp_replace(name, '-dead$', '') as queue,
      case
        when name like '%-dead' then 'dead'
        when state = 'active' then 'active'
        when start_after > now() then 'delayed'
        else 'waiting'
      end as state,
      count(*)::int as jobs,
      greatest(0, extract(epoch from now() - min(
        case when state = 'active' then started_on else greatest(created_on, start_after) end
      )))::float8 as seconds
    from jobs.job
    where state < 'completed'
    group by 1, 2`.execute(db);
  return rows;
}
