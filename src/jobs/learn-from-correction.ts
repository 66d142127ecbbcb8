// The job behind a correction: what it teaches of the document's sender.

import { type LearningServices, learnFromCorrection } from '../actions/learn-from-correction.ts';
import {
  type LearnFromCorrectionPayload,
  learnFromCorrectionPayload,
  learnFromCorrectionQueue,
} from '../store/queues.ts';
import type { Job } from './job.ts';

export function learnFromCorrectionJob(services: LearningServices): Job<LearnFromCorrectionPayload> {
  return {
    queue: learnFromCorrectionQueue,
    payload: learnFromCorrectionPayload,
    concurrency: 1,
    handle: (payload, { signal }) => learnFromCorrection(services, payload, signal),
    // The correction stands; nothing is learnt of it.
    giveUp: async () => {},
  };
}
