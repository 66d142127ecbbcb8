// Moves an installation (DATA_DIR → DATABASE_URL) and kills itself at the given step of its progress; 0 = never.

import path from 'node:path';
import { openFileBlobs } from '../../src/store/file-blobs.ts';
import { moveInstallation } from '../../src/store/transfer/move-installation.ts';

const dieAt = Number(process.argv[2]);
const dataDir = process.env.DATA_DIR!;
let steps = 0;
await moveInstallation({
  dataDir,
  databaseUrl: process.env.DATABASE_URL!,
  blobs: { from: await openFileBlobs(path.join(dataDir, 'blobs'), { exclusive: false }) },
  onProgress: () => {
    if (++steps === dieAt) process.kill(process.pid, 'SIGKILL');
  },
});
