import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type JobQueue, openJobQueue, type QueueSpec } from '../../src/store/job-queue.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

const queueSpec: QueueSpec = {
  name: 'try-out',
  expireInSeconds: 60,
  retry: { limit: 1, delaySeconds: 60, delayMaxSeconds: 60 },
};
let opened: TestDatabase;
let queue: JobQueue;

const openQueue = () => {
  const { pglite } = opened.database;
  const source = pglite ? { pglite } : { databaseUrl: opened.env.DATABASE_URL! };
  return openJobQueue({ queues: [queueSpec], source, onError: () => {} });
};
const enqueue = (count: number) =>
  opened.database.db.transaction().execute((trx) =>
    queue.enqueue(
      trx,
      queueSpec.name,
      Array.from({ length: count }, (_, n) => ({ n })),
    ),
  );
const stateOfJobs = async () =>
  (
    await sql<{
      state: string;
    }>`select state, retry_count, retry_limit from jobs.job where name = ${queueSpec.name}`.execute(opened.database.db)
  ).rows;

beforeEach(async () => {
  opened = await openTestDatabase();
  queue = await openQueue();
});
afterEach(async () => {
  await queue.stop(0);
  await opened.remove();
});

test('draining waits for the jobs that run, and begins no other', async () => {
  const done: number[] = [];
  await queue.work(queueSpec.name, 1, async (payload) => {
    await sleep(300);
    done.push((payload as { n: number }).n);
  });
  await enqueue(3);
  queue.wake(queueSpec.name);
  await expect.poll(async () => (await queue.check()).running).toBe(1);
  expect(await queue.drain(10_000)).toBe(0);
  const finished = done.length;
  expect(finished).toBeGreaterThan(0);
  await sleep(500);
  expect(done).toHaveLength(finished);
});

test('what is unfinished is handed back: to be taken at once, with all its tries, and without what this process still says', async () => {
  const seen: AbortSignal[] = [];
  const late = Promise.withResolvers<void>();
  const hang = async (_payload: unknown, { signal }: { signal: AbortSignal }): Promise<void> => {
    seen.push(signal);
    await late.promise;
  };
  await queue.work(queueSpec.name, 1, hang);
  await enqueue(1);
  queue.wake(queueSpec.name);
  await expect.poll(() => seen.length).toBe(1);
  expect(seen[0]!.aborted).toBe(false);

  expect(await queue.drain(50)).toBe(1);
  expect(seen[0]!.aborted).toBe(true);
  expect(await stateOfJobs()).toEqual([{ state: 'retry', retry_count: 1, retry_limit: 2 }]);

  // Another worker has it while the first one says that it failed.
  const other = await openQueue();
  const taken = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  await other.work(queueSpec.name, 1, async () => {
    taken.resolve();
    await release.promise;
  });
  await taken.promise;
  late.reject(new Error('cut off'));
  await sleep(200);
  expect(await stateOfJobs()).toMatchObject([{ state: 'active' }]);
  release.resolve();
  await expect.poll(stateOfJobs).toMatchObject([{ state: 'completed' }]);
  await other.stop(0);
});

test('the queue tells how many workers it has and whether they look for work', async () => {
  expect(await queue.check()).toEqual({ workers: 0, running: 0, stuck: 0 });
  await queue.work(queueSpec.name, 2, async () => {});
  expect(await queue.check()).toEqual({ workers: 2, running: 0, stuck: 0 });
});
