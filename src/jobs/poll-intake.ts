// Ways in that have to be asked: once a minute it is looked which are due, and each look is a job of its own.

import { type PollDeps, pollIntake, queueDueLooks } from '../actions/poll-intake.ts';
import {
  intakeRoundQueue,
  type NoPayload,
  noPayload,
  type PollIntakePayload,
  pollIntakePayload,
  pollIntakeQueue,
} from '../store/queues.ts';
import type { Job } from './job.ts';

export function intakeRoundJob(deps: PollDeps): Job<NoPayload> {
  const { imap, folder, objects, feed } = deps.intake;
  const asksAny = Boolean(imap ?? folder ?? objects ?? feed);
  return {
    queue: intakeRoundQueue,
    payload: noPayload,
    concurrency: 1,
    ...(asksAny ? { schedule: { cron: '* * * * *', payload: { requestId: null } } } : {}),
    handle: async () => void (await queueDueLooks(deps)),
    // The next round looks again.
    giveUp: async () => {},
  };
}

export function pollIntakeJob(deps: PollDeps): Job<PollIntakePayload> {
  return {
    queue: pollIntakeQueue,
    payload: pollIntakePayload,
    concurrency: 4,
    handle: (payload, { signal, log }) => pollIntake({ ...deps, log }, payload, signal),
    // It is due again by itself.
    giveUp: async () => {},
  };
}
