// What a workspace lets through by itself, as a row. Every call runs inside a workspace's transaction.

import { sql } from 'kysely';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';

/** undefined: never changed; that counts as version 0. */
export async function findReviewSettings(trx: Trx): Promise<{ version: number; settings: unknown } | undefined> {
  return trx.selectFrom('review_settings').select(['version', 'settings']).executeTakeFirst();
}

/** False when somebody else was faster: the version is no longer `seen`. */
export async function writeReviewSettings(
  trx: Trx,
  row: { workspaceId: string; userId: string; seen: number; settings: unknown },
): Promise<boolean> {
  const written = await trx
    .insertInto('review_settings')
    .values({
      workspace_id: row.workspaceId,
      settings: toJsonb(row.settings),
      version: 1,
      changed_by: row.userId,
    })
    .onConflict((conflict) =>
      conflict
        .column('workspace_id')
        .doUpdateSet({
          version: sql`review_settings.version + 1`,
          settings: sql`excluded.settings`,
          changed_by: sql`excluded.changed_by`,
          updated_at: new Date(),
        })
        .where('review_settings.version', '=', row.seen),
    )
    .returning('version')
    .executeTakeFirst();
  return written !== undefined;
}
