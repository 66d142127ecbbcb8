// Every registered job, run again and run twice at once: what it does is done once.

import { rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { listJobs } from '../../src/compose/start-workers.ts';
import type { JobRun } from '../../src/jobs/job.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { newId } from '../../src/store/new-id.ts';
import { queues } from '../../src/store/queues.ts';
import { openSecretBox } from '../../src/store/sealed-secrets.ts';
import { holdTable } from '../support/hold-table.ts';
import type { JobWorld } from '../support/job-case.ts';
import { jobCases } from '../support/job-cases.ts';
import { startLoopbackServer } from '../support/loopback-server.ts';
import { openMailbox } from '../support/smtp-mailbox.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { serverUrl } from '../support/test-database.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
let world: JobWorld;

beforeAll(async () => {
  const mailbox = await openMailbox({ keep: true });
  const folder = makeTemporaryFolder();
  const receiver = await startLoopbackServer();
  const env = {
    OUTGOING_ALLOW: `127.0.0.1:${receiver.port}`,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'sheaf@example.org',
    BACKUP_DIR: folder,
    BACKUP_VERIFY: 'no',
    INTAKE_FOLDER: path.join(folder, 'intake'),
  };
  server = await startTestServer({ env });
  const { db, blobs } = server.inside.services;
  const { dataDir } = server;
  const secrets = openSecretBox(path.join(dataDir, 'secrets', 'file-passwords.key'));
  world = { db, blobs, secrets, dataDir, mailbox, receiver, backups: folder };
});
afterAll(async () => {
  await server.stop();
  await world.mailbox.close();
  await world.receiver.close();
  rmSync(world.backups, { recursive: true, force: true });
});

const jobOf = (queue: string) => {
  const services = server.inside.services;
  const job = listJobs({
    config: { readJobs: 1, jobDays: 30, backup: { schedule: '15 2 * * *' } },
    services,
  } as Parameters<typeof listJobs>[0]).find((one) => one.queue.name === queue);
  if (!job) throw new Error(`no job works ${queue}`);
  return job;
};

const aRun = (): JobRun => ({
  jobId: newId(),
  attempt: 1,
  signal: new AbortController().signal,
  progress: () => {},
  log: createLogger({ level: 'silent', forPeople: false }),
});

type Payload = { workspaceId?: unknown };

/** Everything that the database holds, but counts of requests, when matches were last scored, and what other cases left in workspaces of their own. */
async function contentOfDatabase({ workspaceId }: Payload): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'request_counts' order by 1`.execute(
    world.db,
  );
  const content: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    // When something was looked into last, and is next, is news of every look.
    const passing = ['learnt_at', 'scored_at', 'polled_at', 'next_poll_at'];
    const { rows } =
      await sql`select to_jsonb(t) - ${passing}::text[] as row from ${sql.table(name)} t order by t::text`.execute(
        world.db,
      );
    content[name] = rows.filter((one) => {
      const { workspace_id: owner, queue } = (one as { row: { workspace_id?: string | null; queue?: string } }).row;
      // Addresses are looked into by themselves, whatever else happens.
      if (name === 'jobs' && queue === 'poll-intake') return false;
      return !owner || !workspaceId || owner === workspaceId;
    });
  }
  return content;
}

/** Longer than a worker sleeps before it looks for jobs again. */
const REST_MS = 3000;

/** The content once the jobs that others queued are through: the server works on them meanwhile. What waits for a later time stays. */
async function settledContent(payload: Payload): Promise<Record<string, unknown[]>> {
  const deadline = performance.now() + 60_000;
  let content = await contentOfDatabase(payload);
  let since = performance.now();
  while (performance.now() < deadline) {
    const open = (content.jobs as { row: { finished_at: string | null } }[]).some(
      ({ row }) => row.finished_at === null,
    );
    if (performance.now() - since >= (open ? REST_MS : 250)) return content;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const after = await contentOfDatabase(payload);
    if (!isDeepStrictEqual(content, after)) since = performance.now();
    content = after;
  }
  throw new Error('the jobs of the server do not come to rest');
}

async function urlOfDatabase(): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.db);
  const url = new URL(serverUrl!);
  url.pathname = `/${rows[0]!.name}`;
  return url.href;
}

test('every queue has its case here, and none is left over', () => {
  expect(Object.keys(jobCases).sort()).toEqual(queues.map((queue) => queue.name).sort());
});

describe.each(Object.entries(jobCases))('%s', (queue, { prepare, heldBy }) => {
  test('run again, it changes nothing', async () => {
    const { payload, verify } = await prepare(world);
    const job = jobOf(queue);
    await job.handle(payload, aRun());
    await verify({ wasKilled: false });
    const before = await settledContent(payload as Payload);
    const mailsBefore = world.mailbox.mails.length;
    await job.handle(payload, aRun());
    expect(await settledContent(payload as Payload)).toEqual(before);
    expect(world.mailbox.mails).toHaveLength(mailsBefore);
    await verify({ wasKilled: false });
  });

  test('run twice at once, it is done once', async () => {
    const { payload, verify } = await prepare(world);
    const job = jobOf(queue);
    // One of them may be told that the other was faster.
    const ends = await Promise.allSettled([job.handle(payload, aRun()), job.handle(payload, aRun())]);
    expect(ends.some((end) => end.status === 'fulfilled')).toBe(true);
    await verify({ wasKilled: false });
  });

  // On a server, where two transactions are under way at once: both are held where they first need the table, and go on together.
  test.runIf(serverUrl && heldBy !== 'the mail server')('run twice in step, it is done once', async () => {
    const { payload, verify } = await prepare(world);
    const job = jobOf(queue);
    const release = await holdTable(await urlOfDatabase(), heldBy);
    const runs = Promise.allSettled([job.handle(payload, aRun()), job.handle(payload, aRun())]);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await release();
    expect((await runs).some((end) => end.status === 'fulfilled')).toBe(true);
    await verify({ wasKilled: false });
  });

  test('given up after it was done, it stays done', async () => {
    const { payload, verify } = await prepare(world);
    const job = jobOf(queue);
    await job.handle(payload, aRun());
    const before = await settledContent(payload as Payload);
    for (const cancelled of [true, false]) await job.giveUp(payload, { jobId: newId(), cancelled });
    expect(await settledContent(payload as Payload)).toEqual(before);
    await verify({ wasKilled: false });
  });

  test('given up before it begins, it does nothing any more that somebody would see', async () => {
    const { payload } = await prepare(world);
    const job = jobOf(queue);
    if (!job.queue.subject) return;
    await job.giveUp(payload, { jobId: newId(), cancelled: true });
    const before = await settledContent(payload as Payload);
    const mailsBefore = world.mailbox.mails.length;
    await job.handle(payload, aRun()).catch(() => {});
    expect(await settledContent(payload as Payload)).toEqual(before);
    expect(world.mailbox.mails).toHaveLength(mailsBefore);
  });
});
