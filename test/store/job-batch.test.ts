// A worker that has had work looks for more at once: its polls here are so far apart that waiting for them would never end.

import { expect, onTestFinished, test } from 'vitest';
import { newId } from '../../src/store/new-id.ts';
import { openJobHouse } from '../support/job-house.ts';

test('a batch is worked off without waiting for polls', { timeout: 240_000 }, async () => {
  const house = await openJobHouse();
  onTestFinished(() => house.close());
  const done: string[] = [];
  const process = await house.start(async ({ toyId }) => void done.push(toyId), { pollSeconds: 600 });
  const payloads = Array.from({ length: 30 }, () => ({ toyId: newId(), requestId: null }));
  const ids = await house.database.db.transaction().execute((trx) => process.queue.enqueue(trx, 'toy', payloads));
  process.queue.wake('toy');
  for (const id of ids) await house.reached(id, 'done');
  expect(done.sort()).toEqual(payloads.map(({ toyId }) => toyId).sort());
});
