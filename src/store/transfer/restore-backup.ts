// An archive becomes an installation again: into an empty place, whole or not at all.

import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { SheafError } from '../../errors.ts';
import type { BlobStore } from '../blob-store.ts';
import { type Database, openDatabase } from '../database.ts';
import { migrateDatabase } from '../migrate.ts';
import type { DecryptionKeys } from './archive-crypto.ts';
import type { ArchiveHeader, KeyFile } from './archive-format.ts';
import { clearDatabase, countOtherSessions, isEmpty, TRANSFER_SESSION } from './empty-database.ts';
import { fillDatabase } from './fill-database.ts';
import { ensureKeysFit, type KeyState, writeKeys } from './installation-keys.ts';
import { findMark, removeMark, setMark } from './marks.ts';
import { settleJobs } from './settle-jobs.ts';
import { withTransferLock } from './transfer-lock.ts';
import { inTransfer } from './transfer-session.ts';
import { ensureAuditWhole, type Verified } from './verify-backup.ts';
import type { Progress } from './write-archive.ts';

export interface RestoreOptions {
  place: { dataDir: string; databaseUrl?: string | undefined };
  blobs: Pick<BlobStore, 'stage' | 'list'>;
  content: Readable;
  /** For people. */
  name: string;
  keys: DecryptionKeys;
  /** Gives up what is there. Verify the archive before. */
  replace: boolean;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface Restored extends Verified {
  keys: KeyState[];
  /** Migrations beyond the archive's schema. */
  migrated: string[];
  /** Folder of the embedded database that was replaced. */
  putAside?: string;
}

/**
 * Throws what reading an archive throws, `restore.not-empty`, `restore.in-use`, `backup.other-keys`, `store.locked`,
 * `store.unavailable`. After a failure the place is as empty as it was; after a kill it is marked, does not start, and
 * the next call begins anew.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '');
  const { replace } = options;
  try {
    const aside = await inPlace(options, (database) => prepare(database, options, stamp));
    try {
      const restored = await inPlace(options, (database) => restore(database, options, stamp));
      return { ...restored, ...(aside ? { putAside: aside } : {}) };
    } catch (error) {
      if (aside) bringBack(options.place.dataDir, aside);
      else if (!replace) await inPlace(options, giveBack).catch(() => {});
      throw error;
    }
  } finally {
    options.content.destroy();
  }
}

async function inPlace<T>({ place }: RestoreOptions, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ ...place, onError: () => {}, sessionName: TRANSFER_SESSION });
  try {
    return await withTransferLock(database, () => work(database));
  } finally {
    await database.close();
  }
}

/** Sees that there is room. Returns where an embedded database was put that had to make it. */
async function prepare(
  database: Database,
  { place, blobs, replace }: RestoreOptions,
  stamp: string,
): Promise<string | undefined> {
  const { kind, db, pglite } = database;
  if (kind === 'server' && (await countOtherSessions(db)) > 0) throw new SheafError('restore.in-use');
  const mark = await findMark(db);
  if (mark?.kind === 'restoring') return undefined;
  const empty = !mark && (await isEmpty(db));
  if (!replace) {
    if (!empty) throw new SheafError('restore.not-empty');
    for await (const _ of blobs.list()) {
      throw new SheafError('restore.not-empty', 'The database is empty, but there are stored files in this place.');
    }
    return undefined;
  }
  if (empty || !pglite) return undefined;
  // Put aside whole: it can be brought back by its name.
  await pglite.close();
  const directory = path.join(place.dataDir, 'database');
  const aside = `${directory}.before-${stamp}`;
  renameSync(directory, aside);
  return aside;
}

async function restore(database: Database, options: RestoreOptions, stamp: string): Promise<Restored> {
  const { db } = database;
  const { place, replace, blobs, content, keys, onProgress, signal } = options;
  const carried = new Map<KeyFile, Buffer>();
  let chains = 0;
  const filled = await fillDatabase({
    ...{ content, keys, blobs, onProgress, signal },
    open: async (header: ArchiveHeader) => {
      // From here on nothing starts on it until everything is there.
      await setMark(db, { kind: 'restoring', id: header.id, what: options.name });
      await clearDatabase(db);
      return { db, jobSource: database.pglite ? { pglite: database.pglite } : { databaseUrl: place.databaseUrl! } };
    },
    onKey: async (file, bytes) => {
      carried.set(file, bytes);
      if (!replace) ensureKeysFit(place.dataDir, carried);
    },
    check: async (trx) => {
      chains = await ensureAuditWhole(trx);
    },
  });
  const migrated = await migrateDatabase(db);
  await settleJobs(db);
  // Their archives are not part of a back-up.
  await inTransfer(db, (trx) =>
    trx.updateTable('account_exports').set({ state: 'expired' }).where('state', '=', 'ready').execute(),
  );
  const written = writeKeys(place.dataDir, { keys: carried, manifest: filled.manifest, stamp });
  await sql`analyze`.execute(db);
  await removeMark(db);
  return { ...filled, chains, keys: written, migrated };
}

/** After a failure: no installation, and no mark either. */
async function giveBack({ db }: Database): Promise<void> {
  if ((await findMark(db))?.kind !== 'restoring') return;
  await clearDatabase(db);
  await removeMark(db);
}

function bringBack(dataDir: string, aside: string): void {
  const directory = path.join(dataDir, 'database');
  if (existsSync(directory)) rmSync(directory, { recursive: true, force: true });
  renameSync(aside, directory);
}
