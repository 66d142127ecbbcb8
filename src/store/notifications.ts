// What each person has of the notices of a workspace, as rows. Every call runs inside the workspace's transaction.

import { sql } from 'kysely';
import type { Db, Trx } from './database.ts';
import { newId } from './new-id.ts';
import type { NoticeData } from './schema-notices.ts';

export interface NewNotification {
  userId: string;
  inApp: boolean;
  /** null: no mail. */
  mailDueAt: Date | null;
}

/** Those that were not there yet. */
export async function insertNotifications(
  trx: Trx,
  { workspaceId, noticeId }: { workspaceId: string; noticeId: string },
  people: readonly NewNotification[],
): Promise<{ id: string; userId: string }[]> {
  if (people.length === 0) return [];
  const rows = await trx
    .insertInto('notifications')
    .values(
      people.map(({ userId, inApp, mailDueAt }) => ({
        workspace_id: workspaceId,
        id: newId(),
        notice_id: noticeId,
        user_id: userId,
        in_app: inApp,
        mail_due_at: mailDueAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['workspace_id', 'notice_id', 'user_id']).doNothing())
    .returning(['id', 'user_id'])
    .execute();
  return rows.map((row) => ({ id: row.id, userId: row.user_id }));
}

export interface NotificationView {
  id: string;
  kind: string;
  subject_type: string;
  subject_id: string;
  data: NoticeData;
  score: number | null;
  created_at: Date;
  read_at: Date | null;
}

/** Whose, and which kinds they may see now. */
export interface Reader {
  userId: string;
  kinds: readonly string[];
}

const selectViews = (trx: Trx) =>
  trx
    .selectFrom('notifications')
    .innerJoin('notices', (join) =>
      join
        .onRef('notices.workspace_id', '=', 'notifications.workspace_id')
        .onRef('notices.id', '=', 'notifications.notice_id'),
    )
    .select([
      'notifications.id',
      'notices.kind',
      'notices.subject_type',
      'notices.subject_id',
      'notices.data',
      'notices.score',
      'notifications.created_at',
      'notifications.read_at',
    ]);

const selectMine = (trx: Trx, { userId, kinds }: Reader) =>
  selectViews(trx)
    .where('notifications.user_id', '=', userId)
    .where('notifications.in_app', '=', true)
    .where('notifications.deleted_at', 'is', null)
    .where('notices.kind', 'in', [...kinds, '']);

/** Newest first. */
export async function listNotifications(
  trx: Trx,
  reader: Reader,
  {
    unread,
    kind,
    before,
    limit,
  }: { unread?: boolean; kind?: string | undefined; before?: string | undefined; limit: number },
): Promise<NotificationView[]> {
  let query = selectMine(trx, reader).orderBy('notifications.id', 'desc').limit(limit);
  if (unread) query = query.where('notifications.read_at', 'is', null);
  if (kind) query = query.where('notices.kind', '=', kind);
  if (before) query = query.where('notifications.id', '<', before);
  return query.execute();
}

export async function findNotification(trx: Trx, reader: Reader, id: string): Promise<NotificationView | undefined> {
  return selectMine(trx, reader).where('notifications.id', '=', id).executeTakeFirst();
}

/** Past this many, nobody counts. */
const MOST_COUNTED = 1000;

/** At most 1 000. */
export async function countUnread(trx: Trx, reader: Reader): Promise<number> {
  const { count } = await trx
    .selectFrom(selectMine(trx, reader).where('notifications.read_at', 'is', null).limit(MOST_COUNTED).as('unread'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Marks one, or all up to one, as read. Returns how many became so. */
export async function markRead(
  trx: Trx,
  userId: string,
  which: { id: string } | { upTo: string | undefined },
): Promise<number> {
  let query = trx
    .updateTable('notifications')
    .set({ read_at: new Date() })
    .where('user_id', '=', userId)
    .where('in_app', '=', true)
    .where('deleted_at', 'is', null)
    .where('read_at', 'is', null);
  if ('id' in which) query = query.where('id', '=', which.id);
  else if (which.upTo) query = query.where('id', '<=', which.upTo);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The row stays, so that the notice does not come again. */
export async function hideNotification(trx: Trx, userId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('notifications')
    .set({ deleted_at: new Date() })
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .where('in_app', '=', true)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** In the order in which they were raised; held until the transaction ends. */
export async function lockDueMail(
  trx: Trx,
  { userId, now, limit }: { userId: string; now: Date; limit: number },
): Promise<(NotificationView & { due_at: Date })[]> {
  const rows = await selectViews(trx)
    .select('notifications.mail_due_at as due_at')
    .where('notifications.user_id', '=', userId)
    .where('notifications.mail_due_at', '<=', now)
    .where('notifications.mailed_at', 'is', null)
    .orderBy('notifications.id')
    .limit(limit)
    .forUpdate('notifications')
    .execute();
  return rows.map((row) => ({ ...row, due_at: row.due_at! }));
}

export async function markMailed(trx: Trx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable('notifications').set({ mailed_at: at }).where('id', 'in', ids).execute();
}

/** No mail comes of these any more. */
export async function dropMail(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable('notifications').set({ mail_due_at: null }).where('id', 'in', ids).execute();
}

/** Kinds and ids of what waits for a mail, so that it can be given another time. */
export async function lockWaitingMail(
  trx: Trx,
  userId: string,
): Promise<{ id: string; kind: string; score: number | null }[]> {
  return trx
    .selectFrom('notifications')
    .innerJoin('notices', (join) =>
      join
        .onRef('notices.workspace_id', '=', 'notifications.workspace_id')
        .onRef('notices.id', '=', 'notifications.notice_id'),
    )
    .select(['notifications.id', 'notices.kind', 'notices.score'])
    .where('notifications.user_id', '=', userId)
    .where('notifications.mail_due_at', 'is not', null)
    .where('notifications.mailed_at', 'is', null)
    .orderBy('notifications.id')
    .forUpdate('notifications')
    .execute();
}

export async function moveMail(trx: Trx, ids: readonly string[], dueAt: Date | null): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable('notifications').set({ mail_due_at: dueAt }).where('id', 'in', ids).execute();
}

/** Tells the clock. */
export async function insertMailTimes(
  trx: Trx,
  workspaceId: string,
  times: readonly { userId: string; dueAt: Date }[],
): Promise<void> {
  if (times.length === 0) return;
  await trx
    .insertInto('notice_mail_times')
    .values(times.map(({ userId, dueAt }) => ({ workspace_id: workspaceId, user_id: userId, due_at: dueAt })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteMailTimes(trx: Trx, userId: string, upTo: Date): Promise<void> {
  await trx.deleteFrom('notice_mail_times').where('user_id', '=', userId).where('due_at', '<=', upTo).execute();
}

/** Of all workspaces, with the owner's rights: whose mail is due. */
export async function listDueMailTimes(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<{ workspaceId: string; userId: string }[]> {
  const { rows } = await sql<{ workspaceId: string; userId: string }>`
    select workspace_id as "workspaceId", user_id as "userId" from notice_mail_times
    where due_at <= ${now} group by workspace_id, user_id order by min(due_at) limit ${limit}`.execute(db);
  return rows;
}
