// Requests by caller and window, added up over all processes on this database.

import { sql } from 'kysely';
import type { Database } from './database.ts';

type Db = Database['db'];

export interface WindowCount {
  subject: string;
  windowSeconds: number;
  windowNumber: number;
  count: number;
}

export interface CountExchange {
  /** Totals of what was given, and of everything that other processes changed since. */
  totals: WindowCount[];
  /** Give it with the next exchange. */
  seenUntil: string;
}

/** Clocks of transactions: one that began earlier may commit later. What is read twice does no harm. */
const OVERLAP = '2 seconds';
/** The busiest matter most; the rest is learned with the next exchange of their own. */
const MOST_CHANGED = 5000;

/** Adds the counts. Rows are taken in one order, so that processes never wait on each other in a circle. */
export async function exchangeRequestCounts(
  db: Db,
  counts: readonly WindowCount[],
  seenUntil: string | undefined,
): Promise<CountExchange> {
  const added = await sql<WindowCount>`
    insert into request_counts (subject, window_seconds, window_number, count, changed_at)
    select "subject", "windowSeconds", "windowNumber", "count", clock_timestamp()
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb)
      as given("subject" text, "windowSeconds" integer, "windowNumber" bigint, "count" bigint)
    order by 1, 2, 3
    on conflict (subject, window_seconds, window_number)
    do update set count = request_counts.count + excluded.count, changed_at = excluded.changed_at
    returning ${countColumns}`.execute(db);
  const { rows: now } = await sql<{
    at: string;
  }>`select (clock_timestamp() - ${OVERLAP}::interval)::text as at`.execute(db);
  const since = seenUntil ?? '-infinity';
  const others = await sql<WindowCount>`
    select ${countColumns} from request_counts where changed_at >= ${since}::timestamptz
    order by count desc limit ${MOST_CHANGED}`.execute(db);
  return { totals: [...added.rows, ...others.rows], seenUntil: now[0]!.at };
}

const countColumns = sql`subject, window_seconds as "windowSeconds", window_number as "windowNumber", count`;

/** Deletes windows that are over. */
export async function deletePastWindows(db: Db, nowSeconds: number): Promise<void> {
  await sql`delete from request_counts where (window_number + 1) * window_seconds < ${nowSeconds}`.execute(db);
}
