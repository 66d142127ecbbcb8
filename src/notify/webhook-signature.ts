// Standard Webhooks: secrets, and the headers by which a receiver knows that an event is ours and whole.

import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const SECRET_BYTES = 32;

/** `whsec_…` */
export const makeWebhookSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

export interface SignedEvent {
  eventId: string;
  body: string;
  /** Of this try. */
  at: Date;
  /** The one that counts, and while one replaces another, both. */
  secrets: readonly string[];
}

export function webhookHeaders({ eventId, body, at, secrets }: SignedEvent): Record<string, string> {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(eventId, at, body));
  return {
    'content-type': 'application/json',
    'webhook-id': eventId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
