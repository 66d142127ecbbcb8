// What taking a case out of the trash needs besides: that no other is open about the same thing, and a word in its history.

import { insertCaseEvent } from '../store/case-events.ts';
import { lockCase, lockCaseSubject } from '../store/cases.ts';
import type { Trx } from '../store/database.ts';
import { ensureNoneOpen } from './move-case.ts';
import type { Actor } from './services.ts';

/** Before it is put back, inside `withTrash`. Throws `case.already-open`. */
export async function restoreCase(trx: Trx, { workspaceId, userId }: Actor, id: string): Promise<void> {
  const row = await lockCase(trx, { id, viewerId: userId });
  if (!row) return;
  const { type, subject_id: subjectId } = row;
  if (row.is_open && subjectId !== null) {
    await lockCaseSubject(trx, { workspaceId, type, subjectId });
    await ensureNoneOpen(trx, row);
  }
  await insertCaseEvent(trx, row, { kind: 'restored', by: userId, at: new Date() });
}
