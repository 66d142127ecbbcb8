// A notice becomes what people have of it: a row for each of them, the time of their mail, and a delivery for each webhook.
// Runs as a job: may be started twice, and counts once.

import { may, type Permission } from '../identity/permissions.ts';
import { mailDueAt } from '../notify/mail-times.ts';
import { findNoticeKind, type NoticeKind } from '../notify/notice-kinds.ts';
import { channelsFor, readNoticeSettings } from '../notify/notice-settings.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { insertLiveEvents } from '../store/live-events.ts';
import { listMembersToTell, type MemberToTell } from '../store/members-to-tell.ts';
import { newId } from '../store/new-id.ts';
import { lockNotice, markExpanded, type NoticeRow } from '../store/notices.ts';
import { listNotificationSettings } from '../store/notification-settings.ts';
import { insertMailTimes, insertNotifications, type NewNotification } from '../store/notifications.ts';
import { deliverWebhookQueue, type ExpandNoticePayload, mailNoticesQueue } from '../store/queues.ts';
import { insertDeliveries } from '../store/webhook-deliveries.ts';
import { listReceivers } from '../store/webhooks.ts';
import type { Services } from './services.ts';
import { queueTries } from './webhooks.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'mailTransport' | 'onNotice'>;

/** People in one statement. */
const BATCH = 500;

export async function expandNotice(deps: Deps, { workspaceId, noticeId }: ExpandNoticePayload): Promise<void> {
  const { db, queue, onNotice } = deps;
  const done = await inWorkspace(db, workspaceId, async (trx) => {
    const notice = await lockNotice(trx, noticeId);
    if (!notice || notice.expanded_at) return undefined;
    const now = new Date();
    const kind = findNoticeKind(notice.kind);
    if (kind) await tellPeople(trx, deps, { notice, kind, now });
    if (kind?.webhook) await tellWebhooks(trx, deps, notice);
    await markExpanded(trx, noticeId, now);
    return { kind: notice.kind, ageMs: now.getTime() - notice.created_at.getTime() };
  });
  if (!done) return;
  queue.wake(mailNoticesQueue.name);
  queue.wake(deliverWebhookQueue.name);
  onNotice?.(done);
}

interface Telling {
  notice: NoticeRow;
  kind: NoticeKind;
  now: Date;
}

async function tellPeople(trx: Trx, deps: Deps, telling: Telling): Promise<void> {
  const { notice, kind, now } = telling;
  const permission: Permission = kind.permission;
  const members = (await listMembersToTell(trx, notice.user_ids)).filter(({ role }) => may(role, permission));
  for (let i = 0; i < members.length; i += BATCH) {
    const some = members.slice(i, i + BATCH);
    const settings = await listNotificationSettings(
      trx,
      some.map(({ userId }) => userId),
    );
    const people = some.flatMap((member) => {
      const told = tellOne(deps, { ...telling, member, stored: settings.get(member.userId) });
      return told ? [told] : [];
    });
    const { workspace_id: workspaceId, id: noticeId } = notice;
    const added = new Map(
      (await insertNotifications(trx, { workspaceId, noticeId }, people)).map(({ id, userId }) => [userId, id]),
    );
    const fresh = people.filter(({ userId }) => added.has(userId));
    await insertLiveEvents(
      trx,
      fresh
        .filter(({ inApp }) => inApp)
        .map(({ userId }) => ({ type: 'notice', userId, data: { notificationId: added.get(userId)! } })),
    );
    const mails = fresh.flatMap(({ userId, mailDueAt: dueAt }) => (dueAt ? [{ userId, dueAt }] : []));
    await insertMailTimes(trx, workspaceId, mails);
    const atOnce = mails.filter(({ dueAt }) => dueAt <= now);
    await deps.queue.enqueue(
      trx,
      mailNoticesQueue.name,
      atOnce.map(({ userId }) => ({ workspaceId, userId, requestId: null })),
    );
  }
}

/** undefined: this person does not want to hear of it. */
function tellOne(
  { mailTransport }: Deps,
  { notice, kind, now, member, stored }: Telling & { member: MemberToTell; stored: unknown },
): NewNotification | undefined {
  const settings = readNoticeSettings(stored);
  const { inApp, email } = channelsFor(settings, {
    kind: notice.kind,
    score: notice.score,
    defaults: kind.channels,
  });
  const mails = email && mailTransport !== undefined && member.email !== null;
  if (!inApp && !mails) return undefined;
  const { digestible, urgent, daily } = kind;
  const zone = settings.timeZone ?? member.timeZone;
  // What one look found is raised at one moment, whenever each is expanded.
  const raisedAt = daily ? notice.created_at : now;
  const dueAt = mails ? mailDueAt(raisedAt, { settings, zone, digestible, urgent, daily }) : null;
  return { userId: member.userId, inApp, mailDueAt: dueAt };
}

/** The id of the event is the notice's: every endpoint and every try tells the same. */
async function tellWebhooks(trx: Trx, { queue }: Deps, notice: NoticeRow): Promise<void> {
  const { workspace_id: workspaceId, id: eventId, kind, subject_type: type, subject_id, data, score } = notice;
  const body = JSON.stringify({
    type: kind,
    timestamp: notice.created_at.toISOString(),
    data: { noticeId: eventId, workspaceId, subject: { type, id: subject_id }, score, values: data },
  });
  for (const { id: endpointId } of await listReceivers(trx, kind)) {
    const ids = await insertDeliveries(trx, [{ id: newId(), workspaceId, endpointId, eventId, kind, body }]);
    await queueTries(
      trx,
      queue,
      { workspaceId, endpointId },
      ids.map((id) => ({ id, round: 1 })),
    );
  }
}
