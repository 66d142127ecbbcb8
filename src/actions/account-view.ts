// What an account shows of itself.

import { SheafError } from '../errors.ts';
import { findAccount, findPasswordHash } from '../store/accounts.ts';
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
  hasPassword: boolean;
  systemAdministrator: boolean;
  /** The one that a request means when it names none; null = the oldest membership. */
  workspaceId: string | null;
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
    hasPassword: (await findPasswordHash(db, userId)) !== undefined,
    systemAdministrator: row.systemAdministrator,
    workspaceId: row.workspaceId,
    workspaces: await listWorkspacesOf(db, userId),
  };
}
