// Answers that were given under an Idempotency-Key, so that a repeated request gets the same one.

import { type Kysely, sql } from 'kysely';
import type { Json } from '../document/value.ts';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';
import type { Schema } from './schema.ts';

/** A repeat after this long is a new request. */
const KEPT_MS = 24 * 60 * 60 * 1000;

export interface KeyClaim {
  workspaceId: string;
  /** Already bound to who asks and what is asked (`scopedKey` of the API). */
  key: string;
  /** Hash of what was asked, so that a key cannot answer for another request. */
  fingerprint: string;
}

export interface KeptAnswer {
  fingerprint: string;
  response: Json;
}

/**
 * Keeps the answer in the transaction of its effect, or returns the one already kept. Two requests at the same time cannot
 * both keep one: the second waits on the key until the first commits.
 */
export async function claimIdempotencyKey(
  trx: Trx,
  { response, ...claim }: KeyClaim & { response: Json },
): Promise<KeptAnswer | undefined> {
  await dropOld(trx);
  if (await insertKey(trx, claim, response)) return undefined;
  const kept = await trx
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'response'])
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow();
  return { fingerprint: kept.fingerprint, response: kept.response! };
}

export type ClaimResult =
  /** The caller answers, and then keeps or releases. */
  | { state: 'claimed'; token: string }
  | { state: 'running'; fingerprint: string }
  | { state: 'kept'; fingerprint: string; status: number; response: Json; sealed: boolean };

/**
 * Claims the key for an answer that is kept after its effect. A claim whose holder says nothing for `leaseMs` is taken over:
 * its process died.
 */
export async function claimKeyForAnswer(trx: Trx, claim: KeyClaim, leaseMs: number): Promise<ClaimResult> {
  await dropOld(trx);
  const inserted = await insertKey(trx, claim, null);
  if (inserted) return { state: 'claimed', token: inserted };
  const row = await trx
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('key', '=', claim.key)
    .forUpdate()
    .executeTakeFirst();
  // Released since the attempt to insert: the next look claims it.
  if (!row) return { state: 'running', fingerprint: claim.fingerprint };
  const { fingerprint, sealed } = row;
  if (row.response !== null) return { state: 'kept', fingerprint, sealed, status: row.status!, response: row.response };
  if (fingerprint !== claim.fingerprint || Date.now() - row.claimed_at.getTime() < leaseMs)
    return { state: 'running', fingerprint };
  const { rows } = await sql<{ token: string }>`
    update idempotency_keys set claimed_at = clock_timestamp() where key = ${claim.key}
    returning claimed_at::text as token`.execute(trx);
  return { state: 'claimed', token: rows[0]!.token };
}

export interface HeldKey extends KeyClaim {
  token: string;
}

/** Keeps the answer, unless the claim was taken over meanwhile. */
export async function keepAnswer(
  trx: Trx,
  { key, token }: HeldKey,
  { status, response, sealed }: { status: number; response: Json; sealed: boolean },
): Promise<void> {
  await sql`update idempotency_keys set status = ${status}, response = ${toJsonb(response)}::jsonb, sealed = ${sealed}
    where key = ${key} and claimed_at = ${token}::timestamptz and response is null`.execute(trx);
}

/** The request had no effect: another may use the key. */
export async function releaseKey(trx: Trx, { key, token }: HeldKey): Promise<void> {
  await sql`delete from idempotency_keys
    where key = ${key} and claimed_at = ${token}::timestamptz and response is null`.execute(trx);
}

/** Deletes what is older than a day in every workspace, with the owner's rights. */
export async function deleteOldAnswers(db: Kysely<Schema>): Promise<void> {
  await sql`delete from idempotency_keys where created_at < now() - interval '24 hours'`.execute(db);
}

async function dropOld(trx: Trx): Promise<void> {
  await trx
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', new Date(Date.now() - KEPT_MS))
    .execute();
}

/** undefined when the key is there already. */
async function insertKey(trx: Trx, claim: KeyClaim, response: Json | null): Promise<string | undefined> {
  const { rows } = await sql<{ token: string }>`
    insert into idempotency_keys (workspace_id, key, fingerprint, response, claimed_at)
    values (${claim.workspaceId}, ${claim.key}, ${claim.fingerprint},
      ${response === null ? null : toJsonb(response)}::jsonb, clock_timestamp())
    on conflict do nothing returning claimed_at::text as token`.execute(trx);
  return rows[0]?.token;
}
