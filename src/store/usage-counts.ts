// What workspaces used of their quotas, in the period that is running.

import { sql } from 'kysely';
import type { Database, Trx } from './database.ts';
import type { Tier, UsageKind } from './schema.ts';

type Db = Database['db'];

export interface UsagePeriod {
  workspaceId: string;
  kind: UsageKind;
  /** YYYY-MM-DD, UTC. */
  periodStart: string;
}

/**
 * Adds `count` unless that would pass `limit`: false then, and nothing is changed. Until the transaction ends, another
 * one for the same workspace and kind waits here, so that no number of them together passes the limit.
 */
export async function addUsageWithin(
  trx: Trx,
  { workspaceId, kind, periodStart, count, limit }: UsagePeriod & { count: number; limit: number },
): Promise<boolean> {
  if (count > limit) return false;
  const most = Number.isFinite(limit) ? limit : Number.MAX_SAFE_INTEGER;
  const { rows } = await sql`
    insert into usage_counts (workspace_id, kind, period_start, used)
    values (${workspaceId}, ${kind}, ${periodStart}::date, ${count})
    on conflict (workspace_id, kind, period_start)
    do update set used = usage_counts.used + excluded.used where usage_counts.used + excluded.used <= ${most}
    returning used`.execute(trx);
  return rows.length > 0;
}

export async function readUsage(trx: Trx, { workspaceId, kind, periodStart }: UsagePeriod): Promise<number> {
  const { rows } = await sql<{ used: number }>`
    select used from usage_counts
    where workspace_id = ${workspaceId} and kind = ${kind} and period_start = ${periodStart}::date`.execute(trx);
  return rows[0]?.used ?? 0;
}

/** undefined = the workspace has no tier of its own. */
export async function readTier(trx: Trx, workspaceId: string): Promise<Tier | undefined> {
  const row = await trx.selectFrom('workspaces').select('tier').where('id', '=', workspaceId).executeTakeFirst();
  return row?.tier ?? undefined;
}

/** False when there is no such workspace. */
export async function writeTier(trx: Trx, given: { workspaceId: string; tier: Tier | null }): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('workspaces')
    .set({ tier: given.tier })
    .where('id', '=', given.workspaceId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface CallCount {
  workspaceId: string;
  periodStart: string;
  count: number;
}

/** Adds API calls of many workspaces, with the owner's rights, and returns the totals. */
export async function addApiCalls(db: Db, calls: readonly CallCount[]): Promise<CallCount[]> {
  try {
    return await insertApiCalls(db, calls);
  } catch (error) {
    if ((error as { code?: unknown }).code !== FOREIGN_KEY_VIOLATION) throw error;
    // A workspace was deleted meanwhile: its calls count for nobody, those of the others do.
    if (calls.length === 1) return [...calls];
    const totals: CallCount[] = [];
    for (const call of calls) totals.push(...(await addApiCalls(db, [call])));
    return totals;
  }
}

const FOREIGN_KEY_VIOLATION = '23503';

async function insertApiCalls(db: Db, calls: readonly CallCount[]): Promise<CallCount[]> {
  const { rows } = await sql<CallCount>`
    insert into usage_counts (workspace_id, kind, period_start, used)
    select "workspaceId", 'apiCalls', "periodStart", "count"
    from jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) as given("workspaceId" uuid, "periodStart" date, "count" bigint)
    order by 1, 3
    on conflict (workspace_id, kind, period_start) do update set used = usage_counts.used + excluded.used
    returning workspace_id as "workspaceId", period_start::text as "periodStart", used as "count"`.execute(db);
  return rows;
}
