// Workspaces and who belongs to them, as rows.

import type { Kysely } from 'kysely';
import type { Trx } from './database.ts';
import type { Role } from './roles.ts';
import type { Schema } from './schema.ts';

export interface NewWorkspace {
  id: string;
  name: string;
}

/** Makes the workspace unless it is there; true when it made it. Runs in the workspace's own transaction. */
export async function insertWorkspace(trx: Trx, { id, name }: NewWorkspace): Promise<boolean> {
  const made = await trx
    .insertInto('workspaces')
    .values({ id, name })
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
