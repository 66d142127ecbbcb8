import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { defaultQueueLimits } from '../../src/nlp/pool/text-queue.ts';
import { childPids, models, openPool, troubles, until } from './support/pools.ts';

const long = 'The supplier shall deliver the goods within ten days of the order. '.repeat(30);
const longTexts = (count: number): string[] => Array.from({ length: count }, (_, i) => `${i} ${long}`);
const code = (error: unknown): unknown => (error as { code?: unknown }).code;

describe.runIf(existsSync('/proc/self/statm'))('processes that run models', { timeout: 120_000 }, () => {
  it('start at first use, share a child, run at a lower priority and hold no variables of ours', async () => {
    process.env.SECRET_OF_THIS_TEST = 'canary';
    const pool = openPool();
    expect(pool.stats()).toMatchObject({ children: 0, started: 0 });
    expect(pool.state('embed')).toEqual({ state: 'on-demand' });
    await Promise.all([
      pool.run('embed', ['a'], { urgency: 'interactive' }),
      pool.run('embed', ['b'], { urgency: 'background' }),
    ]);
    expect(pool.stats()).toMatchObject({ children: 1, started: 1, busy: 0 });
    expect(pool.state('embed')).toMatchObject({ state: 'loaded', model: { dimension: 384 } });
    expect(pool.state('entities')).toEqual({ state: 'on-demand' });
    const [pid] = childPids();
    expect(Number(execFileSync('ps', ['-o', 'ni=', '-p', String(pid)], { encoding: 'utf8' }))).toBeGreaterThan(0);
    expect(execFileSync('cat', [`/proc/${pid}/environ`], { encoding: 'utf8' })).not.toContain('canary');
    delete process.env.SECRET_OF_THIS_TEST;
  });

  it('end when idle, and start again', async () => {
    const pool = openPool({ idleMs: 50 });
    await pool.run('embed', ['a'], { urgency: 'interactive' });
    await until(() => pool.stats().children === 0);
    expect(pool.state('embed')).toEqual({ state: 'on-demand' });
    await pool.run('embed', ['a'], { urgency: 'interactive' });
    expect(pool.stats().started).toBe(2);
    expect(troubles).toEqual([]);
  });

  it('are replaced when killed in the middle of work, and nobody loses an answer', async () => {
    const pool = openPool();
    const work = pool.run<Float32Array>('embed', longTexts(30), { urgency: 'background' });
    await until(() => pool.state('embed').state === 'loaded');
    process.kill(childPids()[0]!, 'SIGKILL');
    const vectors = await work;
    expect(vectors.every((vector) => vector.length === 384)).toBe(true);
    expect(pool.stats().started).toBe(2);
    expect(troubles).toEqual([{ reason: 'crash', exitCode: null, signal: 'SIGKILL' }]);
  });

  it('are as many as there is work for, and never more than they may be', async () => {
    const pool = openPool({ size: 2 });
    await pool.run('embed', ['one'], { urgency: 'interactive' });
    expect(pool.stats().children).toBe(1);
    const calls = Array.from({ length: 3 }, () => pool.run('embed', longTexts(20), { urgency: 'background' }));
    await until(() => pool.stats().busy === 2);
    const answers = await Promise.all(calls);
    expect(answers.map((vectors) => vectors.length)).toEqual([20, 20, 20]);
    expect(answers[1]).toEqual(answers[0]);
    expect(pool.stats()).toMatchObject({ children: 2, started: 2, busy: 0 });
  });

  it('let what a person waits for go first', async () => {
    const pool = openPool();
    await pool.run('embed', ['warm'], { urgency: 'interactive' });
    let done = false;
    const much = pool.run('embed', longTexts(30), { urgency: 'background' }).then(() => {
      done = true;
    });
    await pool.run('entities', ['warm the other model'], { urgency: 'interactive' });
    for (let i = 0; i < 5; i++) await pool.run('embed', [`query ${i}`], { urgency: 'interactive' });
    expect(done).toBe(false);
    await much;
  });

  it('do not starve what nobody waits for', async () => {
    const pool = openPool();
    await pool.run('embed', ['warm'], { urgency: 'interactive' });
    let stop = false;
    const persons = Array.from({ length: 8 }, async () => {
      while (!stop) await pool.run('embed', ['query'], { urgency: 'interactive' });
    });
    await pool.run('embed', longTexts(5), { urgency: 'background' });
    stop = true;
    await Promise.all(persons);
  });

  it('refuse more when too much waits, by urgency', async () => {
    const limits = { ...defaultQueueLimits, waitingChars: { interactive: 10, background: 10 } };
    const pool = openPool({ limits });
    const first = pool.run('embed', longTexts(3), { urgency: 'background' });
    const error = await pool.run('embed', ['x'], { urgency: 'background' }).catch((reason: unknown) => reason);
    expect(code(error)).toBe('models.busy');
    expect(await pool.run('embed', ['x'], { urgency: 'interactive' })).toHaveLength(1);
    expect(await first).toHaveLength(3);
  });

  it('drop what nobody waits for any more', async () => {
    const pool = openPool();
    await pool.run('embed', ['warm'], { urgency: 'interactive' });
    const stop = new AbortController();
    const reason = new Error('gone');
    const work = pool.run('embed', longTexts(300), { urgency: 'background', signal: stop.signal });
    stop.abort(reason);
    await expect(work).rejects.toBe(reason);
    expect(pool.stats().waiting.background).toBe(0);
    expect(await pool.run('embed', ['next'], { urgency: 'background' })).toHaveLength(1);
  });

  it('say that a damaged model is unavailable, leave it alone for a while, and serve the other one', async () => {
    const hashes = { ...models.embedding.hashes, 'model.int8.onnx': '0'.repeat(64) };
    const pool = openPool({ models: { ...models, embedding: { ...models.embedding, hashes } } });
    for (let i = 0; i < 3; i++) {
      const error = await pool.run('embed', ['x'], { urgency: 'interactive' }).catch((reason: unknown) => reason);
      expect(code(error)).toBe('models.unavailable');
      expect(String(error)).toContain('damaged or was changed');
    }
    expect(troubles.filter(({ reason }) => reason === 'load')).toHaveLength(1);
    expect(pool.state('embed').state).toBe('failed');
    expect(await pool.run('entities', ['Marie Curie'], { urgency: 'interactive' })).toHaveLength(1);
    expect(pool.state('entities').state).toBe('loaded');
  });

  it('end with the pool, which tells whoever still waits', async () => {
    const pool = openPool();
    const work = pool.run('embed', longTexts(50), { urgency: 'background' });
    const ended = work.catch((reason: unknown) => reason);
    await sleep(50);
    await pool.close();
    expect(code(await ended)).toBe('server.stopping');
    expect(childPids()).toEqual([]);
    expect(code(await pool.run('embed', ['x'], { urgency: 'background' }).catch((reason: unknown) => reason))).toBe(
      'server.stopping',
    );
  });
});
