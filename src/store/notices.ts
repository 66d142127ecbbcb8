// Notices as rows. Every call runs inside a workspace's transaction.

import type { Selectable } from 'kysely';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import type { NoticeData, NoticeTable } from './schema-notices.ts';

export type NoticeRow = Selectable<NoticeTable>;

export interface NoticeToInsert {
  id: string;
  workspaceId: string;
  kind: string;
  key: string;
  userIds: readonly string[] | null;
  subject: { type: string; id: string };
  data: NoticeData;
  score: number | null;
}

/** False when there is one of this kind and key, also in a transaction that commits first. */
export async function insertNotice(trx: Trx, notice: NoticeToInsert): Promise<boolean> {
  const inserted = await trx
    .insertInto('notices')
    .values({
      id: notice.id,
      workspace_id: notice.workspaceId,
      kind: notice.kind,
      event: notice.key,
      user_ids: notice.userIds ? [...notice.userIds] : null,
      subject_type: notice.subject.type,
      subject_id: notice.subject.id,
      data: toJsonb(notice.data),
      score: notice.score,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'kind', 'event']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Held until the transaction ends: of two workers that expand it, the second finds it done. */
export async function lockNotice(trx: Trx, id: string): Promise<NoticeRow | undefined> {
  return trx.selectFrom('notices').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function markExpanded(trx: Trx, id: string, at: Date): Promise<void> {
  await trx.updateTable('notices').set({ expanded_at: at }).where('id', '=', id).execute();
}

/** With what people have of them. Returns how many. */
export async function deleteOldNotices(trx: Trx, before: Date): Promise<number> {
  const { numDeletedRows } = await trx.deleteFrom('notices').where('created_at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}

/** What names a thing goes with it: its notices, and what was sent of them. */
export async function deleteNoticesAbout(trx: Trx, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length === 0) return;
  await trx
    .deleteFrom('webhook_deliveries')
    .where('event_id', 'in', (eb) => eb.selectFrom('notices').select('id').where('subject_id', 'in', subjectIds))
    .execute();
  await trx.deleteFrom('notices').where('subject_id', 'in', subjectIds).execute();
}
