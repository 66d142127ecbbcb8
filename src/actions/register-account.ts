// A new person: an account, a workspace of their own, and a first session unless the address must be proven before.

import { SheafError } from '../errors.ts';
import { callAuth } from '../identity/auth-errors.ts';
import type { TokenPair } from '../identity/sessions.ts';
import { deleteAccount, findAccountByEmail, updateAccount } from '../store/accounts.ts';
import { inWorkspace } from '../store/database.ts';
import type { InvitationRow } from '../store/invitations.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import { insertMembership, insertWorkspace } from '../store/workspaces.ts';
import { type AccountView, viewAccount } from './account-view.ts';
import { findOpenInvitation, joinByInvitation } from './answer-invitation.ts';
import { recordActs, recordAfter } from './audit.ts';
import { ensureStrongPassword } from './password-rules.ts';
import type { Caller, Services, Somebody } from './services.ts';
import { startSession } from './sign-in.ts';

export interface Registration {
  email: string;
  password: string;
  name?: string | undefined;
  workspaceName?: string | undefined;
  locale?: string | undefined;
  /** Token of an invitation to this address: proves it, and opens registration when it is closed. */
  invitation?: string | undefined;
}

export interface Registered {
  account: AccountView;
  /** null: the address must be proven first. */
  tokens: TokenPair | null;
}

/** Throws `account.registration-closed`, `account.exists`, `account.weak-password`, `auth.link-invalid`, `invitation.other-address`. */
export async function registerAccount(
  deps: Pick<Services, 'db' | 'identity' | 'log' | 'raiseNotice'>,
  caller: Caller,
  registration: Registration,
): Promise<Registered> {
  const { db, identity } = deps;
  const { invitation: token } = registration;
  const invitation = token === undefined ? undefined : await findOpenInvitation(deps, token);
  if (identity.settings.registration === 'closed' && !invitation) throw new SheafError('account.registration-closed');
  const email = registration.email.trim().toLowerCase();
  if (invitation && invitation.email !== email) throw new SheafError('invitation.other-address');
  ensureStrongPassword(registration.password, email);
  if (await findAccountByEmail(db, email)) throw new SheafError('account.exists');
  const name = cleanText(registration.name?.trim() || email.slice(0, email.indexOf('@')));
  const { user } = await callAuth(() =>
    identity.auth.api.signUpEmail({
      body: { email, password: registration.password, name, locale: registration.locale ?? 'en' },
      headers: new Headers({ 'user-agent': caller.userAgent }),
    }),
  ).catch(async (error: unknown) => {
    // Of two who register the same address at once, the database takes one.
    throw (await findAccountByEmail(db, email)) ? new SheafError('account.exists', undefined, { cause: error }) : error;
  });
  // Or the library answers the slower one with an account that does not exist.
  const row = await findAccountByEmail(db, email);
  if (row?.id !== user.id) throw new SheafError('account.exists');
  const by = { ...caller, userId: user.id };
  const start = { userId: user.id, method: 'registration' } as const;
  if (invitation) {
    await joinAsNew(deps, by, invitation);
    await recordAfter(deps, by, [{ action: 'auth.registered' }, { action: 'auth.email-verified' }]);
    return { tokens: await startSession(deps, caller, start), account: await viewAccount(deps, user.id) };
  }
  await makeOwnWorkspace(deps, by, cleanText(registration.workspaceName?.trim() || name));
  await recordAfter(deps, by, [{ action: 'auth.registered' }]);
  if (identity.settings.requireVerification) {
    await callAuth(() => identity.auth.api.sendVerificationEmail({ body: { email } }));
    return { account: await viewAccount(deps, user.id), tokens: null };
  }
  return { tokens: await startSession(deps, caller, start), account: await viewAccount(deps, user.id) };
}

/** The mail with the token reached the address, so that it is proven. No invitation, no account. */
async function joinAsNew(
  deps: Pick<Services, 'db' | 'identity' | 'raiseNotice'>,
  by: Somebody,
  invitation: InvitationRow,
): Promise<void> {
  try {
    await joinByInvitation(deps, by, invitation);
  } catch (error) {
    await deleteAccount(deps.db, by.userId);
    throw error;
  }
  await updateAccount(deps.db, by.userId, { emailVerified: true });
}

/** A workspace in which the person is the owner, and which a request of theirs means when it names none. */
export async function makeOwnWorkspace({ db }: Pick<Services, 'db'>, by: Somebody, name: string): Promise<string> {
  const { userId } = by;
  const workspaceId = newId();
  await inWorkspace(db, workspaceId, async (trx) => {
    await insertWorkspace(trx, { id: workspaceId, name, createdBy: userId });
    await insertMembership(trx, { workspaceId, userId, role: 'owner' });
    await recordActs(trx, { ...by, workspaceId }, [{ action: 'workspace.created' }]);
  });
  await updateAccount(db, userId, { workspaceId });
  return workspaceId;
}
