// The job behind a back-test: what a lesson would have changed before.

import { type BackTestServices, giveUpBackTest, runBackTest } from '../actions/back-test-lesson.ts';
import { type BackTestLessonPayload, backTestLessonPayload, backTestLessonQueue } from '../store/queues.ts';
import type { Job } from './job.ts';

export function backTestLessonJob(services: BackTestServices): Job<BackTestLessonPayload> {
  return {
    queue: backTestLessonQueue,
    payload: backTestLessonPayload,
    concurrency: 1,
    handle: (payload, run) => runBackTest(services, payload, run),
    giveUp: (payload) => giveUpBackTest(services, payload),
  };
}
