// The job behind each mail of the outbox.

import { giveUpMail, type SendMailDeps, sendMail } from '../notify/send-mail.ts';
import { type SendEmailPayload, sendEmailPayload, sendEmailQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

export function sendEmailJob(deps: SendMailDeps): Job<SendEmailPayload> {
  return {
    queue: sendEmailQueue,
    payload: sendEmailPayload,
    handle: ({ emailId }, { signal, log }) => sendMail({ ...deps, log }, emailId, signal),
    giveUp: ({ emailId }) => giveUpMail(deps, emailId),
  };
}
