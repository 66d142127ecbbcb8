// Who lets whom read their own lessons.

import type { Trx } from './database.ts';

export interface LessonReader {
  readerId: string;
  grantedAt: Date;
}

export async function listLessonReaders(trx: Trx, ownerId: string): Promise<LessonReader[]> {
  const rows = await trx
    .selectFrom('lesson_readers')
    .select(['reader_id', 'granted_at'])
    .where('owner_id', '=', ownerId)
    .orderBy('granted_at')
    .orderBy('reader_id')
    .execute();
  return rows.map((row) => ({ readerId: row.reader_id, grantedAt: row.granted_at }));
}

export async function mayReadLessonsOf(
  trx: Trx,
  { ownerId, readerId }: { ownerId: string; readerId: string },
): Promise<boolean> {
  const row = await trx
    .selectFrom('lesson_readers')
    .select('reader_id')
    .where('owner_id', '=', ownerId)
    .where('reader_id', '=', readerId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertLessonReader(
  trx: Trx,
  { workspaceId, ownerId, readerId }: { workspaceId: string; ownerId: string; readerId: string },
): Promise<void> {
  await trx
    .insertInto('lesson_readers')
    .values({ workspace_id: workspaceId, owner_id: ownerId, reader_id: readerId })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'owner_id', 'reader_id']).doNothing())
    .execute();
}

/** False when there was none. */
export async function deleteLessonReader(
  trx: Trx,
  { ownerId, readerId }: { ownerId: string; readerId: string },
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('lesson_readers')
    .where('owner_id', '=', ownerId)
    .where('reader_id', '=', readerId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
