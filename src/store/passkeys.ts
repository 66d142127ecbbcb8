// Passkeys as rows; their making and checking is better-auth's. Runs with the owner's rights.

import type { Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { AuthPasskeyTable } from './schema-identity.ts';

export type PasskeyRow = Pick<Selectable<AuthPasskeyTable>, 'id' | 'name' | 'backedUp' | 'createdAt'>;

const shown = ['id', 'name', 'backedUp', 'createdAt'] as const;

/** Oldest first. */
export async function listPasskeys(db: Kysely<Schema>, userId: string): Promise<PasskeyRow[]> {
  return db.selectFrom('auth_passkeys').select(shown).where('userId', '=', userId).orderBy('id').execute();
}

export interface OwnPasskey {
  id: string;
  userId: string;
}

/** undefined when the person has no such passkey. */
export async function renamePasskey(
  db: Kysely<Schema>,
  { id, userId }: OwnPasskey,
  name: string,
): Promise<PasskeyRow | undefined> {
  return db
    .updateTable('auth_passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning(shown)
    .executeTakeFirst();
}

/** False when the person has no such passkey. */
export async function deletePasskey(db: Kysely<Schema>, { id, userId }: OwnPasskey): Promise<boolean> {
  const gone = await db
    .deleteFrom('auth_passkeys')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
