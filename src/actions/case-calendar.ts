// Following one's cases in a calendar: an address that is a secret, given out once and revoked at any time.

import { z } from 'zod';
import { momentsOf } from '../cases/case-moments.ts';
import { type CalendarEvent, writeCalendar } from '../cases/write-calendar.ts';
import { SheafError } from '../errors.ts';
import { may } from '../identity/permissions.ts';
import { openLink, sealLink } from '../notify/sealed-link.ts';
import { deleteCaseCalendar, findCaseCalendar, putCaseCalendar } from '../store/case-calendars.ts';
import { listRemindersOf } from '../store/case-reminders.ts';
import { listCases } from '../store/cases.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { listMembersToTell } from '../store/members-to-tell.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'caseKinds' | 'secrets'>;

const PURPOSE = 'calendar';
const content = z.strictObject({
  purpose: z.literal(PURPOSE),
  workspaceId: z.uuid(),
  userId: z.uuid(),
  calendarId: z.uuid(),
});

const DAY_MS = 24 * 60 * 60_000;
/** What is longer ago is not in the calendar any more. */
const KEPT_MS = 180 * DAY_MS;
/** Of each sort. */
const MOST_EVENTS = 1000;
const REMINDER_MINUTES = 15;

/** Since when the actor has an address; undefined without one. */
export async function findCalendar({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<Date | undefined> {
  const found = await inWorkspace(db, actor.workspaceId, (trx) => findCaseCalendar(trx, actor.userId));
  return found?.created_at;
}

/** The token of a new address; an older one shows nothing from now on. */
export async function openCalendar({ db, secrets }: Pick<Deps, 'db' | 'secrets'>, actor: Actor): Promise<string> {
  const { workspaceId, userId } = actor;
  const { id: calendarId } = await inWorkspace(db, workspaceId, async (trx) => {
    const made = await putCaseCalendar(trx, { workspaceId, ownerId: userId });
    await recordActs(trx, actor, [{ action: 'calendar.opened', target: { type: 'person', id: userId } }]);
    return made;
  });
  return sealLink(secrets, { purpose: PURPOSE, workspaceId, userId, calendarId });
}

/** Whether or not there is one. */
export async function closeCalendar({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<void> {
  await inWorkspace(db, actor.workspaceId, async (trx) => {
    if (!(await deleteCaseCalendar(trx, actor.userId))) return;
    await recordActs(trx, actor, [{ action: 'calendar.closed', target: { type: 'person', id: actor.userId } }]);
  });
}

/** What the token shows: to people who still may see cases. Throws `calendar.not-found`, whatever is wrong with it. */
export async function readCalendar({ db, caseKinds, secrets }: Deps, token: string, now = new Date()): Promise<string> {
  const link = openLink(secrets, content, token);
  if (!link) throw new SheafError('calendar.not-found');
  const { workspaceId, userId, calendarId } = link;
  const events = await inWorkspace(db, workspaceId, async (trx) => {
    const calendar = await findCaseCalendar(trx, userId);
    const [member] = await listMembersToTell(trx, [userId]);
    if (calendar?.id !== calendarId || !member || !may(member.role, 'cases.read')) return undefined;
    const after = new Date(now.getTime() - KEPT_MS);
    return [...(await reminderEvents(trx, userId, after)), ...(await momentEvents(trx, { caseKinds }, userId, after))];
  });
  if (!events) throw new SheafError('calendar.not-found');
  return writeCalendar({ name: 'Sheaf', events });
}

async function reminderEvents(trx: Trx, userId: string, after: Date): Promise<CalendarEvent[]> {
  const reminders = await listRemindersOf(trx, { userId, after, limit: MOST_EVENTS });
  return reminders.map(({ id, due_at: at, title, text, created_at: changedAt }) => ({
    uid: `reminder-${id}@sheaf`,
    ...{ at, changedAt, minutes: REMINDER_MINUTES, alarmMinutes: 0 },
    title: text === '' ? title : text,
    description: title,
  }));
}

/** Of open cases: what was agreed in one that has ended is not to be kept. */
async function momentEvents(
  trx: Trx,
  { caseKinds }: Pick<Deps, 'caseKinds'>,
  viewerId: string,
  after: Date,
): Promise<CalendarEvent[]> {
  const types = caseKinds.list.filter(({ moments }) => moments?.length);
  const events: CalendarEvent[] = [];
  for (const spec of types) {
    const rows = await listCases(trx, { viewerId, type: spec.id, open: true, limit: MOST_EVENTS });
    for (const { id, title, fields, updated_at: changedAt } of rows) {
      for (const { at, field, index, title: what, minutes, alarmMinutes } of momentsOf(spec, fields)) {
        if (at < after) continue;
        const uid = `case-${id}-${field}-${index}@sheaf`;
        events.push({ uid, at, minutes, alarmMinutes, changedAt, title: `${what}: ${title}`, description: title });
      }
    }
  }
  return events.slice(0, MOST_EVENTS);
}
