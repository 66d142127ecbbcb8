// Invitations as whoever was invited sees them: looked at, accepted, declined. The token of the mail is all they have.

import { SheafError } from '../errors.ts';
import { findAccount, updateAccount } from '../store/accounts.ts';
import { appendAudit } from '../store/audit.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { findInvitationByToken, type InvitationRow, lockInvitation, settleInvitation } from '../store/invitations.ts';
import { findRole, lockWorkspace } from '../store/memberships.ts';
import type { Role } from '../store/roles.ts';
import { findWorkspace, insertMembership } from '../store/workspaces.ts';
import { recordActs } from './audit.ts';
import { hashOfToken } from './invitations.ts';
import type { Services, Somebody } from './services.ts';

type Deps = Pick<Services, 'db' | 'identity' | 'raiseNotice'>;

export interface InvitationView {
  workspace: string;
  /** Name; null when the account is gone. */
  inviter: string | null;
  role: Role;
  expiresAt: Date;
}

/** Throws `auth.link-invalid`. */
export async function viewInvitation({ db }: Pick<Deps, 'db'>, token: string): Promise<InvitationView> {
  const { workspace_id, invited_by, role, expires_at } = await findOpenInvitation({ db }, token);
  const workspace = await inWorkspace(db, workspace_id, findWorkspace);
  if (!workspace) throw new SheafError('auth.link-invalid');
  const inviter = invited_by === null ? undefined : await findAccount(db, invited_by);
  return { workspace: workspace.name, inviter: inviter?.name ?? null, role, expiresAt: expires_at };
}

/** Throws `auth.link-invalid`. */
export async function findOpenInvitation({ db }: Pick<Deps, 'db'>, token: string): Promise<InvitationRow> {
  const row = await findInvitationByToken(db, hashOfToken(token));
  return ensureOpen(row);
}

export interface Joined {
  workspaceId: string;
  role: Role;
}

/** For the very address that was invited. Throws `auth.link-invalid`, `invitation.other-address`, `account.not-verified`. */
export async function acceptInvitation(deps: Deps, by: Somebody, token: string): Promise<Joined> {
  const invitation = await findOpenInvitation(deps, token);
  const account = await findAccount(deps.db, by.userId);
  if (account?.email !== invitation.email) throw new SheafError('invitation.other-address');
  if (!account.emailVerified) throw new SheafError('account.not-verified');
  return joinByInvitation(deps, by, invitation);
}

/** Makes the account a member, once. Whoever belongs already keeps their role. Throws `auth.link-invalid`. */
export async function joinByInvitation(
  { db, identity, raiseNotice }: Deps,
  by: Somebody,
  invitation: InvitationRow,
): Promise<Joined> {
  const { workspace_id: workspaceId } = invitation;
  const { userId } = by;
  let { role } = invitation;
  const account = await findAccount(db, userId);
  await settle(db, invitation, 'accepted', async (trx) => {
    if (!(await insertMembership(trx, { workspaceId, userId, role }))) {
      role = (await findRole(trx, userId)) ?? role;
      return;
    }
    await raiseNotice(trx, {
      workspaceId,
      kind: 'member.joined',
      key: invitation.id,
      subject: { type: 'workspace', id: workspaceId },
      data: { name: account?.name ?? null, role, userId },
    });
    const target = { type: 'invitation', id: invitation.id };
    await recordActs(trx, { ...by, workspaceId }, [{ action: 'member.joined', target, details: { role } }]);
  });
  if (account?.workspaceId === null) await updateAccount(db, userId, { workspaceId });
  identity.access.forget();
  return { workspaceId, role };
}

/** Throws `auth.link-invalid`. */
export async function declineInvitation({ db }: Pick<Deps, 'db'>, token: string): Promise<void> {
  const invitation = await findOpenInvitation({ db }, token);
  const { id, workspace_id: workspaceId } = invitation;
  await settle(db, invitation, 'declined', async (trx) => {
    // By whoever had the mail: who that is, and where, is not for the workspace.
    const actor = { kind: 'user', id: null } as const;
    const target = { type: 'invitation', id };
    await appendAudit(trx, { workspaceId, actor, action: 'member.invitation-declined', target });
  });
}

async function settle(
  db: Deps['db'],
  { workspace_id, id, token_hash }: InvitationRow,
  status: 'accepted' | 'declined',
  work: (trx: Trx) => Promise<void>,
): Promise<void> {
  await inWorkspace(db, workspace_id, async (trx) => {
    await lockWorkspace(trx);
    // Between the look and the lock it may have been revoked, sent again, or accepted by another request.
    const row = ensureOpen(await lockInvitation(trx, id));
    if (row.token_hash !== token_hash) throw new SheafError('auth.link-invalid');
    await settleInvitation(trx, id, status);
    await work(trx);
  });
}

function ensureOpen(row: InvitationRow | undefined): InvitationRow {
  if (row?.status !== 'pending' || row.expires_at <= new Date()) throw new SheafError('auth.link-invalid');
  return row;
}
