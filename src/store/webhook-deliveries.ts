// Deliveries of events to endpoints, as rows. Each change of state is one guarded statement: of two workers, one tries.

import { type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import { cleanText, toJsonb } from './jsonb.ts';
import type { DeliveryState, DeliveryTry, WebhookDeliveryTable } from './schema-notices.ts';

export type DeliveryRow = Selectable<WebhookDeliveryTable>;

/** Tries that a row tells of. */
const MOST_LOGGED = 30;

export interface NewDelivery {
  id: string;
  workspaceId: string;
  endpointId: string;
  eventId: string;
  kind: string;
  body: string;
}

/** Ids of those that were not there yet: an event goes to an endpoint once. */
export async function insertDeliveries(trx: Trx, deliveries: readonly NewDelivery[]): Promise<string[]> {
  if (deliveries.length === 0) return [];
  const rows = await trx
    .insertInto('webhook_deliveries')
    .values(
      deliveries.map(({ id, workspaceId, endpointId, eventId, kind, body }) => ({
        workspace_id: workspaceId,
        id,
        endpoint_id: endpointId,
        event_id: eventId,
        kind,
        body: cleanText(body),
        state: 'pending' as const,
        next_try_at: new Date(),
      })),
    )
    .onConflict((conflict) => conflict.columns(['workspace_id', 'endpoint_id', 'event_id']).doNothing())
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

export interface Try {
  id: string;
  round: number;
  attempt: number;
}

/**
 * Takes this try for one worker until `until`. `busy`: another has it, or had it when its process died, and its time is not over.
 * undefined: it was made already, or the delivery is over or gone.
 */
export async function claimDelivery(
  trx: Trx,
  { id, round, attempt }: Try,
  { now, until }: { now: Date; until: Date },
): Promise<DeliveryRow | 'busy' | undefined> {
  const row = await trx
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('round', '=', round)
    .where('attempts', '=', attempt - 1)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.claimed_until && row.claimed_until > now) return 'busy';
  await trx.updateTable('webhook_deliveries').set({ claimed_until: until }).where('id', '=', id).execute();
  return row;
}

/** Nothing was tried: another worker may have it. */
export async function unclaimDelivery(trx: Trx, { id, round, attempt }: Try): Promise<boolean> {
  const row = await trx
    .updateTable('webhook_deliveries')
    .set({ claimed_until: null })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('round', '=', round)
    .where('attempts', '=', attempt - 1)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface TryEnd {
  state: DeliveryState;
  at: Date;
  status: number | null;
  error: string | null;
  ms: number;
  answer: string | null;
  nextTryAt: Date | null;
}

/** What became of a try; false when somebody else noted it already. */
export async function endTry(trx: Trx, { id, round, attempt }: Try, end: TryEnd): Promise<boolean> {
  const { state, at, status, error, ms, answer, nextTryAt } = end;
  const entry: DeliveryTry = { at: at.toISOString(), status, error, ms };
  const row = await trx
    .updateTable('webhook_deliveries')
    .set({
      state,
      attempts: attempt,
      claimed_until: null,
      status,
      error,
      latency_ms: ms,
      answer: answer === null ? null : cleanText(answer),
      next_try_at: nextTryAt,
      finished_at: state === 'pending' ? null : at,
      log: sql<string>`case when jsonb_array_length(log) >= ${MOST_LOGGED} then log - 0 else log end || ${toJsonb([entry])}::jsonb`,
    })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('round', '=', round)
    .where('attempts', '=', attempt - 1)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Nobody tries it any more; one that is over stays as it is. */
export async function failDelivery(trx: Trx, { id, round }: Pick<Try, 'id' | 'round'>, error: string): Promise<void> {
  await trx
    .updateTable('webhook_deliveries')
    .set({ state: 'failed', error, next_try_at: null, claimed_until: null, finished_at: new Date() })
    .where('id', '=', id)
    .where('round', '=', round)
    .where('state', '=', 'pending')
    .execute();
}

export async function findDelivery(trx: Trx, endpointId: string, id: string): Promise<DeliveryRow | undefined> {
  return trx
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('endpoint_id', '=', endpointId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Newest first. */
export async function listDeliveries(
  trx: Trx,
  endpointId: string,
  { state, before, limit }: { state?: DeliveryState | undefined; before?: string | undefined; limit: number },
): Promise<DeliveryRow[]> {
  let query = trx
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('endpoint_id', '=', endpointId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (state) query = query.where('state', '=', state);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** Begins a further round, under the same event id. One that is under way is left alone. Returns what is to be tried. */
export async function beginRounds(
  trx: Trx,
  endpointId: string,
  which: { id: string } | { failedSince: Date; limit: number },
): Promise<{ id: string; round: number }[]> {
  const ids =
    'id' in which
      ? [which.id]
      : (
          await trx
            .selectFrom('webhook_deliveries')
            .select('id')
            .where('endpoint_id', '=', endpointId)
            .where('state', '=', 'failed')
            .where('finished_at', '>=', which.failedSince)
            .orderBy('id')
            .limit(which.limit)
            .execute()
        ).map((row) => row.id);
  if (ids.length === 0) return [];
  return trx
    .updateTable('webhook_deliveries')
    .set({
      state: 'pending',
      round: sql`round + 1`,
      attempts: 0,
      next_try_at: new Date(),
      claimed_until: null,
      finished_at: null,
    })
    .where('endpoint_id', '=', endpointId)
    .where('id', 'in', ids)
    .where('state', '<>', 'pending')
    .returning(['id', 'round'])
    .execute();
}

/** Returns how many. */
export async function deleteOldDeliveries(trx: Trx, before: Date): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('webhook_deliveries')
    .where('state', '<>', 'pending')
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
