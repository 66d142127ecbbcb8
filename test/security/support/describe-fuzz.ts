// The fuzzing of one server as tests, an operation each: the file that calls it decides how many requests.

import { afterAll, expect, test } from 'vitest';
import { startTestServer } from '../../support/test-server.ts';
import { insertCrews, seedsOf } from './crews.ts';
import { type Fuzz, prepareFuzz } from './fuzz-operation.ts';
import { secretMarker } from './hostile-values.ts';
import { fetchApiDocument } from './operations.ts';

export interface FuzzPlan {
  /** Requests over all operations, at least. */
  requests: number;
  crews: number;
}

const authSecret = 'fz-server-key-0123456789-0123456789-0123456789';

/** FUZZ_SEED=<number> repeats what a failure printed; FUZZ_REQUESTS=<number> looks longer. */
export async function describeFuzz({ requests, crews }: FuzzPlan): Promise<void> {
  const wanted = Number(process.env.FUZZ_REQUESTS ?? requests);
  const seed = Number(process.env.FUZZ_SEED ?? 20_261_120);
  const seeds = seedsOf(crews);
  const server = await startTestServer({
    env: {
      AUTH_SECRET: authSecret,
      ACCESS_TOKEN_SECONDS: '3600',
      EMAIL_VERIFICATION: 'off',
      MAX_UPLOAD_MB: '1',
      MAX_UPLOAD_FILES: '5',
    },
    seed: (db) => insertCrews(db, seeds),
  });
  afterAll(() => server.stop());
  const fuzz = await prepareFuzz({
    url: server.url,
    document: await fetchApiDocument(server.url),
    seeds,
    secrets: [authSecret, server.dataDir],
  });
  const each = Math.ceil(wanted / fuzz.operations.length);

  test.each(fuzz.operations.map((operation, index) => [operation.name, operation, index] as const))(
    '%s keeps every rule whatever is sent',
    async (_name, operation, index) => fuzz.fuzz(operation, each, seed + index),
    300_000,
  );

  test(`at least ${wanted} requests were sent, and the server did what it is for`, () => {
    process.stderr.write(`${report(fuzz)}\n`);
    expect(fuzz.sent()).toBeGreaterThanOrEqual(wanted);
    const reached = [...fuzz.counts.values()].filter((statuses) =>
      [...statuses.keys()].some((status) => status >= 200 && status < 300),
    );
    // Requests that are only ever turned away at the door would test the door alone.
    expect(reached.length / fuzz.operations.length).toBeGreaterThan(0.6);
  });

  test('the log holds no password, token or code that was given', () => {
    const lines = server.logs.map((line) => JSON.stringify(line));
    expect(lines.filter((line) => line.includes(secretMarker) || line.includes(authSecret))).toEqual([]);
    expect(server.logs.filter((line) => line.status === 500 || line.level === 'fatal')).toEqual([]);
  });
}

function report(fuzz: Fuzz): string {
  const lines = [...fuzz.counts].map(([name, statuses]) => {
    const told = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}×${count}`);
    return `  ${name}: ${told.join(' ')}`;
  });
  return [`${fuzz.sent()} requests over ${fuzz.operations.length} operations`, ...lines].join('\n');
}
