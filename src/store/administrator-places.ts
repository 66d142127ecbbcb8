// Where administrators of the installation look: the workspace that each works in, or their oldest.

import { sql } from 'kysely';
import type { Trx } from './database.ts';

export interface AdministratorPlace {
  workspaceId: string;
  userIds: string[];
}

/** With the owner's rights, from outside of any workspace. Who belongs to none is nowhere. */
export async function listAdministratorPlaces(trx: Trx): Promise<AdministratorPlace[]> {
  const { rows } = await sql<AdministratorPlace>`
    select mine.workspace_id as "workspaceId", array_agg(person.id) as "userIds"
    from auth_users as person join lateral (
      select workspace_id from memberships where user_id = person.id
      order by workspace_id is not distinct from person."workspaceId" desc, created_at, workspace_id limit 1
    ) as mine on true
    where person."systemAdministrator" and person."disabledAt" is null
    group by mine.workspace_id order by mine.workspace_id`.execute(trx);
  return rows;
}
