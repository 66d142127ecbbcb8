// The jobs that this process is running: their signals, and one look a second at what became of them elsewhere.

import type { Db } from './database.ts';
import { type HeldTry, type JobProgress, pulse } from './job-tries.ts';

const PULSE_MS = 1000;

export interface RunningJob extends HeldTry {
  /** Aborted when the job is cancelled, lost to another worker, or handed back. */
  signal: AbortSignal;
  /** Written with the next look. */
  progress(progress: JobProgress): void;
  /** What was reported last. */
  last(): JobProgress | undefined;
  end(): void;
}

interface Entry {
  held: HeldTry;
  aborting: AbortController;
  progress?: JobProgress;
  isFresh: boolean;
}

export class RunningJobs {
  readonly #db: Db;
  readonly #onError: (error: Error) => void;
  readonly #entries = new Map<string, Entry>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(db: Db, onError: (error: Error) => void) {
    this.#db = db;
    this.#onError = onError;
  }

  /** `lost` is aborted by the queue when the job was taken from this worker. */
  add(held: HeldTry, lost: AbortSignal): RunningJob {
    const entry: Entry = { held, aborting: new AbortController(), isFresh: false };
    this.#entries.set(held.id, entry);
    this.#timer ??= setInterval(() => this.#look(), PULSE_MS).unref();
    return {
      ...held,
      signal: AbortSignal.any([entry.aborting.signal, lost]),
      progress: (progress) => {
        entry.progress = progress;
        entry.isFresh = true;
      },
      last: () => entry.progress,
      end: () => {
        if (this.#entries.get(held.id) === entry) this.#entries.delete(held.id);
        if (this.#entries.size === 0) this.#rest();
      },
    };
  }

  cancel(id: string): void {
    this.#entries.get(id)?.aborting.abort(new Error('the job was cancelled'));
  }

  held(): HeldTry[] {
    return [...this.#entries.values()].map((entry) => entry.held);
  }

  abortAll(reason: Error): void {
    for (const entry of this.#entries.values()) entry.aborting.abort(reason);
  }

  /** No look is under way any more. */
  async stop(): Promise<void> {
    this.#rest();
    await this.#looking;
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    // One at a time: a slow database is not asked twice at once.
    this.#looking ??= this.#lookOnce()
      .catch((error: unknown) => this.#onError(error as Error))
      .finally(() => {
        this.#looking = undefined;
      });
  }

  async #lookOnce(): Promise<void> {
    const entries = [...this.#entries.values()];
    if (entries.length === 0) return;
    const fresh = entries.filter((entry) => entry.isFresh);
    for (const entry of fresh) entry.isFresh = false;
    const progress = fresh.map(({ held: { id, attempt }, progress }) => ({ id, attempt, ...progress! }));
    for (const id of await pulse(this.#db, { running: entries.map(({ held }) => held.id), progress })) this.cancel(id);
  }
}
