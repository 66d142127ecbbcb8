import { utimesSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { BlobStore } from '../../src/store/blob-store.ts';
import { holdBlobs, lookAfterFiles, removeOrphanBlobs } from '../../src/store/blob-upkeep.ts';
import { type Database, inWorkspace, openDatabase } from '../../src/store/database.ts';
import { insertDocument } from '../../src/store/documents.ts';
import { createExportFiles } from '../../src/store/export-files.ts';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { newId } from '../../src/store/new-id.ts';
import type { ObjectStore } from '../../src/store/objects/object-store.ts';
import { createPageImages } from '../../src/store/page-images.ts';
import { insertWorkspace } from '../../src/store/workspaces.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openTestBlobs } from '../support/test-blobs.ts';
import { openTestDatabase, serverUrl } from '../support/test-database.ts';

const day = 24 * 60 * 60_000;
const yesterday = new Date(Date.now() - day - 60_000);
let database: Database;
let objects: ObjectStore;
let blobs: BlobStore;
let dataDir: string;

beforeEach(async () => {
  const opened = await openTestDatabase();
  onTestFinished(() => opened.remove());
  ({ database, dataDir } = opened);
  ({ objects, blobs } = await openTestBlobs(dataDir));
});

async function keep(content: string, { old } = { old: true }): Promise<string> {
  const staged = await blobs.stage(Readable.from([Buffer.from(content)]), 100);
  await staged.keep();
  if (old) await blobs.withFile(staged.sha256, async (file) => utimesSync(file, yesterday, yesterday));
  return staged.sha256;
}

async function name(sha256: string, db = database.db): Promise<void> {
  const workspaceId = newId();
  const file = { sha256, name: 'a.pdf', mediaType: 'application/pdf', size: 1 };
  await inWorkspace(db, workspaceId, async (trx) => {
    await insertWorkspace(trx, { id: workspaceId, name: 'Test' });
    await insertDocument(trx, {
      id: newId(),
      workspaceId,
      ...file,
      typeHint: null,
      sealedPassword: null,
      uploadedBy: null,
    });
  });
}

const exists = (sha256: string) => blobs.withFile(sha256, async () => true).catch(() => false);

test('old blobs that no workspace names go; named ones and young ones stay', async () => {
  const [orphan, mine, theirs] = [await keep('orphan'), await keep('mine'), await keep('theirs')];
  const young = await keep('young', { old: false });
  await name(mine);
  await name(theirs);
  expect(await removeOrphanBlobs({ db: database.db, blobs })).toBe(1);
  expect(await Promise.all([orphan, mine, theirs, young].map(exists))).toEqual([false, true, true, true]);
});

test('more than one batch', async () => {
  const named = await keep('named');
  await name(named);
  for (let i = 0; i < 205; i++) await keep(`orphan ${i}`);
  expect(await removeOrphanBlobs({ db: database.db, blobs })).toBe(205);
  expect(await exists(named)).toBe(true);
});

test('an upload of the same content at the same time keeps its blob', async () => {
  const sha256 = await keep('wanted again');
  const uploading = inWorkspace(database.db, newId(), async (trx) => {
    await holdBlobs(trx);
    await keep('wanted again');
    // On a server upkeep meets the lock; on the embedded database it waits for the transaction.
    const upkeep = removeOrphanBlobs({ db: database.db, blobs });
    if (database.kind === 'server') expect(await upkeep).toBe(0);
    const workspaceId = (await sql<{ id: string }>`select current_setting('sheaf.workspace_id') as id`.execute(trx))
      .rows[0]!.id;
    await insertWorkspace(trx, { id: workspaceId, name: 'Test' });
    const file = { sha256, name: 'a.pdf', mediaType: 'application/pdf', size: 1 };
    await insertDocument(trx, {
      id: newId(),
      workspaceId,
      ...file,
      typeHint: null,
      sealedPassword: null,
      uploadedBy: null,
    });
    return { upkeep };
  });
  const { upkeep } = await uploading;
  expect(await upkeep).toBe(0);
  expect(await exists(sha256)).toBe(true);
});

test('uploads that nobody ended, expired exports and old pictures go; young ones and those of rows stay', async () => {
  const kept: string[] = [];
  const put = async (key: string, days: number): Promise<string> => {
    await objects.put(key, [Buffer.from(key)]);
    const at = new Date(Date.now() - days * day - 60_000);
    utimesSync(path.join(dataDir, key), at, at);
    return key;
  };
  for (const [key, limit] of [
    ['blobs/incoming/upload', 1],
    ['exports/archive.zip', 8],
    ['page-images/aa/picture.png', 30],
  ] as const) {
    await put(`${key}-old`, limit);
    kept.push(await put(`${key}-young`, limit - 0.5));
  }
  const deps = {
    db: database.db,
    blobs,
    exportFiles: createExportFiles(objects),
    pageImages: createPageImages(objects),
  };
  await lookAfterFiles(deps);
  const left: string[] = [];
  for (const room of ['blobs/', 'exports/', 'page-images/']) {
    for await (const { key } of objects.list(room)) left.push(key);
  }
  expect(left).toEqual(kept);
});

describe('who cannot see all rows', () => {
  test.skipIf(serverUrl)('deletes nothing', async () => {
    const sha256 = await keep('named by somebody');
    await name(sha256);
    await sql`create role blind nologin`.execute(database.db);
    await sql`grant select on files to blind`.execute(database.db);
    await sql`set role blind`.execute(database.db);
    await expect(removeOrphanBlobs({ db: database.db, blobs })).rejects.toThrow('cannot see');
    await sql`reset role`.execute(database.db);
    expect(await exists(sha256)).toBe(true);
  });

  test.runIf(serverUrl)('is not the owner of the tables, who need be no superuser', async () => {
    const role = `owner_${newId().slice(-12)}`;
    const admin = new pg.Client({ connectionString: serverUrl });
    await admin.connect();
    await admin.query(`create role ${role} login createrole; grant sheaf_app to ${role} with admin option`);
    await admin.query(`create database ${role} owner ${role}`);
    const url = new URL(serverUrl!);
    url.username = role;
    url.pathname = `/${role}`;
    // Not for every owner of a database to make (store.extension-missing).
    const inside = new pg.Client({
      connectionString: Object.assign(new URL(serverUrl!), { pathname: `/${role}` }).href,
    });
    await inside.connect();
    await inside.query('create extension vector schema public');
    await inside.end();
    const owned = await openDatabase({ dataDir: temporaryFolder(), databaseUrl: url.href, onError: () => {} });
    onTestFinished(async () => {
      await owned.close();
      await admin.query(`drop database ${role} with (force)`);
      await admin.query(`drop role ${role}`);
      await admin.end();
    });
    await migrateDatabase(owned.db);
    const [named, orphan] = [await keep('named'), await keep('orphan')];
    await name(named, owned.db);
    expect(await removeOrphanBlobs({ db: owned.db, blobs })).toBe(1);
    expect([await exists(named), await exists(orphan)]).toEqual([true, false]);
  });
});
