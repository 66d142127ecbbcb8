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
  requestId: z.string().nullable(),
});
export type RescoreMatchesPayload = z.output<typeof rescoreMatchesPayload>;

export const rescoreMatchesQueue: QueueSpec<RescoreMatchesPayload> = {
  name: 'rescore-matches',
  payload: rescoreMatchesPayload,
  expireInSeconds: 12 * 3600,
  shared: true,
};

export const matchingRoundQueue: QueueSpec<NoPayload> = {
  name: 'matching-round',
  payload: noPayload,
  expireInSeconds: 3600,
  retry: roundRetry,
};

export const expandNoticePayload = z.object({
  workspaceId: z.uuid(),
  noticeId: z.uuid(),
  requestId: z.string().nullable(),
});
export type ExpandNoticePayload = z.output<typeof expandNoticePayload>;

/** What happened is stored: it is told, however long the database was away. */
export const expandNoticeQueue: QueueSpec<ExpandNoticePayload> = {
  name: 'expand-notice',
  payload: expandNoticePayload,
  expireInSeconds: 300,
  retry: { limit: 20, delaySeconds: 2, delayMaxSeconds: 1800 },
};

export const mailNoticesPayload = z.object({
  workspaceId: z.uuid(),
  userId: z.uuid(),
  requestId: z.string().nullable(),
});
export type MailNoticesPayload = z.output<typeof mailNoticesPayload>;

/** What is due for one person. When all tries fail, the clock (`notice-round`) comes back to it. */
export const mailNoticesQueue: QueueSpec<MailNoticesPayload> = {
  name: 'mail-notices',
  payload: mailNoticesPayload,
  expireInSeconds: 300,
};

export const noticeRoundQueue: QueueSpec<NoPayload> = {
  name: 'notice-round',
  payload: noPayload,
  expireInSeconds: 600,
  retry: roundRetry,
};

export const deliverWebhookPayload = z.object({
  workspaceId: z.uuid(),
  endpointId: z.uuid(),
  deliveryId: z.uuid(),
  /** Which sending of the delivery: replays are further rounds. */
  round: z.number().int().min(1),
  /** Which try of that round. */
  attempt: z.number().int().min(1),
  requestId: z.string().nullable(),
});
export type DeliverWebhookPayload = z.output<typeof deliverWebhookPayload>;

/** One try each: the next one is another job, at its time. Tries of the job itself are for what goes wrong here. */
export const deliverWebhookQueue: QueueSpec<DeliverWebhookPayload> = {
  name: 'deliver-webhook',
  payload: deliverWebhookPayload,
  expireInSeconds: 300,
  retry: { limit: 20, delaySeconds: 5, delayMaxSeconds: 1800 },
};

export const indexDocumentPayload = z.object({
  workspaceId: z.uuid(),
  documentId: z.uuid(),
  requestId: z.string().nullable(),
});
export type IndexDocumentPayload = z.output<typeof indexDocumentPayload>;

export const indexDocumentQueue: QueueSpec<IndexDocumentPayload> = {
  name: 'index-document',
  payload: indexDocumentPayload,
  expireInSeconds: 900,
};

/** Of jobs for a workspace as a whole. */
export const workspacePayload = z.object({ workspaceId: z.uuid(), requestId: z.string().nullable() });
export type WorkspacePayload = z.output<typeof workspacePayload>;

/** What is left over is found by the next round. */
export const embedPassagesQueue: QueueSpec<WorkspacePayload> = {
  name: 'embed-passages',
  payload: workspacePayload,
  expireInSeconds: 12 * 3600,
  retry: roundRetry,
};
export const rebuildIndexPayload = workspacePayload.extend({ askedAt: z.iso.datetime() });
export type RebuildIndexPayload = z.output<typeof rebuildIndexPayload>;

export const rebuildIndexQueue: QueueSpec<RebuildIndexPayload> = {
  name: 'rebuild-index',
  payload: rebuildIndexPayload,
  expireInSeconds: 12 * 3600,
};
export const searchRoundQueue: QueueSpec<NoPayload> = {
  name: 'search-round',
  payload: noPayload,
  expireInSeconds: 3600,
  retry: roundRetry,
};
export const tellSavedSearchesQueue: QueueSpec<NoPayload> = {
  name: 'tell-saved-searches',
  payload: noPayload,
  expireInSeconds: 3600,
};

export const backTestLessonPayload = z.object({
  workspaceId: z.uuid(),
  lessonId: z.uuid(),
  /** Of the delta that will hold the report: a second try adds none. */
  testId: z.uuid(),
  requestId: z.string().nullable(),
});
export type BackTestLessonPayload = z.output<typeof backTestLessonPayload>;

export const backTestLessonQueue: QueueSpec<BackTestLessonPayload> = {
  name: 'back-test-lesson',
  payload: backTestLessonPayload,
  expireInSeconds: 3600,
  subject: { type: 'lesson', idIn: 'lessonId' },
};

export const learnFromCorrectionPayload = z.object({
  workspaceId: z.uuid(),
  recordId: z.uuid(),
  /** What was corrected, with the lesson that is to come of it: a second try makes none besides. */
  fields: z.array(z.object({ path: z.string(), lessonId: z.uuid() })).max(500),
  requestId: z.string().nullable(),
});
export type LearnFromCorrectionPayload = z.output<typeof learnFromCorrectionPayload>;

export const learnFromCorrectionQueue: QueueSpec<LearnFromCorrectionPayload> = {
  name: 'learn-from-correction',
  payload: learnFromCorrectionPayload,
  expireInSeconds: 3600,
};

export const pollIntakePayload = z.object({
  workspaceId: z.uuid(),
  sourceId: z.uuid(),
  requestId: z.string().nullable(),
});
export type PollIntakePayload = z.output<typeof pollIntakePayload>;

/** What a look leaves is found by the next one, which comes by itself. */
export const pollIntakeQueue: QueueSpec<PollIntakePayload> = {
  name: 'poll-intake',
  payload: pollIntakePayload,
  expireInSeconds: 900,
  retry: roundRetry,
};
export const intakeRoundQueue: QueueSpec<NoPayload> = {
  name: 'intake-round',
  payload: noPayload,
  expireInSeconds: 300,
  retry: roundRetry,
};

export const calibrationRoundQueue: QueueSpec<NoPayload> = {
  name: 'calibration-round',
  payload: noPayload,
  expireInSeconds: 3600,
  retry: roundRetry,
};

export const caseReminderRoundQueue: QueueSpec<NoPayload> = {
  name: 'case-reminder-round',
  payload: noPayload,
  expireInSeconds: 600,
  retry: roundRetry,
};

export const matchCheckRoundQueue: QueueSpec<NoPayload> = {
  name: 'match-check-round',
  payload: noPayload,
  expireInSeconds: 3600,
  retry: roundRetry,
};

export const queues: readonly QueueSpec[] = [
  readDocumentQueue,
  indexDocumentQueue,
  embedPassagesQueue,
  rebuildIndexQueue,
  searchRoundQueue,
  tellSavedSearchesQueue,
  sendEmailQueue,
  exportAccountQueue,
  keepingRoundQueue,
  removeOrphanBlobsQueue,
  tidyJobsQueue,
  makeBackupQueue,
  askForBackupQueue,
  matchRecordQueue,
  rescoreMatchesQueue,
  matchingRoundQueue,
  expandNoticeQueue,
  mailNoticesQueue,
  noticeRoundQueue,
  deliverWebhookQueue,
  backTestLessonQueue,
  learnFromCorrectionQueue,
  calibrationRoundQueue,
  pollIntakeQueue,
  intakeRoundQueue,
  caseReminderRoundQueue,
  matchCheckRoundQueue,
] as readonly QueueSpec[];
