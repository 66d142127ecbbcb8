// Figures of cases, computed by the database from what happened: what was taken back did not happen.

import { sql } from 'kysely';
import type { Trx } from './database.ts';

export interface FigureFilter {
  type: string;
  viewerId: string;
  /** Cases that were opened in this time. */
  from?: Date | undefined;
  to?: Date | undefined;
}

export interface StageFigures {
  state: string;
  /** Cases that are there now. */
  now: number;
  /** Cases that have ever been there. */
  reached: number;
  /** Of stays that are over; null = none is. */
  medianSeconds: number | null;
}

const counted = ({ type, viewerId, from, to }: FigureFilter) => sql`select * from cases where type = ${type}
  and (owner_id is null or owner_id = ${viewerId}) and deleted_at is null
  and (${from ?? null}::timestamptz is null or created_at >= ${from ?? null}::timestamptz)
  and (${to ?? null}::timestamptz is null or created_at < ${to ?? null}::timestamptz)`;

/** Every stay of every case in a state. */
const stays = (filter: FigureFilter) => sql`with counted as (${counted(filter)}), stays as (
    select e.case_id, e.from_state, e.to_state as state, e.at as entered_at,
      lead(e.at) over (partition by e.case_id order by e.id) as left_at
    from case_events e join counted c on c.workspace_id = e.workspace_id and c.id = e.case_id
    where e.kind in ('opened', 'moved', 'reopened') and not exists (select from case_events undone
      where undone.workspace_id = e.workspace_id and undone.case_id = e.case_id and undone.takes_back = e.id))`;

export async function countStages(trx: Trx, filter: FigureFilter): Promise<StageFigures[]> {
  const { rows } = await sql<StageFigures>`${stays(filter)}
    select state, count(distinct case_id)::int as reached,
      (count(*) filter (where left_at is null))::int as now,
      percentile_cont(0.5) within group (order by extract(epoch from left_at - entered_at)::float8)
        filter (where left_at is not null) as "medianSeconds"
    from stays group by state`.execute(trx);
  return rows;
}

/** How many cases took which step. */
export async function countSteps(
  trx: Trx,
  filter: FigureFilter,
): Promise<{ from: string; to: string; cases: number }[]> {
  const { rows } = await sql<{ from: string; to: string; cases: number }>`${stays(filter)}
    select from_state as "from", state as "to", count(distinct case_id)::int as cases
    from stays where from_state is not null group by from_state, state order by cases desc, "from", "to"`.execute(trx);
  return rows;
}

export interface PeriodFigures {
  /** First day, UTC: YYYY-MM-DD. */
  from: string;
  opened: number;
  /** State → cases that ended in it. */
  ended: Record<string, number>;
}

/** The latest periods in which anything happened, newest first. */
export async function countPeriods(
  trx: Trx,
  filter: FigureFilter,
  { by, limit }: { by: 'week' | 'month'; limit: number },
): Promise<PeriodFigures[]> {
  const day = sql`to_char(date_trunc(${by}, at at time zone 'UTC'), 'YYYY-MM-DD')`;
  const { rows } = await sql<PeriodFigures>`with counted as (${counted(filter)}), happened as (
      select created_at as at, null::text as ended from counted
      union all select closed_at, state from counted where closed_at is not null
    ), grouped as (select ${day} as "from", ended, count(*)::int as cases from happened group by 1, 2)
    select "from", coalesce(sum(cases) filter (where ended is null), 0)::int as opened,
      coalesce(jsonb_object_agg(ended, cases) filter (where ended is not null), '{}'::jsonb) as ended
    from grouped group by "from" order by "from" desc limit ${limit}`.execute(trx);
  return rows;
}
