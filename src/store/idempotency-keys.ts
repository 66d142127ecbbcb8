// Answers that were given under an Idempotency-Key, so that a repeated request gets the same one.

import type { Json } from '../document/value.ts';
import type { Trx } from './database.ts';
import { toJsonb } from './jsonb.ts';

/** A repeat after this long is a new request. */
const KEPT_MS = 24 * 60 * 60 * 1000;

export interface KeptAnswer {
  fingerprint: string;
  response: Json;
}

export interface NewAnswer extends KeptAnswer {
  workspaceId: string;
  key: string;
}

/**
 * Keeps the answer, or returns the one already kept. Two requests at the same time cannot both keep one: the second
 * waits on the key until the first commits.
 */
export async function claimIdempotencyKey(trx: Trx, answer: NewAnswer): Promise<KeptAnswer | undefined> {
  await trx
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', new Date(Date.now() - KEPT_MS))
    .execute();
  const claimed = await trx
    .insertInto('idempotency_keys')
    .values({
      workspace_id: answer.workspaceId,
      key: answer.key,
      fingerprint: answer.fingerprint,
      response: toJsonb(answer.response),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return undefined;
  return trx
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'response'])
    .where('key', '=', answer.key)
    .executeTakeFirstOrThrow();
}
