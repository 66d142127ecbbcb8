// The audit log: append-only, one hash chain for each workspace and one for the server. What an event says stands in
// audit-actions.ts. It holds ids, counts and codes: never names, addresses of people, values of documents or secrets.

import { createHash, randomBytes } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { canonicalJson } from '../document/canonical-json.ts';
import type { Json } from '../document/value.ts';
import type { AuditAction } from './audit-actions.ts';
import type { Db, Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import type { ActorKind, AuditEventTable } from './schema-keeping.ts';

export type AuditRow = Selectable<AuditEventTable>;

/**
 * The chain of what belongs to no workspace (sign-ins, erased workspaces). A reserved id in the same table, not a table
 * of its own: one way to append, guard and verify. No workspace can have this id, so no request ever sees it.
 */
export const serverChain = '00000000-0000-0000-0000-000000000000';

/** What the first event of a chain follows. */
export const chainStart = '0'.repeat(64);

export interface AuditEvent {
  /** Or `serverChain`. Must be the one that the transaction works in. */
  workspaceId: string;
  /** `id` is null for what the system does by itself. */
  actor: { kind: ActorKind; id: string | null };
  action: AuditAction;
  target?: { type: string; id: string } | undefined;
  requestId?: string | null | undefined;
  address?: string | null | undefined;
  /** Ids, counts, codes. No text that a person gave: it could never be erased. */
  details?: Record<string, Json> | undefined;
}

/**
 * Appends events to the workspace's chain, in the transaction of the change they tell of: both happen or neither.
 * Holds the chain's head until the transaction ends, so call it last.
 */
export async function appendAudit(trx: Trx, ...events: readonly [AuditEvent, ...AuditEvent[]]): Promise<void> {
  const workspaceId = events[0].workspaceId;
  const head = await lockHead(trx, workspaceId);
  let { seq, hash } = head;
  const rows = events.map((event) => {
    const row = rowOf(event, ++seq, hash);
    hash = row.hash;
    return { ...row, details: toJsonb(row.details) };
  });
  await trx.insertInto('audit_events').values(rows).execute();
  await trx.updateTable('audit_heads').set({ seq, hash }).where('workspace_id', '=', workspaceId).execute();
}

async function lockHead(trx: Trx, workspaceId: string): Promise<{ seq: number; hash: string }> {
  await trx
    .insertInto('audit_heads')
    .values({ workspace_id: workspaceId, seq: 0, hash: chainStart })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return trx
    .selectFrom('audit_heads')
    .select(['seq', 'hash'])
    .where('workspace_id', '=', workspaceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

function rowOf(event: AuditEvent, seq: number, prevHash: string): AuditRow {
  const row = {
    workspace_id: event.workspaceId,
    seq,
    at: new Date(),
    actor_kind: event.actor.kind,
    actor_id: event.actor.id,
    action: event.action,
    target_type: event.target?.type ?? null,
    target_id: event.target?.id ?? null,
    // What is hashed is what the database will give back.
    details: JSON.parse(toJsonb(event.details ?? {})) as Record<string, Json>,
    ...originOf(event),
    prev_hash: prevHash,
  };
  return { ...row, hash: hashOf({ ...row, at: microseconds(row.at) }) };
}

function originOf({ requestId, address }: AuditEvent) {
  if (!requestId && !address) return { request_id: null, address: null, salt: null, origin_digest: null };
  const origin = { request_id: requestId ?? null, address: address ?? null, salt: randomBytes(16).toString('hex') };
  return { ...origin, origin_digest: digestOf(origin) };
}

/** Where a request came from, as one hash with a salt: forgotten, it cannot be found by trying all addresses. */
export function digestOf({ request_id, address, salt }: Pick<AuditRow, 'request_id' | 'address' | 'salt'>): string {
  return sha256(canonicalJson({ address, request_id, salt }));
}

/** `at` as text, to the microsecond: the database keeps more than a Date does, and none of it may change unseen. */
export type HashedEvent = Omit<AuditRow, 'at' | 'request_id' | 'address' | 'salt' | 'hash'> & { at: string };

/** SHA-256 over the event as canonical JSON, the hash of the event before it included. */
export function hashOf(event: HashedEvent): string {
  return sha256(
    canonicalJson({
      action: event.action,
      actor_id: event.actor_id,
      actor_kind: event.actor_kind,
      at: event.at,
      details: event.details,
      origin_digest: event.origin_digest,
      prev_hash: event.prev_hash,
      seq: event.seq,
      target_id: event.target_id,
      target_type: event.target_type,
      workspace_id: event.workspace_id,
    }),
  );
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const microseconds = (at: Date): string => at.toISOString().replace('Z', '000Z');

export interface AuditFilter {
  actorId?: string | undefined;
  action?: string | undefined;
  targetId?: string | undefined;
  from?: Date | undefined;
  /** Not included. */
  to?: Date | undefined;
  /** Only events before this one. */
  before?: number | undefined;
  limit: number;
}

/** Newest first, of the transaction's workspace. */
export async function listAuditEvents(trx: Trx, filter: AuditFilter): Promise<AuditRow[]> {
  let query = trx.selectFrom('audit_events').selectAll().orderBy('seq', 'desc').limit(filter.limit);
  if (filter.actorId) query = query.where('actor_id', '=', filter.actorId);
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.targetId) query = query.where('target_id', '=', filter.targetId);
  if (filter.from) query = query.where('at', '>=', filter.from);
  if (filter.to) query = query.where('at', '<', filter.to);
  if (filter.before !== undefined) query = query.where('seq', '<', filter.before);
  return query.execute();
}

/** The last event of the transaction's workspace: what to write down outside, to prove later that nothing was cut off. */
export async function findAuditHead(trx: Trx): Promise<{ seq: number; hash: string } | undefined> {
  return trx.selectFrom('audit_heads').select(['seq', 'hash']).where('seq', '>', 0).executeTakeFirst();
}

/**
 * Forgets where requests came from, of one actor or of the whole chain of the transaction's workspace. Needs the
 * owner's rights; the chain stays whole, because it holds only their salted hash.
 */
export async function forgetAuditOrigins(
  trx: Trx,
  { workspaceId, actorId }: { workspaceId: string; actorId?: string },
): Promise<void> {
  let query = trx
    .updateTable('audit_events')
    .set({ request_id: null, address: null, salt: null })
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`num_nonnulls(request_id, address, salt) > 0`);
  if (actorId) {
    // What nobody known did to the person (a failed sign-in) came from where they are, as a rule.
    query = query.where((eb) =>
      eb.or([eb('actor_id', '=', actorId), eb.and([eb('actor_id', 'is', null), eb('target_id', '=', actorId)])]),
    );
  }
  await query.execute();
}

/** The chains that hold something which this person did. With the owner's rights: it looks across workspaces. */
export async function listChainsOf(db: Db, actorId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_events')
    .select('workspace_id')
    .distinct()
    .where('actor_id', '=', actorId)
    .execute();
  return rows.map((row) => row.workspace_id);
}
