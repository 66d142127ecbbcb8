// What readiness says about back-ups: whether the last one is good and young enough.

import type { Config } from '../config.ts';
import type { ComponentReport, ReadinessRegistry } from '../observe/readiness.ts';
import { summarizeBackups } from '../store/backups.ts';
import { periodOf } from '../store/cron-times.ts';
import type { Db } from '../store/database.ts';

/** Twice the time between two: one may fail. */
export const oldestBackupMs = (schedule: string, now: Date): number => 2 * periodOf(schedule, now);

/** Not required: a server without back-ups serves. */
export function watchBackups(
  readiness: ReadinessRegistry,
  { db, backup, startedAt = new Date() }: { db: Db; backup: Config['backup']; startedAt?: Date },
): void {
  const { folder, schedule } = backup;
  if (folder === undefined) return;
  const oldestMs = oldestBackupMs(schedule, startedAt);
  readiness.add('backup', () => backupHealth(db, { oldestMs, startedAt }), { required: false });
}

export async function backupHealth(
  db: Db,
  { oldestMs, startedAt, now = new Date() }: { oldestMs: number; startedAt: Date; now?: Date },
): Promise<ComponentReport> {
  const { last, failures, error } = await summarizeBackups(db);
  // Before the first one, time counts from the start.
  const age = now.getTime() - (last?.finishedAt ?? startedAt).getTime();
  return {
    ok: failures === 0 && age <= oldestMs,
    details: {
      ...(last
        ? { lastAt: last.finishedAt.toISOString(), ageSeconds: Math.round(age / 1000), sizeBytes: last.size }
        : { lastAt: 'never' }),
      ...(last ? { verification: last.verification ?? 'not tried' } : {}),
      ...(failures > 0 ? { failures, error: error ?? 'internal' } : {}),
    },
  };
}
