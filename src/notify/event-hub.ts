// Live events to whoever watches in this process: one look at the table for all of them, as often as they should be prompt. Every
// process does so for its own watchers, so that it does not matter which one they are connected to.

import type { Db } from '../store/database.ts';
import { type EventPlace, type LiveEvent, listLiveEvents, newestPlace } from '../store/live-events.ts';

export interface EventHub {
  /**
   * Calls `listener` with what comes after the place that is returned, until `stop` is called. Rejects when the database cannot
   * be asked.
   */
  watch(workspaceId: string, listener: (event: LiveEvent) => void): Promise<{ from: EventPlace; stop: () => void }>;
  watching(): number;
}

export interface EventHubOptions {
  db: Db;
  everyMs: number;
  onError: (error: unknown) => void;
}

const BATCH = 500;

export function createEventHub({ db, everyMs, onError }: EventHubOptions): EventHub {
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>();
  let count = 0;
  let place: EventPlace | undefined;
  let timer: NodeJS.Timeout | undefined;
  let beginning: Promise<EventPlace> | undefined;

  async function look(): Promise<void> {
    try {
      let events: LiveEvent[];
      do {
        events = await listLiveEvents(db, place!, BATCH);
        for (const event of events) {
          place = event.place;
          for (const listener of listeners.get(event.workspaceId) ?? []) listener(event);
        }
      } while (events.length === BATCH);
    } catch (error) {
      // The next look begins where this one was.
      onError(error);
    }
    if (count > 0) schedule();
    else rest();
  }

  function schedule(): void {
    timer = setTimeout(() => void look(), everyMs);
    timer.unref();
  }

  function rest(): void {
    timer = undefined;
    place = undefined;
    beginning = undefined;
  }

  async function begin(): Promise<EventPlace> {
    try {
      place = await newestPlace(db);
    } catch (error) {
      beginning = undefined;
      throw error;
    }
    schedule();
    return place;
  }

  return {
    async watch(workspaceId, listener) {
      // Counted before the first wait, so that the looks do not end meanwhile.
      count++;
      const stop = once(() => {
        count--;
        const others = listeners.get(workspaceId);
        others?.delete(listener);
        if (others?.size === 0) listeners.delete(workspaceId);
      });
      try {
        beginning ??= begin();
        await beginning;
      } catch (error) {
        stop();
        throw error;
      }
      const others = listeners.get(workspaceId) ?? new Set();
      listeners.set(workspaceId, others.add(listener));
      return { from: place!, stop };
    },
    watching: () => count,
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
