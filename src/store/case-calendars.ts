// The addresses by which calendars follow cases: one for each person.

import type { Selectable } from 'kysely';
import type { Trx } from './database.ts';
import { newId } from './new-id.ts';
import type { CaseCalendarTable } from './schema-cases.ts';

export type CaseCalendarRow = Selectable<CaseCalendarTable>;

export async function findCaseCalendar(trx: Trx, ownerId: string): Promise<CaseCalendarRow | undefined> {
  return trx.selectFrom('case_calendars').selectAll().where('owner_id', '=', ownerId).executeTakeFirst();
}

/** In the place of the one there was. */
export async function putCaseCalendar(
  trx: Trx,
  { workspaceId, ownerId }: { workspaceId: string; ownerId: string },
): Promise<CaseCalendarRow> {
  const [id, created_at] = [newId(), new Date()];
  return trx
    .insertInto('case_calendars')
    .values({ workspace_id: workspaceId, owner_id: ownerId, id, created_at })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'owner_id']).doUpdateSet({ id, created_at }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** False when there was none. */
export async function deleteCaseCalendar(trx: Trx, ownerId: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('case_calendars').where('owner_id', '=', ownerId).executeTakeFirst();
  return numDeletedRows > 0n;
}
