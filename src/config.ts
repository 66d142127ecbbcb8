// Every setting once: its schema, default and one-line doc. Only main, the commands and compose read it.

import path from 'node:path';
import { z } from 'zod';
import { isLoopbackHost } from './api/loopback.ts';
import { SheafError } from './errors.ts';

interface Setting<T extends z.ZodType> {
  schema: T;
  /** Text as it would stand in the environment; undefined = unset. */
  default: string | undefined;
  doc: string;
}

const setting = <T extends z.ZodType>(schema: T, fallback: string | undefined, doc: string): Setting<T> => ({
  schema,
  default: fallback,
  doc,
});

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be between ${min} and ${max}`);

const loopbackHost = z
  .string()
  .refine(
    isLoopbackHost,
    'only a loopback address (127.0.0.1, ::1, localhost) is allowed: this version has no accounts, so anyone who could reach the port could read every document',
  );

const databaseUrl = z
  .string()
  .refine((url) => /^postgres(ql)?:\/\/.+/.test(url), 'must look like postgres://user:password@host:5432/name');

export const settings = {
  HOST: setting(loopbackHost, '127.0.0.1', 'Address to listen on. Only loopback until accounts exist.'),
  PORT: setting(whole(0, 65535), '8000', 'Port to listen on; 0 takes any free one.'),
  DATA_DIR: setting(z.string().min(1), './data', 'Folder of the embedded database, the files and their page images.'),
  DATABASE_URL: setting(databaseUrl.optional(), undefined, 'PostgreSQL 15 or newer; unset = the embedded database.'),
  MODE: setting(z.enum(['all']), 'all', 'Which parts this process runs; `all` is the only one in this version.'),
  NODE_ENV: setting(
    z.enum(['development', 'test', 'production']),
    'development',
    'Profile: development logs for people on a terminal.',
  ),
  LOG_LEVEL: setting(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    'info',
    'Least level that is logged.',
  ),
  MAX_UPLOAD_MB: setting(whole(1, 2048), '25', 'Largest file that an upload may hold, in megabytes.'),
  MAX_UPLOAD_FILES: setting(whole(1, 1000), '100', 'Most files that one upload may hold.'),
  REQUEST_SECONDS: setting(
    whole(1, 3600),
    '120',
    'Time that a request may take to arrive; slower ones are cut off, so that nobody can hold connections for ever.',
  ),
  HIDDEN_TEXT_POLICY: setting(
    z.enum(['note', 'review', 'quarantine']),
    'review',
    'What happens to documents that hide text or speak to machines: `note` tells, `review` asks for a person, `quarantine` makes no record until a person releases the document.',
  ),
  READ_JOBS: setting(whole(0, 256), '0', 'Documents read at the same time; 0 = one for each core.'),
  READERS_KEPT: setting(
    whole(0, 64).optional(),
    undefined,
    'Reading processes kept ready without work, 140 MB each: without one, the first document after a rest waits for its start. Unset = 1 on the embedded database, 0 on PostgreSQL.',
  ),
  STOP_SECONDS: setting(whole(1, 600), '20', 'Time that running work gets to finish when the server stops.'),
} as const;

type Settings = typeof settings;
type Parsed<K extends keyof Settings> = z.output<Settings[K]['schema']>;

export interface Config {
  host: Parsed<'HOST'>;
  port: Parsed<'PORT'>;
  /** Absolute. */
  dataDir: string;
  databaseUrl: string | undefined;
  environment: Parsed<'NODE_ENV'>;
  logLevel: Parsed<'LOG_LEVEL'>;
  maxUploadBytes: number;
  maxUploadFiles: number;
  requestTimeoutMs: number;
  hiddenTextPolicy: Parsed<'HIDDEN_TEXT_POLICY'>;
  readJobs: number;
  readersKept: number | undefined;
  stopTimeoutMs: number;
}

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
  read('MODE');
  const config = {
    host: read('HOST'),
    port: read('PORT'),
    dataDir: path.resolve(String(read('DATA_DIR'))),
    databaseUrl: read('DATABASE_URL'),
    environment: read('NODE_ENV'),
    logLevel: read('LOG_LEVEL'),
    maxUploadBytes: read('MAX_UPLOAD_MB') * 1024 * 1024,
    maxUploadFiles: read('MAX_UPLOAD_FILES'),
    requestTimeoutMs: read('REQUEST_SECONDS') * 1000,
    hiddenTextPolicy: read('HIDDEN_TEXT_POLICY'),
    readJobs: read('READ_JOBS'),
    readersKept: read('READERS_KEPT'),
    stopTimeoutMs: read('STOP_SECONDS') * 1000,
  };
  if (problems.length > 0) {
    throw new SheafError('config.invalid', `The configuration is not valid:\n  ${problems.join('\n  ')}`);
  }
  return config;
}
