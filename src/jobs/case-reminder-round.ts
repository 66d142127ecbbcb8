// Reminders of cases, looked for once a minute. Two rounds at once do no harm: a reminder is held while it is told of.

import { tellDueReminders } from '../actions/case-reminders.ts';
import type { Services } from '../actions/services.ts';
import { caseReminderRoundQueue, type NoPayload, noPayload } from '../store/queues.ts';
import type { Job } from './job.ts';

export function caseReminderRoundJob(deps: Pick<Services, 'db' | 'raiseNotice' | 'queue'>): Job<NoPayload> {
  return {
    queue: caseReminderRoundQueue,
    payload: noPayload,
    concurrency: 1,
    schedule: { cron: '* * * * *', payload: { requestId: null } },
    async handle(_payload, { signal, log }) {
      const told = await tellDueReminders(deps, new Date(), signal);
      if (told > 0) log.info({ told }, 'reminders of cases were due');
    },
    // The next round comes by itself.
    giveUp: async () => {},
  };
}
