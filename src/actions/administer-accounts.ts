// What who administers the installation may do with accounts and see of workspaces. It opens no workspace to them.

import { SheafError } from '../errors.ts';
import { findAccount } from '../store/accounts.ts';
import {
  type AdministeredAccount,
  type AdministeredWorkspace,
  type AdministrationFilter,
  disableAccount,
  enableAccount,
  listAccounts,
  listAllWorkspaces,
  unlockSecondFactor,
} from '../store/administration.ts';
import type { Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'identity'>;

export interface AccountState extends AdministeredAccount {
  /** Set while failed sign-ins keep it locked. */
  lockedUntil: Date | null;
}

export async function getAccounts({ db, identity }: Deps, filter: AdministrationFilter): Promise<AccountState[]> {
  const rows = await listAccounts(db, filter);
  const locks = await identity.guard.locks(rows.map((row) => row.email));
  return rows.map((row) => ({ ...row, lockedUntil: locks.get(row.email) ?? null }));
}

export async function getAllWorkspaces({ db }: Deps, filter: AdministrationFilter): Promise<AdministeredWorkspace[]> {
  return listAllWorkspaces(db, filter);
}

/** Failed sign-ins and codes are forgotten. Throws `account.not-found`. */
export async function unlockAccount({ db, identity }: Deps, userId: string): Promise<void> {
  const account = await findAccount(db, userId);
  if (!account) throw new SheafError('account.not-found');
  await identity.guard.unlock(account.email);
  await unlockSecondFactor(db, userId);
}

/** Its sessions end, and none begins. Throws `account.own`, `account.not-found`. */
export async function closeAccount({ db, identity }: Deps, administratorId: string, userId: string): Promise<void> {
  if (administratorId === userId) throw new SheafError('account.own');
  if (!(await disableAccount(db, { administratorId, userId }))) throw new SheafError('account.not-found');
  identity.access.forget();
}

/** Throws `account.not-found`. */
export async function openAccount({ db, identity }: Deps, userId: string): Promise<void> {
  if (!(await enableAccount(db, userId))) throw new SheafError('account.not-found');
  identity.access.forget();
}
