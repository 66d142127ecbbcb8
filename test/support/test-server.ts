// The whole server in this process, around the toy reader, on a free port and a fresh database.

import { Writable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { Engine } from '../../src/compose/engine.ts';
import { type RunningServer, startServer } from '../../src/compose.ts';
import type { AccountMail } from '../../src/identity/account-mail.ts';
import type { Nlp } from '../../src/nlp/nlp.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrateDatabase } from '../../src/store/migrate.ts';
import type { Schema } from '../../src/store/schema.ts';
import { adminEnv, apiFetch, signInAsOwner } from './api-fetch.ts';
import { keepContent, keepLogLine, keepSecretsOf, keepSecretsOfEnv } from './suite-logs.ts';
import { prepareTestDatabase } from './test-database.ts';
import { createToyEngine } from './toy-engine.ts';
import { createToyNlp } from './toy-nlp.ts';

export interface TestServer {
  url: string;
  /** Where people reach it: what passkeys and links are bound to. */
  origin: string;
  /** Mails of accounts so far. */
  mails: AccountMail[];
  /** Access token of the first owner. */
  token: string;
  /** Log lines so far, parsed. */
  logs: Record<string, unknown>[];
  dataDir: string;
  inside: RunningServer['inside'];
  stop(): Promise<void>;
}

const AUTH_SECRET = 'canary auth secret of every server that tests start';

export async function startTestServer(
  options: {
    env?: Record<string, string>;
    engine?: Partial<Engine>;
    /** Toy embeddings when left out; `own`: the models that the server itself opens. */
    nlp?: Nlp | 'own';
    /** Puts in what the server is to find. */
    seed?: (db: Kysely<Schema>) => Promise<void>;
  } = {},
): Promise<TestServer> {
  const { nlp = createToyNlp() } = options;
  const { dataDir, env, drop } = await prepareTestDatabase();
  if (options.seed) await seedDatabase(env, options.seed);
  const logs: Record<string, unknown>[] = [];
  const mails: AccountMail[] = [];
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      logs.push(JSON.parse(String(chunk)));
      keepLogLine(String(chunk));
      done();
    },
  });
  const settings = { ...env, PORT: '0', NODE_ENV: 'test', STOP_SECONDS: '5', AUTH_SECRET, ...adminEnv, ...options.env };
  keepSecretsOfEnv(settings);
  const server: RunningServer = await startServer({
    env: settings,
    stdout,
    createEngine: async () => ({ ...createToyEngine(), ...options.engine }),
    ...(nlp === 'own' ? {} : { createNlp: () => nlp }),
    takeMail: async (mail) => {
      keepSecretsOf(mail.data);
      mails.push(mail);
    },
  });
  return {
    url: server.address,
    origin: server.inside.services.identity.publicUrl().origin,
    mails,
    token: await signInAsOwner(server.address),
    logs,
    dataDir,
    inside: server.inside,
    async stop() {
      await server.stop();
      await drop();
    },
  };
}

export async function seedDatabase(
  env: Record<string, string>,
  seed: (db: Kysely<Schema>) => Promise<void>,
): Promise<void> {
  const database = await openDatabase({ dataDir: env.DATA_DIR!, databaseUrl: env.DATABASE_URL, onError: () => {} });
  await migrateDatabase(database.db);
  await seed(database.db);
  await database.close();
}

export function form(files: Record<string, string | Uint8Array>, fields: Record<string, string> = {}): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const content of Object.values(files)) if (typeof content === 'string') keepContent(content);
  for (const [name, content] of Object.entries(files)) body.append('file', new Blob([content as string]), name);
  return body;
}

export interface Uploaded {
  id: string;
  name: string;
  sha256: string;
  run: string;
  batch: string;
}

export async function upload(
  url: string,
  files: Record<string, string | Uint8Array>,
  fields: Record<string, string> = {},
): Promise<Uploaded[]> {
  const response = await apiFetch(`${url}/api/v1/documents`, { method: 'POST', body: form(files, fields) });
  if (response.status !== 202) throw new Error(`upload answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { documents: Uploaded[] }).documents;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them
export type Answer = any;

export const readJson = (response: Response): Promise<Answer> => response.json();

export async function getJson(url: string): Promise<Answer> {
  return readJson(await apiFetch(url));
}

/** The run when it is over. */
export async function finishedRun(url: string, runId: string, timeoutMs = 15_000, token?: string): Promise<Answer> {
  const deadline = performance.now() + timeoutMs;
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  while (performance.now() < deadline) {
    const run = await readJson(await apiFetch(`${url}/api/v1/runs/${runId}`, { headers }));
    if (run.finishedAt) return run;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`run ${runId} was not over within ${timeoutMs} ms`);
}
