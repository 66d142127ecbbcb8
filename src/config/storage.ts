// Where things are kept, and for how long.

import path from 'node:path';
import { z } from 'zod';
import { type Read, setting } from './setting.ts';
import { databaseUrl, whole } from './setting-kinds.ts';

export const storageSettings = {
  DATA_DIR: setting(z.string().min(1), './data', 'Folder of the embedded database, the files and their page images.'),
  DATABASE_URL: setting(databaseUrl.optional(), undefined, 'PostgreSQL 15 or newer; unset = the embedded database.', {
    secret: true,
  }),
  DATABASE_CONNECTIONS: setting(whole(1, 1000), '20', 'Connections to PostgreSQL that this process holds at most.'),
  DATABASE_WAIT_SECONDS: setting(
    whole(1, 600),
    '30',
    'Time that a request waits for one of them before it is told to come again.',
  ),
  TRASH_DAYS: setting(
    whole(1, 3650),
    '90',
    'Days that deleted documents and records stay in the trash before they are deleted for good.',
  ),
} as const;

export const readStorage = (read: Read<typeof storageSettings>) => ({
  /** Absolute. */
  dataDir: path.resolve(String(read('DATA_DIR'))),
  databaseUrl: read('DATABASE_URL'),
  databasePool: { connections: read('DATABASE_CONNECTIONS'), waitMs: read('DATABASE_WAIT_SECONDS') * 1000 },
  trashDays: read('TRASH_DAYS'),
});
