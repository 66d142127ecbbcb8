// Somebody must be able to sign in to a new installation: the operator named in the settings, or the person at this machine.

import { hashPassword } from '../identity/password-hash.ts';
import {
  findAccount,
  hasCredentials,
  hasSystemAdministrator,
  insertAccount,
  removeCredentials,
  setPasswordHash,
  updateAccount,
} from '../store/accounts.ts';
import { appendAudit } from '../store/audit.ts';
import { inWorkspace } from '../store/database.ts';
import { insertMembership, insertWorkspace } from '../store/workspaces.ts';
import { makeSignInToken } from './account-links.ts';
import { changeAccounts } from './audit.ts';
import { ensureStrongPassword } from './password-rules.ts';
import type { Services } from './services.ts';

/** Fixed ids: every process on a database means the same workspace and owner without having to ask for them. */
export const firstWorkspaceId = '00000000-0000-7000-8000-000000000001';
export const firstOwnerId = '00000000-0000-7000-8000-000000000002';

/** Address of the owner that development makes; nobody can receive mail there. */
const LOCAL_EMAIL = 'owner@sheaf.local';

interface Admin {
  email: string;
  password: string;
}

export interface FirstOwnerOptions {
  /** From the settings; makes the account in every environment. */
  admin: Admin | undefined;
  /** Makes an owner without a password when no account administers the installation yet. */
  makeLocal: boolean;
}

export interface FirstOwner {
  /** True at the first start. */
  made: boolean;
  /** Nobody can sign in yet, and nobody was made who could. */
  missing: boolean;
  /** Signs the local owner in, once; undefined when they have a password. */
  signInToken: string | undefined;
}

/** Makes the first workspace and its owner unless they are there. Throws `account.weak-password`. */
export async function ensureFirstOwner(
  deps: Pick<Services, 'db' | 'identity'>,
  { admin, makeLocal }: FirstOwnerOptions,
): Promise<FirstOwner> {
  const { db } = deps;
  let made = false;
  if (!(await hasSystemAdministrator(db))) {
    if (!admin && !makeLocal) return { made, missing: true, signInToken: undefined };
    made = await makeOwner(deps, admin);
  }
  const owner = await findAccount(db, firstOwnerId);
  const isNobody = owner?.email === LOCAL_EMAIL && !(await hasCredentials(db, owner.id));
  if (isNobody && admin) await nameOwner(deps, admin);
  const needsLink = isNobody && makeLocal && !admin;
  return { made, missing: false, signInToken: needsLink ? await makeSignInToken(deps, firstOwnerId) : undefined };
}

async function makeOwner(
  { db, identity }: Pick<Services, 'db' | 'identity'>,
  admin: Admin | undefined,
): Promise<boolean> {
  const email = admin?.email.trim().toLowerCase() ?? LOCAL_EMAIL;
  if (admin) ensureStrongPassword(admin.password, email);
  const { internalAdapter } = await identity.auth.$context;
  const name = admin ? email.slice(0, email.indexOf('@')) : 'Owner';
  const known = await internalAdapter.findUserByEmail(email);
  // Another process on the same database may be making the same owner: one of the two inserts it.
  if (!known && !(await insertAccount(db, { id: firstOwnerId, email, name, emailVerified: true }))) return false;
  const user = known?.user ?? { id: firstOwnerId };
  if (admin) {
    // Somebody may have registered the operator's address before them: what they set up opens nothing any more.
    if (known) await removeCredentials(db, user.id);
    await setPasswordHash(db, user.id, await hashPassword(admin.password));
  }
  await inWorkspace(db, firstWorkspaceId, async (trx) => {
    const isNew = await insertWorkspace(trx, { id: firstWorkspaceId, name: 'My workspace' });
    await insertMembership(trx, { workspaceId: firstWorkspaceId, userId: user.id, role: 'owner' });
    const actor = { kind: 'system', id: null } as const;
    if (isNew) await appendAudit(trx, { workspaceId: firstWorkspaceId, actor, action: 'workspace.created' });
  });
  const change = { systemAdministrator: true, emailVerified: true, workspaceId: firstWorkspaceId };
  await changeAccounts({ db }, 'system', {
    work: (trx) => updateAccount(trx, user.id, change),
    acts: () => [
      { action: 'auth.registered', target: { type: 'person', id: user.id }, details: { administrator: true } },
    ],
  });
  return true;
}

/** The owner that development made without a name gets the one of the settings. */
async function nameOwner({ db, identity }: Pick<Services, 'db' | 'identity'>, admin: Admin): Promise<void> {
  const email = admin.email.trim().toLowerCase();
  ensureStrongPassword(admin.password, email);
  const { internalAdapter } = await identity.auth.$context;
  if (await internalAdapter.findUserByEmail(email)) return;
  const hash = await hashPassword(admin.password);
  const target = { type: 'person', id: firstOwnerId };
  await changeAccounts({ db }, 'system', {
    async work(trx) {
      await updateAccount(trx, firstOwnerId, { email, name: email.slice(0, email.indexOf('@')) });
      await setPasswordHash(trx, firstOwnerId, hash);
    },
    acts: () => [
      { action: 'auth.email-changed', target },
      { action: 'auth.password-changed', target },
    ],
  });
}
