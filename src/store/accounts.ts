// Accounts as rows, where better-auth's own calls do not reach. Runs with the owner's rights.

import type { Kysely, Selectable } from 'kysely';
import type { Trx } from './database.ts';
import { newId } from './new-id.ts';
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

/** Holds the account until the transaction ends. */
export async function lockAccount(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('auth_users').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** True when there is a way to sign in again: a password, a passkey or a sign-in elsewhere. */
export async function hasCredentials(db: Kysely<Schema>, userId: string): Promise<boolean> {
  return (await countCredentials(db, userId)) > 0;
}

/** Ways to sign in: a password, sign-ins elsewhere, passkeys. */
export async function countCredentials(db: Kysely<Schema>, userId: string): Promise<number> {
  const accounts = await db.selectFrom('auth_accounts').select('id').where('userId', '=', userId).execute();
  const passkeys = await db.selectFrom('auth_passkeys').select('id').where('userId', '=', userId).execute();
  return accounts.length + passkeys.length;
}

export async function findPasswordHash(db: Kysely<Schema>, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth_accounts')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? undefined;
}

/** Replaces the password, or sets the first one. */
export async function setPasswordHash(db: Kysely<Schema>, userId: string, password: string): Promise<void> {
  const updatedAt = new Date();
  await db
    .insertInto('auth_accounts')
    .values({ id: newId(), providerId: 'credential', accountId: userId, userId, password, updatedAt })
    .onConflict((conflict) => conflict.columns(['providerId', 'accountId']).doUpdateSet({ password, updatedAt }))
    .execute();
}

/** Sign-in links, password and address links, half-done sign-ins of the person: none leads anywhere any more. */
export async function forgetLinksOf(db: Kysely<Schema>, userId: string): Promise<void> {
  await db
    .deleteFrom('auth_verifications')
    .where((eb) => eb.or([eb('value', '=', userId), eb('value', 'like', `%"userId":"${userId}"%`)]))
    .execute();
}

/** Everything by which somebody could sign in as this person but a password, sessions included. */
export async function removeCredentials(db: Kysely<Schema>, userId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom('auth_accounts')
      .where('userId', '=', userId)
      .where('providerId', '!=', 'credential')
      .execute();
    for (const table of ['auth_passkeys', 'auth_two_factors', 'auth_sessions'] as const) {
      await trx.deleteFrom(table).where('userId', '=', userId).execute();
    }
    await trx.deleteFrom('account_devices').where('user_id', '=', userId).execute();
    await forgetLinksOf(trx, userId);
    await trx.updateTable('auth_users').set({ twoFactorEnabled: false }).where('id', '=', userId).execute();
  });
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
