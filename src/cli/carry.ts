// What the commands that carry an installation share: settings, progress on a terminal, errors with their advice.

import { type Config, readConfig } from '../config.ts';
import { errorCatalogue, SheafError } from '../errors.ts';
import type { CliIo, CliStream, ExitCode } from './command.ts';
import type { CarryProgress } from './installation-services.ts';
import { cleanText, fitText } from './terminal.ts';

const REFRESH_MS = 100;
const words = { rows: 'rows', blobs: 'files', verify: 'rows compared' } as const;

interface Watched {
  config: Config;
  onProgress: (progress: CarryProgress) => void;
  signal: AbortSignal;
}

/** Exit code 2 when the command could not do what it should. */
export async function carry(name: string, io: CliIo, work: (watched: Watched) => Promise<ExitCode>): Promise<ExitCode> {
  const line = progressLine(io.stderr);
  try {
    const config = await readConfig(io.env);
    return await work({ config, onProgress: line.show, signal: io.signal }).finally(line.clear);
  } catch (error) {
    if (io.signal.aborted) {
      io.stderr.write(`sheaf ${name}: stopped; nothing was left half done\n`);
      return 2;
    }
    if (!(error instanceof SheafError)) throw error;
    const { advice } = errorCatalogue[error.code];
    const hint = name === 'backup' && error.code === 'store.locked' ? RUNNING_SERVER : '';
    io.stderr.write(`sheaf ${name}: ${cleanText(error.message)}\n${advice}\n${hint}`);
    return 2;
  }
}

const RUNNING_SERVER =
  'A running server on the embedded database makes back-ups itself: set BACKUP_DIR, then by BACKUP_SCHEDULE or POST /api/v1/admin/backups.\n';

function progressLine(stderr: CliStream) {
  let last = 0;
  let shown = false;
  return {
    show({ stage, table, done }: CarryProgress): void {
      const now = performance.now();
      if (!stderr.isTTY || now - last < REFRESH_MS) return;
      last = now;
      shown = true;
      const text = `${done} ${words[stage]}${table ? ` · ${table}` : ''}`;
      stderr.write(`\r\x1b[2K${fitText(text, (stderr.columns || 80) - 1)}`);
    },
    clear(): void {
      if (shown) stderr.write('\r\x1b[2K');
      shown = false;
    },
  };
}

export function showBytes(bytes: number): string {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

export const sumRows = (tables: Record<string, { rows: number }>): number =>
  Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
