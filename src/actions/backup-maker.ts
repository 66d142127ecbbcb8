// How a process makes back-ups; handed in by compose.

import type { BackupTaskReport } from '../store/transfer/backup-task.ts';
import type { BackupKeep } from './backup-retention.ts';

/** What one run made of the installation. */
export type BackupReport = BackupTaskReport;

export interface BackupMaker {
  keep: BackupKeep;
  /** Name of a new archive. */
  nameOf(at: Date): string;
  /** Makes the archive, and verifies it when that is configured. Throws SheafError. */
  make(name: string, signal: AbortSignal): Promise<BackupReport>;
  /** Deletes an archive, if it is still the one of this size. */
  remove(name: string, size: number): Promise<void>;
}
