// What a case of a job is, for the tests that run every registered job.

import type { BlobStore } from '../../src/store/blob-store.ts';
import type { Db } from '../../src/store/database.ts';
import type { JobPayload } from '../../src/store/queue-spec.ts';
import type { SecretBox } from '../../src/store/sealed-secrets.ts';
import type { LoopbackServer } from './loopback-server.ts';
import type { Mailbox } from './smtp-mailbox.ts';

export interface JobWorld {
  db: Db;
  blobs: BlobStore;
  secrets: SecretBox;
  dataDir: string;
  mailbox: Mailbox;
  /** What the server may call: OUTGOING_ALLOW. */
  receiver: LoopbackServer;
  /** BACKUP_DIR of the server. */
  backups: string;
}

export interface Prepared {
  payload: JobPayload;
  /** What is there afterwards. `wasKilled`: a process died in the middle of it. */
  verify(options: { wasKilled: boolean }): Promise<void>;
}

export interface JobCase {
  /** A table that the job needs in the middle of its work: whoever locks it holds the job there. */
  heldBy: string | 'the mail server';
  prepare(world: JobWorld): Promise<Prepared>;
}

/** The payload of a round. */
export const none = { requestId: null };
