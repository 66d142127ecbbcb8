// Entry of the process that makes back-ups for a running server: packing, encrypting and restoring for the test take time
// and memory that requests must not wait for. What it is to do, secrets included, comes over the channel to its parent.

import { withPlaceBlobs } from './compose/with-place-blobs.ts';
import { SheafError } from './errors.ts';
import { type BackupTask, runBackupTask } from './store/transfer/backup-task.ts';

const stop = new AbortController();
// The parent is gone: nobody would learn of the result.
process.once('disconnect', () => process.exit(1));
process.once('SIGTERM', () => stop.abort(new SheafError('server.stopping')));

process.once('message', async (task: BackupTask) => {
  let answer: unknown;
  try {
    const report = await withPlaceBlobs(task.place, (blobs) => runBackupTask(task, { blobs, signal: stop.signal }));
    answer = { report };
  } catch (error) {
    answer =
      error instanceof SheafError
        ? { error: { code: error.code, message: error.message } }
        : {
            error: {
              code: 'internal',
              message: error instanceof Error ? (error.stack ?? error.message) : String(error),
            },
          };
  }
  process.send!(answer, () => process.exit());
});
