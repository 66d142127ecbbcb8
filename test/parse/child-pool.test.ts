import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type ChildPool, type ChildPoolOptions, createChildPool } from '../../src/parse/child-pool.ts';

const entry = fileURLToPath(new URL('./fixtures/pool-child.ts', import.meta.url));
const flakyEntry = fileURLToPath(new URL('./fixtures/flaky-start-child.ts', import.meta.url));
const soon = { timeoutMs: 15_000 };
const linux = process.platform === 'linux';
let pool: ChildPool | undefined;

function makePool(options: Partial<ChildPoolOptions> = {}): ChildPool {
  pool = createChildPool({ entry, size: 1, ...options });
  return pool;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A killed process whose parent has not reaped it yet is not alive.
    return !linux || !readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ');
  } catch {
    return false;
  }
}

async function waitUntil(condition: () => boolean, ms = 5_000): Promise<boolean> {
  const end = Date.now() + ms;
  while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 25));
  return condition();
}

afterEach(async () => {
  await pool?.close();
  pool = undefined;
});

describe('results and errors', () => {
  it('brings back plain data, bytes among them', async () => {
    const sent = { words: ['a'], bytes: new Uint8Array([1, 2]), when: new Date(0) };
    expect(await makePool().run('echo', sent, soon)).toEqual(sent);
  });

  it('keeps code, message and details of a typed error', async () => {
    await expect(makePool().run('refuse', null, soon)).rejects.toMatchObject({
      code: 'file.encrypted',
      message: 'It wants a password.',
      details: { tried: 1 },
    });
  });

  it('turns any other error into internal without its message', async () => {
    const error = await makePool()
      .run('throw', null, soon)
      .catch((e: Error) => e);
    expect(error).toMatchObject({ code: 'internal' });
    expect((error as Error).message).not.toContain('/etc/passwd');
  });

  it('reports progress in order', async () => {
    const seen: unknown[] = [];
    await makePool().run('count', 3, { ...soon, onProgress: (p) => seen.push(p) });
    expect(seen).toEqual([1, 2, 3].map((done) => ({ done, total: 3 })));
  });

  it('says so, and blames no file, when no child can be started', async () => {
    const broken = makePool({ entry: join(tmpdir(), 'no-such-entry.ts') });
    const codes = [1, 2, 3].map((n) => broken.run('echo', n, soon).catch((error) => error.code));
    expect(await Promise.all(codes)).toEqual(Array(3).fill('reader.unavailable'));
  });

  it('starts another child for the same task when one does not get ready', async () => {
    const marker = join(mkdtempSync(join(tmpdir(), 'pool-')), 'tried');
    const pool = makePool({ entry: flakyEntry, env: { START_MARKER: marker } });
    expect(await pool.run('echo', 'patience', soon)).toBe('patience');
    expect(existsSync(marker)).toBe(true);
    expect(pool.stats().started).toBe(2);
  });
});

describe('limits', () => {
  it('kills a child that spins, and serves the next task', async () => {
    const one = makePool();
    await expect(one.run('spin', null, { timeoutMs: 300 })).rejects.toMatchObject({ code: 'file.timeout' });
    expect(await one.run('echo', 'alive', soon)).toBe('alive');
    expect(one.stats().ended).toEqual({ timeout: 1, memory: 0, aborted: 0, retired: 0, crashed: 0 });
  });

  it('grants more time when asked, up to the maximum', async () => {
    const one = makePool();
    expect(await one.run('wait', 700, { timeoutMs: 300, maxTimeoutMs: 5_000 })).toBe('waited');
    await expect(one.run('wait', 2_000, { timeoutMs: 200, maxTimeoutMs: 600 })).rejects.toMatchObject({
      code: 'file.timeout',
    });
  });

  it.runIf(linux)('kills a child that hoards memory, without a retry', async () => {
    const one = makePool({ memoryBytes: 400_000_000 });
    await expect(one.run('hoard', null, soon)).rejects.toMatchObject({ code: 'file.memory' });
    expect(one.stats()).toMatchObject({ started: 1, ended: { memory: 1, crashed: 0 } });
  });

  it('tries a crash once more on another child', async () => {
    const marker = join(mkdtempSync(join(tmpdir(), 'pool-')), 'marker');
    const one = makePool();
    expect(await one.run('crashOnce', marker, soon)).toBe('second time');
    expect(one.stats().started).toBe(2);
  });

  it('calls the file corrupt when it crashes twice', async () => {
    const one = makePool();
    await expect(one.run('crash', null, soon)).rejects.toMatchObject({ code: 'file.corrupt' });
    expect(await one.run('echo', 1, soon)).toBe(1);
    expect(one.stats().ended).toMatchObject({ crashed: 2, timeout: 0 });
  });
});

describe('life of children', () => {
  it('never runs more than its size, first come first served', async () => {
    const two = makePool({ size: 2 });
    const order: number[] = [];
    await Promise.all([1, 2, 3, 4, 5].map((n) => two.run('echo', n, soon).then(() => order.push(n))));
    expect(order).toHaveLength(5);
    expect(two.stats().started).toBeLessThanOrEqual(2);
  });

  it('replaces a child after its share of tasks', async () => {
    const one = makePool({ recycleAfter: 2 });
    const pids = [];
    for (let i = 0; i < 4; i++) pids.push(await one.run('pid', null, soon));
    expect(new Set(pids).size).toBe(2);
  });

  it('ends idle children beyond the ones to keep', async () => {
    const two = makePool({ size: 2, idleMs: 100, keepIdle: 1 });
    await Promise.all([two.run('wait', 200, soon), two.run('wait', 200, soon)]);
    expect(two.stats().children).toBe(2);
    expect(await waitUntil(() => two.stats().children === 1)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(two.stats()).toMatchObject({ children: 1, started: 2 });
  });

  it.runIf(linux)('lets a fresh child take the place of an idle one that holds too much', async () => {
    const one = makePool({ idleMs: 100, keepIdle: 1, keepBytes: 1 });
    const pid = await one.run('pid', null, soon);
    expect(await waitUntil(() => one.stats().started === 2)).toBe(true);
    expect(await one.run('pid', null, soon)).not.toBe(pid);
  });

  it('warms up what it started ahead, and nothing else', async () => {
    const warmUp = { task: 'touch', payload: join(mkdtempSync(join(tmpdir(), 'pool-')), 'warm'), timeoutMs: 5_000 };
    const cold = makePool({ warmUp });
    await cold.run('echo', 1, soon);
    expect(existsSync(warmUp.payload)).toBe(false);
    await cold.close();
    const warm = makePool({ warmUp });
    await warm.warm();
    expect(await waitUntil(() => existsSync(warmUp.payload))).toBe(true);
    expect(await warm.run('echo', 2, soon)).toBe(2);
  });

  it('does not try a warm-up again that brings children down', async () => {
    const one = makePool({ warmUp: { task: 'crash', payload: null, timeoutMs: 5_000 } });
    await one.warm();
    expect(await waitUntil(() => one.stats().children === 0)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(one.stats().started).toBe(1);
    expect(await one.run('echo', 'works', soon)).toBe('works');
  });

  it('starts a child for a task that is about to come, and ends it when none comes', async () => {
    const one = makePool({ idleMs: 300, keepIdle: 0 });
    one.prepare();
    one.prepare();
    expect(one.stats().started).toBe(1);
    expect(await waitUntil(() => one.stats().children === 0)).toBe(true);
  });

  it('makes up for a kept child that a task brought down', async () => {
    const one = makePool({ keepIdle: 1 });
    await expect(one.run('crash', null, soon)).rejects.toMatchObject({ code: 'file.corrupt' });
    expect(await waitUntil(() => one.stats().started === 3 && one.stats().children === 1)).toBe(true);
  });

  it('starts children ahead when told to', async () => {
    const one = makePool();
    await one.warm(1);
    expect(one.stats()).toMatchObject({ children: 1, busy: 0 });
  });

  it('stops a task on abort and rejects with the reason', async () => {
    const one = makePool();
    const stop = new AbortController();
    const task = one.run('spin', null, { timeoutMs: 10_000, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('cancelled')), 200);
    await expect(task).rejects.toThrow('cancelled');
  });

  it('rejects what is under way when it closes', async () => {
    const one = makePool();
    const spinning = one.run('spin', null, soon).catch((e) => e.code);
    await waitUntil(() => one.stats().busy === 1);
    await one.close();
    expect(await spinning).toBe('internal');
    await expect(one.run('echo', 1, soon)).rejects.toMatchObject({ code: 'internal' });
  });

  it.runIf(linux)('kills what the child itself started', async () => {
    const pidFile = join(mkdtempSync(join(tmpdir(), 'pool-')), 'pid');
    await expect(makePool().run('spawnAndSpin', pidFile, { timeoutMs: 1_500 })).rejects.toMatchObject({
      code: 'file.timeout',
    });
    const grandchild = Number(readFileSync(pidFile, 'utf8'));
    expect(await waitUntil(() => !isAlive(grandchild))).toBe(true);
  });

  it.runIf(linux)('dies with its parent', async () => {
    const script = fileURLToPath(new URL('./fixtures/pool-parent.ts', import.meta.url));
    const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'ignore'] });
    const child = Number(await new Promise((resolve) => parent.stdout.once('data', (d) => resolve(String(d)))));
    expect(isAlive(child)).toBe(true);
    parent.kill('SIGKILL');
    expect(await waitUntil(() => !isAlive(child))).toBe(true);
  });
});

describe('walls', () => {
  it('hides the secrets of the environment', async () => {
    process.env.SHEAF_TEST_SECRET = 'secret';
    const one = makePool();
    expect(await one.run('env', 'SHEAF_TEST_SECRET', soon)).toBeNull();
    delete process.env.SHEAF_TEST_SECRET;
  });

  it('keeps what a child writes off the standard output', async () => {
    const script = `
      import { createChildPool } from ${JSON.stringify(new URL('../../src/parse/child-pool.ts', import.meta.url).href)};
      const pool = createChildPool({ entry: ${JSON.stringify(entry)}, size: 1 });
      await pool.run('shout', null, { timeoutMs: 10000 });
      await pool.close();`;
    const parent = spawn(process.execPath, ['--input-type=module-typescript', '-e', script]);
    let out = '';
    parent.stdout.on('data', (d) => {
      out += d;
    });
    parent.stderr.on('data', (d) => {
      out += d;
    });
    const code = await new Promise((resolve) => parent.once('close', resolve));
    expect({ code, out }).toEqual({ code: 0, out: '' });
  });
});
