// Moving into a real PostgreSQL, killed at random points on the way. Needs a server (npm run test:all).

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findBackup, insertBackup, updateBackup } from '../../../src/store/backups.ts';
import { openDatabase } from '../../../src/store/database.ts';
import type { JobPayload } from '../../../src/store/queue-spec.ts';
import { makeBackupQueue } from '../../../src/store/queues.ts';
import { ensureStartable } from '../../../src/store/transfer/marks.ts';
import { moveInstallation } from '../../../src/store/transfer/move-installation.ts';
import { contentsOf, fillInstallation } from '../../support/filled-installation.ts';
import { keepDocument, newOwner } from '../../support/kept-things.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openFolderBlobs } from '../../support/test-blobs.ts';
import { prepareTestDatabase, serverUrl } from '../../support/test-database.ts';

const moveAndDie = new URL('../../support/move-and-die.ts', import.meta.url).pathname;
const main = path.resolve(import.meta.dirname, '../../../src/main.ts');

/** A closed embedded installation, an empty database on the server, and what must arrive. */
async function places(documents = 5) {
  const from = await fillInstallation({ documents, kind: 'embedded' });
  const before = await contentsOf(from.db);
  await from.queue.stop(1000);
  await from.opened.database.close();
  const target = await prepareTestDatabase('server');
  onTestFinished(async () => {
    await from.opened.drop();
    await target.drop();
  });
  return { from, before, dataDir: from.opened.dataDir, databaseUrl: target.env.DATABASE_URL! };
}

async function contentsAt(databaseUrl: string) {
  const database = await openDatabase({ dataDir: '', databaseUrl, onError: () => {} });
  try {
    await ensureStartable(database.db);
    return await contentsOf(database.db);
  } finally {
    await database.close();
  }
}

const runMove = (dieAt: number, { dataDir, databaseUrl }: { dataDir: string; databaseUrl: string }) =>
  spawn(process.execPath, ['--no-warnings', moveAndDie, String(dieAt)], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

describe.skipIf(!serverUrl)('move', () => {
  test('everything arrives, contents are copied where others are wanted, and only the new place starts', async () => {
    const { from, before, dataDir, databaseUrl } = await places();
    const blobs = await openFolderBlobs(dataDir, { exclusive: false });
    const to = await openFolderBlobs(temporaryFolder(), { exclusive: false });
    const moved = await moveInstallation({ dataDir, databaseUrl, blobs: { from: blobs, to } });
    expect(moved).toMatchObject({ already: false, jobs: 2, blobs: 10, damaged: [] });
    expect(moved.to).not.toContain('@');
    expect(await contentsAt(databaseUrl)).toEqual(before);
    const copied = [];
    for await (const { sha256 } of to.list()) copied.push(sha256);
    expect(copied.sort()).toEqual(from.kept.map(({ sha256 }) => sha256).sort());

    // Again: it knows.
    expect(await moveInstallation({ dataDir, databaseUrl, blobs: { from: blobs } }).catch((error) => error.code)).toBe(
      'store.moved',
    );
    const old = spawn(process.execPath, ['--no-warnings', main, 'serve'], {
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const told: Buffer[] = [];
    old.stderr.on('data', (chunk) => told.push(chunk));
    expect((await once(old, 'exit'))[0]).toBe(1);
    expect(Buffer.concat(told).toString()).toContain(`was moved to ${moved.to}`);
    const server = await startServerProcess({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl });
    expect(await server.stop()).toBe(0);
  });

  test('what was under way when the process was killed waits there, and a back-up that was is over', async () => {
    const from = await fillInstallation({ documents: 1, kind: 'embedded' });
    const { db, queue } = from;
    const backupId = (await insertBackup(db, { trigger: 'person', requestedBy: null, scheduledFor: null }))!.id;
    await db.transaction().execute(async (trx) => {
      await queue.enqueue(trx, makeBackupQueue.name, [{ backupId, requestId: null } as JobPayload]);
      await updateBackup(trx, backupId, { state: 'running' });
    });
    await from.queue.stop(1000);
    // As kill -9 leaves them.
    await sql`update jobs.job set state = 'active', started_on = now()`.execute(db);
    const { numUpdatedRows } = await db
      .updateTable('jobs')
      .set({ state: 'running', attempts: 1 })
      .executeTakeFirstOrThrow();
    expect(numUpdatedRows).toBe(3n);
    await from.opened.database.close();
    const target = await prepareTestDatabase('server');
    onTestFinished(async () => {
      await from.opened.drop();
      await target.drop();
    });
    const { dataDir } = from.opened;
    const databaseUrl = target.env.DATABASE_URL!;
    const blobs = await openFolderBlobs(dataDir, { exclusive: false });
    await moveInstallation({ dataDir, databaseUrl, blobs: { from: blobs } });
    const moved = await openDatabase({ dataDir: '', databaseUrl, onError: () => {} });
    onTestFinished(() => moved.close());
    expect(await findBackup(moved.db, backupId)).toMatchObject({ state: 'failed', error: 'server.stopping' });
    const rows = await moved.db.selectFrom('jobs').select(['queue', 'state']).orderBy('queue').execute();
    expect(rows).toEqual([
      { queue: 'make-backup', state: 'cancelled' },
      { queue: 'read-document', state: 'waiting' },
      { queue: 'read-document', state: 'waiting' },
    ]);
  });

  test('killed again and again it goes on, and ends the same', async () => {
    const { from, before, dataDir, databaseUrl } = await places(7);
    // Early among the tables, late among them, and among the contents; then by chance.
    for (const dieAt of [1, 6, 12, 20, 1 + Math.floor(Math.random() * 30)]) {
      const [, signal] = await once(runMove(dieAt, { dataDir, databaseUrl }), 'exit');
      if (signal !== 'SIGKILL') break; // By chance beyond the last step: all was done.
      await expect(contentsAt(databaseUrl)).rejects.toMatchObject({ code: 'store.unfinished' });
    }
    // 1: chance had chosen a step beyond the last, and all was done.
    const [code] = await once(runMove(0, { dataDir, databaseUrl }), 'exit');
    expect([0, 1]).toContain(code);
    expect(await contentsAt(databaseUrl)).toEqual(before);
    expect(from.kept.length).toBe(14);
  });

  test('a target with something in it, of others or of another move, is not touched', async () => {
    const { dataDir, databaseUrl } = await places(1);
    const blobs = { from: await openFolderBlobs(dataDir, { exclusive: false }) };
    const other = await fillInstallation({ documents: 1 });
    onTestFinished(() => other.close());
    await keepDocument(other, await newOwner(other));
    const before = await contentsOf(other.db);
    await other.queue.stop(0);
    await expect(
      moveInstallation({ dataDir, databaseUrl: other.opened.env.DATABASE_URL!, blobs }),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^(restore.in-use|move.target)$/),
    });
    expect(await contentsOf(other.db)).toEqual(before);
    // The source was let go again.
    const moved = await moveInstallation({ dataDir, databaseUrl, blobs });
    expect(moved.already).toBe(false);
  });

  test('what arrives as something else is not taken for moved', async () => {
    const { dataDir, databaseUrl } = await places(2);
    const blobs = { from: await openFolderBlobs(dataDir, { exclusive: false }) };
    const spoiling = async (): Promise<void> => {
      const database = await openDatabase({ dataDir: '', databaseUrl, onError: () => {}, sessionName: 'spoil' });
      await sql`set sheaf.transfer = 'on'`.execute(database.db);
      await sql`create or replace function public.spoil() returns trigger language plpgsql as $$ begin new.name = new.name || ' '; return new; end $$`.execute(
        database.db,
      );
      await sql`create trigger spoil before insert on documents for each row execute function public.spoil()`.execute(
        database.db,
      );
      await database.close();
    };
    // Stopped before the documents, spoiled, and run again.
    const stop = new AbortController();
    const first = moveInstallation({
      ...{ dataDir, databaseUrl, blobs, signal: stop.signal },
      onProgress: ({ table }) => {
        if (table === 'workspaces') stop.abort();
      },
    });
    await expect(first).rejects.toThrow();
    await spoiling();
    await expect(moveInstallation({ dataDir, databaseUrl, blobs })).rejects.toMatchObject({
      code: 'move.differs',
      message: expect.stringContaining('documents'),
    });
    await expect(contentsAt(databaseUrl)).rejects.toMatchObject({ code: 'store.unfinished' });
  });
});
