// Invitations as the inside of a workspace sees them: made, listed, sent again, taken back.

import { createHash, randomBytes } from 'node:crypto';
import { SheafError } from '../errors.ts';
import { mayGive } from '../identity/role-rank.ts';
import { findAccount, findAccountByEmail } from '../store/accounts.ts';
import { asOwner, inWorkspace, type Trx } from '../store/database.ts';
import {
  countInvitationsSince,
  type InvitationRow,
  insertInvitation,
  listInvitations,
  lockInvitation,
  renewInvitation,
  settleInvitation,
} from '../store/invitations.ts';
import { findRole, lockWorkspace } from '../store/memberships.ts';
import { newId } from '../store/new-id.ts';
import type { Role } from '../store/roles.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'identity' | 'sendAccountMail'>;

const DAYS = 7;
/** A workspace is no means to mail the world: this many a day, each this often, with this pause between. */
const MOST_A_DAY = 200;
const MOST_SENDS = 5;
const PAUSE_MS = 60_000;
const DAY_MS = 24 * 3600_000;
const PREFIX = 'shi_';

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface NewInvitation {
  email: string;
  role: Role;
  /** Language of the mail. */
  locale?: string | undefined;
}

/** Throws `auth.forbidden`, `member.exists`, `invitation.pending`, `invitation.limit`. Whether the address has an account makes no difference. */
export async function inviteMember(
  deps: Deps,
  actor: Actor,
  { email: given, role, locale = 'en' }: NewInvitation,
): Promise<InvitationRow> {
  const email = given.trim().toLowerCase();
  const { token, tokenHash, expiresAt } = newToken();
  const row = await inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    await lockWorkspace(trx);
    await ensureMayGive(trx, actor, role);
    const account = await asOwner(trx, () => findAccountByEmail(trx, email));
    if (account && (await findRole(trx, account.id))) throw new SheafError('member.exists');
    const recent = await countInvitationsSince(trx, new Date(Date.now() - DAY_MS));
    if (recent >= MOST_A_DAY) throw new SheafError('invitation.limit');
    const { workspaceId, userId: invitedBy } = actor;
    const made = await insertInvitation(trx, {
      workspaceId,
      id: newId(),
      email,
      role,
      locale,
      tokenHash,
      invitedBy,
      expiresAt,
    });
    if (!made) throw new SheafError('invitation.pending');
    await recordActs(trx, actor, [{ action: 'member.invited', target: invitation(made.id), details: { role } }]);
    return made;
  });
  try {
    await sendInvitation(deps, actor, row, token);
  } catch (error) {
    // An address that no mail can be sent to is not invited.
    await inWorkspace(deps.db, actor.workspaceId, async (trx) => {
      await settleInvitation(trx, row.id, 'revoked');
      const details = { reason: 'not-sent' };
      await recordActs(trx, actor, [{ action: 'member.invitation-revoked', target: invitation(row.id), details }]);
    });
    throw error;
  }
  return row;
}

/** Newest first. */
export async function getInvitations(
  { db }: Deps,
  { workspaceId }: Actor,
  page: { before?: string | undefined; limit: number },
): Promise<InvitationRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listInvitations(trx, page));
}

/** A new link, for another seven days; the one before counts no more. Throws as `revokeInvitation` does, and `invitation.limit`. */
export async function resendInvitation(deps: Deps, actor: Actor, id: string): Promise<InvitationRow> {
  const { token, tokenHash, expiresAt } = newToken();
  const row = await inWorkspace(deps.db, actor.workspaceId, async (trx) => {
    const { sent_at, sends } = await lockPending(trx, actor, id);
    const waitMs = sent_at.getTime() + PAUSE_MS - Date.now();
    if (sends >= MOST_SENDS) throw new SheafError('invitation.limit');
    if (waitMs > 0) {
      throw new SheafError('invitation.limit', 'It was sent a moment ago', {
        details: { retryAfterSeconds: Math.ceil(waitMs / 1000) },
      });
    }
    const renewed = await renewInvitation(trx, id, { tokenHash, expiresAt, invitedBy: actor.userId });
    await recordActs(trx, actor, [{ action: 'member.invitation-renewed', target: invitation(id) }]);
    return renewed;
  });
  await sendInvitation(deps, actor, row, token);
  return row;
}

/** Throws `invitation.not-found`, `invitation.settled`, `auth.forbidden`. */
export async function revokeInvitation({ db }: Deps, actor: Actor, id: string): Promise<void> {
  await inWorkspace(db, actor.workspaceId, async (trx) => {
    await lockPending(trx, actor, id);
    await settleInvitation(trx, id, 'revoked');
    await recordActs(trx, actor, [{ action: 'member.invitation-revoked', target: invitation(id) }]);
  });
}

const invitation = (id: string) => ({ type: 'invitation', id });

async function lockPending(trx: Trx, actor: Actor, id: string): Promise<InvitationRow> {
  await lockWorkspace(trx);
  const row = await lockInvitation(trx, id);
  if (!row) throw new SheafError('invitation.not-found');
  await ensureMayGive(trx, actor, row.role);
  if (row.status !== 'pending') throw new SheafError('invitation.settled');
  return row;
}

async function ensureMayGive(trx: Trx, { userId }: Actor, role: Role): Promise<void> {
  const own = await findRole(trx, userId);
  if (own === undefined) throw new SheafError('workspace.not-found');
  if (!mayGive(own, role)) throw new SheafError('auth.forbidden');
}

function newToken(): { token: string; tokenHash: string; expiresAt: Date } {
  const token = PREFIX + randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOfToken(token), expiresAt: new Date(Date.now() + DAYS * DAY_MS) };
}

async function sendInvitation(
  { db, identity, sendAccountMail }: Deps,
  { workspaceId, userId }: Actor,
  { id, sends, email, role, locale, expires_at }: InvitationRow,
  token: string,
): Promise<void> {
  const workspace = await inWorkspace(db, workspaceId, findWorkspace);
  const inviter = await findAccount(db, userId);
  if (!workspace || !inviter) throw new SheafError('workspace.not-found');
  await sendAccountMail({
    template: 'invitation',
    to: email,
    locale,
    data: {
      inviter: inviter.name || inviter.email,
      inviterEmail: inviter.email,
      workspace: workspace.name,
      role,
      // Behind '#': browsers send that to no server, so that the token stands in no log on the way.
      link: `${identity.publicUrl().origin}/#invitation=${token}`,
      validUntil: expires_at.toISOString(),
    },
    dedupeKey: `invitation:${id}:${sends}`,
  });
}
