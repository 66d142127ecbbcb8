// Sign-ins elsewhere as rows: who an OpenID provider's subject is here. Runs with the owner's rights.

import type { Kysely } from 'kysely';
import { newId } from './new-id.ts';
import type { Schema } from './schema.ts';

/** The provider is named by its issuer: a subject of one issuer is nobody at another. */
export interface ExternalSubject {
  issuer: string;
  subject: string;
}

export async function findExternalUser(
  db: Kysely<Schema>,
  { issuer, subject }: ExternalSubject,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('auth_accounts')
    .select('userId')
    .where('providerId', '=', issuer)
    .where('accountId', '=', subject)
    .executeTakeFirst();
  return row?.userId;
}

/** Unless the subject is somebody's already. */
export async function linkExternalUser(
  db: Kysely<Schema>,
  { issuer, subject }: ExternalSubject,
  userId: string,
): Promise<void> {
  await db
    .insertInto('auth_accounts')
    .values({ id: newId(), providerId: issuer, accountId: subject, userId, password: null, updatedAt: new Date() })
    .onConflict((conflict) => conflict.columns(['providerId', 'accountId']).doNothing())
    .execute();
}
