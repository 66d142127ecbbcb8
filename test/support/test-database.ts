// A fresh, migrated database for each test file: embedded by default, on a PostgreSQL server when one is given.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { newId } from '../../src/store/new-id.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** Set by `npm run test:all`: a server on which databases may be made. */
export const serverUrl = process.env.TEST_DATABASE_URL;

export interface TestDatabase {
  database: Database;
  /** Environment that makes a server process use this database. */
  env: Record<string, string>;
  dataDir: string;
  /** For a test that has closed the database itself. */
  drop(): Promise<void>;
  remove(): Promise<void>;
}

export async function openTestDatabase(kind?: 'embedded' | 'server'): Promise<TestDatabase> {
  const { dataDir, env, drop } = await prepareTestDatabase(kind);
  const database = await openDatabase({ dataDir, databaseUrl: env.DATABASE_URL, onError: () => {} });
  await migrateDatabase(database.db);
  return {
    database,
    env,
    dataDir,
    drop,
    async remove() {
      await database.close();
      await drop();
    },
  };
}

/** A place for a database that nobody has opened: for tests that start server processes. On the server when there is one. */
export async function prepareTestDatabase(kind: 'embedded' | 'server' = serverUrl ? 'server' : 'embedded') {
  const dataDir = makeTemporaryFolder();
  const removeFolder = async () => rmSync(dataDir, { recursive: true, force: true });
  if (kind === 'embedded' || !serverUrl) {
    cpSync(await embeddedTemplate(), dataDir, { recursive: true });
    return { dataDir, env: { DATA_DIR: dataDir } as Record<string, string>, drop: removeFolder };
  }
  const name = `sheaf_test_${newId().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const drop = async () => {
    await onServer(`drop database ${name} with (force)`);
    await removeFolder();
  };
  return { dataDir, env: { DATA_DIR: dataDir, DATABASE_URL: url.href } as Record<string, string>, drop };
}

/** A place where nothing is yet: an empty data folder, and an empty database on the server. */
export async function prepareEmptyPlace(kind: 'embedded' | 'server' = serverUrl ? 'server' : 'embedded') {
  const place = await prepareTestDatabase(kind);
  if (kind === 'embedded') {
    for (const name of readdirSync(place.dataDir)) rmSync(path.join(place.dataDir, name), { recursive: true });
  }
  return place;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Making an embedded database takes seconds; copying one takes none. Kept between runs, by the content of the store. */
async function embeddedTemplate(): Promise<string> {
  const template = path.join(tmpdir(), `sheaf-test-template-${storeHash()}`);
  if (existsSync(template)) return template;
  const made = makeTemporaryFolder();
  const database = await openDatabase({ dataDir: made, onError: () => {} });
  await migrateDatabase(database.db);
  await database.close();
  try {
    renameSync(made, template);
  } catch {
    // Another test process was faster.
    rmSync(made, { recursive: true, force: true });
  }
  return template;
}

function storeHash(): string {
  const folder = new URL('../../src/store/', import.meta.url);
  const hash = createHash('sha256').update(readFileSync(new URL('../../package-lock.json', import.meta.url)));
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (name.endsWith('.ts')) hash.update(name).update(readFileSync(new URL(name, folder)));
  }
  return hash.digest('hex').slice(0, 16);
}
