// Second factors as rows. Runs with the owner's rights.

import { type Kysely, type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import type { Schema } from './schema.ts';
import type { AuthTwoFactorTable } from './schema-identity.ts';

export type SecondFactorRow = Selectable<AuthTwoFactorTable>;

export async function findSecondFactor(db: Kysely<Schema>, userId: string): Promise<SecondFactorRow | undefined> {
  return db
    .selectFrom('auth_two_factors')
    .select(['id', 'secret', 'userId', 'verified', 'lastStep'])
    .where('userId', '=', userId)
    .executeTakeFirst();
}

/** Spends the code of this time step, once: false when it, or a later one, has been accepted before. */
export async function spendStep(db: Kysely<Schema>, userId: string, step: number): Promise<boolean> {
  const spent = await db
    .updateTable('auth_two_factors')
    .set({ lastStep: step })
    .where('userId', '=', userId)
    .where(sql<boolean>`coalesce("lastStep", -1) < ${step}`)
    .returning('id')
    .executeTakeFirst();
  return spent !== undefined;
}

/** From now on signing in asks for it. */
export async function turnOnSecondFactor(trx: Trx, userId: string): Promise<void> {
  await trx.updateTable('auth_two_factors').set({ verified: true }).where('userId', '=', userId).execute();
  await trx.updateTable('auth_users').set({ twoFactorEnabled: true }).where('id', '=', userId).execute();
}

export async function removeSecondFactor(trx: Trx, userId: string): Promise<void> {
  await trx.deleteFrom('auth_two_factors').where('userId', '=', userId).execute();
  await trx.updateTable('auth_users').set({ twoFactorEnabled: false }).where('id', '=', userId).execute();
}
