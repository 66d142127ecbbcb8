// Reminders of cases: set and removed by people, told once when they are due.

import { DateTime } from 'luxon';
import { SheafError } from '../errors.ts';
import { insertCaseEvent } from '../store/case-events.ts';
import {
  deleteCaseReminder,
  insertCaseReminder,
  listCaseReminders,
  listWorkspacesWithDueReminders,
  lockDueReminders,
  markReminded,
} from '../store/case-reminders.ts';
import { updateCase } from '../store/cases.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import { recordActs } from './audit.ts';
import { type CaseDeps, type CaseTarget, type CaseView, lockSeenCase, viewCase } from './case-view.ts';
import type { Actor, Services } from './services.ts';
import { timeZoneOf } from './time-zone-of.ts';

/** Of one case. */
const MOST_REMINDERS = 50;
const BATCH = 100;
/** The hour of a day that is named without one. */
const MORNING = 'T09:00';

/**
 * Reminds whoever sets it. `at` is a moment with an offset, or a wall clock or day in the time zone of that person.
 * Throws `case.not-found`, `case.changed`, `case.full`, `request.invalid`.
 */
export async function setReminder(
  deps: CaseDeps,
  actor: Actor,
  { at, text, ...target }: CaseTarget & { at: string; text: string },
): Promise<CaseView> {
  return inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const { row } = await lockSeenCase(trx, deps, actor, target);
    if ((await listCaseReminders(trx, [row.id])).length >= MOST_REMINDERS) throw new SheafError('case.full');
    const id = newId();
    const dueAt = parseMoment(at, await timeZoneOf(trx, actor.userId));
    await insertCaseReminder(trx, {
      ...{ workspace_id: row.workspace_id, id, case_id: row.id, owner_id: row.owner_id, user_id: actor.userId },
      ...{ due_at: dueAt, text: cleanText(text), told_at: null },
    });
    const data = { reminder: id, at: dueAt.toISOString() };
    await insertCaseEvent(trx, row, { kind: 'reminder-set', by: actor.userId, at: new Date(), data });
    const changed = await updateCase(trx, row, {});
    await tell(trx, actor, target);
    return viewCase(trx, deps, actor, changed);
  });
}

/** Throws `case.reminder-not-found`. */
export async function removeReminder(
  deps: CaseDeps,
  actor: Actor,
  { reminderId, ...target }: CaseTarget & { reminderId: string },
): Promise<CaseView> {
  return inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const { row } = await lockSeenCase(trx, deps, actor, target);
    if (!(await deleteCaseReminder(trx, { caseId: row.id, id: reminderId }))) {
      throw new SheafError('case.reminder-not-found');
    }
    const data = { reminder: reminderId };
    await insertCaseEvent(trx, row, { kind: 'reminder-removed', by: actor.userId, at: new Date(), data });
    const changed = await updateCase(trx, row, {});
    await tell(trx, actor, target);
    return viewCase(trx, deps, actor, changed);
  });
}

const tell = (trx: Trx, actor: Actor, { id, requestId }: CaseTarget): Promise<void> =>
  recordActs(trx, actor, [{ action: 'case.changed', target: { type: 'case', id }, requestId }]);

/** A time that clocks skip counts as the one that they show instead. Throws `request.invalid`. */
export function parseMoment(text: string, zone: string): Date {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const moment = DateTime.fromISO(isDay ? text + MORNING : text, { zone });
  if (!moment.isValid || moment.year < 1970 || moment.year > 9000) {
    throw new SheafError('request.invalid', 'must be a date, or a date with a time', {
      details: { pointer: '/body/at' },
    });
  }
  return moment.toJSDate();
}

/** Tells, wherever something is due: in the transaction that marks it as told. How many. */
export async function tellDueReminders(
  { db, raiseNotice }: Pick<Services, 'db' | 'raiseNotice'>,
  now = new Date(),
  signal?: AbortSignal,
): Promise<number> {
  let told = 0;
  for (const workspaceId of await listWorkspacesWithDueReminders(db, now)) {
    for (let found = BATCH; found === BATCH && !signal?.aborted; told += found) {
      found = await inWorkspace(db, workspaceId, async (trx) => {
        const due = await lockDueReminders(trx, { now, limit: BATCH });
        for (const { id, case_id, user_id: userId, title, text } of due) {
          await raiseNotice(trx, {
            ...{ workspaceId, kind: 'case.reminder', key: id, userIds: [userId] },
            subject: { type: 'case', id: case_id },
            // By this id it is found, and goes, with the person.
            data: { name: title, text, userId },
          });
        }
        await markReminded(
          trx,
          due.map(({ id }) => id),
          now,
        );
        return due.length;
      });
    }
  }
  return told;
}
