// What a stopping process leaves to others, and what the clock queues once for all of them.

import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { newId } from '../../src/store/new-id.ts';
import { aborted, type JobProcess, openJobHouse } from '../support/job-house.ts';
import { serverUrl } from '../support/test-database.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 25 });

test('a stopping process hands its jobs back at once: another goes on, and no try is lost', async () => {
  const other = await openJobHouse();
  try {
    const first = await other.start(async (_payload, { signal }) => {
      await aborted(signal);
      throw signal.reason;
    });
    const id = await other.enqueue(first);
    await other.reached(id, 'running');
    await first.stop(200);
    expect(first.ended).toMatchObject([{ outcome: 'handed-back', attempt: 1 }]);
    expect(await other.find(id)).toMatchObject({ state: 'waiting', attempts: 1, error_code: null });
    // As many tries as before may fail.
    const second = await other.start(async () => {
      throw new Error('no');
    });
    expect(await other.reached(id, 'dead')).toMatchObject({ attempts: 4 });
    await settled(() => expect(second.givenUp).toHaveLength(1));
  } finally {
    await other.close();
  }
});

test.skipIf(!serverUrl)(
  'of two processes the one that stays takes what the other hands back, before the other has ended',
  async () => {
    const other = await openJobHouse();
    try {
      const { promise: stuck, resolve: release } = Promise.withResolvers<void>();
      // Hears nothing: its late success must not count.
      const first = await other.start(() => stuck);
      const id = await other.enqueue(first);
      await other.reached(id, 'running');
      const second = await other.start(async () => {});
      const stopping = first.stop(100);
      expect(await other.reached(id, 'done')).toMatchObject({ attempts: 2 });
      release();
      await stopping;
      expect(second.ended).toMatchObject([{ jobId: id, outcome: 'done', attempt: 2 }]);
      expect(first.ended.map((one) => one.outcome)).not.toContain('done');
    } finally {
      await other.close();
    }
  },
);

test('a schedule runs once for what was due while nobody was there, however many processes start', async () => {
  const other = await openJobHouse();
  try {
    const schedule = { cron: '0 * * * *', payload: { toyId: newId(), requestId: null } };
    const first = await other.start(async () => {}, { schedule, runsSchedules: true });
    const [listed] = await first.queue.schedules.list();
    expect(listed).toMatchObject({ queue: 'toy', cron: '0 * * * *', lastJob: null });
    expect(listed!.nextRunAt.getTime()).toBeGreaterThan(Date.now());
    await first.stop();
    // As if the installation had been off for a day.
    await sql`update jobs.schedule set created_on = now() - interval '2 days'`.execute(other.database.db);
    await sql`update jobs.version set cron_on = now() - interval '1 day'`.execute(other.database.db);
    const processes: JobProcess[] = [];
    for (let i = 0; i < (other.database.pglite ? 1 : 3); i++)
      processes.push(await other.start(async () => {}, { schedule, runsSchedules: true }));
    await settled(() => expect(processes.flatMap((each) => each.ended)).toHaveLength(1));
    await settled(async () =>
      expect(await processes[0]!.queue.schedules.list()).toMatchObject([{ lastJob: { state: 'done' } }]),
    );
    const { rows } = await sql`select id from jobs.job where name = 'toy'`.execute(other.database.db);
    expect(rows).toHaveLength(1);
    for (const each of processes) await each.stop();
    // One that is not declared any more is forgotten.
    const last = await other.start(async () => {});
    expect(await last.queue.schedules.list()).toEqual([]);
  } finally {
    await other.close();
  }
});
