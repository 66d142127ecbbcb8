// Workspaces and their users, as rows.

import type { Kysely } from 'kysely';
import type { Trx } from './database.ts';
import type { Schema } from './schema.ts';

export interface LocalOwner {
  workspaceId: string;
  userId: string;
}

/** Makes the workspace and its owner unless they are there. True when it made them. */
export async function ensureWorkspaceWithOwner(trx: Trx, { workspaceId, userId }: LocalOwner): Promise<boolean> {
  const made = await trx
    .insertInto('workspaces')
    .values({ id: workspaceId, name: 'Local' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  await trx
    .insertInto('users')
    .values({ id: userId, workspace_id: workspaceId, name: 'Owner', email: null, role: 'owner' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return made !== undefined;
}

/** All of them. `db` must have the rights of the schema's owner. */
export async function listWorkspaceIds(db: Kysely<Schema>): Promise<string[]> {
  return (await db.selectFrom('workspaces').select('id').orderBy('id').execute()).map((row) => row.id);
}
