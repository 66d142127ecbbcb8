// What a PostgreSQL server does in the background and the embedded one leaves undone: checkpoints and vacuum.

import type { PGlite } from '@electric-sql/pglite';

export interface Upkeep {
  stop(): Promise<void>;
}

const CHECKPOINT_EVERY_MS = 5 * 60_000;
const CHECKPOINTS_PER_VACUUM = 6;
/** Nothing is rewritten below this much new log: an idle server stays idle. */
const LOG_BYTES_WORTH_A_CHECKPOINT = 1024 * 1024;

/**
 * Without checkpoints the write-ahead log would grow until the next start; without vacuum the job tables would.
 * Each statement is short, and waits its turn behind requests.
 */
export function startUpkeep(pglite: PGlite, onError: (error: Error) => void): Upkeep {
  let round = 0;
  let checkpointedAt = '0/0';
  let running: Promise<void> = Promise.resolve();

  const tick = async (): Promise<void> => {
    const { rows } = await pglite.query<{ lsn: string; grown: number }>(
      'select pg_current_wal_lsn()::text as lsn, pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float8 as grown',
      [checkpointedAt],
    );
    const log = rows[0];
    if (!log || log.grown < LOG_BYTES_WORTH_A_CHECKPOINT) return;
    if (++round % CHECKPOINTS_PER_VACUUM === 0) await pglite.query('vacuum (analyze)');
    await pglite.query('checkpoint');
    checkpointedAt = log.lsn;
  };

  const timer = setInterval(() => {
    running = running.then(tick).catch(onError);
  }, CHECKPOINT_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
