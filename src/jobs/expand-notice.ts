// The job behind each notice that is raised.

import { expandNotice } from '../actions/expand-notice.ts';
import type { Services } from '../actions/services.ts';
import { type ExpandNoticePayload, expandNoticePayload, expandNoticeQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

export function expandNoticeJob(
  deps: Pick<Services, 'db' | 'queue' | 'mailTransport' | 'onNotice'>,
): Job<ExpandNoticePayload> {
  return {
    queue: expandNoticeQueue,
    payload: expandNoticePayload,
    concurrency: 1,
    handle: (payload) => expandNotice(deps, payload),
    // The notice stays, and reopening the job tells of it: nothing has to end.
    giveUp: async () => {},
  };
}
