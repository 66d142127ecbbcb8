// What a queue is: its name, what its jobs carry, and how they are tried again.

import type { z } from 'zod';

/** Every payload says which request it came from, if any. */
export interface JobPayload {
  requestId: string | null;
}

export interface Retry {
  /** Tries after the first. */
  limit: number;
  /** Time between tries, which doubles up to the longest. */
  delaySeconds: number;
  delayMaxSeconds: number;
}

export interface QueueSpec<P extends JobPayload = JobPayload> {
  name: string;
  payload: z.ZodType<P>;
  /** Longest that one job may run. */
  expireInSeconds: number;
  retry?: Retry;
  /** What a job is about: `idIn` is the key of the payload that holds its id, which becomes the job's own. */
  subject?: { type: string; idIn: string };
  /** Everybody in the workspace may see its jobs; of other queues only who asked for one, owners and admins. */
  shared?: true;
  /** A dead job cannot be tried again: what it needs is gone by then. */
  final?: true;
}

/** First try and four more, so that a file that kills the process does not do so for ever. */
const usualRetry: Retry = { limit: 4, delaySeconds: 1, delayMaxSeconds: 60 };

export const retryOf = ({ retry = usualRetry }: Pick<QueueSpec, 'retry'>): Retry => retry;

/** Jobs that died or were cancelled arrive here once, for what has to end with them. */
export const deadName = (queue: string): string => `${queue}-dead`;
