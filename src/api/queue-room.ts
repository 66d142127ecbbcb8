// Back-pressure: while too many documents wait to be read, uploads are told to come again before their body is read.

import { SheafError } from '../errors.ts';
import type { Database } from '../store/database.ts';
import { countWaiting } from '../store/queue-depth.ts';
import { readDocumentQueue } from '../store/queues.ts';

/** A flood of uploads asks the database once a second. */
const KNOWN_FOR_MS = 1000;
const RETRY_AFTER_SECONDS = 10;

/** Throws `queue.full`. 0 = no limit. What comes within one second of the last place is still taken: nothing is dropped. */
export function createQueueRoom({ db, limit }: { db: Database['db']; limit: number }): () => Promise<void> {
  let known: { at: number; waiting: Promise<number> } | undefined;
  return async () => {
    if (limit === 0) return;
    if (!known || performance.now() - known.at > KNOWN_FOR_MS) {
      known = { at: performance.now(), waiting: countWaiting(db, readDocumentQueue.name, limit) };
    }
    const waiting = await known.waiting.catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    if (waiting < limit) return;
    throw new SheafError('queue.full', `${limit} documents wait to be read`, {
      details: { retryAfterSeconds: RETRY_AFTER_SECONDS },
    });
  };
}
