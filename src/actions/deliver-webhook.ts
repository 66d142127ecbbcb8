// One try of one delivery. Runs as a job, and may be begun again after a crash: then the receiver may get the event again, under
// the same id. What becomes of the try and the job for the next one are written in one transaction.

import { sendWebhook, type WebhookOutcome } from '../notify/send-webhook.ts';
import { inWorkspace, type Trx } from '../store/database.ts';
import { type DeliverWebhookPayload, deliverWebhookQueue } from '../store/queues.ts';
import { claimDelivery, type DeliveryRow, endTry, failDelivery, unclaimDelivery } from '../store/webhook-deliveries.ts';
import {
  changeEndpoint,
  type EndpointRow,
  findEndpoint,
  lockEndpoint,
  markEndpointFails,
  markEndpointWorks,
} from '../store/webhooks.ts';
import type { Services } from './services.ts';
import { secretsOf, testKind } from './webhooks.ts';

export type DeliverDeps = Pick<
  Services,
  'db' | 'queue' | 'secrets' | 'fetchWebhook' | 'webhookRetryMs' | 'raiseNotice' | 'onWebhook'
>;

/** Longer than a try can take. */
const CLAIM_MS = 30_000;
/** Of one endpoint, in this process: the others' events do not wait behind a slow receiver. */
const MOST_OF_ONE = 4;
const FULL_PAUSE_MS = 1000;
/** Its circuit is open about that long. */
const LEFT_ALONE_MS = 15_000;
/** A receiver that took nothing for so long is switched off. */
const LONG_FAILURE_MS = 3 * 24 * 60 * 60 * 1000;

/** Tries under way here, by endpoint. */
const running = new Map<string, number>();

export async function deliverWebhook(
  deps: DeliverDeps,
  job: DeliverWebhookPayload,
  signal: AbortSignal,
): Promise<void> {
  const { endpointId } = job;
  const count = running.get(endpointId) ?? 0;
  if (count >= MOST_OF_ONE) return later(deps, job, FULL_PAUSE_MS);
  running.set(endpointId, count + 1);
  try {
    await tryOnce(deps, job, signal);
  } finally {
    const left = running.get(endpointId)! - 1;
    if (left > 0) running.set(endpointId, left);
    else running.delete(endpointId);
  }
}

async function tryOnce(deps: DeliverDeps, job: DeliverWebhookPayload, signal: AbortSignal): Promise<void> {
  const taken = await take(deps, job);
  if (!taken) return;
  const { delivery, endpoint } = taken;
  const at = new Date();
  const started = performance.now();
  const outcome = await sendWebhook(deps.fetchWebhook, {
    url: endpoint.url,
    endpointId: endpoint.id,
    eventId: delivery.event_id,
    body: delivery.body,
    at,
    secrets: secretsOf(deps, endpoint, at),
    signal,
  });
  const ms = Math.round(performance.now() - started);
  deps.onWebhook?.({ outcome: outcome.outcome, ms });
  if (outcome.outcome !== 'not-tried') {
    await note(deps, job, { outcome, at, ms, kind: delivery.kind });
    return;
  }
  await giveBack(deps, job, signal.aborted);
  // The server stops: the queue hands the job to another.
  signal.throwIfAborted();
}

const idOf = ({ deliveryId: id, round, attempt }: DeliverWebhookPayload) => ({ id, round, attempt });

/** The same try, by a job of its own. Half to whole of twice the pause, so that they do not come back in step. */
async function later({ db, queue }: DeliverDeps, job: DeliverWebhookPayload, pauseMs: number): Promise<void> {
  const startAfter = new Date(Date.now() + pauseMs * (1 + Math.random()));
  await inWorkspace(db, job.workspaceId, (trx) => queue.enqueue(trx, deliverWebhookQueue.name, [job], { startAfter }));
}

/** Claimed, and committed before anything goes out. */
async function take(
  { db, queue }: DeliverDeps,
  job: DeliverWebhookPayload,
): Promise<{ delivery: DeliveryRow; endpoint: EndpointRow } | undefined> {
  return inWorkspace(db, job.workspaceId, async (trx) => {
    const now = new Date();
    const until = new Date(now.getTime() + CLAIM_MS);
    const delivery = await claimDelivery(trx, idOf(job), { now, until });
    if (delivery === undefined) return undefined;
    if (delivery === 'busy') {
      // Another has it. If that one is dead, this looks again when its time is over.
      await queue.enqueue(trx, deliverWebhookQueue.name, [job], { startAfter: until });
      return undefined;
    }
    const endpoint = await findEndpoint(trx, delivery.endpoint_id);
    if (endpoint?.enabled) return { delivery, endpoint };
    await failDelivery(trx, idOf(job), 'disabled');
    return undefined;
  });
}

async function giveBack({ db, queue }: DeliverDeps, job: DeliverWebhookPayload, stops: boolean): Promise<void> {
  await inWorkspace(db, job.workspaceId, async (trx) => {
    if (!(await unclaimDelivery(trx, idOf(job))) || stops) return;
    const startAfter = new Date(Date.now() + LEFT_ALONE_MS * (1 + Math.random()));
    await queue.enqueue(trx, deliverWebhookQueue.name, [job], { startAfter });
  });
}

interface Ended {
  outcome: Exclude<WebhookOutcome, { outcome: 'not-tried' }>;
  at: Date;
  ms: number;
  kind: string;
}

async function note(deps: DeliverDeps, job: DeliverWebhookPayload, { outcome, at, ms, kind }: Ended): Promise<void> {
  const { db, queue, webhookRetryMs } = deps;
  const { workspaceId, endpointId, attempt } = job;
  await inWorkspace(db, workspaceId, async (trx) => {
    const endpoint = await lockEndpoint(trx, endpointId);
    if (!endpoint) return;
    const { status, answer } = outcome;
    const ended = { at, ms, status, answer, nextTryAt: null };
    if (outcome.outcome === 'delivered') {
      if (await endTry(trx, idOf(job), { ...ended, state: 'delivered', error: null })) {
        await markEndpointWorks(trx, endpointId);
      }
      return;
    }
    if (outcome.outcome === 'gone') {
      if (await endTry(trx, idOf(job), { ...ended, state: 'failed', error: 'gone' })) {
        await disable(trx, deps, endpoint, 'gone');
      }
      return;
    }
    const pauseMs = kind === testKind ? undefined : webhookRetryMs[attempt - 1];
    const nextTryAt =
      pauseMs === undefined ? null : new Date(Date.now() + Math.max(spread(pauseMs), outcome.retryAfterMs));
    const state = nextTryAt ? 'pending' : 'failed';
    if (!(await endTry(trx, idOf(job), { ...ended, state, error: outcome.error, nextTryAt }))) return;
    if (nextTryAt) {
      const next = { ...job, attempt: attempt + 1 };
      await queue.enqueue(trx, deliverWebhookQueue.name, [next], { startAfter: nextTryAt });
    }
    if (kind === testKind) return;
    const since = await markEndpointFails(trx, endpointId, at);
    if (at.getTime() - since.getTime() >= LONG_FAILURE_MS) await disable(trx, deps, endpoint, 'failing');
  });
}

/** Up to a tenth more: what failed together does not come back together. */
const spread = (ms: number): number => ms * (1 + Math.random() / 10);

async function disable(
  trx: Trx,
  { raiseNotice }: DeliverDeps,
  endpoint: EndpointRow,
  reason: 'gone' | 'failing',
): Promise<void> {
  if (!endpoint.enabled) return;
  const { id, workspace_id: workspaceId, url } = endpoint;
  const { version } = await changeEndpoint(trx, id, { enabled: false, disabledReason: reason });
  await raiseNotice(trx, {
    workspaceId,
    kind: 'webhook.disabled',
    key: `${id} ${version}`,
    subject: { type: 'workspace', id: workspaceId },
    data: { webhookId: id, host: new URL(url).host, reason },
  });
}

/** The tries of the job are used up, or a person cancelled it: the log of deliveries says so, and it can be sent again. */
export async function giveUpWebhook({ db }: Pick<DeliverDeps, 'db'>, job: DeliverWebhookPayload): Promise<void> {
  await inWorkspace(db, job.workspaceId, (trx) => failDelivery(trx, idOf(job), 'interrupted'));
}
