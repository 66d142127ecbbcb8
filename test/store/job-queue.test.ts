// The queue itself: tries, progress, cancelling.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { SheafError } from '../../src/errors.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { reconcileJobs } from '../../src/store/job-tries.ts';
import { deleteOldJobs, listJobs, markCancelled } from '../../src/store/jobs.ts';
import { newId } from '../../src/store/new-id.ts';
import { PermanentFailure } from '../../src/store/permanent-failure.ts';
import { aborted, type JobHouse, type JobProcess, openJobHouse } from '../support/job-house.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let house: JobHouse;
let process: JobProcess;
/** What the next tries do, by note; jobs without one are done at once. */
const acts = new Map<string, (run: Parameters<Parameters<JobHouse['start']>[0]>[1]) => Promise<void>>();

beforeAll(async () => {
  house = await openJobHouse();
  process = await house.start(async ({ note }, run) => acts.get(note ?? '')?.(run), { concurrency: 4 });
});
afterAll(() => house.close());

const endedTries = (id: string) => process.ended.filter((one) => one.jobId === id).map((one) => one.outcome);
const givenUp = (id: string) => process.givenUp.filter((one) => one.toyId === id);
const settled = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 25 });

test('a job that is done says so, with its one try', async () => {
  const id = await house.enqueue(process);
  expect(await house.reached(id, 'done')).toMatchObject({ attempts: 1, error_code: null, next_try_at: null });
  await settled(() => expect(endedTries(id)).toEqual(['done']));
  expect(givenUp(id)).toEqual([]);
});

test('a transaction that fails queues nothing and leaves no row', async () => {
  const toyId = newId();
  const failing = house.database.db.transaction().execute(async (trx) => {
    await process.queue.enqueue(trx, 'toy', [{ toyId, requestId: null }]);
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await house.find(toyId)).toBeUndefined();
});

test('what the queue does not take is refused where it is queued', async () => {
  const wrong = house.database.db
    .transaction()
    .execute((trx) => process.queue.enqueue(trx, 'toy', [{ toyId: 'no id', requestId: null }]));
  await expect(wrong).rejects.toThrow(/uuid/i);
});

test('a failed try is told by its code, never by its words, and another follows', async () => {
  let tries = 0;
  acts.set('flaky', async () => {
    if (++tries === 1) throw new SheafError('reader.unavailable', 'of the file secret.pdf');
  });
  const id = await house.enqueue(process, { note: 'flaky' });
  const waiting = await house.reached(id, 'retrying');
  expect(waiting).toMatchObject({ attempts: 1, error_code: 'reader.unavailable' });
  expect(waiting.next_try_at!.getTime()).toBeGreaterThan(waiting.started_at!.getTime());
  expect(await house.reached(id, 'done')).toMatchObject({ attempts: 2, error_code: null });
  await settled(() => expect(endedTries(id)).toEqual(['retrying', 'done']));
  const { rows } = await sql`select * from jobs.job where id = ${id}`.execute(house.database.db);
  expect(JSON.stringify([rows, await house.find(id)])).not.toContain('secret');
});

test('after the last try it is dead and given up, once', async () => {
  acts.set('broken', async () => {
    throw new Error('always');
  });
  const id = await house.enqueue(process, { note: 'broken' });
  expect(await house.reached(id, 'dead')).toMatchObject({ attempts: 3, error_code: 'internal', next_try_at: null });
  await settled(() => expect(givenUp(id)).toEqual([{ toyId: id, cancelled: false }]));
  expect(endedTries(id)).toEqual(['retrying', 'retrying', 'dead']);
});

test('a failure that no try would mend is dead at once', async () => {
  acts.set('hopeless', async () => {
    throw new PermanentFailure('file.corrupt');
  });
  const id = await house.enqueue(process, { note: 'hopeless' });
  expect(await house.reached(id, 'dead')).toMatchObject({ attempts: 1, error_code: 'file.corrupt' });
  await settled(() => expect(givenUp(id)).toHaveLength(1));
});

test('a dead job that is tried again has all its tries', async () => {
  let isMended = false;
  acts.set('mended', async () => {
    if (!isMended) throw new Error('not yet');
  });
  const id = await house.enqueue(process, { note: 'mended' });
  await house.reached(id, 'dead');
  await settled(() => expect(givenUp(id)).toHaveLength(1));
  const reopen = () =>
    house.database.db.transaction().execute((trx) => process.queue.reopen(trx, { id, queue: 'toy' }));
  expect(await reopen()).toBe(true);
  process.queue.wake('toy');
  expect(await house.reached(id, 'dead')).toMatchObject({ attempts: 6 });
  await settled(() => expect(givenUp(id)).toHaveLength(2));
  isMended = true;
  expect(await reopen()).toBe(true);
  process.queue.wake('toy');
  expect(await house.reached(id, 'done')).toMatchObject({ attempts: 7, error_code: null });
  expect(await reopen(), 'what is done is not done again').toBe(false);
});

test('progress is written while it runs, and the last of it stays', async () => {
  const { promise: going, resolve: go } = Promise.withResolvers<void>();
  acts.set('steps', async ({ progress }) => {
    for (let i = 1; i <= 1000; i++) progress(i, 2000, 'first');
    await going;
    progress(2000, 2000, 'last');
  });
  const id = await house.enqueue(process, { note: 'steps' });
  await settled(async () => expect(await house.find(id)).toMatchObject({ progress_done: 1000, step: 'first' }));
  const before = (await house.find(id))!.changes;
  expect(before, 'a thousand reports are few writes').toBeLessThan(10);
  go();
  expect(await house.reached(id, 'done')).toMatchObject({ progress_done: 2000, progress_total: 2000, step: 'last' });
});

describe('cancelling', () => {
  const cancel = async (id: string, by: JobProcess = process) => {
    const row = await house.database.db.transaction().execute((trx) => by.queue.cancel(trx, id, newId()));
    if (row) by.queue.cancelled(row);
    return row;
  };

  test('a job that waits never begins, and what waits for it ends', async () => {
    const blockers = Array.from({ length: 4 }, (_, i) => `block-${i}`);
    const { promise: going, resolve: go } = Promise.withResolvers<void>();
    for (const note of blockers) acts.set(note, () => going);
    const running = await Promise.all(blockers.map((note) => house.enqueue(process, { note })));
    for (const id of running) await house.reached(id, 'running');
    const id = await house.enqueue(process);
    expect(await cancel(id)).toMatchObject({ state: 'cancelled' });
    go();
    for (const each of running) await house.reached(each, 'done');
    await settled(() => expect(givenUp(id)).toEqual([{ toyId: id, cancelled: true }]));
    expect(await house.find(id)).toMatchObject({ state: 'cancelled', attempts: 0 });
    expect(endedTries(id)).toEqual([]);
  });

  test('a job that runs is told, and neither its failure nor its success counts', async () => {
    acts.set('obeys', async ({ signal }) => {
      await aborted(signal);
      throw signal.reason;
    });
    acts.set('ignores', ({ signal }) => aborted(signal));
    for (const note of ['obeys', 'ignores']) {
      const id = await house.enqueue(process, { note });
      await house.reached(id, 'running');
      await cancel(id);
      await settled(() => expect(endedTries(id)).toEqual(['cancelled']));
      await settled(() => expect(givenUp(id)).toEqual([{ toyId: id, cancelled: true }]));
      expect(await house.find(id)).toMatchObject({ state: 'cancelled', attempts: 1 });
    }
  });

  test('a job that waits for another try gets none', async () => {
    acts.set('fails-once', async () => {
      throw new Error('no');
    });
    const id = await house.enqueue(process, { note: 'fails-once' });
    await house.reached(id, 'retrying');
    await cancel(id);
    await settled(() => expect(givenUp(id)).toEqual([{ toyId: id, cancelled: true }]));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await house.find(id)).toMatchObject({ state: 'cancelled', attempts: 1 });
  });

  test('asked twice it answers alike, and what is over stays as it is', async () => {
    const id = await house.enqueue(process);
    await house.reached(id, 'done');
    expect(await cancel(id)).toMatchObject({ state: 'done' });
    const other = await house.enqueue(process, { note: 'ignores' });
    await house.reached(other, 'running');
    const first = await cancel(other);
    expect(await cancel(other)).toEqual(first);
    expect(await cancel(newId())).toBeUndefined();
    await settled(() => expect(givenUp(other)).toHaveLength(1));
  });

  test('reaches a job that another process runs', async () => {
    acts.set('far', async ({ signal }) => {
      await aborted(signal);
      throw signal.reason;
    });
    const id = await house.enqueue(process, { note: 'far' });
    await house.reached(id, 'running');
    // The transaction alone: nobody tells the worker.
    await house.database.db.transaction().execute((trx) => process.queue.cancel(trx, id, newId()));
    await settled(() => expect(endedTries(id)).toEqual(['cancelled']));
  });
});

test('a job that is over can be queued again under its id; one that is not gets a second beside it', async () => {
  const id = await house.enqueue(process);
  await house.reached(id, 'done');
  await settled(() => expect(endedTries(id)).toEqual(['done']));
  await house.enqueue(process, { toyId: id });
  await settled(() => expect(endedTries(id)).toEqual(['done', 'done']));
  const { promise: going, resolve: go } = Promise.withResolvers<void>();
  acts.set('long', () => going);
  const long = await house.enqueue(process, { note: 'long' });
  await house.reached(long, 'running');
  const before = process.ended.length;
  await house.enqueue(process, { toyId: long });
  await settled(() => expect(process.ended.length).toBe(before + 1));
  expect(process.ended.at(-1)).toMatchObject({ outcome: 'done' });
  expect(process.ended.at(-1)!.jobId).not.toBe(long);
  go();
  await house.reached(long, 'done');
});

test('rows that the queue knows better are put right, and old ones go', async () => {
  const { db } = house.database;
  const old = { queue: 'toy', workspace_id: null, requested_by: null, request_id: null };
  const [lost, kept, gone] = [newId(), newId(), newId()];
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
  await db
    .insertInto('jobs')
    .values([
      { ...old, id: lost, state: 'running', created_at: ago(1) },
      { ...old, id: kept, state: 'dead', created_at: ago(5), finished_at: ago(5) },
      { ...old, id: gone, state: 'done', created_at: ago(9), finished_at: ago(8) },
    ])
    .execute();
  expect(await reconcileJobs(db)).toBe(1);
  expect(await house.find(lost)).toMatchObject({ state: 'cancelled' });
  expect(await deleteOldJobs(db, 7)).toBe(1);
  expect(await house.find(kept)).toBeDefined();
  expect(await house.find(gone)).toBeUndefined();
});

test('the role of requests sees the rows of its workspace alone, and changes none', async () => {
  const { db } = house.database;
  const workspaceId = newId();
  const mine = { queue: 'toy', requested_by: null, request_id: null, id: newId(), workspace_id: workspaceId };
  await db.insertInto('jobs').values(mine).execute();
  const listed = await inWorkspace(db, workspaceId, (trx) => listJobs(trx, { limit: 100 }));
  expect(listed.map((row) => row.id)).toEqual([mine.id]);
  await expect(inWorkspace(db, workspaceId, (trx) => markCancelled(trx, mine.id, newId()))).rejects.toThrow(
    /permission denied/,
  );
});

test('a start writes a queue that has changed, and leaves alone one that has not', async () => {
  const writtenAt = async () => {
    const { rows } = await sql<{ at: Date; retries: number }>`
      select updated_on as at, retry_limit as retries from jobs.queue where name = 'toy'`.execute(house.database.db);
    return rows[0]!;
  };
  const before = await writtenAt();
  await (await house.start(async () => {})).stop();
  expect(await writtenAt()).toEqual(before);
  await sql`update jobs.queue set retry_limit = 7 where name = 'toy'`.execute(house.database.db);
  await (await house.start(async () => {})).stop();
  expect((await writtenAt()).retries).toBe(before.retries);
});
