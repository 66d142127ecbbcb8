// Who belongs to a workspace and as what. Changes of one workspace happen one after the other, so that an owner always stays.

import { SheafError } from '../errors.ts';
import { may } from '../identity/permissions.ts';
import { mayGive, rolesToGive } from '../identity/role-rank.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { revokeInvitationsBy } from '../store/invitations.ts';
import {
  countOwners,
  deleteMembership,
  findRole,
  listMembers,
  lockWorkspace,
  type Member,
  updateRole,
} from '../store/memberships.ts';
import type { Role } from '../store/roles.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'identity'>;

export async function getMembers(
  { db }: Deps,
  { workspaceId }: Actor,
  page: { after?: string | undefined; limit: number },
): Promise<Member[]> {
  return inWorkspace(db, workspaceId, (trx) => listMembers(trx, page));
}

export interface RoleChange {
  userId: string;
  role: Role;
}

/** Throws `member.not-found`, `auth.forbidden`, `workspace.last-owner`, `member.disabled`. */
export async function changeRole(deps: Deps, actor: Actor, { userId, role }: RoleChange): Promise<Member> {
  return changeMembers(deps, actor, async (trx, own) => {
    const member = await ensureMember(trx, userId);
    if (!mayGive(own, member.role) || !mayGive(own, role)) throw new SheafError('auth.forbidden');
    if (role !== 'owner') await ensureNotLastOwner(trx, member.role);
    else if (member.disabled) throw new SheafError('member.disabled');
    await setRole(trx, userId, role);
    if (role !== member.role) {
      const details = { from: member.role, to: role };
      await recordActs(trx, actor, [{ action: 'member.role-changed', target: person(userId), details }]);
    }
    return { ...member, role };
  });
}

/** Throws `member.not-found`, `auth.forbidden`, `workspace.last-owner`. */
export async function removeMember(deps: Deps, actor: Actor, userId: string): Promise<void> {
  await changeMembers(deps, actor, async (trx, own) => {
    const member = await ensureMember(trx, userId);
    if (!mayGive(own, member.role)) throw new SheafError('auth.forbidden');
    await takeOut(trx, actor, { userId, role: member.role });
  });
}

/** Throws `workspace.last-owner`. */
export async function leaveWorkspace(deps: Deps, actor: Actor): Promise<void> {
  await changeMembers(deps, actor, (trx, own) => takeOut(trx, actor, { userId: actor.userId, role: own }));
}

/** The member becomes an owner and the owner an administrator. Throws `member.not-found`, `member.disabled`, `auth.forbidden`. */
export async function transferOwnership(deps: Deps, actor: Actor, userId: string): Promise<Member> {
  return changeMembers(deps, actor, async (trx, own) => {
    if (!may(own, 'workspace.transfer')) throw new SheafError('auth.forbidden');
    const member = await ensureMember(trx, userId);
    if (member.disabled) throw new SheafError('member.disabled');
    // To oneself: nothing changes hands.
    if (userId === actor.userId) return member;
    await setRole(trx, userId, 'owner');
    await setRole(trx, actor.userId, 'admin');
    await recordActs(trx, actor, [{ action: 'workspace.ownership-transferred', target: person(userId) }]);
    return { ...member, role: 'owner' };
  });
}

/** Runs `work` while nobody else changes members, with the role that the actor has at that moment. */
async function changeMembers<T>(
  { db, identity }: Deps,
  { workspaceId, userId }: Actor,
  work: (trx: Trx, own: Role) => Promise<T>,
): Promise<T> {
  const result = await inWorkspace(db, workspaceId, async (trx) => {
    await lockWorkspace(trx);
    const own = await findRole(trx, userId);
    if (own === undefined) throw new SheafError('workspace.not-found');
    return work(trx, own);
  });
  identity.access.forget();
  return result;
}

async function ensureMember(trx: Trx, userId: string): Promise<Member> {
  const [member] = await listMembers(trx, { ids: [userId], limit: 1 });
  if (!member) throw new SheafError('member.not-found');
  return member;
}

async function ensureNotLastOwner(trx: Trx, role: Role): Promise<void> {
  if (role === 'owner' && (await countOwners(trx)) === 1) throw new SheafError('workspace.last-owner');
}

async function setRole(trx: Trx, userId: string, role: Role): Promise<void> {
  await updateRole(trx, userId, role);
  await revokeInvitationsBy(trx, userId, rolesToGive(role));
}

async function takeOut(trx: Trx, actor: Actor, { userId, role }: RoleChange): Promise<void> {
  await ensureNotLastOwner(trx, role);
  await deleteMembership(trx, userId);
  await revokeInvitationsBy(trx, userId, []);
  await recordActs(trx, actor, [{ action: 'member.removed', target: person(userId) }]);
}

const person = (id: string) => ({ type: 'person', id });
