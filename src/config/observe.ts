// Logs, metrics and traces.

import { z } from 'zod';
import { type Read, setting } from './setting.ts';

export const observeSettings = {
  LOG_LEVEL: setting(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    'info',
    'Least level that is logged.',
  ),
} as const;

export const readObserve = (read: Read<typeof observeSettings>) => ({
  logLevel: read('LOG_LEVEL'),
});
