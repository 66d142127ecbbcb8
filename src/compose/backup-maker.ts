// How a server makes its back-ups: a copy of the embedded database (or none, of a PostgreSQL server), and a process of its
// own for the rest.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BackupMaker, BackupReport } from '../actions/backup-maker.ts';
import type { Config } from '../config.ts';
import { type ErrorCode, SheafError } from '../errors.ts';
import type { Logger } from '../observe/logger.ts';
import { holdForBackup } from '../store/backup-hold.ts';
import type { Database } from '../store/database.ts';
import { copyEmbeddedDatabase } from '../store/embedded-snapshot.ts';
import { isEncrypting } from '../store/transfer/archive-crypto.ts';
import { backupName, removeBackupFile } from '../store/transfer/backup-file.ts';
import type { BackupTask } from '../store/transfer/backup-task.ts';

const entry = fileURLToPath(new URL('../backup-child.ts', import.meta.url));
/** Time that a process that was told to stop gets. */
const KILL_AFTER_MS = 3000;

export interface BackupMakerParts {
  config: Config;
  database: Database;
  version: string;
  log: Logger;
}

/** undefined when no folder for back-ups is set. */
export function createBackupMaker({ config, database, version, log }: BackupMakerParts): BackupMaker | undefined {
  const { folder, keep, verify, encryption } = config.backup;
  if (folder === undefined) return undefined;
  const scratchFolder = path.join(config.dataDir, 'scratch');
  const taskFor = (source: BackupTask['database'], name: string, scratch: string): BackupTask => ({
    ...{ database: source, place: { dataDir: config.dataDir, ...config.blobs }, file: path.join(folder, name) },
    ...{ version, encryption, verify, scratch },
  });

  return {
    keep,
    nameOf: (at) => backupName(at, isEncrypting(encryption)),
    async make(name, signal) {
      await mkdir(scratchFolder, { recursive: true, mode: 0o700 });
      if (database.kind === 'embedded') await emptyScratch(scratchFolder);
      const scratch = await mkdtemp(path.join(scratchFolder, 'backup-'));
      try {
        const { pglite } = database;
        if (!pglite) return await runChild(taskFor({ url: config.databaseUrl! }, name, scratch), signal);
        const hold = await holdForBackup(database);
        try {
          const copy = path.join(scratch, 'database');
          const heldMs = await copyEmbeddedDatabase(pglite, { from: path.join(config.dataDir, 'database'), to: copy });
          log.info({ heldMs: Math.round(heldMs) }, 'the database was copied for a back-up');
          return await runChild(taskFor({ copy }, name, scratch), signal);
        } finally {
          await hold.release();
        }
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    },
    async remove(name, size) {
      const found = await stat(path.join(folder, name)).catch(() => undefined);
      // Another file under its name is somebody else's.
      if (found?.isFile() && found.size === size) await removeBackupFile(folder, name);
    },
  };
}

/** What a process that died left; on the embedded database nobody else makes back-ups in this folder. */
async function emptyScratch(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith('backup-')) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

async function runChild(task: BackupTask, signal: AbortSignal): Promise<BackupReport> {
  signal.throwIfAborted();
  const child = fork(entry, {
    execArgv: ['--no-warnings'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let kill: NodeJS.Timeout | undefined;
  const stop = (): void => {
    child.kill('SIGTERM');
    kill = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
  };
  signal.addEventListener('abort', stop, { once: true });
  const ended = once(child, 'exit');
  try {
    let answer: { report?: BackupReport; error?: { code: ErrorCode; message: string } } | undefined;
    child.once('message', (message) => {
      answer = message as typeof answer;
    });
    child.send(task);
    await ended;
    if (answer?.report) return answer.report;
    signal.throwIfAborted();
    if (answer?.error && answer.error.code !== 'internal')
      throw new SheafError(answer.error.code, answer.error.message);
    throw new Error(`the process that makes back-ups failed: ${answer?.error?.message ?? 'it ended without a word'}`);
  } finally {
    clearTimeout(kill);
    signal.removeEventListener('abort', stop);
  }
}
