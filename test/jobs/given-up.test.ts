import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Job, startJob } from '../../src/jobs/job.ts';
import { useErrorReports } from '../../src/observe/error-reports.ts';
import { createLogger, moduleLogger } from '../../src/observe/logger.ts';
import { currentWork, type Work } from '../../src/observe/work.ts';
import { type JobQueue, openJobQueue } from '../../src/store/job-queue.ts';
import type { QueueSpec } from '../../src/store/queue-spec.ts';
import { makeWorkspace } from '../support/make-workspace.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

type Payload = { workspaceId: string; requestId: string | null };

const payload = z.object({ workspaceId: z.uuid(), requestId: z.string().nullable() });
const retry = { limit: 1, delaySeconds: 1, delayMaxSeconds: 1 };
const spec: QueueSpec<Payload> = { name: 'fails', payload, expireInSeconds: 60, retry };
const lines: Record<string, unknown>[] = [];
const told: { error: unknown; place: object }[] = [];
const given: { payload: Payload; work: Work | undefined }[] = [];
let opened: TestDatabase;
let queue: JobQueue;

beforeAll(async () => {
  opened = await openTestDatabase();
  const { pglite } = opened.database;
  const source = pglite ? { pglite } : { databaseUrl: opened.env.DATABASE_URL! };
  queue = await openJobQueue({ queues: [spec], source, db: opened.database.db, onError: () => {} });
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  const log = moduleLogger(createLogger({ level: 'info', forPeople: false, destination }), 'jobs');
  const job: Job<Payload> = {
    queue: spec,
    payload,
    concurrency: 1,
    handle: async () => {
      throw new RangeError('it says "canary of a document" there');
    },
    giveUp: async (payload) => void given.push({ payload, work: currentWork() }),
  };
  await startJob({ queue, log }, job);
});
afterAll(async () => {
  await queue.stop(1000);
  await opened.remove();
});

test('a job that is given up is told once, with what its last try failed with and whose it was', async () => {
  const release = useErrorReports({
    report: (error, place) => void told.push({ error, place }),
    flush: async () => {},
  });
  const { workspaceId } = await makeWorkspace(opened.database.db);
  const payload = { workspaceId, requestId: 'r-1' };
  const { db } = opened.database;
  await db.transaction().execute((trx) => queue.enqueue(trx as never, spec.name, [payload]));
  await expect.poll(() => given, { timeout: 20_000 }).toHaveLength(1);
  release();

  expect(given[0]).toMatchObject({ payload, work: { request_id: 'r-1', workspace_id: payload.workspaceId } });
  expect(told).toEqual([
    {
      error: expect.objectContaining({ name: 'RangeError', stack: expect.stringContaining('given-up.test.ts') }),
      place: { request_id: 'r-1', job: 'fails' },
    },
  ]);
  // Each try is a line, and the end is one.
  expect(lines.map(({ message }) => message)).toEqual([
    'job failed; it is tried again',
    'job failed for the last time',
    'job given up',
  ]);
  for (const line of lines) {
    expect(line).toMatchObject({ request_id: 'r-1', workspace_id: payload.workspaceId, job: 'fails' });
  }
  for (const line of lines.slice(0, 2)) {
    expect(line.error).toMatchObject({ type: 'RangeError', message: 'it says "…" there' });
  }
  expect(JSON.stringify(lines)).not.toContain('canary');
});
