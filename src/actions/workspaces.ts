// Workspaces: which there are for a person, another one, its name and country.

import { SheafError } from '../errors.ts';
import { asOwner, inWorkspace } from '../store/database.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import {
  countWorkspacesMadeBy,
  findWorkspace,
  insertMembership,
  insertWorkspace,
  listWorkspacesOf,
  updateWorkspace,
  type WorkspaceChange,
  type WorkspaceOfUser,
  type WorkspaceRow,
} from '../store/workspaces.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services, Somebody } from './services.ts';

type Deps = Pick<Services, 'db' | 'identity'>;

export async function getWorkspaces({ db }: Deps, userId: string): Promise<WorkspaceOfUser[]> {
  return listWorkspacesOf(db, userId);
}

/** Throws `workspace.not-found`. */
export async function getWorkspace({ db }: Deps, { workspaceId }: Actor): Promise<WorkspaceRow> {
  return ensureThere(await inWorkspace(db, workspaceId, findWorkspace));
}

export interface NewWorkspace {
  name: string;
  jurisdiction?: string | null | undefined;
}

/** A workspace that the person owns. Throws `workspace.limit`. */
export async function makeWorkspace(
  { db, identity }: Deps,
  by: Somebody,
  { name, jurisdiction }: NewWorkspace,
): Promise<WorkspaceRow> {
  const { userId } = by;
  const workspaceId = newId();
  const row = await inWorkspace(db, workspaceId, async (trx) => {
    const made = await asOwner(trx, () => countWorkspacesMadeBy(trx, userId));
    if (made >= identity.settings.workspacesPerPerson) throw new SheafError('workspace.limit');
    await insertWorkspace(trx, { id: workspaceId, name: cleanText(name), createdBy: userId });
    await insertMembership(trx, { workspaceId, userId, role: 'owner' });
    const row = await updateWorkspace(trx, jurisdiction === undefined ? {} : { jurisdiction });
    await recordActs(trx, { ...by, workspaceId }, [{ action: 'workspace.created' }]);
    return row;
  });
  // A person who belonged to none belongs to one now.
  identity.access.forget();
  return ensureThere(row);
}

/** Absent = keep, null = clear. Throws `workspace.not-found`. */
export async function changeWorkspace(
  { db }: Deps,
  actor: Actor,
  { name, jurisdiction }: WorkspaceChange,
): Promise<WorkspaceRow> {
  const change: WorkspaceChange = {
    ...(name === undefined ? {} : { name: cleanText(name) }),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
  };
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const row = ensureThere(await updateWorkspace(trx, change));
    const fields = Object.keys(change);
    if (fields.length > 0) await recordActs(trx, actor, [{ action: 'workspace.changed', details: { fields } }]);
    return row;
  });
}

function ensureThere(row: WorkspaceRow | undefined): WorkspaceRow {
  if (!row) throw new SheafError('workspace.not-found');
  return row;
}
