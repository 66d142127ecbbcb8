// How deep the queues are, as the metrics tell it: from the rows of the queue itself.

import { expect, onTestFinished, test } from 'vitest';
import { type JobQueue, openJobQueue } from '../../src/store/job-queue.ts';
import { newId } from '../../src/store/new-id.ts';
import { measureQueues } from '../../src/store/queue-depth.ts';
import { sendEmailQueue } from '../../src/store/queues.ts';
import { openTestDatabase } from '../support/test-database.ts';

test('waiting, delayed, active and dead jobs are counted apart, and the oldest has its age', async () => {
  const opened = await openTestDatabase();
  const { db, pglite } = opened.database;
  const source = pglite ? { pglite } : { databaseUrl: opened.env.DATABASE_URL! };
  const spec = { ...sendEmailQueue, retry: { limit: 1, delaySeconds: 600, delayMaxSeconds: 600 } };
  const queue: JobQueue = await openJobQueue({ queues: [spec], source, db, onError: () => {} });
  onTestFinished(async () => {
    await queue.stop(1000);
    await opened.remove();
  });
  const add = (count: number) =>
    db.transaction().execute((trx) =>
      queue.enqueue(
        trx,
        spec.name,
        Array.from({ length: count }, () => ({ emailId: newId(), requestId: null })),
      ),
    );
  const measure = async () =>
    Object.fromEntries((await measureQueues(db)).map(({ queue: name, state, jobs }) => [`${name} ${state}`, jobs]));

  expect(await measure()).toEqual({});
  await add(3);
  expect(await measure()).toEqual({ 'send-email waiting': 3 });
  const [waiting] = await measureQueues(db);
  expect(waiting!.seconds).toBeGreaterThanOrEqual(0);
  expect(waiting!.seconds).toBeLessThan(60);

  const hold = Promise.withResolvers<void>();
  let begun = 0;
  await queue.work(spec.name, 2, {
    async handle() {
      if (++begun === 1) throw new Error('again, in ten minutes');
      await hold.promise;
    },
    ended() {},
  });
  for (let i = 0; i < 200 && begun < 3; i++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await measure()).toEqual({ 'send-email delayed': 1, 'send-email active': 2 });
  hold.resolve();
  for (let i = 0; i < 200 && (await measure())['send-email active']; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await measure()).toEqual({ 'send-email delayed': 1 });
});
