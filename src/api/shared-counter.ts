// Counts by key in fixed windows of time. Exact for this process at once; what other processes counted is learned in
// exchanges (count-in-batches.ts), so that no request waits for the database.

export interface CounterOptions {
  windowSeconds: number;
  /** Most keys held; past it, keys that were quiet longest are forgotten, first those whose counts are written. */
  maxKeys: number;
  /** Milliseconds since 1970. */
  now: () => number;
}

export interface KeyCount {
  key: string;
  windowNumber: number;
  count: number;
}

interface Entry {
  windowNumber: number;
  /** Total of all processes, as of the last batch. */
  known: number;
  /** Counted here since. */
  pending: number;
  /** On its way to the database. */
  sending: number;
}

export interface SharedCounter {
  windowSeconds: number;
  /** Count in the window that is running. */
  look(key: string): number;
  add(key: string): void;
  /** Seconds until the window ends, at least 1. */
  secondsLeft(): number;
  /** What was counted since the last time; `settle` or `putBack` must follow. */
  takePending(): KeyCount[];
  /** Takes in a total of all processes. */
  learn(total: KeyCount): void;
  /** The batch arrived, and its totals were learned. */
  settle(): void;
  /** The batch did not arrive: it goes with the next one. */
  putBack(): void;
  size(): number;
}

export function createSharedCounter({ windowSeconds, maxKeys, now }: CounterOptions): SharedCounter {
  const entries = new Map<string, Entry>();
  const currentWindow = (): number => Math.floor(now() / 1000 / windowSeconds);

  const find = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    return entry?.windowNumber === currentWindow() ? entry : undefined;
  };

  /** Makes room for many at a time, so that a flood of new keys costs each of them little. */
  const makeRoom = (): void => {
    if (entries.size < maxKeys) return;
    let toGo = Math.ceil(maxKeys / 10);
    for (const [key, entry] of entries) {
      if (toGo === 0) return;
      const isWritten = entry.pending + entry.sending === 0;
      if (!isWritten && entry.windowNumber === currentWindow()) continue;
      entries.delete(key);
      toGo--;
    }
    for (const key of entries.keys()) {
      if (toGo === 0) return;
      entries.delete(key);
      toGo--;
    }
  };

  return {
    windowSeconds,
    look(key) {
      const entry = find(key);
      return entry ? entry.known + entry.sending + entry.pending : 0;
    },
    add(key) {
      const entry = find(key) ?? { windowNumber: currentWindow(), known: 0, pending: 0, sending: 0 };
      entry.pending += 1;
      // Put at the end: the order of the map is the order of use.
      if (!entries.delete(key)) makeRoom();
      entries.set(key, entry);
    },
    secondsLeft: () => Math.max(1, Math.ceil((currentWindow() + 1) * windowSeconds - now() / 1000)),
    takePending() {
      const taken: KeyCount[] = [];
      for (const [key, entry] of entries) {
        if (entry.windowNumber !== currentWindow()) {
          entries.delete(key);
          continue;
        }
        if (entry.pending === 0) continue;
        entry.sending += entry.pending;
        entry.pending = 0;
        taken.push({ key, windowNumber: entry.windowNumber, count: entry.sending });
      }
      return taken;
    },
    settle() {
      for (const entry of entries.values()) entry.sending = 0;
    },
    learn({ key, windowNumber, count }) {
      if (windowNumber !== currentWindow()) return;
      const entry = find(key);
      if (entry) entry.known = Math.max(entry.known, count);
      else {
        if (!entries.delete(key)) makeRoom();
        entries.set(key, { windowNumber, known: count, pending: 0, sending: 0 });
      }
    },
    putBack() {
      for (const entry of entries.values()) {
        entry.pending += entry.sending;
        entry.sending = 0;
      }
    },
    size: () => entries.size,
  };
}
