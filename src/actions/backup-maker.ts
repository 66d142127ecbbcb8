// How a process makes back-ups; handed in by compose.

import type { BackupKeep } from './backup-retention.ts';

/** What one run made of the installation. */
export interface BackupReport {
  size: number;
  sha256: string;
  rows: number;
  blobs: number;
  blobBytes: number;
  /** null: it was not verified. */
  verification: 'passed' | 'failed' | null;
  /** Code of why the verification failed. */
  error: string | null;
}

export interface BackupMaker {
  keep: BackupKeep;
  /** Name of a new archive. */
  nameOf(at: Date): string;
  /** Makes the archive, and verifies it when that is configured. Throws SheafError. */
  make(name: string, signal: AbortSignal): Promise<BackupReport>;
  /** Deletes an archive, if it is still the one of this size. */
  remove(name: string, size: number): Promise<void>;
}
