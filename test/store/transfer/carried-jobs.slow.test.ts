// Jobs in another place: of a snapshot in which one runs, one has died, and one is making that very snapshot.

import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { asOwner, openDatabase } from '../../../src/store/database.ts';
import { openJobQueue } from '../../../src/store/job-queue.ts';
import { newId } from '../../../src/store/new-id.ts';
import { PermanentFailure } from '../../../src/store/permanent-failure.ts';
import { makeBackupQueue, queues, readDocumentQueue, sendEmailQueue } from '../../../src/store/queues.ts';
import { openBackupFile } from '../../../src/store/transfer/backup-file.ts';
import { makeBackupFile } from '../../../src/store/transfer/make-backup.ts';
import { restoreBackup } from '../../../src/store/transfer/restore-backup.ts';
import { fillInstallation, type Installation } from '../../support/filled-installation.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openFolderBlobs } from '../../support/test-blobs.ts';
import { prepareEmptyPlace } from '../../support/test-database.ts';

const stateOf = async (db: Installation['db'], id: string): Promise<string> =>
  (await db.selectFrom('jobs').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;

/** A back-up that its own job makes while another job runs and a third has died. */
async function backUpInTheMiddle(from: Installation) {
  const { db, queue } = from;
  const file = path.join(temporaryFolder(), 'a');
  const [died, making] = [newId(), newId()];
  const running = Promise.withResolvers<string>();
  const backup = Promise.withResolvers<void>();
  await queue.work(readDocumentQueue.name, 1, {
    handle: async (_payload, { jobId, signal }) => {
      running.resolve(jobId);
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    },
    ended: () => {},
  });
  // Nobody works on what died: that waits in the snapshot.
  await queue.work(sendEmailQueue.name, 1, {
    handle: () => Promise.reject(new PermanentFailure('internal')),
    ended: () => {},
  });
  await queue.work(makeBackupQueue.name, 1, {
    handle: async () => {
      const options = { db, blobs: from.blobs, dataDir: from.opened.dataDir, version: 'test', encryption: {} };
      await makeBackupFile(file, options).then(() => backup.resolve(), backup.reject);
    },
    ended: () => {},
  });
  const enqueue = (name: string, payload: Record<string, string>) =>
    db.transaction().execute((trx) => queue.enqueue(trx, name, [{ ...payload, requestId: null }]));
  const ran = await running.promise;
  await enqueue(sendEmailQueue.name, { emailId: died });
  queue.wake(sendEmailQueue.name);
  await expect.poll(() => stateOf(db, died), { timeout: 30_000 }).toBe('dead');
  await enqueue(makeBackupQueue.name, { backupId: making });
  queue.wake(makeBackupQueue.name);
  await backup.promise;
  return { file, ran, died, making };
}

test('restored, what ran waits, what died is ended there, and the back-up that made it is over', {
  timeout: 120_000,
}, async () => {
  const from = await fillInstallation({ documents: 1 });
  onTestFinished(() => from.close());
  const { file, ran, died, making } = await backUpInTheMiddle(from);

  const { dataDir, env, drop } = await prepareEmptyPlace();
  onTestFinished(drop);
  const databaseUrl = env.DATABASE_URL;
  const blobs = await openFolderBlobs(dataDir, { exclusive: true });
  const content = await openBackupFile(file);
  await restoreBackup({ place: { dataDir, databaseUrl }, blobs, content, name: 'a', keys: {}, replace: false });

  const database = await openDatabase({ dataDir, databaseUrl, onError: () => {} });
  const { db, pglite } = database;
  const source = pglite ? { pglite } : { databaseUrl: databaseUrl! };
  const queue = await openJobQueue({ queues, source, db, onError: () => {} });
  onTestFinished(async () => {
    await queue.stop(1000);
    await database.close();
  });
  const rows = await db
    .transaction()
    .execute((trx) =>
      asOwner(trx, () => trx.selectFrom('jobs').select(['id', 'queue', 'state']).orderBy('id').execute()),
    );
  const states = Object.fromEntries(rows.map(({ id, state }) => [id, state]));
  expect(states).toMatchObject({ [ran]: 'waiting', [died]: 'dead', [making]: 'cancelled' });
  expect(Object.values(states).filter((state) => state === 'running')).toEqual([]);

  // Started, all of them end, each by its own name.
  const ended = Promise.withResolvers<string>();
  await queue.workDead(sendEmailQueue.name, async (_payload, { jobId }) => ended.resolve(jobId));
  await queue.work(readDocumentQueue.name, 1, { handle: async () => {}, ended: () => {} });
  expect(await ended.promise).toBe(died);
  await expect.poll(() => stateOf(db, ran), { timeout: 30_000 }).toBe('done');
});
