// Mails of notices: the job for what is due at once, and the clock that looks once a minute for digests and ended quiet hours.

import { type MailNoticesDeps, mailDueNotices, mailNotices } from '../actions/mail-notices.ts';
import { deleteOldLiveEvents } from '../store/live-events.ts';
import {
  type MailNoticesPayload,
  mailNoticesPayload,
  mailNoticesQueue,
  type NoPayload,
  noPayload,
  noticeRoundQueue,
} from '../store/queues.ts';
import type { Job } from './job.ts';

/** Whoever was away for longer begins anew. */
const EVENTS_KEPT_MS = 24 * 60 * 60_000;

export function mailNoticesJob(deps: MailNoticesDeps): Job<MailNoticesPayload> {
  return {
    queue: mailNoticesQueue,
    payload: mailNoticesPayload,
    concurrency: 1,
    async handle(payload) {
      await mailNotices(deps, payload);
    },
    // The clock comes back to what is due.
    giveUp: async () => {},
  };
}

export function noticeRoundJob(deps: MailNoticesDeps): Job<NoPayload> {
  return {
    queue: noticeRoundQueue,
    payload: noPayload,
    concurrency: 1,
    schedule: { cron: '* * * * *', payload: { requestId: null } },
    async handle(_payload, { signal, log }) {
      const mails = await mailDueNotices(deps, signal);
      if (mails > 0) log.info({ mails }, 'mails of notices were due');
      await deleteOldLiveEvents(deps.db, new Date(Date.now() - EVENTS_KEPT_MS));
    },
    // The next round comes by itself.
    giveUp: async () => {},
  };
}
