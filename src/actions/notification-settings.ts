// How somebody wants to be told. What waits for a mail is given another time when that changes.

import { SheafError } from '../errors.ts';
import { mailDueAt } from '../notify/mail-times.ts';
import { findNoticeKind, isNoticeKind } from '../notify/notice-kinds.ts';
import { channelsFor, type NoticeSettings, readNoticeSettings } from '../notify/notice-settings.ts';
import { openUnsubscribeToken } from '../notify/unsubscribe.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { listMembersToTell } from '../store/members-to-tell.ts';
import { findNotificationSettings, writeNotificationSettings } from '../store/notification-settings.ts';
import { insertMailTimes, lockWaitingMail, moveMail } from '../store/notifications.ts';
import { mailNoticesQueue } from '../store/queues.ts';
import { findWorkspace } from '../store/workspaces.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'secrets'>;

export interface VersionedSettings {
  /** 0: never changed. */
  version: number;
  settings: NoticeSettings;
}

export async function getNotificationSettings(
  { db }: Pick<Deps, 'db'>,
  { workspaceId, userId }: Actor,
): Promise<VersionedSettings> {
  return inWorkspace(db, workspaceId, (trx) => load(trx, userId));
}

async function load(trx: Trx, userId: string): Promise<VersionedSettings> {
  const stored = await findNotificationSettings(trx, userId);
  return { version: stored?.version ?? 0, settings: readNoticeSettings(stored?.settings) };
}

export interface SettingsChange {
  seen: (version: number) => boolean;
  /** What is absent stays. */
  change: { [K in keyof NoticeSettings]?: NoticeSettings[K] | undefined };
}

/** Throws `settings.changed`, `request.invalid` for kinds that there are not. */
export async function changeNotificationSettings(
  deps: Deps,
  { workspaceId, userId }: Actor,
  { seen, change }: SettingsChange,
): Promise<VersionedSettings> {
  const unknown = Object.keys(change.kinds ?? {}).find((kind) => !isNoticeKind(kind));
  if (unknown !== undefined) {
    const details = { pointer: '/kinds' };
    throw new SheafError('request.invalid', 'names a kind of notice that there is not', { details });
  }
  const stored = await inWorkspace(deps.db, workspaceId, (trx) =>
    store(trx, deps, { person: { workspaceId, userId }, seen, change }),
  );
  deps.queue.wake(mailNoticesQueue.name);
  return stored;
}

interface Storing extends SettingsChange {
  person: { workspaceId: string; userId: string };
}

async function store(trx: Trx, deps: Deps, { person, seen, change }: Storing): Promise<VersionedSettings> {
  const { workspaceId, userId } = person;
  const before = await load(trx, userId);
  if (!seen(before.version)) throw new SheafError('settings.changed');
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const settings = { ...before.settings, ...given } as NoticeSettings;
  const written = await writeNotificationSettings(trx, { workspaceId, userId, seen: before.version, settings });
  if (!written) throw new SheafError('settings.changed');
  await moveWaiting(trx, deps, { person, settings });
  return { version: before.version + 1, settings };
}

/** What is off now is not mailed; the rest comes when the new settings say. */
async function moveWaiting(
  trx: Trx,
  { queue }: Pick<Deps, 'queue'>,
  { person, settings }: { person: Storing['person']; settings: NoticeSettings },
): Promise<void> {
  const { workspaceId, userId } = person;
  const waiting = await lockWaitingMail(trx, userId);
  if (waiting.length === 0) return;
  const [member] = await listMembersToTell(trx, [userId]);
  const zone = settings.timeZone ?? member?.timeZone ?? 'UTC';
  const now = new Date();
  const byTime = new Map<number | null, string[]>();
  for (const { id, kind: name, score } of waiting) {
    const kind = findNoticeKind(name);
    const mails = kind && channelsFor(settings, { kind: name, score, defaults: kind.channels }).email;
    const due = mails ? mailDueAt(now, { settings, zone, ...kind }).getTime() : null;
    byTime.set(due, [...(byTime.get(due) ?? []), id]);
  }
  for (const [due, ids] of byTime) {
    const dueAt = due === null ? null : new Date(due);
    await moveMail(trx, ids, dueAt);
    if (dueAt) await insertMailTimes(trx, workspaceId, [{ userId, dueAt }]);
    if (dueAt && dueAt <= now) await queue.enqueue(trx, mailNoticesQueue.name, [{ ...person, requestId: null }]);
  }
}

/**
 * By the link of a mail, without signing in: no more mails of notices from this workspace. Again: the same. Throws
 * `auth.link-invalid`.
 */
export async function unsubscribe(deps: Deps, token: string): Promise<void> {
  const person = openUnsubscribeToken(deps.secrets, token);
  if (!person) throw new SheafError('auth.link-invalid');
  await inWorkspace(deps.db, person.workspaceId, async (trx) => {
    // Erased meanwhile, or left: nothing is sent any more anyway.
    if (!(await findWorkspace(trx)) || (await listMembersToTell(trx, [person.userId])).length === 0) return;
    await store(trx, deps, { person, seen: () => true, change: { email: false } });
  });
}
