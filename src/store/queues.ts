// The queues there are, by name. Importable by whoever queues work without knowing who does it.

import { z } from 'zod';
import type { QueueSpec } from './queue-spec.ts';
import { exportScopes } from './schema-keeping.ts';

export const readDocumentPayload = z.object({
  workspaceId: z.uuid(),
  documentId: z.uuid(),
  runId: z.uuid(),
  requestId: z.string().nullable(),
});
export type ReadDocumentPayload = z.output<typeof readDocumentPayload>;

export const readDocumentQueue: QueueSpec<ReadDocumentPayload> = {
  name: 'read-document',
  payload: readDocumentPayload,
  expireInSeconds: 3600,
  subject: { type: 'run', idIn: 'runId' },
  shared: true,
};

export const exportAccountPayload = z.object({
  workspaceId: z.uuid(),
  exportId: z.uuid(),
  userId: z.uuid(),
  scope: z.enum(exportScopes),
  requestId: z.string().nullable(),
});
export type ExportAccountPayload = z.output<typeof exportAccountPayload>;

export const exportAccountQueue: QueueSpec<ExportAccountPayload> = {
  name: 'export-account',
  payload: exportAccountPayload,
  expireInSeconds: 4 * 3600,
  subject: { type: 'export', idIn: 'exportId' },
};

export const sendEmailPayload = z.object({ emailId: z.uuid(), requestId: z.string().nullable() });
export type SendEmailPayload = z.output<typeof sendEmailPayload>;

/** Tries go on for about five hours: longer than a server keeps a stranger waiting, or is down for repair. */
export const sendEmailQueue: QueueSpec<SendEmailPayload> = {
  name: 'send-email',
  payload: sendEmailPayload,
  expireInSeconds: 900,
  retry: { limit: 14, delaySeconds: 5, delayMaxSeconds: 3600 },
  subject: { type: 'mail', idIn: 'emailId' },
  // What it was filled with is wiped when it is over.
  final: true,
};

/** Of jobs that need nothing but their time. */
export const noPayload = z.object({ requestId: z.string().nullable() });
export type NoPayload = z.output<typeof noPayload>;

/** The next round comes by itself: few tries. */
const roundRetry = { limit: 2, delaySeconds: 10, delayMaxSeconds: 600 };

export const keepingRoundQueue: QueueSpec<NoPayload> = {
  name: 'keeping-round',
  payload: noPayload,
  expireInSeconds: 6 * 3600,
  retry: roundRetry,
};
export const removeOrphanBlobsQueue: QueueSpec<NoPayload> = {
  name: 'remove-orphan-blobs',
  payload: noPayload,
  expireInSeconds: 6 * 3600,
  retry: roundRetry,
};
export const tidyJobsQueue: QueueSpec<NoPayload> = {
  name: 'tidy-jobs',
  payload: noPayload,
  expireInSeconds: 3600,
  retry: roundRetry,
};

export const makeBackupPayload = z.object({ backupId: z.uuid(), requestId: z.string().nullable() });
export type MakeBackupPayload = z.output<typeof makeBackupPayload>;

/** A whole installation may be carried; a second try comes when the first one's process died. */
export const makeBackupQueue: QueueSpec<MakeBackupPayload> = {
  name: 'make-backup',
  payload: makeBackupPayload,
  expireInSeconds: 23 * 3600,
  retry: { limit: 2, delaySeconds: 60, delayMaxSeconds: 600 },
  subject: { type: 'backup', idIn: 'backupId' },
  // Its row tells that it failed: another back-up is asked for instead.
  final: true,
};

export const askForBackupQueue: QueueSpec<NoPayload> = {
  name: 'ask-for-backup',
  payload: noPayload,
  expireInSeconds: 60,
  retry: roundRetry,
};

export const matchRecordPayload = z.object({
  workspaceId: z.uuid(),
  recordId: z.uuid(),
  requestId: z.string().nullable(),
});
export type MatchRecordPayload = z.output<typeof matchRecordPayload>;

export const matchRecordQueue: QueueSpec<MatchRecordPayload> = {
  name: 'match-record',
  payload: matchRecordPayload,
  expireInSeconds: 600,
};

export const rescoreMatchesPayload = z.object({
  workspaceId: z.uuid(),
  rescoreId: z.uuid(),
  requestId: z.string().nullable(),
});
export type RescoreMatchesPayload = z.output<typeof rescoreMatchesPayload>;

export const rescoreMatchesQueue: QueueSpec<RescoreMatchesPayload> = {
  name: 'rescore-matches',
  payload: rescoreMatchesPayload,
  expireInSeconds: 12 * 3600,
  subject: { type: 'rescore', idIn: 'rescoreId' },
  shared: true,
};

export const queues: readonly QueueSpec[] = [
  readDocumentQueue,
  sendEmailQueue,
  exportAccountQueue,
  keepingRoundQueue,
  removeOrphanBlobsQueue,
  tidyJobsQueue,
  makeBackupQueue,
  askForBackupQueue,
  matchRecordQueue,
  rescoreMatchesQueue,
] as readonly QueueSpec[];
