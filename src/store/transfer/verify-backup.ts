// Whether an archive can be restored: it is, into a database made for it alone, and thrown away again.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { SheafError } from '../../errors.ts';
import type { Db, Trx } from '../database.ts';
import { openEmbeddedDatabase } from '../embedded-database.ts';
import { migrateDatabase } from '../migrate.ts';
import type { Schema } from '../schema.ts';
import { hasAuditLog, verifyAudit } from '../verify-audit.ts';
import type { DecryptionKeys } from './archive-crypto.ts';
import { type Filled, fillDatabase } from './fill-database.ts';
import type { Progress } from './write-archive.ts';

export interface VerifyOptions {
  content: Readable;
  keys: DecryptionKeys;
  /** Where the scratch database is made for a while; the system's folder for such things when absent. */
  scratch?: string | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface Verified extends Filled {
  /** Chains of the audit log, all whole. */
  chains: number;
}

/**
 * Restores the rows into a scratch embedded database (an archive is the same for both kinds), compares counts and hashes of
 * every table with the manifest, every content with its hash, checks the audit log, and migrates to this version's schema.
 * Throws what reading an archive throws, and `backup.verification-failed`.
 */
export async function verifyBackup({ content, keys, scratch, onProgress, signal }: VerifyOptions): Promise<Verified> {
  const folder = await mkdtemp(path.join(scratch ?? tmpdir(), 'sheaf-verify-'));
  let pglite: PGlite | undefined;
  try {
    let db: Db | undefined;
    let chains = 0;
    const filled = await fillDatabase({
      ...{ content, keys, onProgress, signal },
      // Made when the archive opens, and not before: that takes seconds.
      open: async () => {
        ({ pglite } = await openEmbeddedDatabase(path.join(folder, 'database'), { durable: false }));
        db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
        return { db, jobSource: { pglite } };
      },
      check: async (trx) => {
        chains = await ensureAuditWhole(trx);
      },
    });
    await migrateDatabase(db!);
    return { ...filled, chains };
  } finally {
    content.destroy();
    if (pglite && !pglite.closed) await pglite.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Number of chains. */
export async function ensureAuditWhole(trx: Trx): Promise<number> {
  if (!(await hasAuditLog(trx))) return 0;
  const reports = await verifyAudit(trx);
  const broken = reports.find((report) => report.fault);
  if (broken?.fault) {
    throw new SheafError(
      'backup.verification-failed',
      `The audit log of ${broken.chain} is broken: ${broken.fault.message}.`,
    );
  }
  return reports.length;
}
