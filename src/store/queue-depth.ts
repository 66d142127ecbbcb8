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
