// Who belongs to a workspace, as rows. Every call runs inside the workspace's transaction.

import { asOwner, type Trx } from './database.ts';
import type { Role } from './roles.ts';

export interface Member {
  /** Of the account. */
  id: string;
  name: string;
  email: string;
  role: Role;
  disabled: boolean;
  joinedAt: Date;
}

/** Holds the workspace until the transaction ends: changes of its members happen one after the other. */
export async function lockWorkspace(trx: Trx): Promise<boolean> {
  return (await trx.selectFrom('workspaces').select('id').forNoKeyUpdate().executeTakeFirst()) !== undefined;
}

export async function findRole(trx: Trx, userId: string): Promise<Role | undefined> {
  const row = await trx.selectFrom('memberships').select('role').where('user_id', '=', userId).executeTakeFirst();
  return row?.role;
}

export async function countOwners(trx: Trx): Promise<number> {
  const { count } = await trx
    .selectFrom('memberships')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** In the order of account ids, after `after`. Names stand with the accounts, which only the owner of the tables sees. */
export async function listMembers(
  trx: Trx,
  { after, ids, limit }: { after?: string | undefined; ids?: readonly string[]; limit: number },
): Promise<Member[]> {
  let query = trx.selectFrom('memberships').select(['user_id', 'role', 'created_at']).orderBy('user_id').limit(limit);
  if (after) query = query.where('user_id', '>', after);
  if (ids) query = query.where('user_id', 'in', [...ids]);
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const accounts = await asOwner(trx, () =>
    trx
      .selectFrom('auth_users')
      .select(['id', 'name', 'email', 'disabledAt'])
      .where(
        'id',
        'in',
        rows.map((row) => row.user_id),
      )
      .execute(),
  );
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return rows.flatMap(({ user_id, role, created_at }) => {
    const account = byId.get(user_id);
    if (!account) return [];
    const { id, name, email, disabledAt } = account;
    return [{ id, name, email, role, disabled: disabledAt !== null, joinedAt: created_at }];
  });
}

export async function updateRole(trx: Trx, userId: string, role: Role): Promise<void> {
  await trx.updateTable('memberships').set({ role }).where('user_id', '=', userId).execute();
}

export async function deleteMembership(trx: Trx, userId: string): Promise<void> {
  await trx.deleteFrom('memberships').where('user_id', '=', userId).execute();
}
