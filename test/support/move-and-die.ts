// Moves an installation (DATA_DIR → DATABASE_URL) and kills itself at the given step of its progress; 0 = never.

import { moveInstallation } from '../../src/store/transfer/move-installation.ts';
import { openFolderBlobs } from './test-blobs.ts';

const dieAt = Number(process.argv[2]);
const dataDir = process.env.DATA_DIR!;
let steps = 0;
await moveInstallation({
  dataDir,
  databaseUrl: process.env.DATABASE_URL!,
  blobs: { from: await openFolderBlobs(dataDir, { exclusive: false }) },
  onProgress: () => {
    if (++steps === dieAt) process.kill(process.pid, 'SIGKILL');
  },
});
