// API keys: made for programs, bound to one workspace and to whoever made them, with a list of what they may do.

import { SheafError } from '../errors.ts';
import { makeApiKey } from '../identity/api-key-format.ts';
import { may, type Permission, permissionNames } from '../identity/permissions.ts';
import { type ApiKeyRow, deleteApiKey, insertApiKey, listApiKeys } from '../store/api-keys.ts';
import { inWorkspace } from '../store/database.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import type { Role } from '../store/roles.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'identity'>;

/** What only a person may do: a key that makes keys could not be revoked; what a program proposes, no program accepts. */
const forPeople: readonly Permission[] = ['keys.manage', 'workspace.transfer', 'workspace.erase', 'proposals.decide'];

export const keyScopes = permissionNames.filter((name) => !forPeople.includes(name));

const MOST_KEYS = 50;
const DEFAULT_DAYS = 90;

export interface NewKey {
  name: string;
  scopes: readonly Permission[];
  /** undefined: 90 days; null: never. */
  expiresAt: Date | null | undefined;
}

/** The key itself is in this answer and nowhere else. Throws `auth.forbidden`, `request.invalid`, `key.too-many`. */
export async function createApiKey(
  { db }: Deps,
  actor: Actor & { role: Role },
  { name, scopes, expiresAt }: NewKey,
): Promise<{ key: string; row: ApiKeyRow }> {
  const { workspaceId, userId, role } = actor;
  const beyond = scopes.find((scope) => !may(role, scope) || !keyScopes.includes(scope));
  if (beyond) throw new SheafError('auth.forbidden', `Your role does not allow ${beyond} to a key`);
  if (expiresAt && expiresAt.getTime() <= Date.now()) {
    throw new SheafError('request.invalid', 'lies in the past', { details: { pointer: '/expiresAt' } });
  }
  const { key, hash, hint } = makeApiKey();
  const row = await inWorkspace(db, workspaceId, async (trx) => {
    if ((await listApiKeys(trx, userId)).length >= MOST_KEYS) throw new SheafError('key.too-many');
    const made = await insertApiKey(trx, {
      id: newId(),
      workspace_id: workspaceId,
      user_id: userId,
      hash,
      hint,
      name: cleanText(name.trim()),
      scopes: [...new Set(scopes)],
      expires_at: expiresAt === undefined ? new Date(Date.now() + DEFAULT_DAYS * 24 * 3600_000) : expiresAt,
    });
    const target = { type: 'key', id: made.id };
    await recordActs(trx, actor, [{ action: 'key.created', target, details: { scopes: made.scopes } }]);
    return made;
  });
  return { key, row };
}

/** One's own; of everybody for those who manage the members. */
export async function listKeys(
  { db }: Deps,
  { workspaceId, userId, role }: Actor & { role: Role },
): Promise<ApiKeyRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listApiKeys(trx, makerFor(role, userId)));
}

/** Throws `key.not-found`. */
export async function revokeApiKey({ db, identity }: Deps, actor: Actor & { role: Role }, id: string): Promise<void> {
  const { workspaceId, userId, role } = actor;
  await inWorkspace(db, workspaceId, async (trx) => {
    if (!(await deleteApiKey(trx, id, makerFor(role, userId)))) throw new SheafError('key.not-found');
    await recordActs(trx, actor, [{ action: 'key.revoked', target: { type: 'key', id } }]);
  });
  identity.access.forget();
}

const makerFor = (role: Role, userId: string): string | undefined => (may(role, 'members.manage') ? undefined : userId);
