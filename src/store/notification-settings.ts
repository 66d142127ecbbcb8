// How people want to be told, as rows. Every call runs inside a workspace's transaction.

import { sql } from 'kysely';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';

export interface StoredSettings {
  version: number;
  settings: unknown;
}

/** undefined: never changed; that counts as version 0. */
export async function findNotificationSettings(trx: Trx, userId: string): Promise<StoredSettings | undefined> {
  return trx
    .selectFrom('notification_settings')
    .select(['version', 'settings'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

export async function listNotificationSettings(
  trx: Trx,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (userIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('notification_settings')
    .select(['user_id', 'settings'])
    .where('user_id', 'in', userIds)
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.settings]));
}

/** False when somebody else was faster: the version is no longer `seen`. */
export async function writeNotificationSettings(
  trx: Trx,
  { workspaceId, userId, seen, settings }: { workspaceId: string; userId: string; seen: number; settings: unknown },
): Promise<boolean> {
  const row = await trx
    .insertInto('notification_settings')
    .values({ workspace_id: workspaceId, user_id: userId, version: 1, settings: toJsonb(settings) })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'user_id'])
        .doUpdateSet({
          version: sql`notification_settings.version + 1`,
          settings: sql`excluded.settings`,
          updated_at: new Date(),
        })
        .where('notification_settings.version', '=', seen),
    )
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}
