// Two processes for requests and two for work on one PostgreSQL; needs TEST_DATABASE_URL (npm run test:all brings one).

import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../src/store/migrations/list.ts';
import { admin, apiFetch, postJson } from '../support/api-fetch.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { expectOneRecordEach } from '../support/settled-records.ts';
import { prepareTestDatabase, serverUrl } from '../support/test-database.ts';
import { type Answer, finishedRun, getJson, type Uploaded, upload } from '../support/test-server.ts';

const toy = new URL('../support/serve-toy.ts', import.meta.url).pathname;
const AUTH_SECRET = 'only for this test, and long enough for it';

async function onDatabase<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

test.runIf(serverUrl)(
  'two API processes and two workers, begun at once on an empty database, are one server',
  async () => {
    const { env, drop } = await prepareTestDatabase('server');
    const settings = { ...env, AUTH_SECRET, WORKER_PORT: '0', STOP_SECONDS: '10' };
    const processes: ServerProcess[] = [];
    onTestFinished(async () => {
      await Promise.all(processes.map((each) => each.kill()));
      await drop();
    });
    const start = async (MODE: string) => {
      const server = await startServerProcess({ ...settings, MODE }, { script: toy, keep: true });
      processes.push(server);
      return server;
    };
    const [one, two, worker, other] = await Promise.all([start('api'), start('api'), start('worker'), start('worker')]);

    // Migrations ran once.
    const applied = await onDatabase<{ name: string }>(
      env.DATABASE_URL!,
      'select name from kysely_migration order by name',
    );
    expect(applied.map(({ name }) => name)).toEqual(Object.keys(migrations));

    // Each says how it is, at all addresses; a worker has nothing else.
    for (const { url } of [one, two, worker, other]) {
      for (const path of ['/healthz', '/health', '/api/health', '/api/health/', '/v2/health']) {
        expect(await getJson(url + path), path).toMatchObject({ status: 'ok', version: expect.any(String) });
      }
      expect(await getJson(`${url}/readyz`)).toMatchObject({
        status: 'ready',
        components: { migrations: { ok: true } },
      });
    }
    expect((await fetch(`${worker.url}/api/v1/types`)).status).toBe(404);
    expect((await fetch(`${worker.url}/`)).status).toBe(404);
    const workersOf = async ({ url }: ServerProcess) =>
      (await getJson(`${url}/readyz`)).components.queue.details.workers;
    expect(await workersOf(one)).toBe(0);
    expect(await workersOf(worker)).toBeGreaterThan(0);

    // Signed in at one is signed in at the other.
    const { access_token } = await postJson(`${one.url}/api/v1/auth/login`, admin);
    const me = (url: string) => fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${access_token}` } });
    expect([(await me(one.url)).status, (await me(two.url)).status]).toEqual([200, 200]);

    // Uploaded to one, read elsewhere, watched and seen through the other.
    const [slow] = await upload(one.url, { 'slow.txt': 'number: S-1\nslow: 1500' });
    const events = await apiFetch(`${two.url}/api/v1/runs/${slow!.run}/events`);
    const told = await events.text();
    expect(told).toMatch(/event: progress[\s\S]*event: finished/);
    const many: Uploaded[] = [slow!];
    for (let i = 0; i < 30; i++)
      many.push(...(await upload(i % 2 ? one.url : two.url, { [`${i}.txt`]: `number: M-${i}` })));
    for (const { run } of many) expect(await finishedRun(two.url, run, 60_000)).toMatchObject({ status: 'succeeded' });
    await expectOneRecordEach(one.url, many);

    // A worker that is told to stop while it works hands its jobs on: nobody waits until it is missed.
    const long = await upload(
      one.url,
      Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`l${i}.txt`, `number: L-${i}\nslow: 12000`])),
    );
    const running = async () =>
      (await Promise.all(long.map(({ run }) => getJson(`${one.url}/api/v1/runs/${run}`)))).filter(
        ({ startedAt }: Answer) => startedAt,
      ).length;
    await expect.poll(running, { timeout: 30_000 }).toBe(long.length);
    const before = new Map(
      await Promise.all(
        long.map(
          async ({ run }) => [run, (await getJson(`${one.url}/api/v1/runs/${run}`)).startedAt as string] as const,
        ),
      ),
    );
    const asked = performance.now();
    // Its deadline is ten seconds, and the documents take twelve.
    expect(await worker.stop()).toBe(0);
    const stopMs = performance.now() - asked;
    for (const { run } of long) expect(await finishedRun(two.url, run, 120_000)).toMatchObject({ status: 'succeeded' });
    const again = (await Promise.all(long.map(({ run }) => getJson(`${two.url}/api/v1/runs/${run}`)))).filter(
      (run: Answer) => run.startedAt !== before.get(run.id),
    );
    process.stdout.write(
      `stopped in ${Math.round(stopMs)} ms; ${again.length} of ${long.length} documents were handed on\n`,
    );
    await expectOneRecordEach(one.url, [...many, ...long]);
    const spent = await onDatabase<{ left: number }>(
      env.DATABASE_URL!,
      `select min(retry_limit - retry_count) as left from jobs.job where name = 'read-document'`,
    );
    expect(spent[0]!.left).toBe(4);

    // A newer version migrates under them: they say so, and do not start again.
    await onDatabase(
      env.DATABASE_URL!,
      `insert into kysely_migration (name, timestamp) values ('9999-later', now()::text)`,
    );
    await expect
      .poll(async () => (await getJson(`${one.url}/readyz`)).components.migrations, { timeout: 10_000 })
      .toMatchObject({
        ok: false,
        error: 'the schema is newer than this version',
      });
    await expect(start('api')).rejects.toThrow('ended before it was ready');
    expect(await Promise.all([one.stop(), two.stop(), other.stop()])).toEqual([0, 0, 0]);
  },
);

test.runIf(serverUrl)('with MIGRATE_AT_START=no a process waits for "sheaf migrate"', async () => {
  const { env, drop } = await prepareTestDatabase('server');
  onTestFinished(drop);
  const settings = { ...env, AUTH_SECRET, MIGRATE_AT_START: 'no' };
  await expect(startServerProcess(settings, { script: toy })).rejects.toThrow('ended before it was ready');
  const { migratePlace } = await import('../../src/store/migrate-place.ts');
  const place = { dataDir: env.DATA_DIR!, databaseUrl: env.DATABASE_URL };
  const names = [...Object.keys(migrations), 'job-queue'];
  expect(await migratePlace(place, { check: true })).toEqual({ applied: [], pending: names });
  expect(await migratePlace(place, { check: false })).toEqual({ applied: names, pending: [] });
  expect(await migratePlace(place, { check: true })).toEqual({ applied: [], pending: [] });
  const server = await startServerProcess(settings, { script: toy });
  expect(await server.stop()).toBe(0);
});
