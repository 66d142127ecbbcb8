// Endpoints of webhooks as rows. Every call runs inside a workspace's transaction.

import { type Selectable, sql } from 'kysely';
import type { Trx } from './database.ts';
import type { DisabledReason, WebhookEndpointTable } from './schema-notices.ts';

export type EndpointRow = Selectable<WebhookEndpointTable>;

export interface NewEndpoint {
  id: string;
  workspaceId: string;
  url: string;
  description: string;
  events: readonly string[] | null;
  sealedSecret: string;
  createdBy: string;
}

export async function insertEndpoint(trx: Trx, endpoint: NewEndpoint): Promise<EndpointRow> {
  return trx
    .insertInto('webhook_endpoints')
    .values({
      workspace_id: endpoint.workspaceId,
      id: endpoint.id,
      url: endpoint.url,
      description: endpoint.description,
      events: endpoint.events ? [...endpoint.events] : null,
      sealed_secret: endpoint.sealedSecret,
      created_by: endpoint.createdBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function countEndpoints(trx: Trx): Promise<number> {
  const { count } = await trx
    .selectFrom('webhook_endpoints')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findEndpoint(trx: Trx, id: string): Promise<EndpointRow | undefined> {
  return trx.selectFrom('webhook_endpoints').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockEndpoint(trx: Trx, id: string): Promise<EndpointRow | undefined> {
  return trx.selectFrom('webhook_endpoints').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Newest first. */
export async function listEndpoints(
  trx: Trx,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<EndpointRow[]> {
  let query = trx.selectFrom('webhook_endpoints').selectAll().orderBy('id', 'desc').limit(limit);
  if (before) query = query.where('id', '<', before);
  return query.execute();
}

/** Those that are on and take this kind. */
export async function listReceivers(trx: Trx, kind: string): Promise<Pick<EndpointRow, 'id'>[]> {
  return trx
    .selectFrom('webhook_endpoints')
    .select('id')
    .where('enabled', '=', true)
    .where((is) => is.or([is('events', 'is', null), sql<boolean>`${kind} = any(events)`]))
    .orderBy('id')
    .execute();
}

export interface EndpointChange {
  url?: string;
  description?: string;
  events?: readonly string[] | null;
  enabled?: boolean;
  disabledReason?: DisabledReason | null;
  secret?: { sealed: string; sealedOld: string; overlapUntil: Date };
}

/** What a person changes: the version grows. */
export async function changeEndpoint(trx: Trx, id: string, change: EndpointChange): Promise<EndpointRow> {
  const { url, description, events, enabled, disabledReason, secret } = change;
  return trx
    .updateTable('webhook_endpoints')
    .set({
      version: sql`version + 1`,
      ...(url === undefined ? {} : { url }),
      ...(description === undefined ? {} : { description }),
      ...(events === undefined ? {} : { events: events && [...events] }),
      ...(enabled === undefined ? {} : { enabled, failing_since: null }),
      ...(disabledReason === undefined ? {} : { disabled_reason: disabledReason }),
      ...(secret === undefined
        ? {}
        : {
            sealed_secret: secret.sealed,
            sealed_old_secret: secret.sealedOld,
            overlap_until: secret.overlapUntil,
          }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function markEndpointWorks(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('webhook_endpoints')
    .set({ failing_since: null })
    .where('id', '=', id)
    .where('failing_since', 'is not', null)
    .execute();
}

/** Since when it fails. */
export async function markEndpointFails(trx: Trx, id: string, at: Date): Promise<Date> {
  const row = await trx
    .updateTable('webhook_endpoints')
    .set({ failing_since: sql<Date>`coalesce(failing_since, ${at})` })
    .where('id', '=', id)
    .returning('failing_since')
    .executeTakeFirst();
  return row?.failing_since ?? at;
}

/** With its deliveries. */
export async function deleteEndpoint(trx: Trx, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('webhook_endpoints').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}
