// The job behind each mail of the outbox.

import { giveUpMail, type SendMailDeps, sendMail } from '../notify/send-mail.ts';
import { PermanentFailure } from '../store/permanent-failure.ts';
import { type SendEmailPayload, sendEmailPayload, sendEmailQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

/** Mails handed over at the same time: few, because servers take many connections at once for an attack. */
const AT_ONCE = 2;

export function sendEmailJob(deps: SendMailDeps, concurrency = AT_ONCE): Job<SendEmailPayload> {
  return {
    queue: sendEmailQueue,
    payload: sendEmailPayload,
    concurrency,
    async handle({ emailId }, { signal, log }) {
      const state = await sendMail({ ...deps, log }, emailId, signal);
      // Somebody did not get it: that is to be seen, though no try would help.
      if (state === 'failed' || state === 'unknown') throw new PermanentFailure('mail.not-delivered');
    },
    giveUp: ({ emailId }) => giveUpMail(deps, emailId),
  };
}
