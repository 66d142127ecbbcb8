// The job behind each try of a webhook.

import { type DeliverDeps, deliverWebhook, giveUpWebhook } from '../actions/deliver-webhook.ts';
import { type DeliverWebhookPayload, deliverWebhookPayload, deliverWebhookQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

/** They mostly wait for others. */
const AT_ONCE = 8;

export function deliverWebhookJob(deps: DeliverDeps): Job<DeliverWebhookPayload> {
  return {
    queue: deliverWebhookQueue,
    payload: deliverWebhookPayload,
    concurrency: AT_ONCE,
    handle: (payload, { signal }) => deliverWebhook(deps, payload, signal),
    giveUp: (payload) => giveUpWebhook(deps, payload),
  };
}
