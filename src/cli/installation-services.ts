// What the commands that carry an installation need from the rest of the house; main hands it in (compose/installation.ts).

import type { Config } from '../config.ts';

export interface CarryProgress {
  stage: 'rows' | 'blobs' | 'verify';
  table?: string;
  done: number;
  total?: number;
}

interface Watch {
  config: Config;
  onProgress: (progress: CarryProgress) => void;
  signal: AbortSignal;
}

export interface MadeBackup {
  file?: string;
  size?: number;
  tables: number;
  rows: number;
  jobs: number;
  blobs: number;
  blobBytes: number;
  damaged: { sha256: string; documents: string[] }[];
  encrypted: boolean;
  keysApart: string[];
  verified: boolean;
}

export interface CheckedArchive {
  header: { createdAt: string; sheaf: string };
  manifest: {
    tables: Record<string, { rows: number }>;
    jobs: { rows: number };
    blobs: { count: number; bytes: number };
    damaged: { sha256: string; documents: string[] }[];
  };
  /** Chains of the audit log. */
  chains: number;
  jobsDropped: number;
}

export interface RestoredInstallation extends CheckedArchive {
  keys: { file: string; state: 'written' | 'same' | 'missing' | 'other' }[];
  migrated: string[];
  putAside?: string;
}

export interface MovedInstallation {
  to: string;
  already: boolean;
  tables: number;
  rows: number;
  jobs: number;
  blobs: number;
  damaged: string[];
}

/** Each throws SheafError when it could not be done. */
export interface InstallationServices {
  backUp(
    request: Watch & {
      target: string | NodeJS.WritableStream;
      withKeys: boolean;
      skipDamaged: boolean;
      verify: boolean;
    },
  ): Promise<MadeBackup>;
  verify(request: Watch & { source: string | NodeJS.ReadableStream }): Promise<CheckedArchive>;
  restore(request: Watch & { source: string | NodeJS.ReadableStream; replace: boolean }): Promise<RestoredInstallation>;
  move(request: Watch & { databaseUrl: string }): Promise<MovedInstallation>;
}
