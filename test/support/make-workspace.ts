// A workspace with an owner, straight into the database.

import type { Kysely } from 'kysely';
import type { Actor } from '../../src/actions/services.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import type { Schema } from '../../src/store/schema.ts';
import { insertMembership, insertWorkspace } from '../../src/store/workspaces.ts';

export async function makeWorkspace(
  db: Kysely<Schema>,
  { workspaceId, userId }: Actor = { workspaceId: newId(), userId: newId() },
): Promise<Actor> {
  const email = `${userId}@example.com`;
  await db
    .insertInto('auth_users')
    .values({
      id: userId,
      name: 'Owner',
      email,
      emailVerified: true,
      systemAdministrator: false,
      locale: 'en',
      timeZone: 'UTC',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await inWorkspace(db, workspaceId, async (trx) => {
    await insertWorkspace(trx, { id: workspaceId, name: 'Test' });
    await insertMembership(trx, { workspaceId, userId, role: 'owner' });
  });
  return { workspaceId, userId };
}
