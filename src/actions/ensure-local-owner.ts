// The one workspace and owner that stand while there are no accounts.

import { inWorkspace } from '../store/database.ts';
import { ensureWorkspaceWithOwner } from '../store/workspaces.ts';
import type { Actor, Services } from './services.ts';

/** Fixed ids: every process on a database means the same workspace without having to ask for it. */
export const localOwner: Actor = {
  workspaceId: '00000000-0000-7000-8000-000000000001',
  userId: '00000000-0000-7000-8000-000000000002',
};

/** True at the first start. */
export async function ensureLocalOwner({ db }: Pick<Services, 'db'>): Promise<boolean> {
  return inWorkspace(db, localOwner.workspaceId, (trx) => ensureWorkspaceWithOwner(trx, localOwner));
}
