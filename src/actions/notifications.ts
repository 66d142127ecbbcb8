// What somebody is told in the console: the list, how many are unread, reading and deleting them.

import { SheafError } from '../errors.ts';
import { may, type Permission } from '../identity/permissions.ts';
import { isNoticeKind, noticeKindNames, noticeKinds } from '../notify/notice-kinds.ts';
import { noticeText } from '../notify/notice-text.ts';
import { findAccount } from '../store/accounts.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { insertLiveEvents } from '../store/live-events.ts';
import {
  countUnread,
  findNotification,
  hideNotification,
  listNotifications,
  markRead,
  type NotificationView,
  type Reader,
} from '../store/notifications.ts';
import type { Role } from '../store/roles.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db'>;
type Member = Actor & { role: Role };

export interface ShownNotification extends NotificationView {
  title: string;
  text: string;
}

/** Of what one's role shows no longer, nothing is told any more either. */
function readerOf({ userId, role }: Member): Reader {
  return {
    userId,
    kinds: noticeKindNames.filter((name) => {
      const permission: Permission = noticeKinds[name].permission;
      return may(role, permission);
    }),
  };
}

/** Newest first, in the language of the account. */
export async function getNotifications(
  { db }: Deps,
  actor: Member,
  page: { unread: boolean; kind: string | undefined; before: string | undefined; limit: number },
): Promise<ShownNotification[]> {
  if (page.kind !== undefined && !isNoticeKind(page.kind)) return [];
  const locale = await localeOf(db, actor.userId);
  const rows = await inWorkspace(db, actor.workspaceId, (trx) => listNotifications(trx, readerOf(actor), page));
  return rows.map((row) => show(row, locale));
}

async function localeOf(db: Deps['db'], userId: string): Promise<string | undefined> {
  return (await findAccount(db, userId))?.locale;
}

const show = (row: NotificationView, locale: string | undefined): ShownNotification => ({
  ...row,
  ...noticeText(row.kind, row.data, locale),
});

/** undefined when it is deleted, or no longer for this person. */
export async function findShownNotification(
  { db }: Deps,
  actor: Member,
  id: string,
): Promise<ShownNotification | undefined> {
  const row = await inWorkspace(db, actor.workspaceId, (trx) => findNotification(trx, readerOf(actor), id));
  return row && show(row, await localeOf(db, actor.userId));
}

/** At most 1 000. */
export async function getUnreadCount({ db }: Deps, actor: Member): Promise<number> {
  return inWorkspace(db, actor.workspaceId, (trx) => countUnread(trx, readerOf(actor)));
}

/** Again: the same. Throws `notification.not-found`. */
export async function readNotification({ db }: Deps, actor: Member, id: string): Promise<ShownNotification> {
  const locale = await localeOf(db, actor.userId);
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    if ((await markRead(trx, actor.userId, { id })) > 0) await tellUnread(trx, actor);
    const row = await findNotification(trx, readerOf(actor), id);
    if (!row) throw new SheafError('notification.not-found');
    return show(row, locale);
  });
}

/** All, or all up to one that was seen. Returns how many are unread then. */
export async function readAllNotifications({ db }: Deps, actor: Member, upTo: string | undefined): Promise<number> {
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    if ((await markRead(trx, actor.userId, { upTo })) > 0) await tellUnread(trx, actor);
    return countUnread(trx, readerOf(actor));
  });
}

/** Throws `notification.not-found`. */
export async function deleteNotification({ db }: Deps, actor: Member, id: string): Promise<void> {
  await inWorkspace(db, actor.workspaceId, async (trx) => {
    const isMine = (await findNotification(trx, readerOf(actor), id)) !== undefined;
    if (!isMine || !(await hideNotification(trx, actor.userId, id))) throw new SheafError('notification.not-found');
    await tellUnread(trx, actor);
  });
}

/** To other windows of the same person. */
async function tellUnread(trx: Trx, { userId }: Member): Promise<void> {
  await insertLiveEvents(trx, [{ type: 'unread', userId, data: {} }]);
}
