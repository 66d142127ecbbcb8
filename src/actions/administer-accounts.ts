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
import { changeAccounts } from './audit.ts';
import type { Services, Somebody } from './services.ts';

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
export async function unlockAccount({ db, identity }: Deps, by: Somebody, userId: string): Promise<void> {
  const account = await findAccount(db, userId);
  if (!account) throw new SheafError('account.not-found');
  await identity.guard.unlock(account.email);
  await changeAccounts({ db }, by, {
    work: (trx) => unlockSecondFactor(trx, userId),
    acts: () => [{ action: 'account.unlocked', target: { type: 'person', id: userId } }],
  });
}

/** Its sessions end, and none begins. Throws `account.own`, `account.not-found`. */
export async function closeAccount({ db, identity }: Deps, by: Somebody, userId: string): Promise<void> {
  if (by.userId === userId) throw new SheafError('account.own');
  const closed = await changeAccounts({ db }, by, {
    work: (trx) => disableAccount(trx, { administratorId: by.userId, userId }),
    acts: (done) => (done ? [{ action: 'account.closed', target: { type: 'person', id: userId } }] : []),
  });
  if (!closed) throw new SheafError('account.not-found');
  identity.access.forget();
}

/** Throws `account.not-found`. */
export async function openAccount({ db, identity }: Deps, by: Somebody, userId: string): Promise<void> {
  const opened = await changeAccounts({ db }, by, {
    work: (trx) => enableAccount(trx, userId),
    acts: (done) => (done ? [{ action: 'account.opened', target: { type: 'person', id: userId } }] : []),
  });
  if (!opened) throw new SheafError('account.not-found');
  identity.access.forget();
}
