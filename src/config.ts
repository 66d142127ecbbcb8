// The environment, read once into plain values. Only main, the commands and compose read it.

import type { z } from 'zod';
import { isLoopbackHost } from './api/loopback.ts';
import { readAccounts } from './config/accounts.ts';
import { readBackup } from './config/backup.ts';
import { readHttp } from './config/http.ts';
import { readObserve } from './config/observe.ts';
import { readOutgoing } from './config/outgoing.ts';
import { readReading } from './config/reading.ts';
import { readServer } from './config/server.ts';
import { settings } from './config/settings.ts';
import { readStorage } from './config/storage.ts';
import { SheafError } from './errors.ts';

type Settings = typeof settings;
type Parsed<K extends keyof Settings> = z.output<Settings[K]['schema']>;

export type Config = ReturnType<typeof readServer> &
  ReturnType<typeof readStorage> &
  ReturnType<typeof readBackup> &
  ReturnType<typeof readAccounts> &
  ReturnType<typeof readHttp> &
  ReturnType<typeof readReading> &
  ReturnType<typeof readOutgoing> &
  ReturnType<typeof readObserve>;

/**
 * Reads the environment. Empty variables count as unset.
 * Throws `config.invalid` with one message that names every bad variable.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const read = <K extends keyof Settings>(name: K): Parsed<K> => {
    const given = env[name]?.trim();
    const result = settings[name].schema.safeParse(given ? given : settings[name].default);
    if (result.success) return result.data as Parsed<K>;
    problems.push(`${name}: ${result.error.issues.map((issue) => issue.message).join('; ')}`);
    return undefined as Parsed<K>;
  };
  const context = { problems, isGiven: (name: string) => Boolean(env[name]?.trim()) };
  const server = readServer(read);
  const config: Config = {
    ...server,
    ...readStorage(read),
    ...readBackup(read, context),
    ...readAccounts(read, context),
    ...readHttp(read, server),
    ...readReading(read),
    ...readOutgoing(read, context),
    ...readObserve(read),
  };
  if (
    config.mode !== 'all' &&
    config.databaseUrl === undefined &&
    !problems.some((text) => /^(MODE|DATABASE_URL):/.test(text))
  ) {
    problems.push('DATABASE_URL: needed by MODE=api and MODE=worker; the embedded database has one process');
  }
  if (config.environment === 'production') {
    if (!context.isGiven('AUTH_SECRET'))
      problems.push('AUTH_SECRET: needed in production; "openssl rand -base64 48" makes one');
    if (config.publicUrl === undefined && !isLoopbackHost(config.host)) {
      problems.push('PUBLIC_URL: needed in production, for links in mails, cookies and passkeys');
    }
  }
  if (problems.length > 0) {
    throw new SheafError('config.invalid', `The configuration is not valid:\n  ${problems.join('\n  ')}`);
  }
  return config;
}
