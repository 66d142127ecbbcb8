// Back-ups as the code sees them.

import type { ColumnType } from 'kysely';

export const backupTriggers = ['schedule', 'person'] as const;
export type BackupTrigger = (typeof backupTriggers)[number];
export const backupStates = ['queued', 'running', 'done', 'failed'] as const;
export type BackupState = (typeof backupStates)[number];

export interface BackupTable {
  id: string;
  trigger: BackupTrigger;
  /** Who asked for it. */
  requested_by: string | null;
  /** The time of the schedule that it was made for: one back-up each, however many processes look. */
  scheduled_for: Date | null;
  state: ColumnType<BackupState, BackupState | undefined, BackupState>;
  /** Name in the folder for back-ups. */
  file: string | null;
  size: number | null;
  sha256: string | null;
  row_count: number | null;
  blob_count: number | null;
  blob_bytes: number | null;
  /** null: it was not verified. */
  verification: 'passed' | 'failed' | null;
  /** A code of the error catalogue. */
  error: string | null;
  created_at: ColumnType<Date, Date | undefined, never>;
  started_at: Date | null;
  finished_at: Date | null;
  /** When the file was deleted, its time being over. */
  removed_at: Date | null;
}
