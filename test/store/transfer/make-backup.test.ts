// What a back-up holds while others write, upload and delete, and when files are damaged.

import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { holdForBackup } from '../../../src/store/backup-hold.ts';
import { removeOrphanBlobs, removeUnnamedBlobs } from '../../../src/store/blob-upkeep.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { migrateDatabase } from '../../../src/store/migrate.ts';
import { newId } from '../../../src/store/new-id.ts';
import { tableRules } from '../../../src/store/table-rules.ts';
import { openBackupFile } from '../../../src/store/transfer/backup-file.ts';
import { makeBackupFile } from '../../../src/store/transfer/make-backup.ts';
import { type ArchiveVisitor, readArchive } from '../../../src/store/transfer/read-archive.ts';
import { restoreBackup } from '../../../src/store/transfer/restore-backup.ts';
import { inSnapshot } from '../../../src/store/transfer/transfer-session.ts';
import { listTransferTables, staysBehind } from '../../../src/store/transfer/transfer-tables.ts';
import { fillInstallation, type Installation } from '../../support/filled-installation.ts';
import { keepDocument, newOwner } from '../../support/kept-things.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openFolderBlobs } from '../../support/test-blobs.ts';
import { serverUrl } from '../../support/test-database.ts';

let house: Installation;
beforeAll(async () => {
  house = await fillInstallation();
});
afterAll(() => house.close());

const optionsOf = () => ({
  ...{ db: house.db, blobs: house.blobs, dataDir: house.opened.dataDir, version: 'test', encryption: {} },
});
const pathOf = (sha256: string) => path.join(house.opened.dataDir, 'blobs', sha256.slice(0, 2), sha256);

const drain: ArchiveVisitor = {
  header: async () => {},
  rows: async () => {},
  jobs: async () => {},
  blob: async (_blob, content) => {
    for await (const _ of content);
  },
  key: async () => {},
};

test('every table is carried, or says why not', async () => {
  const tables = (await inSnapshot(house.db, (trx) => listTransferTables(trx))).map(({ name }) => `public.${name}`);
  const told = [...tables, ...Object.keys(staysBehind).map((name) => `public.${name}`)];
  const ruled = Object.keys(tableRules).filter((name) => !name.startsWith('jobs.'));
  expect(told.sort()).toEqual(ruled.sort());
});

test('what is referred to comes first, and no row refers to another of its own table', async () => {
  const order = (await inSnapshot(house.db, (trx) => listTransferTables(trx))).map(({ name }) => name);
  const { rows } = await sql<{ child: string; parent: string }>`select conrelid::regclass::text as child,
    confrelid::regclass::text as parent from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(
    house.db,
  );
  expect(rows.length).toBeGreaterThan(10);
  for (const { child, parent } of rows)
    expect(order.indexOf(parent), `${child} → ${parent}`).toBeLessThan(order.indexOf(child));
});

test('no table that is carried counts by a sequence, whose place would have to be carried', async () => {
  const { rows } = await sql<{ table: string }>`select distinct t.relname as table from pg_class s
    left join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
      and d.deptype in ('a', 'i')
    left join pg_class t on t.oid = d.refobjid
    where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace`.execute(house.db);
  expect(rows.filter(({ table }) => table === null || !(table in staysBehind))).toEqual([]);
});

test.skipIf(!serverUrl)(
  'rows and files are those of one moment, whatever is uploaded meanwhile',
  { timeout: 60_000 },
  async () => {
    const owner = await newOwner(house);
    let going = true;
    let uploads = 0;
    const uploading = (async () => {
      while (going) {
        await keepDocument(house, owner);
        uploads++;
      }
    })();
    const file = path.join(temporaryFolder(), 'a');
    const { manifest } = await makeBackupFile(file, optionsOf());
    const during = uploads;
    going = false;
    await uploading;
    expect(during).toBeGreaterThan(0);
    const { documents, files, runs, records } = manifest.tables;
    expect(files!.rows).toBe(manifest.blobs.count);
    expect(documents!.rows).toBe(runs!.rows);
    expect(records!.rows).toBeGreaterThanOrEqual(documents!.rows);
    expect((await readArchive(await openBackupFile(file), {}, drain)).manifest).toEqual(manifest);
  },
);

test('while one is made no blob is deleted, and no second is made; afterwards they are', async () => {
  const owner = await newOwner(house);
  const { sha256, id } = await keepDocument(house, owner);
  await sql`select set_config('sheaf.transfer', 'on', false)`.execute(house.db);
  for (const table of ['corrections', 'records', 'runs']) {
    await sql`delete from ${sql.table(table)} where document_id = ${id}`.execute(house.db);
  }
  await sql`delete from documents where id = ${id}`.execute(house.db);
  await sql`delete from files where sha256 = ${sha256}`.execute(house.db);
  const { kind } = house.opened.database;
  const hold = await holdForBackup({ kind, db: house.db });
  await expect(holdForBackup({ kind, db: house.db })).rejects.toMatchObject({ code: 'backup.in-progress' });
  expect(await removeUnnamedBlobs(house, [sha256])).toBe(0);
  expect(await removeOrphanBlobs(house, 0)).toBe(0);
  // Uploads go on.
  await keepDocument(house, owner);
  expect(readdirSync(path.dirname(pathOf(sha256)))).toContain(sha256);
  await hold.release();
  expect(await removeUnnamedBlobs(house, [sha256])).toBe(1);
});

describe('a damaged file', () => {
  test.each<[string, (file: string) => void]>([
    ['missing', (file) => writeFileSync(`${file}.gone`, '')],
    ['shorter', (file) => writeFileSync(file, 'x')],
    ['longer', (file) => writeFileSync(file, 'y'.repeat(100_000))],
    ['other', (file) => writeFileSync(file, 'z'.repeat(36))],
  ])('%s is told with its documents, or left out and listed', async (what, spoil) => {
    const owner = await newOwner(house);
    const { sha256, id } = await keepDocument(house, owner, { content: `${what} ${'c'.repeat(35 - what.length)}` });
    const whole = await house.blobs.read(sha256).then((stream) => stream.toArray());
    if (what === 'missing') await house.blobs.remove(sha256);
    else spoil(pathOf(sha256));
    const folder = temporaryFolder();
    await expect(makeBackupFile(path.join(folder, 'a'), optionsOf())).rejects.toMatchObject({
      code: 'store.blob-damaged',
      message: expect.stringMatching(new RegExp(`${sha256}.*${id}`)),
    });
    expect(readdirSync(folder)).toEqual([]);
    const { manifest } = await makeBackupFile(path.join(folder, 'b'), { ...optionsOf(), skipDamaged: true });
    expect(manifest.damaged).toEqual([{ sha256, documents: [id] }]);
    const again = await readArchive(await openBackupFile(path.join(folder, 'b')), {}, drain);
    expect(again.manifest).toEqual(manifest);
    // Whole again, for the next.
    const staged = await house.blobs.stage((await import('node:stream')).Readable.from(whole), 1e6);
    await staged.keep();
  });
});

test('keys are carried only encrypted, or when it is said', async () => {
  const folder = temporaryFolder();
  const carried = async (change: object) =>
    (await makeBackupFile(path.join(folder, String(Math.random())), { ...optionsOf(), ...change })).manifest.keys.map(
      (key) => key.carried,
    );
  expect(await carried({})).toEqual([false, false]);
  expect(await carried({ withKeys: true })).toEqual([true, true]);
});

test('a stopped one leaves nothing', async () => {
  const folder = temporaryFolder();
  const stop = new AbortController();
  const making = makeBackupFile(path.join(folder, 'a'), {
    ...optionsOf(),
    signal: stop.signal,
    onProgress: ({ stage }) => stage === 'blobs' && stop.abort(),
  });
  await expect(making).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(!serverUrl)('a role that does not see all rows is refused', async () => {
  const url = new URL(house.opened.env.DATABASE_URL!);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  onTestFinished(() => client.end());
  const role = `other_${Date.now()}`;
  await client.query(`create role ${role} login password 'x'; grant usage on schema public to ${role};
    grant select on all tables in schema public to ${role}`);
  url.username = role;
  url.password = 'x';
  const other = await openDatabase({ dataDir: '', databaseUrl: url.href, onError: () => {} });
  await expect(
    makeBackupFile(path.join(temporaryFolder(), 'a'), { ...optionsOf(), db: other.db }),
  ).rejects.toMatchObject({
    code: 'backup.not-owner',
    message: expect.stringMatching(/documents.*records/),
  });
  await other.close();
  await client.query(`drop owned by ${role}`);
  await client.query(`drop role ${role}`);
});

test.skipIf(!serverUrl)(
  'the owner of the tables need be no superuser, to back up and to restore',
  { timeout: 120_000 },
  async () => {
    const admin = new pg.Client({ connectionString: serverUrl });
    await admin.connect();
    const role = `owner_${newId().slice(-12)}`;
    await admin.query(`create role ${role} login createrole; grant sheaf_app to ${role} with admin option`);
    const urls = [`${role}_a`, `${role}_b`].map(
      (name) => Object.assign(new URL(serverUrl!), { username: role, pathname: `/${name}` }).href,
    );
    for (const name of [`${role}_a`, `${role}_b`]) {
      await admin.query(`create database ${name} owner ${role}`);
      // Of the two extensions, this one is not for every owner of a database to make (store.extension-missing).
      const inside = new pg.Client({
        connectionString: Object.assign(new URL(serverUrl!), { pathname: `/${name}` }).href,
      });
      await inside.connect();
      await inside.query('create extension vector schema public');
      await inside.end();
    }
    onTestFinished(async () => {
      for (const name of [`${role}_a`, `${role}_b`]) await admin.query(`drop database ${name} with (force)`);
      await admin.query(`drop role ${role}`);
      await admin.end();
    });
    const dataDir = temporaryFolder();
    const owned = await openDatabase({ dataDir, databaseUrl: urls[0], onError: () => {} });
    await migrateDatabase(owned.db);
    const there = { ...house, db: owned.db };
    const document = await keepDocument(there, await newOwner(there));
    const file = path.join(temporaryFolder(), 'a');
    const { manifest } = await makeBackupFile(file, { ...optionsOf(), db: owned.db });
    await owned.close();
    expect(manifest.tables.documents!.rows).toBe(1);
    const blobs = await openFolderBlobs(dataDir, { exclusive: true });
    const content = await openBackupFile(file);
    await restoreBackup({
      place: { dataDir, databaseUrl: urls[1] },
      blobs,
      content,
      name: 'a',
      keys: {},
      replace: false,
    });
    const restored = await openDatabase({ dataDir, databaseUrl: urls[1], onError: () => {} });
    const all = await inSnapshot(restored.db, async (trx) => trx.selectFrom('documents').select('id').execute());
    expect(all).toEqual([{ id: document.id }]);
    // Unasked, the guard stands as ever.
    expect(await restored.db.selectFrom('documents').select('id').execute()).toEqual([]);
    await restored.close();
  },
);
