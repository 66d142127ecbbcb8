// Accounts as rows, where better-auth's own calls do not reach. Runs with the owner's rights.

import type { Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { AuthUserTable } from './schema-identity.ts';

export type AccountRow = Selectable<AuthUserTable>;

export async function findAccount(db: Kysely<Schema>, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('auth_users').selectAll().where('id', '=', id).executeTakeFirst();
}

/** `email` in lower case, as addresses are kept. */
export async function findAccountByEmail(db: Kysely<Schema>, email: string): Promise<AccountRow | undefined> {
  return db.selectFrom('auth_users').selectAll().where('email', '=', email).executeTakeFirst();
}

export async function hasSystemAdministrator(db: Kysely<Schema>): Promise<boolean> {
  const row = await db
    .selectFrom('auth_users')
    .select('id')
    .where('systemAdministrator', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** True when there is a way to sign in again: a password, a passkey or a sign-in elsewhere. */
export async function hasCredentials(db: Kysely<Schema>, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth_accounts')
    .select('id')
    .where('userId', '=', userId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** False when the id or the address is taken. */
export async function insertAccount(
  db: Kysely<Schema>,
  account: Pick<AccountRow, 'id' | 'email' | 'name' | 'emailVerified'>,
): Promise<boolean> {
  const made = await db
    .insertInto('auth_users')
    .values({ ...account, systemAdministrator: false, locale: 'en', timeZone: 'UTC' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export type AccountChange = Partial<
  Pick<AccountRow, 'email' | 'name' | 'locale' | 'timeZone' | 'workspaceId' | 'emailVerified' | 'systemAdministrator'>
>;

export async function updateAccount(db: Kysely<Schema>, id: string, change: AccountChange): Promise<void> {
  await db
    .updateTable('auth_users')
    .set({ ...change, updatedAt: new Date() })
    .where('id', '=', id)
    .execute();
}

/** With its sessions, keys and memberships. */
export async function deleteAccount(db: Kysely<Schema>, id: string): Promise<void> {
  await db.deleteFrom('auth_users').where('id', '=', id).execute();
}
