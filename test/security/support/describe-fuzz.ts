// The fuzzing of one server as tests, an operation each: the file that calls it decides how many requests.

import { afterAll, expect, test } from 'vitest';
import { startServerProcess } from '../../support/server-process.ts';
import { prepareTestDatabase } from '../../support/test-database.ts';
import { seedDatabase, startTestServer } from '../../support/test-server.ts';
import { insertCrews, seedsOf } from './crews.ts';
import { type Fuzz, prepareFuzz } from './fuzz-operation.ts';
import { secretMarker } from './hostile-values.ts';
import { fetchApiDocument } from './operations.ts';

export interface FuzzPlan {
  /** Requests to each operation. */
  each: number;
  crews: number;
}

interface Target {
  url: string;
  dataDir: string;
  /** Lines of its log so far; none when they are not kept. */
  logs: () => string[];
  stop(): Promise<void>;
}

const authSecret = 'fz-server-key-0123456789-0123456789-0123456789';
const env = {
  AUTH_SECRET: authSecret,
  ACCESS_TOKEN_SECONDS: '3600',
  EMAIL_VERIFICATION: 'off',
  MAX_UPLOAD_MB: '1',
  MAX_UPLOAD_FILES: '5',
  // Where nobody listens: webhooks of the crews go there.
  OUTGOING_ALLOW: '127.0.0.1:9',
};

/** Around the toy reader, in this process. */
export async function describeFuzz({ each, crews }: FuzzPlan): Promise<void> {
  const seeds = seedsOf(crews);
  const server = await startTestServer({ env, seed: (db) => insertCrews(db, seeds) });
  const logs = () => server.logs.map((line) => JSON.stringify(line));
  await describeTarget({ url: server.url, dataDir: server.dataDir, logs, stop: server.stop }, seeds, each);
}

/** As `sheaf serve` starts it. */
export async function describeFuzzOfProcess({ each, crews }: FuzzPlan): Promise<void> {
  const seeds = seedsOf(crews);
  const prepared = await prepareTestDatabase();
  await seedDatabase(prepared.env, (db) => insertCrews(db, seeds));
  const lines: string[] = [];
  const server = await startServerProcess(
    { ...env, ...prepared.env },
    { keep: true, onLine: (line) => lines.push(line) },
  );
  const stop = async () => {
    await server.stop();
    await prepared.drop();
  };
  await describeTarget({ url: server.url, dataDir: prepared.dataDir, logs: () => lines, stop }, seeds, each);
}

/** FUZZ_SEED=<number> repeats what a failure printed; FUZZ_REQUESTS=<number> looks longer. */
async function describeTarget(target: Target, seeds: ReturnType<typeof seedsOf>, usual: number): Promise<void> {
  const seed = Number(process.env.FUZZ_SEED ?? 20_261_120);
  afterAll(() => target.stop());
  const fuzz = await prepareFuzz({
    url: target.url,
    document: await fetchApiDocument(target.url),
    seeds,
    secrets: [authSecret, target.dataDir],
  });
  const count = fuzz.operations.length;
  const each = process.env.FUZZ_REQUESTS ? Math.ceil(Number(process.env.FUZZ_REQUESTS) / count) : usual;

  test.each(fuzz.operations.map((operation, index) => [operation.name, operation, index] as const))(
    '%s keeps every rule whatever is sent',
    async (_name, operation, index) => fuzz.fuzz(operation, each, seed + index),
    300_000,
  );

  test(`each operation got its ${each} requests, and the server did what it is for`, () => {
    process.stderr.write(`${report(fuzz)}\n`);
    expect(fuzz.sent()).toBeGreaterThanOrEqual(each * count);
    const reached = [...fuzz.counts.values()].filter((statuses) =>
      [...statuses.keys()].some((status) => status >= 200 && status < 300),
    );
    // Requests that are only ever turned away at the door would test the door alone.
    expect(reached.length / count).toBeGreaterThan(0.5);
  });

  test('the log holds no password, token or code that was given, and no error of the server', () => {
    const lines = target.logs();
    expect(lines.length).toBeGreaterThan(fuzz.sent() / 2);
    const all = lines.join('\n');
    for (const secret of [secretMarker, authSecret, ...fuzz.given()]) expect(all.includes(secret), secret).toBe(false);
    expect(lines.filter((line) => /"status":500|"level":"fatal"/.test(line))).toEqual([]);
  });
}

function report(fuzz: Fuzz): string {
  const lines = [...fuzz.counts].map(([name, statuses]) => {
    const told = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}×${count}`);
    return `  ${name}: ${told.join(' ')}`;
  });
  return [`${fuzz.sent()} requests over ${fuzz.operations.length} operations`, ...lines].join('\n');
}
