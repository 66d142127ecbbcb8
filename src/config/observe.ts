// Logs, metrics and traces.

import { z } from 'zod';
import { type Read, setting } from './setting.ts';
import { secret } from './setting-kinds.ts';

export const observeSettings = {
  LOG_LEVEL: setting(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    'info',
    'Least level that is logged.',
  ),
  METRICS_ENABLED: setting(z.enum(['yes', 'no']), 'yes', 'Whether /metrics tells how the server works.'),
  METRICS_TOKEN: setting(
    secret.optional(),
    undefined,
    'What whoever asks for /metrics sends as a bearer token. Unset = only this machine is answered; on the port of the API nobody when PUBLIC_URL leads elsewhere.',
  ),
} as const;

export const readObserve = (read: Read<typeof observeSettings>) => ({
  logLevel: read('LOG_LEVEL'),
  metrics: { enabled: read('METRICS_ENABLED') === 'yes', token: read('METRICS_TOKEN') },
});
