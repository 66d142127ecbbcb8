// The queues there are, by name. Importable by whoever queues work without knowing who does it.

import { z } from 'zod';
import type { QueueSpec } from './job-queue.ts';
import { exportScopes } from './schema-keeping.ts';

export const readDocumentQueue: QueueSpec = { name: 'read-document', expireInSeconds: 3600 };

export const readDocumentPayload = z.object({
  workspaceId: z.uuid(),
  documentId: z.uuid(),
  runId: z.uuid(),
  requestId: z.string().nullable(),
});
export type ReadDocumentPayload = z.output<typeof readDocumentPayload>;

export const exportAccountQueue: QueueSpec = { name: 'export-account', expireInSeconds: 4 * 3600 };

export const exportAccountPayload = z.object({
  workspaceId: z.uuid(),
  exportId: z.uuid(),
  userId: z.uuid(),
  scope: z.enum(exportScopes),
  requestId: z.string().nullable(),
});
export type ExportAccountPayload = z.output<typeof exportAccountPayload>;

/** Tries go on for about five hours: longer than a server keeps a stranger waiting, or is down for repair. */
export const sendEmailQueue: QueueSpec = {
  name: 'send-email',
  expireInSeconds: 900,
  retry: { limit: 14, delaySeconds: 5, delayMaxSeconds: 3600 },
};

export const sendEmailPayload = z.object({ emailId: z.uuid(), requestId: z.string().nullable() });
export type SendEmailPayload = z.output<typeof sendEmailPayload>;

/** A whole installation may be carried; a second try comes when the first one's process died. */
export const makeBackupQueue: QueueSpec = {
  name: 'make-backup',
  expireInSeconds: 23 * 3600,
  retry: { limit: 2, delaySeconds: 60, delayMaxSeconds: 600 },
};

export const makeBackupPayload = z.object({ backupId: z.uuid(), requestId: z.string().nullable() });
export type MakeBackupPayload = z.output<typeof makeBackupPayload>;

export const queues: readonly QueueSpec[] = [readDocumentQueue, sendEmailQueue, exportAccountQueue, makeBackupQueue];
