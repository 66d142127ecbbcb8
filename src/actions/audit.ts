// The audit log as people see it, and how an action writes into it.

import {
  type AuditEvent,
  type AuditFilter,
  type AuditRow,
  appendAudit,
  findAuditHead,
  listAuditEvents,
  serverChain,
} from '../store/audit.ts';
import type { AuditAction } from '../store/audit-actions.ts';
import { asOwner, inWorkspace, type Trx } from '../store/database.ts';
import type { Actor, Origin, Services } from './services.ts';

type Deps = Pick<Services, 'db'>;

/** What a person does, without the parts that their actor says already. */
export type Act = Pick<AuditEvent, 'target' | 'details' | 'requestId' | 'address'> & { action: AuditAction };

/** Who acts on accounts: somebody, nobody known yet (a failed sign-in), or the server by itself. */
export type By = (Origin & { userId: string | null }) | 'system';

/** Writes acts of this person into the log of their workspace. Call it last in the transaction (audit.ts of the store). */
export async function recordActs(trx: Trx, actor: Actor, acts: readonly Act[]): Promise<void> {
  await append(trx, actor.workspaceId, actor, acts);
}

/** The same for what came about by itself. */
export async function recordActsOf(trx: Trx, workspaceId: string, by: By, acts: readonly Act[]): Promise<void> {
  await append(trx, workspaceId, by, acts);
}

/** A change of accounts, with the owner's rights, and the acts that tell of it in the log of the server: both or neither. */
export async function changeAccounts<T>(
  { db }: Deps,
  by: By,
  { work, acts }: { work: (trx: Trx) => Promise<T>; acts: (result: T) => readonly Act[] },
): Promise<T> {
  return inWorkspace(db, serverChain, async (trx) => {
    const result = await asOwner(trx, () => work(trx));
    await append(trx, serverChain, by, acts(result));
    return result;
  });
}

/** Acts that stand already, into the log of the server. That one cannot be written is an error of the server, not of the act. */
export async function recordAfter(
  { db, log }: Pick<Services, 'db' | 'log'>,
  by: By,
  acts: readonly Act[],
): Promise<void> {
  try {
    await inWorkspace(db, serverChain, (trx) => append(trx, serverChain, by, acts));
  } catch (error) {
    log.error({ error, acts: acts.map(({ action }) => action) }, 'the audit log could not be written');
  }
}

async function append(trx: Trx, workspaceId: string, by: By, acts: readonly Act[]): Promise<void> {
  const { userId, requestId, address } = by === 'system' ? systemOrigin : by;
  const actor = { kind: by === 'system' ? ('system' as const) : ('user' as const), id: userId };
  const [first, ...rest] = acts.map((act) => ({ workspaceId, actor, requestId, address, ...act }));
  if (first) await appendAudit(trx, first, ...rest);
}

const systemOrigin: Origin & { userId: null } = { userId: null };

export async function getAuditEvents(
  { db }: Deps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  filter: AuditFilter,
): Promise<AuditRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listAuditEvents(trx, filter));
}

/** undefined before the first event. */
export async function getAuditHead(
  { db }: Deps,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
): Promise<{ seq: number; hash: string } | undefined> {
  return inWorkspace(db, workspaceId, findAuditHead);
}
