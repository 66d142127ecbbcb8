// The check behind `sheaf audit verify`: opens the database of an installation, looks at its log, and leaves again.

import path from 'node:path';
import { SheafError } from '../errors.ts';
import { openDatabase } from './database.ts';
import { isNewDatabase } from './embedded-database.ts';
import { type ChainReport, hasAuditLog, type VerifyOptions, verifyAudit } from './verify-audit.ts';

export interface AuditPlace {
  dataDir: string;
  databaseUrl?: string | undefined;
}

/** Makes and migrates nothing. Throws `audit.none`, `store.locked`, `store.unavailable`. */
export async function checkAudit({ dataDir, databaseUrl }: AuditPlace, options: VerifyOptions): Promise<ChainReport[]> {
  if (!databaseUrl && isNewDatabase(path.join(dataDir, 'database'))) throw new SheafError('audit.none');
  const database = await openDatabase({ dataDir, databaseUrl, onError: () => {} });
  try {
    if (!(await hasAuditLog(database.db))) throw new SheafError('audit.none');
    return await verifyAudit(database.db, options);
  } finally {
    await database.close();
  }
}
