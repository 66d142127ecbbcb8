// Invitations as rows. Runs inside the workspace's transaction, but for looking a token up.

import { type Kysely, type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import type { Role } from './roles.ts';
import type { Schema } from './schema.ts';
import type { InvitationTable } from './schema-identity.ts';

export type InvitationRow = Selectable<InvitationTable>;

export interface NewInvitation {
  workspaceId: string;
  id: string;
  email: string;
  role: Role;
  locale: string;
  tokenHash: string;
  invitedBy: string;
  expiresAt: Date;
}

/** undefined when one to the same address is pending. One that is too old makes room. */
export async function insertInvitation(trx: Trx, invitation: NewInvitation): Promise<InvitationRow | undefined> {
  await trx
    .updateTable('invitations')
    .set({ status: 'revoked', settled_at: new Date() })
    .where('email', '=', invitation.email)
    .where('status', '=', 'pending')
    .where('expires_at', '<=', new Date())
    .execute();
  return trx
    .insertInto('invitations')
    .values({
      workspace_id: invitation.workspaceId,
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      locale: invitation.locale,
      token_hash: invitation.tokenHash,
      invited_by: invitation.invitedBy,
      expires_at: invitation.expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'email']).where('status', '=', 'pending').doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Whatever became of them. */
export async function countInvitationsSince(trx: Trx, since: Date): Promise<number> {
  const { count } = await trx
    .selectFrom('invitations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Newest first. */
export async function listInvitations(
  trx: Trx,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<InvitationRow[]> {
  let query = trx.selectFrom('invitations').selectAll().orderBy('id', 'desc').limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** Holds the row until the transaction ends: it is settled once. */
export async function lockInvitation(trx: Trx, id: string): Promise<InvitationRow | undefined> {
  return trx.selectFrom('invitations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** With the owner's rights: whoever holds a token belongs to no workspace yet. */
export async function findInvitationByToken(db: Kysely<Schema>, tokenHash: string): Promise<InvitationRow | undefined> {
  return db.selectFrom('invitations').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
}

export async function renewInvitation(
  trx: Trx,
  id: string,
  { tokenHash, expiresAt, invitedBy }: { tokenHash: string; expiresAt: Date; invitedBy: string },
): Promise<InvitationRow> {
  return trx
    .updateTable('invitations')
    .set((eb) => ({
      token_hash: tokenHash,
      expires_at: expiresAt,
      invited_by: invitedBy,
      sent_at: new Date(),
      sends: eb('sends', '+', 1),
    }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function settleInvitation(
  trx: Trx,
  id: string,
  status: 'accepted' | 'declined' | 'revoked',
): Promise<void> {
  await trx.updateTable('invitations').set({ status, settled_at: new Date() }).where('id', '=', id).execute();
}

/** Takes back what the person invited to a role that they may not give any more. */
export async function revokeInvitationsBy(trx: Trx, userId: string, stillMayGive: readonly Role[]): Promise<void> {
  await trx
    .updateTable('invitations')
    .set({ status: 'revoked', settled_at: new Date() })
    .where('invited_by', '=', userId)
    .where('status', '=', 'pending')
    .where(sql<boolean>`not (role = any(${[...stillMayGive]}::text[]))`)
    .execute();
}
