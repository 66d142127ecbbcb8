// What is due for one person goes into the outbox: one notice as itself, several as a digest, none as nothing. In one transaction:
// a notice is in exactly one mail.

import { may, type Permission } from '../identity/permissions.ts';
import { findNoticeKind } from '../notify/notice-kinds.ts';
import { noticeText } from '../notify/notice-text.ts';
import { queueMail } from '../notify/queue-mail.ts';
import { unsubscribeToken } from '../notify/unsubscribe.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { listMembersToTell, type MemberToTell } from '../store/members-to-tell.ts';
import {
  deleteMailTimes,
  dropMail,
  insertMailTimes,
  listDueMailTimes,
  lockDueMail,
  markMailed,
} from '../store/notifications.ts';
import { sendEmailQueue } from '../store/queues.ts';
import { findWorkspace } from '../store/workspaces.ts';
import type { Services } from './services.ts';

export type MailNoticesDeps = Pick<Services, 'db' | 'queue' | 'secrets' | 'mailFrom' | 'identity'>;

/** Notices that stand in one mail. Of the rest it says how many there are. */
const MOST_SHOWN = 50;
const MOST_AT_ONCE = 1000;
/** People that one round looks after. */
const MOST_PEOPLE = 5000;

type DueNotice = Awaited<ReturnType<typeof lockDueMail>>[number];

interface Person {
  workspaceId: string;
  userId: string;
}

/** True when a mail went into the outbox. */
export async function mailNotices(deps: MailNoticesDeps, person: Person, now = new Date()): Promise<boolean> {
  const { workspaceId, userId } = person;
  const queued = await inWorkspace(deps.db, workspaceId, async (trx) => {
    await deleteMailTimes(trx, userId, now);
    const due = await lockDueMail(trx, { userId, now, limit: MOST_AT_ONCE });
    if (due.length === 0) return false;
    // What is left comes with the next round.
    if (due.length === MOST_AT_ONCE) await insertMailTimes(trx, workspaceId, [{ userId, dueAt: now }]);
    const [member] = await listMembersToTell(trx, [userId]);
    const told = due.filter((notice) => isToBeMailed(notice, member));
    const kept = new Set(told);
    await dropMail(
      trx,
      due.filter((notice) => !kept.has(notice)).map(({ id }) => id),
    );
    if (!member || told.length === 0) return false;
    await queueNotices(trx, deps, { person, member, told });
    await markMailed(
      trx,
      told.map(({ id }) => id),
      now,
    );
    return true;
  });
  if (queued) deps.queue.wake(sendEmailQueue.name);
  return queued;
}

/** Not to whom the subject was shut meanwhile, nor what was read while it waited. */
function isToBeMailed(
  { kind: name, read_at, created_at, due_at }: DueNotice,
  member: MemberToTell | undefined,
): boolean {
  const kind = findNoticeKind(name);
  if (!kind || !member?.email) return false;
  const permission: Permission = kind.permission;
  const waited = due_at > created_at;
  return may(member.role, permission) && !(waited && read_at !== null);
}

interface Mailing {
  person: Person;
  member: MemberToTell;
  told: readonly DueNotice[];
}

async function queueNotices(trx: Trx, deps: MailNoticesDeps, { person, member, told }: Mailing): Promise<void> {
  const { secrets, identity } = deps;
  const workspace = (await findWorkspace(trx))?.name ?? '';
  const { origin } = identity.publicUrl();
  const token = unsubscribeToken(secrets, person);
  const common = {
    name: member.name || member.email!,
    workspace: workspace || 'Sheaf',
    link: `${origin}/#/account/notifications`,
    unsubscribe: `${origin}/#unsubscribe=${token}`,
    oneClick: `${origin}/api/v1/notifications/unsubscribe?token=${token}`,
  };
  const items = told.slice(0, MOST_SHOWN).map(({ kind, data, created_at }) => ({
    ...noticeText(kind, data, member.locale),
    at: created_at.toISOString(),
  }));
  const to = { to: member.email!, locale: member.locale, ...person, dedupeKey: `notice:${told[0]!.id}` };
  const [only] = items;
  if (told.length === 1) await queueMail(trx, deps, { ...to, template: 'notice', data: { ...common, ...only! } });
  else {
    const more = told.length - items.length;
    await queueMail(trx, deps, { ...to, template: 'notice-digest', data: { ...common, items, more } });
  }
}

/** Everybody whose mail is due now. Returns how many mails that made. */
export async function mailDueNotices(deps: MailNoticesDeps, signal: AbortSignal, now = new Date()): Promise<number> {
  let mails = 0;
  for (const person of await listDueMailTimes(deps.db, { now, limit: MOST_PEOPLE })) {
    signal.throwIfAborted();
    if (await mailNotices(deps, person, now)) mails++;
  }
  return mails;
}
