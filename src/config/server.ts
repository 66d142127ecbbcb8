// Where the server listens, and what kind of installation it is.

import { z } from 'zod';
import { isStrict, profiles } from './profiles.ts';
import { type Read, setting } from './setting.ts';
import { publicUrl, whole } from './setting-kinds.ts';

const modes = ['all', 'api', 'worker', 'nlp', 'vision'] as const;

/** Modes that run models for other processes: no database, no accounts. */
export const isModelMode = (mode: string): mode is 'nlp' | 'vision' => mode === 'nlp' || mode === 'vision';

export const serverSettings = {
  HOST: setting(
    z.string().min(1),
    '127.0.0.1',
    'Address to listen on; 0.0.0.0 or :: takes connections from elsewhere.',
  ),
  PORT: setting(whole(0, 65535), '8000', 'Port to listen on; 0 takes any free one.'),
  PUBLIC_URL: setting(
    publicUrl.optional(),
    undefined,
    'Where people reach the server, such as https://sheaf.example.com: links in mails, cookies and passkeys are bound to it. Needed in production and staging; unset = the address it listens on.',
  ),
  MODE: setting(
    z.enum(modes),
    'all',
    'Which parts this process runs: `api` answers requests, `worker` does background work, `all` does both; `api` and `worker` need DATABASE_URL. `nlp` and `vision` run models for other processes, without a database (docs/models.md).',
  ),
  WORKER_PORT: setting(
    whole(0, 65535),
    '8001',
    'Port on which a process of mode `worker` answers /healthz, /readyz and /metrics; 0 takes any free one.',
  ),
  NODE_ENV: setting(
    z.enum(profiles),
    'development',
    'Profile: `production` and `staging` refuse what only suits a try-out (missing or known secrets, debugging); `development` logs for people on a terminal; `test` has no rate limits.',
  ),
  STOP_SECONDS: setting(
    whole(1, 600),
    '20',
    'Time that running work gets to finish when the server stops; jobs that are unfinished then are handed back.',
  ),
  STOP_DELAY_SECONDS: setting(
    whole(0, 120).optional(),
    undefined,
    'Of that, the time between telling /readyz that it stops and taking no more requests, so that a load balancer leaves first. Unset = 2 in production, 0 otherwise and for workers.',
  ),
  MIGRATE_AT_START: setting(
    z.enum(['yes', 'no']),
    'yes',
    'Whether a start brings the database to its version; `no` leaves that to "sheaf migrate", and refuses to start before.',
  ),
} as const;

export const readServer = (read: Read<typeof serverSettings>) => {
  const address = read('PUBLIC_URL');
  const mode = read('MODE');
  const environment = read('NODE_ENV');
  const usualDelay = isStrict(environment) && mode !== 'worker' ? 2 : 0;
  return {
    host: read('HOST'),
    port: read('PORT'),
    publicUrl: address === undefined ? undefined : new URL(address),
    mode,
    workerPort: read('WORKER_PORT'),
    environment,
    /** Production and staging: nothing of a try-out is taken. */
    strict: isStrict(environment),
    stopTimeoutMs: read('STOP_SECONDS') * 1000,
    stopDelayMs: (read('STOP_DELAY_SECONDS') ?? usualDelay) * 1000,
    migrateAtStart: read('MIGRATE_AT_START') === 'yes',
  };
};
