// The members of a workspace as a notice needs them: role, address, language and time zone. Closed accounts are left out.

import { asOwner, type Trx } from './database.ts';
import type { Role } from './roles.ts';

export interface MemberToTell {
  userId: string;
  role: Role;
  name: string;
  /** null: not proven, so that nothing is sent there. */
  email: string | null;
  locale: string;
  timeZone: string;
}

export async function listMembersToTell(trx: Trx, only?: readonly string[] | null): Promise<MemberToTell[]> {
  let query = trx.selectFrom('memberships').select(['user_id', 'role']).orderBy('user_id');
  if (only) query = query.where('user_id', 'in', only.length > 0 ? [...only] : [null as unknown as string]);
  const members = await query.execute();
  if (members.length === 0) return [];
  const roles = new Map(members.map((row) => [row.user_id, row.role]));
  const accounts = await asOwner(trx, () =>
    trx
      .selectFrom('auth_users')
      .select(['id', 'name', 'email', 'emailVerified', 'locale', 'timeZone'])
      .where('id', 'in', [...roles.keys()])
      .where('disabledAt', 'is', null)
      .orderBy('id')
      .execute(),
  );
  return accounts.map(({ id, name, email, emailVerified, locale, timeZone }) => ({
    userId: id,
    role: roles.get(id)!,
    name,
    email: emailVerified ? email : null,
    locale,
    timeZone,
  }));
}
