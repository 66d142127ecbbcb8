// What who administers the installation sees: accounts and workspaces by name, never what is in them. With the owner's rights.

import { type Kysely, type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import type { Schema } from './schema.ts';
import type { AuthUserTable } from './schema-identity.ts';
import type { WorkspaceRow } from './workspaces.ts';

export type AdministeredAccount = Pick<
  Selectable<AuthUserTable>,
  'id' | 'email' | 'name' | 'emailVerified' | 'systemAdministrator' | 'twoFactorEnabled' | 'disabledAt' | 'createdAt'
>;

const accountColumns = [
  'id',
  'email',
  'name',
  'emailVerified',
  'systemAdministrator',
  'twoFactorEnabled',
  'disabledAt',
  'createdAt',
] as const;

export interface AdministrationFilter {
  /** Part of a name or address, not case-sensitive. */
  search?: string | undefined;
  /** Only ids before this one. */
  before?: string | undefined;
  limit: number;
}

/** Newest first. */
export async function listAccounts(
  db: Kysely<Schema>,
  { search, before, limit }: AdministrationFilter,
): Promise<AdministeredAccount[]> {
  let query = db.selectFrom('auth_users').select(accountColumns).orderBy('id', 'desc').limit(limit);
  if (before) query = query.where('id', '<', before);
  if (search) {
    const part = likePart(search);
    query = query.where((eb) => eb.or([eb('email', 'ilike', part), eb('name', 'ilike', part)]));
  }
  return query.execute();
}

export interface AdministeredWorkspace extends Pick<WorkspaceRow, 'id' | 'name' | 'jurisdiction' | 'created_at'> {
  members: number;
  /** Addresses of its owners. */
  owners: string[];
}

/** Newest first. */
export async function listAllWorkspaces(
  db: Kysely<Schema>,
  { search, before, limit }: AdministrationFilter,
): Promise<AdministeredWorkspace[]> {
  let query = db
    .selectFrom('workspaces')
    .select(['id', 'name', 'jurisdiction', 'created_at'])
    .select((eb) => [
      eb
        .selectFrom('memberships')
        .select(sql<number>`count(*)::integer`.as('count'))
        .whereRef('workspace_id', '=', 'workspaces.id')
        .as('members'),
      eb
        .selectFrom('memberships')
        .innerJoin('auth_users', 'auth_users.id', 'memberships.user_id')
        .select(sql<string[]>`coalesce(json_agg(auth_users.email order by auth_users.email), '[]')`.as('emails'))
        .whereRef('workspace_id', '=', 'workspaces.id')
        .where('role', '=', 'owner')
        .as('owners'),
    ])
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where('id', '<', before);
  if (search) query = query.where('name', 'ilike', likePart(search));
  return (await query.execute()).map((row) => ({ ...row, members: row.members ?? 0, owners: row.owners ?? [] }));
}

/** The text as it is: `%` and `_` stand for themselves. */
const likePart = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * Closes the account and ends its sessions. False when there is no such account, or when the administrator who asks has
 * been closed meanwhile: of two who close each other at once, one stays.
 */
export async function disableAccount(
  trx: Trx,
  { administratorId, userId }: { administratorId: string; userId: string },
): Promise<boolean> {
  const rows = await trx
    .selectFrom('auth_users')
    .select(['id', 'disabledAt'])
    .where('id', 'in', [administratorId, userId])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  if (rows.find((row) => row.id === administratorId)?.disabledAt !== null) return false;
  const target = rows.find((row) => row.id === userId);
  if (!target) return false;
  if (target.disabledAt === null) {
    await trx.updateTable('auth_users').set({ disabledAt: new Date() }).where('id', '=', userId).execute();
  }
  await trx.deleteFrom('auth_sessions').where('userId', '=', userId).execute();
  return true;
}

/** False when there is no such account. */
export async function enableAccount(db: Kysely<Schema>, userId: string): Promise<boolean> {
  const row = await db
    .updateTable('auth_users')
    .set({ disabledAt: null })
    .where('id', '=', userId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Failed codes of the second factor count no more. */
export async function unlockSecondFactor(db: Kysely<Schema>, userId: string): Promise<void> {
  await sql`update auth_two_factors set "failedVerificationCount" = 0, "lockedUntil" = null
    where "userId" = ${userId}`.execute(db);
}
