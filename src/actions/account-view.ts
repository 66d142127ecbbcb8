// What an account shows of itself.

import { SheafError } from '../errors.ts';
import { findAccount, hasCredentials } from '../store/accounts.ts';
import { listWorkspacesOf, type WorkspaceOfUser } from '../store/workspaces.ts';
import type { Services } from './services.ts';

export interface AccountView {
  id: string;
  email: string;
  emailVerified: boolean;
  name: string;
  locale: string;
  timeZone: string;
  secondFactor: boolean;
  /** False: the person came by a one-time link and has no way back yet. */
  hasPassword: boolean;
  systemAdministrator: boolean;
  workspaces: WorkspaceOfUser[];
}

/** Throws `auth.required` when the account is gone. */
export async function viewAccount({ db }: Pick<Services, 'db'>, userId: string): Promise<AccountView> {
  const row = await findAccount(db, userId);
  if (!row) throw new SheafError('auth.required');
  return {
    id: row.id,
    email: row.email,
    emailVerified: row.emailVerified,
    name: row.name,
    locale: row.locale,
    timeZone: row.timeZone,
    secondFactor: row.twoFactorEnabled === true,
    hasPassword: await hasCredentials(db, userId),
    systemAdministrator: row.systemAdministrator,
    workspaces: await listWorkspacesOf(db, userId),
  };
}
