// Reminders of cases as rows.

import type { Insertable, Selectable } from 'kysely';
import type { Db, Trx } from './database.ts';
import type { CaseReminderTable } from './schema-cases.ts';

export type CaseReminderRow = Selectable<CaseReminderTable>;

export async function insertCaseReminder(trx: Trx, row: Insertable<CaseReminderTable>): Promise<void> {
  await trx.insertInto('case_reminders').values(row).execute();
}

/** In the order in which they are due. */
export async function listCaseReminders(trx: Trx, caseIds: readonly string[]): Promise<CaseReminderRow[]> {
  if (caseIds.length === 0) return [];
  return trx
    .selectFrom('case_reminders')
    .selectAll()
    .where('case_id', 'in', [...caseIds])
    .orderBy('due_at')
    .orderBy('id')
    .execute();
}

/** Of one person, of cases that are not in the trash, with their titles; the latest ones, in no order. */
export async function listRemindersOf(
  trx: Trx,
  { userId, after, limit }: { userId: string; after: Date; limit: number },
): Promise<(CaseReminderRow & { title: string })[]> {
  return remindersWithCases(trx)
    .select('cases.title')
    .where('case_reminders.user_id', '=', userId)
    .where('case_reminders.due_at', '>=', after)
    .orderBy('case_reminders.due_at', 'desc')
    .limit(limit)
    .execute();
}

/** False when the case has no such reminder. */
export async function deleteCaseReminder(trx: Trx, { caseId, id }: { caseId: string; id: string }): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('case_reminders')
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Where something is due that nobody was told of. With the owner's rights. */
export async function listWorkspacesWithDueReminders(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('case_reminders')
    .select('workspace_id')
    .distinct()
    .where('told_at', 'is', null)
    .where('due_at', '<=', now)
    .execute();
  return rows.map((row) => row.workspace_id);
}

/**
 * The oldest that are due and that nobody was told of, of cases that are not in the trash. Held until the transaction ends:
 * others who look meanwhile pass them by.
 */
export async function lockDueReminders(
  trx: Trx,
  { now, limit }: { now: Date; limit: number },
): Promise<(CaseReminderRow & { title: string; type: string })[]> {
  return remindersWithCases(trx)
    .select(['cases.title', 'cases.type'])
    .where('case_reminders.told_at', 'is', null)
    .where('case_reminders.due_at', '<=', now)
    .orderBy('case_reminders.due_at')
    .limit(limit)
    .forUpdate('case_reminders')
    .skipLocked()
    .execute();
}

export async function markReminded(trx: Trx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('case_reminders')
    .set({ told_at: at })
    .where('id', 'in', [...ids])
    .execute();
}

const remindersWithCases = (trx: Trx) =>
  trx
    .selectFrom('case_reminders')
    .innerJoin('cases', (join) =>
      join
        .onRef('cases.workspace_id', '=', 'case_reminders.workspace_id')
        .onRef('cases.id', '=', 'case_reminders.case_id'),
    )
    .selectAll('case_reminders');
