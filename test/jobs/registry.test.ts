import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Job } from '../../src/jobs/job.ts';
import { ensureComplete } from '../../src/jobs/registry.ts';
import { nextRun } from '../../src/store/job-schedules.ts';
import type { QueueSpec } from '../../src/store/queue-spec.ts';

const payload = z.object({ requestId: z.string().nullable() });
const queue: QueueSpec = { name: 'sweep', payload, expireInSeconds: 60 };
const job: Job = { queue, payload, concurrency: 1, handle: async () => {}, giveUp: async () => {} };
const daily = { cron: '0 3 * * *', payload: { requestId: null } };

const judge =
  (jobs: readonly Job[], queues: readonly QueueSpec[] = [queue]) =>
  () =>
    ensureComplete(queues, jobs);

test('a queue with its job passes, with a schedule or without', () => {
  expect(judge([job])).not.toThrow();
  expect(judge([{ ...job, schedule: daily }])).not.toThrow();
});

test.each<[mistake: string, jobs: readonly Job[], queues: readonly QueueSpec[], message: RegExp]>([
  ['a queue without a job', [], [queue], /queue sweep has no job/],
  ['two jobs for one queue', [job, { ...job }], [queue], /queue sweep has 2 jobs/],
  ['a queue that is declared twice', [job], [queue, queue], /queue sweep is declared twice/],
  ['a job for a queue that is not declared', [job], [], /works a queue that is not declared/],
  ['a missing handler', [{ ...job, handle: undefined as never }], [queue], /job sweep has no handler/],
  ['no way to give up', [{ ...job, giveUp: undefined as never }], [queue], /does not say how it is given up/],
  [
    'another payload',
    [{ ...job, payload: z.object({ requestId: z.null() }) as never }],
    [queue],
    /expects another payload/,
  ],
  ['no workers', [{ ...job, concurrency: 0 }], [queue], /job sweep has no workers/],
  [
    'a bad cron',
    [{ ...job, schedule: { ...daily, cron: '0 25 * * *' } }],
    [queue],
    /schedule of the job sweep: "0 25 \* \* \*" is no schedule/,
  ],
  ['a cron of seconds', [{ ...job, schedule: { ...daily, cron: '* * * * * *' } }], [queue], /needs 5 fields/],
  [
    'a schedule that carries something else',
    [{ ...job, schedule: { cron: daily.cron, payload: {} as never } }],
    [queue],
    /carries what its queue does not take/,
  ],
])('%s is refused', (_mistake, jobs, queues, message) => {
  expect(judge(jobs, queues)).toThrow(message);
});

test('every mistake is named at once', () => {
  const broken = { ...job, concurrency: 0, schedule: { ...daily, cron: 'never' } };
  expect(judge([broken, broken])).toThrow(/has 2 jobs[\s\S]*no workers[\s\S]*is no schedule/);
});

test('a schedule is due by the clock of UTC', () => {
  expect(nextRun('0 3 * * *', new Date('2026-03-29T01:30:00Z'))).toEqual(new Date('2026-03-29T03:00:00Z'));
  expect(nextRun('30 2 29 2 *', new Date('2026-01-01T00:00:00Z'))).toEqual(new Date('2028-02-29T02:30:00Z'));
});
