// What actions tell people of, in the transaction of what happened.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveUpBackup } from '../../src/actions/backups.ts';
import { giveUpExport } from '../../src/actions/export-account.ts';
import { purgeNotices } from '../../src/actions/purge-notices.ts';
import { giveUpReading } from '../../src/actions/read-document.ts';
import { tellDeadJob } from '../../src/actions/tell-dead-job.ts';
import { createLiveEvents } from '../../src/notify/live-events.ts';
import { insertExport } from '../../src/store/account-exports.ts';
import { insertBackup } from '../../src/store/backups.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { exportAccountQueue } from '../../src/store/queues.ts';
import { type House, keepDocument, newOwner, openHouse } from '../support/kept-things.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const noticesOf = (workspaceId: string) =>
  inWorkspace(house.db, workspaceId, (trx) =>
    trx.selectFrom('notices').select(['kind', 'subject_id', 'user_ids']).orderBy('id').execute(),
  );

test('a reading that was given up is told once; one that was cancelled is not', async () => {
  const owner = await newOwner(house);
  const { workspaceId } = owner;
  const [failed, cancelled] = [
    await keepDocument(house, owner, { records: [] }),
    await keepDocument(house, owner, { records: [] }),
  ];
  const deps = { ...house, live: createLiveEvents() };
  for (let i = 0; i < 2; i++) {
    const { id: documentId, runId } = failed;
    await giveUpReading(deps, { workspaceId, documentId, runId, requestId: null }, 'internal');
  }
  const { id: documentId, runId } = cancelled;
  await giveUpReading(deps, { workspaceId, documentId, runId, requestId: null }, 'run.cancelled');
  expect(await noticesOf(workspaceId)).toEqual([{ kind: 'document.failed', subject_id: failed.id, user_ids: null }]);
});

test('an export that failed is told to who asked for it', async () => {
  const { workspaceId, userId } = await newOwner(house);
  const exportId = newId();
  await inWorkspace(house.db, workspaceId, (trx) =>
    insertExport(trx, { id: exportId, workspaceId, scope: 'me', requestedBy: userId }),
  );
  const job = { workspaceId, exportId, userId, scope: 'me', requestId: null } as const;
  for (let i = 0; i < 2; i++) await giveUpExport(house, job);
  expect(await noticesOf(workspaceId)).toEqual([{ kind: 'export.failed', subject_id: exportId, user_ids: [userId] }]);
});

test('a back-up that failed is told to administrators alone, each in a workspace of theirs', async () => {
  const { db } = house;
  const [boss, other] = [await newOwner(house), await newOwner(house)];
  await db.updateTable('auth_users').set({ systemAdministrator: true }).where('id', '=', boss.userId).execute();
  const row = await insertBackup(db, { trigger: 'person', requestedBy: null, scheduledFor: null });
  await giveUpBackup(house, { backupId: row!.id });
  expect(await noticesOf(boss.workspaceId)).toEqual([
    { kind: 'backup.failed', subject_id: row!.id, user_ids: [boss.userId] },
  ]);
  expect(await noticesOf(other.workspaceId)).toEqual([]);
});

test('a dead job is told, unless it tells of its end itself or its workspace is gone', async () => {
  const { workspaceId } = await newOwner(house);
  const [jobId, payload] = [newId(), { workspaceId, requestId: null }];
  for (let i = 0; i < 2; i++) await tellDeadJob(house, { queue: 'reindex', jobId, payload });
  await tellDeadJob(house, { queue: exportAccountQueue.name, jobId: newId(), payload });
  const gone = { workspaceId: newId(), requestId: null };
  await tellDeadJob(house, { queue: 'reindex', jobId: newId(), payload: gone });
  expect(await noticesOf(workspaceId)).toEqual([{ kind: 'job.dead', subject_id: jobId, user_ids: null }]);
});

test('notices go after 90 days', async () => {
  const { workspaceId } = await newOwner(house);
  const jobId = newId();
  await tellDeadJob(house, { queue: 'reindex', jobId, payload: { workspaceId, requestId: null } as never });
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  await purgeNotices(house, days(89));
  expect(await noticesOf(workspaceId)).toHaveLength(1);
  await purgeNotices(house, days(91));
  expect(await noticesOf(workspaceId)).toEqual([]);
});
