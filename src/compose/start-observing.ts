// What is told to the outside about a process: traces to a collector, unexpected errors to Sentry. Both are loaded when they
// are configured, and neither is waited for longer than a stop allows.

import type { Config } from '../config.ts';
import { type Logger, moduleLogger } from '../observe/logger.ts';
import type { Closers } from './closers.ts';

/** Of the time that a stop may take; most of it belongs to the work that is under way. */
const FLUSH_MS = 3000;

export interface ObserveParts {
  config: Config;
  log: Logger;
  version: string;
  closers: Closers;
}

/** Call before anything else is opened, so that it is closed after everything else. */
export async function startObserving({ config, log, version, closers }: ObserveParts): Promise<void> {
  const { environment, mode, traces, sentryDsn } = config;
  const timeoutMs = Math.min(FLUSH_MS, config.stopTimeoutMs);
  const ownLog = moduleLogger(log, 'observe');
  if (traces) {
    const { startTracing } = await import('../observe/start-tracing.ts');
    const onDropped = (spans: number): void =>
      ownLog.warn(
        { event: 'spans-dropped', spans },
        'the collector did not take spans; they are dropped (docs/tracing.md)',
      );
    const running = startTracing({ ...traces, version, environment, mode, onDropped });
    closers.add(() => running.stop(timeoutMs));
  }
  if (sentryDsn !== undefined) {
    const { startErrorReports } = await import('../observe/start-error-reports.ts');
    const running = startErrorReports({ dsn: sentryDsn, release: `sheaf@${version}`, environment, mode });
    closers.add(() => running.stop(timeoutMs));
  }
}
