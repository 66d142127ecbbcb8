// What the server does with its back-ups besides making them: asking by schedule, deleting what is old, telling how it stands.

import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { giveUpBackup, makeBackup, removeOldBackups, scheduleBackup } from '../../src/actions/backups.ts';
import { backupHealth } from '../../src/compose/backup-health.ts';
import { createBackupMaker } from '../../src/compose/backup-maker.ts';
import { loadConfig } from '../../src/config.ts';
import { listBackups, updateBackup } from '../../src/store/backups.ts';
import { type House, openHouse } from '../support/kept-things.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const log = pino({ level: 'silent' });
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(() => house.db.deleteFrom('backups').execute());

const makerOf = (folder: string, keep: string) =>
  createBackupMaker({
    config: loadConfig({ ...house.opened.env, BACKUP_DIR: folder, BACKUP_KEEP: keep }),
    ...{ database: house.opened.database, version: 'test', log },
  })!;

/** A back-up of that day as if it had been made, with its file. */
async function done(folder: string, day: string, change: Parameters<typeof updateBackup>[2] = {}) {
  await scheduleBackup(house, new Date(`${day}T02:15:00Z`));
  const [row] = await listBackups(house.db, { before: undefined, limit: 1 });
  const file = `sheaf-${day}T021500Z.tar.zst`;
  const finished_at = new Date(`${day}T02:20:00Z`);
  await updateBackup(house.db, row!.id, {
    state: 'done',
    file,
    size: 4,
    verification: 'passed',
    finished_at,
    ...change,
  });
  writeFileSync(path.join(folder, file), 'four');
  return file;
}

test('each time of the schedule counts once, however many processes look', async () => {
  const at = new Date('2026-11-20T02:15:00Z');
  const asked = await Promise.all([1, 2, 3].map(() => scheduleBackup(house, at)));
  expect(asked.filter(Boolean)).toHaveLength(1);
  expect(await listBackups(house.db, { before: undefined, limit: 10 })).toMatchObject([
    { trigger: 'schedule', state: 'queued', scheduled_for: at },
  ]);
});

test('what is old goes; files of others, also under such a name, never do', async () => {
  const folder = temporaryFolder();
  const old = await done(folder, '2026-11-01');
  const replaced = await done(folder, '2026-11-02', { size: 5 });
  const kept = await done(folder, '2026-11-10');
  const newest = await done(folder, '2026-11-11');
  const foreign = [
    'sheaf-2020-01-01T000000Z.tar.zst',
    'notes.txt',
    'sheaf-2026-11-01T021500Z.tar.zst.age',
    'a.tar.zst',
  ];
  for (const name of foreign) writeFileSync(path.join(folder, name), 'four');
  const gone = await removeOldBackups({ db: house.db, log, backups: makerOf(folder, '2/0/0') });
  expect(gone.sort()).toEqual([old, replaced]);
  expect(readdirSync(folder).sort()).toEqual([...foreign, kept, newest, replaced].sort());
});

test('one that could not be restored counts for nothing, and goes when a newer good one is there', async () => {
  const folder = temporaryFolder();
  const good = await done(folder, '2026-11-01');
  const bad = await done(folder, '2026-11-02', { verification: 'failed', error: 'backup.invalid' });
  const backups = makerOf(folder, '1/0/0');
  expect(await removeOldBackups({ db: house.db, log, backups })).toEqual([]);
  const newer = await done(folder, '2026-11-03');
  expect((await removeOldBackups({ db: house.db, log, backups })).sort()).toEqual([good, bad]);
  expect(readdirSync(folder)).toEqual([newer]);
});

test('readiness tells of the last one, of failures since, and of one that is too old', async () => {
  const [startedAt, oldestMs] = [new Date('2026-11-01T00:00:00Z'), 2 * 24 * 3600_000];
  const at = (time: string) => backupHealth(house.db, { oldestMs, startedAt, now: new Date(time) });
  expect(await at('2026-11-02T00:00:00Z')).toEqual({ ok: true, details: { lastAt: 'never' } });
  expect(await at('2026-11-03T00:00:01Z')).toMatchObject({ ok: false });
  await done(temporaryFolder(), '2026-11-04');
  expect(await at('2026-11-05T02:20:00Z')).toEqual({
    ok: true,
    details: { lastAt: '2026-11-04T02:20:00.000Z', ageSeconds: 86_400, sizeBytes: 4, verification: 'passed' },
  });
  await scheduleBackup(house, new Date('2026-11-05T02:15:00Z'));
  const [row] = await listBackups(house.db, { before: undefined, limit: 1 });
  await giveUpBackup(house, { backupId: row!.id });
  expect(await at('2026-11-05T02:20:00Z')).toMatchObject({ ok: false, details: { failures: 1, error: 'internal' } });
});

test('a damaged file fails the back-up once, with its code; it is not tried again', { timeout: 60_000 }, async () => {
  const { keepDocument, newOwner } = await import('../support/kept-things.ts');
  const { sha256 } = await keepDocument(house, await newOwner(house));
  await house.blobs.remove(sha256);
  const folder = temporaryFolder();
  await scheduleBackup(house, new Date('2026-11-20T02:15:00Z'));
  const [row] = await listBackups(house.db, { before: undefined, limit: 1 });
  const { db, raiseNotice } = house;
  const deps = { db, raiseNotice, log, backups: makerOf(folder, '1/0/0') };
  await makeBackup(deps, { backupId: row!.id }, new AbortController().signal);
  const [failed] = await listBackups(house.db, { before: undefined, limit: 1 });
  expect(failed).toMatchObject({ state: 'failed', error: 'store.blob-damaged', file: null });
  expect(readdirSync(folder)).toEqual([]);
});
