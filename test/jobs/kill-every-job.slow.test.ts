// A process that dies by SIGKILL in the middle of every kind of job: after the restart each ends, once. Only on a server:
// there a test can hold each job in its middle, by locking a table that it needs.

import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Db, openDatabase } from '../../src/store/database.ts';
import { openJobQueue } from '../../src/store/job-queue.ts';
import { listJobs } from '../../src/store/jobs.ts';
import { queues } from '../../src/store/queues.ts';
import { openSecretBox } from '../../src/store/sealed-secrets.ts';
import { holdTable } from '../support/hold-table.ts';
import { jobCases } from '../support/job-cases.ts';
import { startLoopbackServer } from '../support/loopback-server.ts';
import { startServerProcess } from '../support/server-process.ts';
import { openMailbox } from '../support/smtp-mailbox.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openTestBlobs } from '../support/test-blobs.ts';
import { prepareTestDatabase, serverUrl } from '../support/test-database.ts';

const script = path.resolve(import.meta.dirname, '../support/serve-toy.ts');

test('every queue has its case', () => {
  expect(Object.keys(jobCases).sort()).toEqual(queues.map((queue) => queue.name).sort());
});

describe.runIf(serverUrl)('killed in the middle', () => {
  test.each(Object.entries(jobCases))('of %s, it ends once', async (name, { heldBy, prepare }) => {
    const { dataDir, env, drop } = await prepareTestDatabase('server');
    onTestFinished(drop);
    const { promise: answering, resolve: answer } = Promise.withResolvers<void>();
    const mailbox = await openMailbox({ onMessage: () => answering });
    const receiver = await startLoopbackServer();
    onTestFinished(() => receiver.close());
    const backups = temporaryFolder();
    const mail = { SMTP_URL: mailbox.url, MAIL_FROM: 'sheaf@example.org' };
    const OUTGOING_ALLOW = `127.0.0.1:${receiver.port}`;
    const INTAKE_FOLDER = path.join(backups, 'intake');
    const processEnv = {
      ...env,
      ...mail,
      INTAKE_FOLDER,
      OUTGOING_ALLOW,
      READ_JOBS: '1',
      BACKUP_DIR: backups,
      BACKUP_VERIFY: 'no',
    };
    const first = await startServerProcess(processEnv, { script });

    const { db, close } = await openDatabase({ dataDir, databaseUrl: env.DATABASE_URL, onError: () => {} });
    const queue = await openJobQueue({ queues, source: { databaseUrl: env.DATABASE_URL! }, db, onError: () => {} });
    const { blobs } = await openTestBlobs(dataDir, { exclusive: false });
    const secrets = openSecretBox(path.join(dataDir, 'secrets', 'file-passwords.key'));
    const { payload, verify } = await prepare({ db, blobs, secrets, dataDir, mailbox, receiver, backups });
    const there = new Set((await listJobs(db, { queue: name, limit: 100 })).map((job) => job.id));
    const job = async () => (await listJobs(db, { queue: name, limit: 100 })).findLast((one) => !there.has(one.id));

    const release = heldBy === 'the mail server' ? undefined : await holdTable(env.DATABASE_URL!, heldBy);
    await db.transaction().execute((trx) => queue.enqueue(trx, name, [payload]));
    // Others may wait for the table as well.
    const isHeld = async () => (release ? await isBlocked(db) : mailbox.connections() > 0);
    await waitFor(async () => (await isHeld()) && (await job())?.state === 'running');
    await sleep(500);
    await first.kill();
    answer();
    await release?.();

    const second = await startServerProcess(processEnv, { script });
    await waitFor(async () => ['done', 'dead'].includes((await job())?.state ?? ''));
    // What may have been sent is not sent again, and is told to the operator.
    expect(await job()).toMatchObject({ state: name === 'send-email' ? 'dead' : 'done', attempts: 2 });
    await verify({ wasKilled: true });
    expect(await second.stop()).toBe(0);
    await queue.stop(1000);
    await close();
  });
});

/** Somebody waits for a table. */
async function isBlocked(db: Db): Promise<boolean> {
  const { rows } = await sql`select from pg_locks where not granted and relation is not null`.execute(db);
  return rows.length > 0;
}

async function waitFor(check: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 180_000;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error('it did not come to that');
    await sleep(100);
  }
}
