// Background work of a process: every job there is, by hand, each with what it works with.

import { availableParallelism } from 'node:os';
import { tellDeadJob } from '../actions/tell-dead-job.ts';
import { backTestLessonJob } from '../jobs/back-test-lesson.ts';
import { calibrationRoundJob } from '../jobs/calibration-round.ts';
import { caseReminderRoundJob } from '../jobs/case-reminder-round.ts';
import { deliverWebhookJob } from '../jobs/deliver-webhook.ts';
import { embedPassagesJob } from '../jobs/embed-passages.ts';
import { expandNoticeJob } from '../jobs/expand-notice.ts';
import { exportAccountJob } from '../jobs/export-account.ts';
import { indexDocumentJob, rebuildIndexJob, searchRoundJob } from '../jobs/index-document.ts';
import type { Job } from '../jobs/job.ts';
import { keepingRoundJob } from '../jobs/keeping-round.ts';
import { learnFromCorrectionJob } from '../jobs/learn-from-correction.ts';
import { mailNoticesJob, noticeRoundJob } from '../jobs/mail-notices.ts';
import { askForBackupJob, makeBackupJob } from '../jobs/make-backup.ts';
import { matchCheckRoundJob } from '../jobs/match-check-round.ts';
import { matchRecordJob } from '../jobs/match-record.ts';
import { matchingRoundJob } from '../jobs/matching-round.ts';
import { intakeRoundJob, pollIntakeJob } from '../jobs/poll-intake.ts';
import { readDocumentJob } from '../jobs/read-document.ts';
import { startJobs } from '../jobs/registry.ts';
import { removeOrphanBlobsJob } from '../jobs/remove-orphan-blobs.ts';
import { rescoreMatchesJob } from '../jobs/rescore-matches.ts';
import { sendEmailJob } from '../jobs/send-email.ts';
import { tellSavedSearchesJob } from '../jobs/tell-saved-searches.ts';
import { tidyJobsJob } from '../jobs/tidy-jobs.ts';
import { moduleLogger } from '../observe/logger.ts';
import { queues } from '../store/queues.ts';
import { countTries } from './measure-core.ts';
import type { Core } from './world.ts';

export async function startWorkers(core: Core): Promise<void> {
  const { services, log, metrics } = core;
  const deps = {
    queue: services.queue,
    log: moduleLogger(log, 'jobs'),
    onGivenUp: (given: Parameters<typeof tellDeadJob>[1]) => tellDeadJob(services, given),
    ...(metrics ? countTries(metrics) : {}),
  };
  await startJobs(deps, queues, listJobs(core));
}

/** A job that is made but not listed leaves its queue without one, and the server does not start. */
export function listJobs({ config, services }: Pick<Core, 'config' | 'services'>): Job[] {
  return [
    readDocumentJob(services, config.readJobs || availableParallelism()),
    indexDocumentJob(services),
    embedPassagesJob(services),
    rebuildIndexJob(services),
    searchRoundJob(services),
    tellSavedSearchesJob(services),
    exportAccountJob(services),
    sendEmailJob(services),
    keepingRoundJob(services),
    removeOrphanBlobsJob(services),
    tidyJobsJob(services, config.jobDays),
    makeBackupJob(services),
    askForBackupJob(services, config.backup.schedule),
    matchRecordJob(services),
    rescoreMatchesJob(services),
    matchingRoundJob(services),
    expandNoticeJob(services),
    mailNoticesJob(services),
    noticeRoundJob(services),
    deliverWebhookJob(services),
    backTestLessonJob(services),
    learnFromCorrectionJob(services),
    calibrationRoundJob(services),
    pollIntakeJob(services),
    intakeRoundJob(services),
    caseReminderRoundJob(services),
    matchCheckRoundJob(services),
  ] as Job[];
}
