// The audit log as people see it, and how an action writes into it.

import {
  type AuditEvent,
  type AuditFilter,
  type AuditRow,
  appendAudit,
  findAuditHead,
  listAuditEvents,
} from '../store/audit.ts';
import type { AuditAction } from '../store/audit-actions.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db'>;

/** What a person does, without the parts that their actor says already. */
export type Act = Pick<AuditEvent, 'target' | 'details' | 'requestId' | 'address'> & { action: AuditAction };

/** Writes acts of this person into the log of their workspace. Call it last in the transaction (audit.ts of the store). */
export async function recordActs(trx: Trx, actor: Actor, acts: readonly Act[]): Promise<void> {
  const [first, ...rest] = acts.map((act) => ({ ...eventOf(actor), ...act }));
  if (first) await appendAudit(trx, first, ...rest);
}

function eventOf({ workspaceId, userId }: Actor): Pick<AuditEvent, 'workspaceId' | 'actor'> {
  return { workspaceId, actor: { kind: 'user', id: userId } };
}

export async function getAuditEvents({ db }: Deps, { workspaceId }: Actor, filter: AuditFilter): Promise<AuditRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listAuditEvents(trx, filter));
}

/** undefined before the first event. */
export async function getAuditHead(
  { db }: Deps,
  { workspaceId }: Actor,
): Promise<{ seq: number; hash: string } | undefined> {
  return inWorkspace(db, workspaceId, findAuditHead);
}
