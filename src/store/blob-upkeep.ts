// Blobs that nothing names: a file was kept, and then its transaction failed or the process died. They are deleted when
// they are a day old. Uploads hold a shared lock from before they keep their files until their rows are committed;
// deleting happens under the exclusive one, so that no blob goes which an upload, of whatever process, is about to name.

import { type Kysely, sql } from 'kysely';
import { mayDeleteBlobs } from './backup-hold.ts';
import type { BlobStore } from './blob-store.ts';
import type { Trx } from './database.ts';
import type { ExportFiles } from './export-files.ts';
import { ABANDONED_MS } from './open-blobs.ts';
import type { PageImages } from './page-images.ts';
import type { Schema } from './schema.ts';

interface Deps {
  /** With the rights of the schema's owner: the only one who sees the hashes of all workspaces. */
  db: Kysely<Schema>;
  blobs: BlobStore;
}

/** Any number that no other advisory lock of this database uses. */
const BLOB_LOCK = 7_115_020_311;
const BATCH = 100;
const KEPT_MS = 24 * 60 * 60 * 1000;
/** They cost little to draw again, and would otherwise only ever become more. */
const PICTURES_KEPT_MS = 30 * KEPT_MS;
/** A day more than they are offered: for one whose row was erased while the store was out of order. */
const EXPORTS_KEPT_MS = 8 * KEPT_MS;

/** Keeps upkeep from deleting blobs until the transaction ends. Take it before the files are kept. */
export async function holdBlobs(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${BLOB_LOCK}::bigint)`.execute(trx);
}

/** Waits for uploads under way and keeps new ones waiting until the transaction ends. Take it before any row. */
export async function keepUploadsOut(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${BLOB_LOCK}::bigint)`.execute(trx);
}

/**
 * Deletes at once those of these blobs that no row of any workspace names any more, and returns how many. While a back-up
 * is made it leaves them to upkeep.
 */
export async function removeUnnamedBlobs({ db, blobs }: Deps, hashes: readonly string[]): Promise<number> {
  if (hashes.length === 0) return 0;
  return db.transaction().execute(async (trx) => {
    if (!(await mayDeleteBlobs(db, trx))) return 0;
    await keepUploadsOut(trx);
    return removeUnnamed({ trx, blobs }, hashes);
  });
}

/**
 * Deletes blobs older than `ageMs` that no row of any workspace names, and returns how many. While uploads are under
 * way it leaves the rest for the next time. Throws when it cannot see the rows of all workspaces.
 */
export async function removeOrphanBlobs({ db, blobs }: Deps, ageMs = KEPT_MS): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  const work = async (): Promise<boolean> => {
    const done = await tryRemoveUnnamed({ db, blobs }, batch);
    removed += done ?? 0;
    batch = [];
    return done !== undefined;
  };
  for await (const sha256 of blobs.listOlderThan(ageMs)) {
    if (batch.push(sha256) < BATCH) continue;
    if (!(await work())) return removed;
  }
  if (batch.length > 0) await work();
  return removed;
}

/** undefined when an upload or a back-up is under way. */
async function tryRemoveUnnamed({ db, blobs }: Deps, hashes: readonly string[]): Promise<number | undefined> {
  return db.transaction().execute(async (trx) => {
    if (!(await mayDeleteBlobs(db, trx))) return undefined;
    const { rows } = await sql<{
      free: boolean;
    }>`select pg_try_advisory_xact_lock(${BLOB_LOCK}::bigint) as free`.execute(trx);
    return rows[0]?.free ? removeUnnamed({ trx, blobs }, hashes) : undefined;
  });
}

async function removeUnnamed(
  { trx, blobs }: { trx: Trx; blobs: BlobStore },
  hashes: readonly string[],
): Promise<number> {
  await ensureSeesAll(trx);
  const named = await trx.selectFrom('files').select('sha256').distinct().where('sha256', 'in', hashes).execute();
  const kept = new Set(named.map((row) => row.sha256));
  const orphans = hashes.filter((sha256) => !kept.has(sha256));
  for (const sha256 of orphans) await blobs.remove(sha256);
  return orphans.length;
}

/** A row that is hidden from this role would look like one that does not exist, and its blob like an orphan. */
async function ensureSeesAll(trx: Trx): Promise<void> {
  const { rows } = await sql<{ all: boolean }>`select not row_security_active('files') or exists (
    select from pg_policies
    where schemaname = 'public' and tablename = 'files' and policyname = 'files_upkeep_policy'
      and (select bool_or(pg_has_role(current_user, role, 'usage')) from unnest(roles) as role)
  ) as all`.execute(trx);
  if (!rows[0]?.all) throw new Error('the database role cannot see the files of all workspaces; no blob is deleted');
}

export interface UpkeepDeps extends Deps {
  exportFiles: ExportFiles;
  pageImages: PageImages;
}

/** Deletes what nothing names or nobody ended, and what has had its time. Returns how many blobs nothing named. */
export async function lookAfterFiles(deps: UpkeepDeps): Promise<number> {
  const removed = await removeOrphanBlobs(deps);
  await deps.blobs.clearAbandoned(ABANDONED_MS);
  await deps.exportFiles.removeOlderThan(EXPORTS_KEPT_MS);
  await deps.pageImages.removeOlderThan(PICTURES_KEPT_MS);
  return removed;
}
