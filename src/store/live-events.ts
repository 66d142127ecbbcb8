// What changed, for whoever watches: rows that are kept for a day, in the order in which their transactions were committed.

import { sql } from 'kysely';
import type { Db, Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import type { NoticeData } from './schema-notices.ts';

export const liveEventTypes = ['document', 'run', 'notice', 'unread'] as const;
export type LiveEventType = (typeof liveEventTypes)[number];

export interface NewLiveEvent {
  type: LiveEventType;
  /** For one person alone; absent: for everybody in the workspace. */
  userId?: string | undefined;
  /** Ids and states; no texts. */
  data: NoticeData;
}

/** In the workspace's transaction. */
export async function insertLiveEvents(trx: Trx, events: readonly NewLiveEvent[]): Promise<void> {
  if (events.length === 0) return;
  await trx
    .insertInto('live_events')
    .values(
      events.map(({ type, userId, data }) => ({
        workspace_id: sql<string>`current_setting('sheaf.workspace_id')::uuid`,
        user_id: userId ?? null,
        type,
        data: toJsonb(data),
      })),
    )
    .execute();
}

export interface LiveEvent {
  /** Order among all; what `after` takes. */
  place: EventPlace;
  workspaceId: string;
  userId: string | null;
  type: string;
  data: NoticeData;
}

export interface EventPlace {
  xact: string;
  id: number;
}

/** Of all workspaces, with the owner's rights. Only what no transaction that is still open can come before. */
export async function listLiveEvents(db: Db, after: EventPlace, limit: number): Promise<LiveEvent[]> {
  const { rows } = await sql<Omit<LiveEvent, 'place'> & EventPlace>`
    select workspace_id as "workspaceId", id, xact::text as xact, user_id as "userId", type, data from live_events
    where (xact, id) > (${after.xact}::xid8, ${after.id}) and xact < pg_snapshot_xmin(pg_current_snapshot())
    order by live_events.xact, id limit ${limit}`.execute(db);
  return rows.map(({ xact, id, ...event }) => ({ ...event, place: { xact, id: Number(id) } }));
}

/** The last that can be seen now. */
export async function newestPlace(db: Db): Promise<EventPlace> {
  const { rows } = await sql<EventPlace>`
    select xact::text as xact, id from live_events where xact < pg_snapshot_xmin(pg_current_snapshot())
    order by live_events.xact desc, id desc limit 1`.execute(db);
  const [row] = rows;
  return row ? { xact: row.xact, id: Number(row.id) } : { xact: '0', id: 0 };
}

/** Whether this database has come so far: a place of another one may lie ahead of it. */
export async function hasReached(db: Db, { xact }: EventPlace): Promise<boolean> {
  const { rows } = await sql<{ reached: boolean }>`
    select ${xact}::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) as reached`.execute(db);
  return rows[0]?.reached === true;
}

/** Of one workspace, from a place up to another. */
export async function listEventsBetween(
  db: Db,
  workspaceId: string,
  { after, upTo, limit }: { after: EventPlace; upTo: EventPlace; limit: number },
): Promise<LiveEvent[]> {
  const { rows } = await sql<Omit<LiveEvent, 'place'> & EventPlace>`
    select workspace_id as "workspaceId", id, xact::text as xact, user_id as "userId", type, data from live_events
    where workspace_id = ${workspaceId} and (xact, id) > (${after.xact}::xid8, ${after.id})
      and (xact, id) <= (${upTo.xact}::xid8, ${upTo.id})
    order by live_events.xact, id limit ${limit}`.execute(db);
  return rows.map(({ xact, id, ...event }) => ({ ...event, place: { xact, id: Number(id) } }));
}

/** Of all workspaces, with the owner's rights. */
export async function deleteOldLiveEvents(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('live_events').where('created_at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
