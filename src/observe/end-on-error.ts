// An error that nobody caught: nothing about the process is certain any more. It is told once, and the process ends.

import { reportError } from './error-reports.ts';
import type { Logger } from './logger.ts';

/** Longest wait for the log's last line. */
const FLUSH_MS = 2000;

/**
 * From now on an uncaught error, or a rejection that nobody handles, is logged as fatal and ends the process with code 1.
 * Jobs that run here are taken over by other workers, or by the next start.
 */
export function endOnError({ log, flush }: { log: Logger; flush: () => Promise<void> }): void {
  let ending = false;
  // Rejections come here, too: Node raises those that nobody handles.
  process.on('uncaughtException', (error, origin) => {
    // What fails while the process ends has the same cause, or does not matter any more.
    if (ending) return;
    ending = true;
    const end = (): never => process.exit(1);
    setTimeout(end, FLUSH_MS);
    try {
      log.fatal({ event: 'crashed', module: 'process', origin, error }, 'uncaught error: the process ends');
      reportError(error, { level: 'fatal' });
      flush().then(end, end);
    } catch {
      end();
    }
  });
}
