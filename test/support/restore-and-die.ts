// Restores ARCHIVE into DATA_DIR or DATABASE_URL, and kills itself at the given step of its progress.

import { openBackupFile } from '../../src/store/transfer/backup-file.ts';
import { restoreBackup } from '../../src/store/transfer/restore-backup.ts';
import { openFolderBlobs } from './test-blobs.ts';

const { DATA_DIR, DATABASE_URL, ARCHIVE } = process.env;
let steps = 0;
await restoreBackup({
  place: { dataDir: DATA_DIR!, databaseUrl: DATABASE_URL },
  blobs: await openFolderBlobs(DATA_DIR!, { exclusive: true }),
  content: await openBackupFile(ARCHIVE!),
  name: 'test',
  keys: {},
  replace: false,
  onProgress: () => {
    if (++steps === Number(process.argv[2])) process.kill(process.pid, 'SIGKILL');
  },
});
