// Counts by key in fixed windows of time. Exact for this process at once; what other processes counted is learned in
// exchanges (count-in-batches.ts), so that no request waits for the database.

export interface CounterOptions {
  windowSeconds: number;
  /** Most keys held; past it, the key that was quiet longest is forgotten. */
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

/** Keys looked at, at most, to find one that may be forgotten without losing a count. */
const LOOK_FOR_QUIET = 32;

export function createSharedCounter({ windowSeconds, maxKeys, now }: CounterOptions): SharedCounter {
  const entries = new Map<string, Entry>();
  const currentWindow = (): number => Math.floor(now() / 1000 / windowSeconds);

  const find = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    return entry?.windowNumber === currentWindow() ? entry : undefined;
  };

  const makeRoom = (): void => {
    if (entries.size < maxKeys) return;
    let looked = 0;
    for (const [key, entry] of entries) {
      if (entry.windowNumber !== currentWindow() || entry.pending + entry.sending === 0) {
        entries.delete(key);
        return;
      }
      if (++looked === LOOK_FOR_QUIET) break;
    }
    entries.delete(entries.keys().next().value!);
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
