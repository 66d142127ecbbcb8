// The logs of a process: where its lines go, and how they are brought to an end.

import { openLogFile } from './log-file.ts';
import { createLogger, type LineStream, type Logger } from './logger.ts';

export interface LogsOptions {
  level: string;
  forPeople: boolean;
  destination: LineStream;
  file: { path: string; maxBytes: number; keep: number } | undefined;
}

export interface Logs {
  log: Logger;
  /** Before the process ends in a hurry: waits for the file, a second at most. Standard output waits for nothing. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const FLUSH_MS = 1000;

export function openLogs({ level, forPeople, destination, file }: LogsOptions): Logs {
  if (!file) {
    const log = createLogger({ level, forPeople, destination });
    return { log, flush: async () => {}, close: async () => {} };
  }
  const plain = createLogger({ level, forPeople, destination });
  const logFile = openLogFile({
    ...file,
    onTrouble: ({ code }) =>
      plain.warn(
        { event: 'log-file-trouble', module: 'observe', code, lost: logFile.lost() },
        'the log file cannot be written; it is tried again later, and its lines stand here only (docs/logging.md)',
      ),
  });
  return {
    log: createLogger({ level, forPeople, destination, file: logFile }),
    flush: () => logFile.flush(FLUSH_MS),
    close: () => logFile.close(FLUSH_MS),
  };
}
