// API keys as rows of their workspace. Only `findApiKeyAccess` looks across workspaces, with the owner's rights.

import type { Kysely, Selectable } from 'kysely';
import { inWorkspace, type Trx } from './database.ts';
import type { Role } from './roles.ts';
import type { Schema } from './schema.ts';
import type { ApiKeyTable } from './schema-identity.ts';
import { listWorkspacesOf } from './workspaces.ts';

/** What a live key gives its holder: never more than its maker's role. */
export interface ApiKeyAccess {
  keyId: string;
  userId: string;
  workspaceId: string;
  role: Role;
  scopes: string[];
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

/** undefined when there is no such key, or it has expired. */
export async function findApiKeyAccess(db: Kysely<Schema>, hash: string): Promise<ApiKeyAccess | undefined> {
  return db
    .selectFrom('api_keys as key')
    .innerJoin('memberships as member', (join) =>
      join.onRef('member.workspace_id', '=', 'key.workspace_id').onRef('member.user_id', '=', 'key.user_id'),
    )
    .innerJoin('auth_users as maker', 'maker.id', 'key.user_id')
    .select([
      'key.id as keyId',
      'key.user_id as userId',
      'key.workspace_id as workspaceId',
      'member.role',
      'key.scopes',
      'key.expires_at as expiresAt',
      'key.last_used_at as lastUsedAt',
    ])
    .where('key.hash', '=', hash)
    .where('maker.disabledAt', 'is', null)
    .where((eb) => eb.or([eb('key.expires_at', 'is', null), eb('key.expires_at', '>', new Date())]))
    .executeTakeFirst();
}

export type ApiKeyRow = Omit<Selectable<ApiKeyTable>, 'hash' | 'workspace_id'>;

const shown = ['id', 'user_id', 'hint', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'] as const;

export async function insertApiKey(
  trx: Trx,
  key: Pick<ApiKeyTable, 'id' | 'workspace_id' | 'user_id' | 'hash' | 'hint' | 'name' | 'scopes' | 'expires_at'>,
): Promise<ApiKeyRow> {
  return trx
    .insertInto('api_keys')
    .values({ ...key, last_used_at: null })
    .returning(shown)
    .executeTakeFirstOrThrow();
}

/** Newest first; of everybody when no maker is named. */
export async function listApiKeys(trx: Trx, userId: string | undefined): Promise<ApiKeyRow[]> {
  let query = trx.selectFrom('api_keys').select(shown).orderBy('id', 'desc');
  if (userId !== undefined) query = query.where('user_id', '=', userId);
  return query.execute();
}

/** False when there is no such key; of everybody when no maker is named. */
export async function deleteApiKey(trx: Trx, id: string, userId: string | undefined): Promise<boolean> {
  let query = trx.deleteFrom('api_keys').where('id', '=', id).returning('id');
  if (userId !== undefined) query = query.where('user_id', '=', userId);
  return (await query.executeTakeFirst()) !== undefined;
}

export async function touchApiKey(trx: Trx, id: string): Promise<void> {
  await trx.updateTable('api_keys').set({ last_used_at: new Date() }).where('id', '=', id).execute();
}

/** All keys that the person made, in every workspace. */
export async function deleteApiKeysOf(db: Kysely<Schema>, userId: string): Promise<void> {
  for (const { id } of await listWorkspacesOf(db, userId)) {
    await inWorkspace(db, id, (trx) => trx.deleteFrom('api_keys').where('user_id', '=', userId).execute());
  }
}
