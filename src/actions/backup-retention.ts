// Which back-ups stay: the newest of each of the last days, weeks and months that have one.

export interface BackupKeep {
  days: number;
  weeks: number;
  months: number;
}

const DAY_MS = 24 * 60 * 60_000;

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const monthOf = (at: Date): string => at.toISOString().slice(0, 7);
/** Monday of its week: 1970 began on a Thursday. */
const weekOf = (at: Date): string => String(Math.floor((at.getTime() / DAY_MS + 3) / 7));

/** Ids of those that stay; the newest always does. Days, weeks and months are those of UTC. */
export function chooseKept(
  backups: readonly { id: string; at: Date }[],
  { days, weeks, months }: BackupKeep,
): ReadonlySet<string> {
  const newestFirst = [...backups].sort((a, b) => b.at.getTime() - a.at.getTime());
  const kept = new Set(newestFirst.slice(0, 1).map(({ id }) => id));
  for (const [count, periodOf] of [
    [days, dayOf],
    [weeks, weekOf],
    [months, monthOf],
  ] as const) {
    const periods = new Set<string>();
    for (const { id, at } of newestFirst) {
      const period = periodOf(at);
      if (periods.has(period) || periods.size >= count) continue;
      periods.add(period);
      kept.add(id);
    }
  }
  return kept;
}
