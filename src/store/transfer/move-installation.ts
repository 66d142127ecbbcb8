// An embedded installation into PostgreSQL: table by table, in steps of which each may be the last before a kill, and every
// one of which can be done again. Neither place starts until all is there; afterwards only the new one does.

import { hostname } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { SheafError } from '../../errors.ts';
import type { BlobStore } from '../blob-store.ts';
import { type Database, type Db, openDatabase, type Trx } from '../database.ts';
import { isNewDatabase } from '../embedded-database.ts';
import { migrateDatabase } from '../migrate.ts';
import { migrations } from '../migrations/list.ts';
import { newId } from '../new-id.ts';
import { clearDatabase, countOtherSessions, isEmpty, TRANSFER_SESSION } from './empty-database.ts';
import { findMark, removeMark, setMark } from './marks.ts';
import { createDigester, digestTable, insertRows, lineOf, type RowDigest, readRows } from './rows.ts';
import { settleJobs } from './settle-jobs.ts';
import { withTransferLock } from './transfer-lock.ts';
import { inSnapshot, inTransfer } from './transfer-session.ts';
import { listMigrations, listTransferTables, type TransferTable } from './transfer-tables.ts';
import { lineOfJob, openJobPutter, readWaitingJobs } from './waiting-jobs.ts';
import { type Progress, readNamedBlobs } from './write-archive.ts';

export interface MoveOptions {
  dataDir: string;
  databaseUrl: string;
  /** `to`: where contents are copied; absent: they stay where they are, and are checked. */
  blobs: { from: Pick<BlobStore, 'read'>; to?: Pick<BlobStore, 'list' | 'stage'> | undefined };
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface Moved {
  /** Where to, without user and password. */
  to: string;
  /** True when an earlier call had done everything. */
  already: boolean;
  tables: number;
  rows: number;
  jobs: number;
  blobs: number;
  /** Contents that were missing or damaged before. */
  damaged: string[];
}

/**
 * Throws `store.locked`, `store.moved`, `store.unfinished`, `store.unavailable`, `backup.no-installation`, `move.target`,
 * `move.differs`, `restore.in-use`. The source's rows are never changed.
 */
export async function moveInstallation(options: MoveOptions): Promise<Moved> {
  const { dataDir, databaseUrl } = options;
  if (isNewDatabase(path.join(dataDir, 'database'))) throw new SheafError('backup.no-installation');
  const source = await openDatabase({ dataDir, onError: () => {} });
  try {
    const target = await openDatabase({ dataDir, databaseUrl, onError: () => {}, sessionName: TRANSFER_SESSION });
    try {
      return await withTransferLock(target, () => move({ source, target }, options));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

interface Places {
  source: Database;
  target: Database;
}

async function move({ source, target }: Places, options: MoveOptions): Promise<Moved> {
  const to = describeAddress(options.databaseUrl);
  if ((await countOtherSessions(target.db)) > 0) throw new SheafError('restore.in-use');
  const { id, over } = await begin({ source, target }, { to, dataDir: options.dataDir });
  if (over) {
    await finish(target.db);
    return { to, already: true, tables: 0, rows: 0, jobs: 0, blobs: 0, damaged: [] };
  }
  const counts = await copyTables({ source, target }, options);
  const jobs = await copyJobs({ source, target }, options);
  const blobs = await copyBlobs(source.db, options);
  // From here on the new place is the true one.
  await setMark(source.db, { kind: 'moved', id, what: to });
  await finish(target.db);
  return { to, already: false, ...counts, jobs, ...blobs };
}

/** Marks both places, or finds the marks of an earlier call. `over`: the source knows that everything has arrived. */
async function begin(
  { source, target }: Places,
  { to, dataDir }: { to: string; dataDir: string },
): Promise<{ id: string; over: boolean }> {
  const there = await findMark(target.db);
  const here = await findMark(source.db);
  if (here?.kind === 'moved') {
    if (there?.id !== here.id)
      throw new SheafError('store.moved', `This installation was moved to ${here.what} at ${here.at}.`);
    return { id: here.id, over: true };
  }
  if (here && here.kind !== 'leaving') throw new SheafError('store.unfinished');
  const id = here?.id ?? newId();
  if (there && (there.kind !== 'arriving' || there.id !== id)) throw new SheafError('move.target');
  await setMark(source.db, { kind: 'leaving', id, what: to });
  if (there) return { id, over: false };
  if (!(await isEmpty(target.db))) {
    if (!here) await removeMark(source.db);
    throw new SheafError('move.target', 'The target database is not empty.');
  }
  const applied = await inSnapshot(source.db, (trx) => listMigrations(trx));
  await clearDatabase(target.db);
  await migrateDatabase(target.db, Object.fromEntries(applied.map((name) => [name, ensureMigration(name)])));
  await setMark(target.db, { kind: 'arriving', id, what: `${hostname()}:${dataDir}` });
  return { id, over: false };
}

function ensureMigration(name: string): (typeof migrations)[string] {
  const found = migrations[name];
  if (!found) throw new SheafError('store.schema-newer');
  return found;
}

async function copyTables({ source, target }: Places, { onProgress, signal }: MoveOptions) {
  const tables = await inSnapshot(source.db, (trx) => listTransferTables(trx));
  let rows = 0;
  for (const table of tables) {
    const arrived = await findArrived(target.db, table.name);
    const told = arrived ?? (await copyTable({ source, target }, { table, onProgress, signal, before: rows }));
    rows += told.rows;
  }
  return { tables: tables.length, rows };
}

/** Rows that an earlier call brought stay; in the end both tables must hold the same. */
async function copyTable(
  { source, target }: Places,
  {
    table,
    onProgress,
    signal,
    before,
  }: Pick<MoveOptions, 'onProgress' | 'signal'> & { table: TransferTable; before: number },
): Promise<RowDigest> {
  const digester = createDigester();
  await inSnapshot(source.db, async (from) => {
    for await (const rows of readRows(from, table)) {
      signal?.throwIfAborted();
      for (const row of rows) digester.add(lineOf(row));
      await inTransfer(target.db, (into) => insertRows(into, table, { rows, again: true }));
      onProgress?.({ stage: 'rows', table: table.name, done: before + digester.result().rows });
    }
  });
  const left = digester.result();
  const arrived = await inSnapshot(target.db, (trx) => digestTable(trx, table));
  if (left.rows !== arrived.rows || left.digest !== arrived.digest) {
    throw new SheafError(
      'move.differs',
      `${left.rows} rows of ${table.name} left, and ${arrived.rows} arrived, not all of them the same.`,
    );
  }
  await sql`insert into transfer.arrived (name, rows, digest) values (${table.name}, ${left.rows}, ${left.digest})`.execute(
    target.db,
  );
  return left;
}

async function findArrived(db: Db, name: string): Promise<RowDigest | undefined> {
  const { rows } =
    await sql<RowDigest>`select rows::float8 as rows, digest from transfer.arrived where name = ${name}`.execute(db);
  return rows[0];
}

async function copyJobs({ source, target }: Places, { databaseUrl }: MoveOptions): Promise<number> {
  const putter = await openJobPutter({ databaseUrl });
  try {
    await inSnapshot(source.db, async (from) => {
      for await (const jobs of readWaitingJobs(from)) await inTransfer(target.db, (into) => putter.put(into, jobs));
    });
  } finally {
    await putter.close();
  }
  const left = await inSnapshot(source.db, digestJobs);
  const arrived = await inSnapshot(target.db, digestJobs);
  if (left.digest !== arrived.digest) {
    throw new SheafError('move.differs', `${left.rows} waiting jobs left, and ${arrived.rows} arrived.`);
  }
  return left.rows;
}

async function digestJobs(trx: Trx): Promise<RowDigest> {
  const digester = createDigester();
  for await (const jobs of readWaitingJobs(trx)) for (const job of jobs) digester.add(lineOfJob(job));
  return digester.result();
}

async function copyBlobs(source: Db, { blobs: { from, to }, onProgress, signal }: MoveOptions) {
  const there = new Set<string>();
  if (to) for await (const { sha256 } of to.list()) there.add(sha256);
  const damaged: string[] = [];
  let blobs = 0;
  await inSnapshot(source, async (trx) => {
    for await (const { sha256, size } of readNamedBlobs(trx)) {
      signal?.throwIfAborted();
      if (there.has(sha256)) blobs++;
      else if (await copyBlob({ sha256, size }, { from, to })) blobs++;
      else damaged.push(sha256);
      onProgress?.({ stage: 'blobs', done: blobs });
    }
  });
  return { blobs, damaged };
}

/** False when it was missing or damaged before. */
async function copyBlob(
  { sha256, size }: { sha256: string; size: number },
  { from, to }: MoveOptions['blobs'],
): Promise<boolean> {
  try {
    const content = await from.read(sha256);
    if (!to) {
      for await (const _ of content);
      return true;
    }
    const staged = await to.stage(content, size);
    await staged.keep();
    return true;
  } catch (error) {
    if (error instanceof SheafError && ['store.blob-damaged', 'file.too-large'].includes(error.code)) return false;
    throw error;
  }
}

async function finish(target: Db): Promise<void> {
  await migrateDatabase(target);
  await settleJobs(target);
  // What was under way when the source stopped is not any more; its job was not carried.
  await target
    .updateTable('backups')
    .set({ state: 'failed', error: 'server.stopping', finished_at: new Date() })
    .where('state', 'in', ['queued', 'running'])
    .execute();
  await sql`analyze`.execute(target);
  await removeMark(target);
}

/** `host:port/database`: what may stand on a screen. */
export function describeAddress(databaseUrl: string): string {
  const { hostname: host, port, pathname, searchParams } = new URL(databaseUrl);
  return `${host || searchParams.get('host') || 'localhost'}${port ? `:${port}` : ''}${pathname}`;
}
