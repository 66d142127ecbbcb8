// The work behind `sheaf keys forget`: opens the database of an installation that is stopped, and leaves again.

import path from 'node:path';
import { SheafError } from '../errors.ts';
import type { AuditPlace } from './check-audit.ts';
import { openDatabase } from './database.ts';
import { isNewDatabase } from './embedded-database.ts';
import { forgetKey, type KeyName } from './installation-keys.ts';
import { migrateDatabase } from './migrate.ts';

/** Throws `keys.none` when there is no installation, `store.locked`, `store.unavailable`, `store.schema-newer`. */
export async function forgetInstallationKey(
  { dataDir, databaseUrl }: AuditPlace,
  name: KeyName,
): Promise<{ secondFactors: number }> {
  if (!databaseUrl && isNewDatabase(path.join(dataDir, 'database'))) throw new SheafError('keys.none');
  const database = await openDatabase({ dataDir, databaseUrl, onError: () => {} });
  try {
    await migrateDatabase(database.db);
    return await forgetKey(database.db, name);
  } finally {
    await database.close();
  }
}
