import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { frameTexts } from '../../src/observe/stack-frames.ts';
import { inWork } from '../../src/observe/work.ts';
import { type ChildPool, type ChildPoolOptions, createChildPool } from '../../src/parse/child-pool.ts';
import { type ChildTrouble, errorOfTrouble } from '../../src/parse/child-trouble.ts';

const entryOf = (name: string) => fileURLToPath(new URL(`./fixtures/${name}.ts`, import.meta.url));
const soon = { timeoutMs: 15_000 };
const work = { request_id: 'r-1', user_id: 'u' };
let pool: ChildPool | undefined;

function makePool(options: Partial<ChildPoolOptions> = {}) {
  const troubles: ChildTrouble[] = [];
  const onTrouble = (trouble: ChildTrouble): void => void troubles.push(trouble);
  pool = createChildPool({ entry: entryOf('pool-child'), size: 1, onTrouble, ...options });
  return { pool, troubles };
}

afterEach(async () => {
  await pool?.close();
  pool = undefined;
});

test('a child that ends by an error tells where, for whose work, and nothing of what it said', async () => {
  const { pool, troubles } = makePool();
  const run = inWork(work, () => pool.run('throwLate', 'canary text of a document', soon));
  await expect(run).rejects.toMatchObject({ code: 'file.corrupt' });
  // One line a death: it got a second child.
  expect(troubles).toHaveLength(2);
  expect(troubles[0]).toMatchObject({ reason: 'crash', task: 'throwLate', work, exitCode: 1, signal: null });
  expect(troubles[0]!.frames.join()).toMatch(/node:internal/);
  expect(JSON.stringify(troubles)).not.toContain('canary');
});

test('a child that is ended by a signal', async () => {
  const { pool, troubles } = makePool();
  await inWork(work, () => pool.run('crash', null, soon)).catch(() => undefined);
  expect(troubles[0]).toMatchObject({ reason: 'crash', signal: 'SIGSEGV', work, frames: [] });
});

test('a child that took too long, or too much', async () => {
  const { pool, troubles } = makePool({ memoryBytes: 300_000_000 });
  await inWork(work, () => pool.run('spin', null, { timeoutMs: 300 })).catch(() => undefined);
  await inWork({ request_id: 'r-2' }, () => pool.run('hoard', null, soon)).catch(() => undefined);
  expect(troubles).toMatchObject([
    { reason: 'timeout', task: 'spin', work },
    { reason: 'memory', task: 'hoard', work: { request_id: 'r-2' } },
  ]);
  expect(troubles.map(errorOfTrouble)).toEqual([undefined, undefined]);
});

test('an error that the result hides is told, by its class and place', async () => {
  const { pool, troubles } = makePool();
  expect(await inWork(work, () => pool.run('report', 'canary', soon))).toBe('went on');
  await expect(inWork(work, () => pool.run('throw', null, soon))).rejects.toMatchObject({ code: 'internal' });
  expect(troubles).toMatchObject([
    { reason: 'error', type: 'RangeError', task: 'report', work },
    { reason: 'error', type: 'Error', task: 'throw', work },
  ]);
  expect(troubles[1]!.frames[0]).toContain('src/parse/serve-child-tasks.ts');
  // Whoever watches from outside finds the same places.
  const error = errorOfTrouble(troubles[1]!)!;
  expect(frameTexts(error.stack!)).toEqual(troubles[1]!.frames.map((frame) => frame.replace('(top)', 'top')));
  expect(JSON.stringify(troubles)).not.toMatch(/canary|passwd/);
});

test('a child that cannot start', async () => {
  const { pool, troubles } = makePool({ entry: entryOf('no-such-child') });
  await expect(pool.run('echo', 1, soon)).rejects.toMatchObject({ code: 'reader.unavailable' });
  expect(troubles[0]).toMatchObject({ reason: 'start', exitCode: 1, work: undefined });
});

test('children that are meant to end are no trouble', async () => {
  const { pool, troubles } = makePool({ recycleAfter: 1 });
  await pool.run('echo', 1, soon);
  const abort = new AbortController();
  const run = pool.run('spin', null, { ...soon, signal: abort.signal });
  setTimeout(() => abort.abort(), 300);
  await run.catch(() => undefined);
  await pool.close();
  expect(troubles).toEqual([]);
});
