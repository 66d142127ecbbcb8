// What the metrics tell about back-ups.

import type { Metrics } from '../observe/metrics.ts';

export interface BackupFigures {
  /** The newest good one; undefined before the first. */
  last: { finishedAt: Date; size: number } | undefined;
  /** Since the newest good one. */
  failures: number;
  /** Older is overdue. */
  maxAgeMs: number;
  /** Of this process: before the first back-up, time counts from there. */
  startedAt: Date;
  now?: Date;
}

export function showBackups(
  metrics: Metrics,
  { last, failures, maxAgeMs, startedAt, now = new Date() }: BackupFigures,
): void {
  const since = last?.finishedAt ?? startedAt;
  metrics.set('sheaf_backup_age_seconds', {}, Math.max(0, now.getTime() - since.getTime()) / 1000);
  metrics.set('sheaf_backup_max_age_seconds', {}, maxAgeMs / 1000);
  metrics.set('sheaf_backup_failures', {}, failures);
  if (last) metrics.set('sheaf_backup_last_bytes', {}, last.size);
}
