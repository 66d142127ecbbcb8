// Workspaces and who belongs to them, as rows.

import type { Kysely, Selectable } from 'kysely';
import type { Trx } from './database.ts';
import type { Role } from './roles.ts';
import type { Schema, WorkspaceTable } from './schema.ts';

export interface NewWorkspace {
  id: string;
  name: string;
  createdBy?: string | undefined;
}

/** Makes the workspace unless it is there; true when it made it. Runs in the workspace's own transaction. */
export async function insertWorkspace(trx: Trx, { id, name, createdBy }: NewWorkspace): Promise<boolean> {
  const made = await trx
    .insertInto('workspaces')
    .values({ id, name, created_by: createdBy ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** All of them. `db` must have the rights of the schema's owner. */
export async function listWorkspaceIds(db: Kysely<Schema>): Promise<string[]> {
  return (await db.selectFrom('workspaces').select('id').orderBy('id').execute()).map((row) => row.id);
}

export interface NewMembership {
  workspaceId: string;
  userId: string;
  role: Role;
}

/** Adds the person unless they belong already; true when it added them. */
export async function insertMembership(trx: Trx, { workspaceId, userId, role }: NewMembership): Promise<boolean> {
  const made = await trx
    .insertInto('memberships')
    .values({ workspace_id: workspaceId, user_id: userId, role })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return made !== undefined;
}

export interface WorkspaceOfUser {
  id: string;
  name: string;
  role: Role;
  createdAt: Date;
}

export type WorkspaceRow = Selectable<WorkspaceTable>;

export async function findWorkspace(trx: Trx): Promise<WorkspaceRow | undefined> {
  return trx.selectFrom('workspaces').selectAll().executeTakeFirst();
}

export type WorkspaceChange = Partial<Pick<WorkspaceRow, 'name' | 'jurisdiction'>>;

/** Changes the one workspace that the transaction sees. */
export async function updateWorkspace(trx: Trx, change: WorkspaceChange): Promise<WorkspaceRow | undefined> {
  if (Object.keys(change).length === 0) return findWorkspace(trx);
  return trx.updateTable('workspaces').set(change).returningAll().executeTakeFirst();
}

/**
 * Workspaces that the person made and that still are. With the owner's rights; holds the account until the transaction
 * ends, so that of many at once none exceeds a limit.
 */
export async function countWorkspacesMadeBy(trx: Trx, userId: string): Promise<number> {
  await trx.selectFrom('auth_users').select('id').where('id', '=', userId).forUpdate().execute();
  const { count } = await trx
    .selectFrom('workspaces')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('created_by', '=', userId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The workspaces that a person belongs to, oldest membership first. With the owner's rights: it looks across workspaces. */
export async function listWorkspacesOf(db: Kysely<Schema>, userId: string): Promise<WorkspaceOfUser[]> {
  return db
    .selectFrom('memberships')
    .innerJoin('workspaces', 'workspaces.id', 'memberships.workspace_id')
    .select(['workspaces.id', 'workspaces.name', 'memberships.role', 'workspaces.created_at as createdAt'])
    .where('memberships.user_id', '=', userId)
    .orderBy('memberships.created_at')
    .orderBy('workspaces.id')
    .execute();
}

/** How many belong to a workspace, and how many of them own it. With the owner's rights. */
export async function countMembers(
  db: Kysely<Schema>,
  workspaceId: string,
): Promise<{ members: number; owners: number }> {
  const rows = await db.selectFrom('memberships').select('role').where('workspace_id', '=', workspaceId).execute();
  return { members: rows.length, owners: rows.filter((row) => row.role === 'owner').length };
}
