// Errors of notices, webhooks and live events.

import type { ErrorEntry } from './error-entry.ts';

export const notifyErrors = {
  'notification.not-found': {
    status: 404,
    title: 'There is no such notification of yours',
    advice: 'Ask for the list again: it may have been deleted, or be about something that you no longer see.',
  },
  'settings.if-match-required': {
    status: 428,
    title: 'If-Match is needed to change these settings',
    advice: 'Get the settings, and send their ETag as If-Match.',
  },
  'settings.changed': {
    status: 412,
    title: 'The settings were changed meanwhile',
    advice: 'Get them again, make your change, and send it with the new ETag.',
  },
  'webhook.not-found': {
    status: 404,
    title: 'There is no such webhook',
    advice: 'Check the id against the list of webhooks.',
  },
  'webhook.delivery-not-found': {
    status: 404,
    title: 'There is no such delivery',
    advice: 'Check the id against the delivery log; it is kept for 30 days.',
  },
  'webhook.too-many': {
    status: 409,
    title: 'The workspace has as many webhooks as it may have',
    advice: 'Delete one that is not needed any more.',
  },
  'webhook.disabled': {
    status: 409,
    title: 'The webhook is switched off',
    advice: 'Switch it on before something is sent to it.',
  },
  'webhook.if-match-required': {
    status: 428,
    title: 'If-Match is needed to change a webhook',
    advice: 'Get the webhook, and send its ETag as If-Match.',
  },
  'webhook.changed': {
    status: 412,
    title: 'The webhook was changed meanwhile',
    advice: 'Get it again, make your change, and send it with the new ETag.',
  },
  'events.too-many': {
    status: 429,
    title: 'You watch from too many places at once',
    advice: 'Close other windows or streams, or wait for them to end.',
  },
} as const satisfies Record<string, ErrorEntry>;
