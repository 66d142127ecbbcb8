// Endpoints that events of a workspace go to: made, changed, given another secret, tested, sent to again.

import { SheafError } from '../errors.ts';
import { noticeKinds } from '../notify/notice-kinds.ts';
import { makeWebhookSecret } from '../notify/webhook-signature.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { cleanText } from '../store/jsonb.ts';
import { newId } from '../store/new-id.ts';
import { deliverWebhookQueue } from '../store/queues.ts';
import type { DeliveryState } from '../store/schema-notices.ts';
import {
  beginRounds,
  type DeliveryRow,
  findDelivery,
  insertDeliveries,
  listDeliveries,
} from '../store/webhook-deliveries.ts';
import {
  changeEndpoint,
  countEndpoints,
  deleteEndpoint,
  type EndpointRow,
  findEndpoint,
  insertEndpoint,
  listEndpoints,
  lockEndpoint,
} from '../store/webhooks.ts';
import { recordActs } from './audit.ts';
import type { Actor, Services } from './services.ts';

type Deps = Pick<Services, 'db' | 'queue' | 'secrets' | 'checkOutgoing'>;

const MOST_ENDPOINTS = 100;
/** How long the old secret signs, too. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;
const MOST_REPLAYED = 1000;

export const testKind = 'webhook.test';
/** Kinds that go to webhooks. */
export const webhookEvents = Object.entries(noticeKinds)
  .filter(([, { webhook }]) => webhook)
  .map(([name]) => name);

export interface EndpointFields {
  url: string;
  description: string;
  /** null: all, also those of later versions. */
  events: readonly string[] | null;
}

/** The secret is in this answer, and nowhere else. Throws `outgoing.refused`, `outgoing.failed`, `webhook.too-many`. */
export async function createWebhook(
  { db, secrets, checkOutgoing }: Deps,
  actor: Actor,
  fields: EndpointFields,
): Promise<{ row: EndpointRow; secret: string }> {
  await checkOutgoing(fields.url);
  const secret = makeWebhookSecret();
  const row = await inWorkspace(db, actor.workspaceId, async (trx) => {
    if ((await countEndpoints(trx)) >= MOST_ENDPOINTS) throw new SheafError('webhook.too-many');
    const made = await insertEndpoint(trx, {
      ...fields,
      id: newId(),
      workspaceId: actor.workspaceId,
      url: new URL(fields.url).href,
      description: cleanText(fields.description),
      sealedSecret: secrets.seal(secret),
      createdBy: actor.userId,
    });
    await recordActs(trx, actor, [{ action: 'webhook.created', target: { type: 'webhook', id: made.id } }]);
    return made;
  });
  return { row, secret };
}

/** Newest first. */
export async function getWebhooks(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
  page: { before: string | undefined; limit: number },
): Promise<EndpointRow[]> {
  return inWorkspace(db, workspaceId, (trx) => listEndpoints(trx, page));
}

/** Throws `webhook.not-found`. */
export async function getWebhook({ db }: Pick<Deps, 'db'>, { workspaceId }: Actor, id: string): Promise<EndpointRow> {
  return inWorkspace(db, workspaceId, async (trx) => ensureFound(await findEndpoint(trx, id)));
}

function ensureFound(row: EndpointRow | undefined): EndpointRow {
  if (!row) throw new SheafError('webhook.not-found');
  return row;
}

export interface WebhookChange extends Partial<EndpointFields> {
  id: string;
  enabled?: boolean | undefined;
  seen: (version: number) => boolean;
}

/** What is absent stays. Throws `webhook.not-found`, `webhook.changed`, `outgoing.refused`, `outgoing.failed`. */
export async function changeWebhook(
  { db, checkOutgoing }: Deps,
  actor: Actor,
  { id, url, description, events, enabled, seen }: WebhookChange,
): Promise<EndpointRow> {
  if (url !== undefined) await checkOutgoing(url);
  return inWorkspace(db, actor.workspaceId, async (trx) => {
    const { version } = ensureFound(await lockEndpoint(trx, id));
    if (!seen(version)) throw new SheafError('webhook.changed');
    const row = await changeEndpoint(trx, id, {
      ...(url === undefined ? {} : { url: new URL(url).href }),
      ...(description === undefined ? {} : { description: cleanText(description) }),
      ...(events === undefined ? {} : { events }),
      ...(enabled === undefined ? {} : { enabled, disabledReason: enabled ? null : ('person' as const) }),
    });
    const changed = Object.entries({ url, description, events, enabled }).flatMap(([name, value]) =>
      value === undefined ? [] : [name],
    );
    const target = { type: 'webhook', id };
    await recordActs(trx, actor, [{ action: 'webhook.changed', target, details: { changed } }]);
    return row;
  });
}

/** Both secrets sign for a day. Throws `webhook.not-found`. */
export async function rotateWebhookSecret(
  { db, secrets }: Deps,
  actor: Actor,
  id: string,
): Promise<{ row: EndpointRow; secret: string }> {
  const secret = makeWebhookSecret();
  const row = await inWorkspace(db, actor.workspaceId, async (trx) => {
    const { sealed_secret: sealedOld } = ensureFound(await lockEndpoint(trx, id));
    const overlapUntil = new Date(Date.now() + OVERLAP_MS);
    const changed = await changeEndpoint(trx, id, {
      secret: { sealed: secrets.seal(secret), sealedOld, overlapUntil },
    });
    await recordActs(trx, actor, [{ action: 'webhook.secret-rotated', target: { type: 'webhook', id } }]);
    return changed;
  });
  return { row, secret };
}

/** With its deliveries. Throws `webhook.not-found`. */
export async function deleteWebhook({ db }: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<void> {
  await inWorkspace(db, actor.workspaceId, async (trx) => {
    if (!(await deleteEndpoint(trx, id))) throw new SheafError('webhook.not-found');
    await recordActs(trx, actor, [{ action: 'webhook.deleted', target: { type: 'webhook', id } }]);
  });
}

/** What signs now. A secret that cannot be opened any more (another key) signs nothing. */
export function secretsOf(
  { secrets }: Pick<Deps, 'secrets'>,
  { sealed_secret, sealed_old_secret, overlap_until }: EndpointRow,
  at: Date,
): string[] {
  const old = sealed_old_secret !== null && overlap_until !== null && overlap_until > at ? [sealed_old_secret] : [];
  return [sealed_secret, ...old].flatMap((sealed) => secrets.open(sealed) ?? []);
}

/** An event that nothing happened for. Throws `webhook.not-found`, `webhook.disabled`. */
export async function testWebhook({ db, queue }: Deps, actor: Actor, id: string): Promise<DeliveryRow> {
  const { workspaceId } = actor;
  const row = await inWorkspace(db, workspaceId, async (trx) => {
    ensureOn(ensureFound(await findEndpoint(trx, id)));
    const eventId = newId();
    const body = JSON.stringify({
      type: testKind,
      timestamp: new Date().toISOString(),
      data: {
        noticeId: eventId,
        workspaceId,
        subject: { type: 'workspace', id: workspaceId },
        score: null,
        values: {},
      },
    });
    const delivery = { id: newId(), workspaceId, endpointId: id, eventId, kind: testKind, body };
    await insertDeliveries(trx, [delivery]);
    await queueTries(trx, queue, { workspaceId, endpointId: id }, [{ id: delivery.id, round: 1 }]);
    return (await findDelivery(trx, id, delivery.id))!;
  });
  queue.wake(deliverWebhookQueue.name);
  return row;
}

function ensureOn({ enabled }: EndpointRow): void {
  if (!enabled) throw new SheafError('webhook.disabled');
}

/** First tries of rounds. */
export async function queueTries(
  trx: Trx,
  queue: Deps['queue'],
  { workspaceId, endpointId }: { workspaceId: string; endpointId: string },
  rounds: readonly { id: string; round: number }[],
): Promise<void> {
  await queue.enqueue(
    trx,
    deliverWebhookQueue.name,
    rounds.map(({ id, round }) => ({ workspaceId, endpointId, deliveryId: id, round, attempt: 1, requestId: null })),
  );
}

/** Newest first. Throws `webhook.not-found`. */
export async function getDeliveries(
  { db }: Pick<Deps, 'db'>,
  { workspaceId }: Actor,
  { id, ...page }: { id: string; state: DeliveryState | undefined; before: string | undefined; limit: number },
): Promise<DeliveryRow[]> {
  return inWorkspace(db, workspaceId, async (trx) => {
    ensureFound(await findEndpoint(trx, id));
    return listDeliveries(trx, id, page);
  });
}

/**
 * Sends again, under the same event ids: one delivery, or up to 1 000 that failed since a time. What is under way is left alone.
 * Returns how many. Throws `webhook.not-found`, `webhook.disabled`, `webhook.delivery-not-found`.
 */
export async function replayWebhook(
  { db, queue }: Deps,
  { workspaceId }: Actor,
  { id, which }: { id: string; which: { deliveryId: string } | { failedSince: Date } },
): Promise<number> {
  const count = await inWorkspace(db, workspaceId, async (trx) => {
    ensureOn(ensureFound(await findEndpoint(trx, id)));
    if ('deliveryId' in which && !(await findDelivery(trx, id, which.deliveryId))) {
      throw new SheafError('webhook.delivery-not-found');
    }
    const rounds = await beginRounds(
      trx,
      id,
      'deliveryId' in which ? { id: which.deliveryId } : { failedSince: which.failedSince, limit: MOST_REPLAYED },
    );
    await queueTries(trx, queue, { workspaceId, endpointId: id }, rounds);
    return rounds.length;
  });
  if (count > 0) queue.wake(deliverWebhookQueue.name);
  return count;
}
