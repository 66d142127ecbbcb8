// Sessions of accounts as rows. Runs with the owner's rights: accounts belong to no workspace.

import { type Kysely, sql } from 'kysely';
import type { Role } from './roles.ts';
import type { Schema } from './schema.ts';

/** What a live session gives its holder in one workspace, or in the one that a request means when it names none. */
export interface SessionAccess {
  userId: string;
  systemAdministrator: boolean;
  workspaceId: string | null;
  role: Role | null;
}

/** undefined when the session has ended. Role and workspace are null when the person does not belong to it. */
export async function findSessionAccess(
  db: Kysely<Schema>,
  sessionId: string,
  workspaceId: string | undefined,
): Promise<SessionAccess | undefined> {
  return db
    .selectFrom('auth_sessions as session')
    .innerJoin('auth_users as person', 'person.id', 'session.userId')
    .leftJoinLateral(
      (eb) => {
        const mine = eb
          .selectFrom('memberships')
          .select(['workspace_id', 'role'])
          .whereRef('user_id', '=', 'person.id')
          .limit(1);
        return (
          workspaceId === undefined
            ? mine
                .orderBy(sql`workspace_id is not distinct from person."workspaceId"`, 'desc')
                .orderBy('created_at')
                .orderBy('workspace_id')
            : mine.where('workspace_id', '=', workspaceId)
        ).as('member');
      },
      (join) => join.onTrue(),
    )
    .select(['person.id as userId', 'person.systemAdministrator', 'member.workspace_id as workspaceId', 'member.role'])
    .where('session.id', '=', sessionId)
    .where('session.expiresAt', '>', new Date())
    .where('person.disabledAt', 'is', null)
    .executeTakeFirst();
}

export interface SessionRow {
  id: string;
  token: string;
  userId: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}

/** Newest first. */
export async function listUserSessions(db: Kysely<Schema>, userId: string): Promise<SessionRow[]> {
  return db
    .selectFrom('auth_sessions')
    .selectAll()
    .where('userId', '=', userId)
    .where('expiresAt', '>', new Date())
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function findSessionRow(db: Kysely<Schema>, id: string): Promise<SessionRow | undefined> {
  return db.selectFrom('auth_sessions').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Ends sessions of the user: those named, or all but `keep`. Their refresh tokens go with them. Returns the ended ids. */
export async function endSessions(
  db: Kysely<Schema>,
  userId: string,
  which: { ids: readonly string[] } | { keep: string | undefined },
): Promise<string[]> {
  let query = db.deleteFrom('auth_sessions').where('userId', '=', userId).returning('id');
  if ('ids' in which) query = query.where('id', 'in', which.ids.length > 0 ? which.ids : [null as unknown as string]);
  else if (which.keep) query = query.where('id', '!=', which.keep);
  return (await query.execute()).map((row) => row.id);
}

/** Ends all but the `keep` newest sessions of the user. Returns the ended ids. */
export async function endOldestSessions(db: Kysely<Schema>, userId: string, keep: number): Promise<string[]> {
  const old = (await listUserSessions(db, userId)).slice(keep).map((row) => row.id);
  return old.length === 0 ? [] : endSessions(db, userId, { ids: old });
}

/** Rows that no longer count for anything. */
export async function removeExpiredSessions(db: Kysely<Schema>, userId: string): Promise<void> {
  await db.deleteFrom('auth_sessions').where('userId', '=', userId).where('expiresAt', '<', new Date()).execute();
}

/** By the library's own token, just after it made the session. */
export async function findSessionByToken(db: Kysely<Schema>, token: string): Promise<SessionRow | undefined> {
  return db.selectFrom('auth_sessions').selectAll().where('token', '=', token).executeTakeFirst();
}
