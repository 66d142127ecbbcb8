// Restoring what is old, hostile or cut short, and what stays behind.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../src/store/database.ts';
import { migrateDatabase } from '../../../src/store/migrate.ts';
import { migrations } from '../../../src/store/migrations/list.ts';
import { newId } from '../../../src/store/new-id.ts';
import { openBackupFile } from '../../../src/store/transfer/backup-file.ts';
import { makeBackupFile } from '../../../src/store/transfer/make-backup.ts';
import { ensureStartable } from '../../../src/store/transfer/marks.ts';
import { restoreBackup } from '../../../src/store/transfer/restore-backup.ts';
import { createDigester } from '../../../src/store/transfer/rows.ts';
import { listTransferTables } from '../../../src/store/transfer/transfer-tables.ts';
import { verifyBackup } from '../../../src/store/transfer/verify-backup.ts';
import { contentsOf, fillInstallation } from '../../support/filled-installation.ts';
import { archiveOf, type MadeEntry } from '../../support/make-archive.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openFolderBlobs } from '../../support/test-blobs.ts';
import { openTestDatabase, prepareEmptyPlace } from '../../support/test-database.ts';

async function emptyPlace() {
  const { dataDir, env, drop } = await prepareEmptyPlace();
  onTestFinished(drop);
  return { dataDir, databaseUrl: env.DATABASE_URL };
}

type Place = Awaited<ReturnType<typeof emptyPlace>>;

const open = (place: Place) => openDatabase({ ...place, onError: () => {} });
const blobsOf = ({ dataDir }: Place) => openFolderBlobs(dataDir, { exclusive: true });

async function restore(place: Place, content: Readable, replace = false) {
  return restoreBackup({ place, blobs: await blobsOf(place), content, name: 'test', keys: {}, replace });
}

async function archive() {
  const from = await fillInstallation();
  onTestFinished(() => from.close());
  const file = path.join(temporaryFolder(), 'a');
  const options = { db: from.db, blobs: from.blobs, dataDir: from.opened.dataDir, version: 'test', encryption: {} };
  const made = await makeBackupFile(file, options);
  return { from, file, made, before: await contentsOf(from.db) };
}

test('an archive of an older schema is restored as it was, and brought up to date', async () => {
  const older = await emptyPlace();
  const names = Object.keys(migrations);
  const database = await open(older);
  const level = names.slice(0, 8);
  await migrateDatabase(database.db, Object.fromEntries(level.map((name) => [name, migrations[name]!])));
  const [workspaceId, sha256] = [newId(), 'a'.repeat(64)];
  await sql`select set_config('sheaf.transfer', 'on', false)`.execute(database.db);
  await sql`insert into workspaces (id, name) values (${workspaceId}, 'Old')`.execute(database.db);
  await sql`insert into files (workspace_id, sha256, media_type, size) values (${workspaceId}, ${sha256}, 'text/plain', 3)`.execute(
    database.db,
  );
  await sql`insert into auth_users (id, name, email, "emailVerified") values (${newId()}, 'Ada', 'ada@example.org', true)`.execute(
    database.db,
  );
  const file = path.join(temporaryFolder(), 'a');
  const blobs = await blobsOf(older);
  const options = { db: database.db, blobs, dataDir: older.dataDir, version: 'old', encryption: {}, skipDamaged: true };
  const { header } = await makeBackupFile(file, options);
  await database.close();
  expect(header.migrations).toEqual(level);

  const place = await emptyPlace();
  const restored = await restore(place, await openBackupFile(file));
  expect(restored.migrated).toEqual(names.slice(8));
  const now = await open(place);
  onTestFinished(() => now.close());
  const { rows } = await sql`select email, "disabledReason" from auth_users`.execute(now.db);
  expect(rows).toEqual([{ email: 'ada@example.org', disabledReason: null }]);
});

const opened = await openTestDatabase();
const tablesNow = (await listTransferTables(opened.database.db)).filter(({ name }) => name !== 'backups');
await opened.remove();

/** An archive of this version's schema with these rows, right in every count and hash. */
async function hostile(
  change: (parts: {
    tables: { name: string; columns: { name: string }[] }[];
    rows: Record<string, string[]>;
    migrations: string[];
  }) => void,
  extra: MadeEntry[] = [],
) {
  const parts = {
    tables: structuredClone(tablesNow),
    rows: {} as Record<string, string[]>,
    migrations: Object.keys(migrations),
  };
  change(parts);
  const digestOf = (lines: readonly string[] = []) => {
    const digester = createDigester();
    for (const line of lines) digester.add(line);
    return digester.result();
  };
  const header = {
    format: 'sheaf-backup',
    formatVersion: 1,
    id: newId(),
    createdAt: new Date().toISOString(),
    sheaf: 'x',
  };
  const none = digestOf();
  const manifest = {
    tables: Object.fromEntries(parts.tables.map(({ name }) => [name, digestOf(parts.rows[name])])),
    jobs: none,
    blobs: { count: 0, bytes: 0, digest: none.digest },
    damaged: [],
    keys: [],
  };
  return archiveOf([
    {
      name: 'sheaf-backup.json',
      content: JSON.stringify({ ...header, migrations: parts.migrations, tables: parts.tables }),
    },
    ...parts.tables.flatMap(({ name }) =>
      parts.rows[name] ? [{ name: `tables/${name}/000001.ndjson`, content: parts.rows[name].join('\n') }] : [],
    ),
    ...extra,
    { name: 'manifest.json', content: JSON.stringify(manifest) },
  ]);
}

const workspace = (name: string) => JSON.stringify([newId(), name, '2026-01-01', null, null, null]);

test.each<[string, string, () => Promise<Readable>]>([
  ['of a newer schema', 'backup.newer', () => hostile((parts) => parts.migrations.push('9999-later'))],
  ['of a schema that there never was', 'backup.invalid', () => hostile((parts) => parts.migrations.splice(1, 1))],
  [
    'with a table that is none of ours',
    'backup.invalid',
    () => hostile(({ tables }) => (tables[0]!.name = 'pg_authid')),
  ],
  [
    'with a column that is none',
    'backup.invalid',
    () => hostile(({ tables }) => (tables[0]!.columns[0]!.name = 'x"; drop table documents; --')),
  ],
  [
    'with a value that its type does not take',
    'backup.invalid',
    () => hostile(({ rows }) => (rows.sign_in_failures = ['["a","no number",null,"2026-01-01"]'])),
  ],
  [
    'with a row that refers to nothing',
    'backup.invalid',
    () => hostile(({ rows }) => (rows.memberships = [JSON.stringify([newId(), newId(), 'owner', '2026-01-01'])])),
  ],
  [
    'with a row twice',
    'backup.invalid',
    () => hostile(({ rows }) => (rows.sign_in_failures = Array(2).fill('["a","1",null,"2026-01-01"]'))),
  ],
  [
    'that names a content which it does not hold',
    'backup.invalid',
    () =>
      hostile(({ rows, tables }) => {
        const w = workspace('W');
        const columns = tables.find(({ name }) => name === 'workspaces')!.columns.map(({ name }) => name);
        rows.workspaces = [
          JSON.stringify(
            columns.map(
              (name) => ({ id: JSON.parse(w)[0], name: 'W', created_at: '2026-01-01 00:00:00+00' })[name] ?? null,
            ),
          ),
        ];
        rows.files = [JSON.stringify([JSON.parse(w)[0], 'b'.repeat(64), 'text/plain', '3', '2026-01-01 00:00:00+00'])];
      }),
  ],
  [
    'with a content that nothing names',
    'backup.invalid',
    () => hostile(() => {}, [{ name: `blobs/${'c'.repeat(64)}`, content: 'x' }]),
  ],
])('an archive %s is refused, and the place is as empty as before', async (_what, code, make) => {
  const content = await make();
  const place = await emptyPlace();
  await expect(restore(place, content)).rejects.toMatchObject({ code });
  const database = await open(place);
  await ensureStartable(database.db);
  const { rows } = await sql<{
    tables: number;
  }>`select count(*)::int as tables from pg_tables where schemaname in ('public', 'jobs', 'transfer')`.execute(
    database.db,
  );
  expect(rows).toEqual([{ tables: 0 }]);
  await database.close();
});

test('killed in the middle, nothing starts there, and the next run ends it', async () => {
  const { file, before } = await archive();
  const place = await emptyPlace();
  const script = new URL('../../support/restore-and-die.ts', import.meta.url).pathname;
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: place.dataDir,
    ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    ARCHIVE: file,
  };
  for (const dieAt of [3, 12, 30]) {
    const child = spawn(process.execPath, ['--no-warnings', script, String(dieAt)], { env, stdio: 'ignore' });
    expect((await once(child, 'exit'))[1]).toBe('SIGKILL');
    const half = await open(place);
    await expect(ensureStartable(half.db)).rejects.toMatchObject({ code: 'store.unfinished' });
    await half.close();
  }
  const restored = await restore(place, await openBackupFile(file));
  expect(restored.keys.map(({ state }) => state)).toEqual(['missing', 'missing']);
  const database = await open(place);
  onTestFinished(() => database.close());
  await ensureStartable(database.db);
  expect(await contentsOf(database.db)).toEqual(before);
});

test('an installation that is there stays when what should replace it is broken', async () => {
  const { from, file } = await archive();
  const place = await emptyPlace();
  await restore(place, await openBackupFile(file));
  const broken = Readable.from(
    (async function* () {
      const whole = Buffer.concat(await (await openBackupFile(file)).toArray());
      yield whole.subarray(0, whole.length - 3000);
    })(),
    { objectMode: false },
  );
  await expect(verifyBackup({ content: broken, keys: {} })).rejects.toMatchObject({ code: 'backup.invalid' });
  await expect(restore(place, await openBackupFile(file))).rejects.toMatchObject({ code: 'restore.not-empty' });
  if (place.databaseUrl === undefined) {
    const again = Readable.from([Buffer.from('nothing of ours')], { objectMode: false });
    await expect(restore(place, again, true)).rejects.toMatchObject({ code: 'backup.invalid' });
    expect(readdirSync(place.dataDir).filter((name) => name.startsWith('database'))).toEqual(['database']);
  }
  const database = await open(place);
  expect((await contentsOf(database.db)).tables).toEqual((await contentsOf(from.db)).tables);
  await database.close();
  expect(existsSync(path.join(place.dataDir, 'blobs'))).toBe(true);
});
