import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Readiness, ReadinessRegistry } from '../../src/observe/readiness.ts';

test('ready when every required check passes', async () => {
  const registry = new ReadinessRegistry();
  registry.add('database', async () => {});
  registry.add('mail', async () => Promise.reject(new Error('none')), { required: false });
  expect(await registry.check()).toMatchObject({
    status: 'ready',
    components: { database: { ok: true, required: true }, mail: { ok: false, required: false } },
  });
});

test('not ready when a required one is not', async () => {
  const registry = new ReadinessRegistry();
  registry.add('database', async () => {});
  registry.add('blobs', async () => ({ ok: false, error: 'the folder cannot be written' }));
  expect(await registry.check()).toMatchObject({
    status: 'not ready',
    components: { database: { ok: true }, blobs: { ok: false, error: 'the folder cannot be written' } },
  });
});

test.each([
  ['throws', () => Promise.reject(new Error('password hunter2 at /var/lib'))],
  ['throws before it waits', () => JSON.parse('password hunter2')],
  ['throws what is no error', () => Promise.reject('hunter2')],
])('a check that %s is not ok, and its words stay inside', async (_how, run) => {
  const registry = new ReadinessRegistry();
  registry.add('database', run);
  const state = await registry.check();
  expect(state).toMatchObject({ status: 'not ready', components: { database: { ok: false, error: 'not available' } } });
  expect(JSON.stringify(state)).not.toContain('hunter2');
});

test('a check that hangs is not ok within its time, is not begun again, and is heard when it answers at last', async () => {
  const registry = new ReadinessRegistry({ timeoutMs: 30, cacheMs: 0 });
  let begun = 0;
  const answer = Promise.withResolvers<void>();
  registry.add('blobs', () => {
    begun++;
    return answer.promise;
  });
  for (let i = 0; i < 3; i++) {
    expect((await registry.check()).components.blobs).toMatchObject({ ok: false, error: 'no answer within 30 ms' });
  }
  expect(begun).toBe(1);
  answer.resolve();
  await sleep(1);
  expect((await registry.check()).components.blobs).toMatchObject({ ok: true });
});

test('callers at the same time share one look, and those soon after its answer', async () => {
  const registry = new ReadinessRegistry({ cacheMs: 200 });
  let looks = 0;
  registry.add('database', async () => {
    looks++;
    await sleep(20);
  });
  await Promise.all(Array.from({ length: 50 }, () => registry.check()));
  await registry.check();
  expect(looks).toBe(1);
  await expect
    .poll(async () => {
      await registry.check();
      return looks;
    })
    .toBe(2);
});

test('one that stops says so at once, asks nobody any more, and still tells what it knew', async () => {
  const registry = new ReadinessRegistry({ cacheMs: 0 });
  let looks = 0;
  registry.add('database', () => {
    looks++;
  });
  await registry.check();
  registry.stop();
  expect(await registry.check()).toMatchObject({ status: 'stopping', components: { database: { ok: true } } });
  expect(looks).toBe(1);
});

test('a look that was under way when the stop began does not say ready', async () => {
  const registry = new ReadinessRegistry();
  registry.add('database', () => sleep(20));
  const asked = registry.check();
  registry.stop();
  expect((await asked).status).toBe('stopping');
});

/** A component whose next answers come when the test says so. */
function slowComponent(registry: ReadinessRegistry) {
  const looks: PromiseWithResolvers<{ ok: boolean }>[] = [];
  registry.add('database', () => {
    const look = Promise.withResolvers<{ ok: boolean }>();
    looks.push(look);
    return look.promise;
  });
  return looks;
}

const states = ({ status, components }: Readiness) => [status, components.database?.ok];

test('while a look takes long, what is known is told at once; who asks first of all waits', async () => {
  const registry = new ReadinessRegistry({ cacheMs: 0, patienceMs: 5, timeoutMs: 60_000, oldestMs: 60_000 });
  const looks = slowComponent(registry);
  let answered = false;
  const first = registry.check().finally(() => {
    answered = true;
  });
  await sleep(50);
  expect(answered).toBe(false);
  looks[0]!.resolve({ ok: true });
  expect(states(await first)).toEqual(['ready', true]);
  // The look that each of these asks for has not answered yet.
  for (let i = 0; i < 3; i++) expect(states(await registry.check())).toEqual(['ready', true]);
  expect(looks).toHaveLength(2);
});

test('a component that turned bad is told with the look that sees it, and so is one that turned good', async () => {
  const registry = new ReadinessRegistry({ cacheMs: 0, patienceMs: 5, timeoutMs: 60_000, oldestMs: 60_000 });
  const looks = slowComponent(registry);
  const first = registry.check();
  looks[0]!.resolve({ ok: true });
  await first;
  expect(states(await registry.check())).toEqual(['ready', true]);
  looks[1]!.resolve({ ok: false });
  await sleep(1);
  expect(states(await registry.check())).toEqual(['not ready', false]);
  looks[2]!.resolve({ ok: true });
  await sleep(1);
  expect(states(await registry.check())).toEqual(['ready', true]);
});

test('a look that answers soon is waited for: no older answer is told then', async () => {
  const registry = new ReadinessRegistry({ cacheMs: 0, patienceMs: 60_000 });
  let ok = true;
  registry.add('database', async () => {
    await sleep(10);
    return { ok };
  });
  await registry.check();
  ok = false;
  expect((await registry.check()).status).toBe('not ready');
});

test('a component that hangs is told after its time, however often it was asked meanwhile', async () => {
  const registry = new ReadinessRegistry({ cacheMs: 0, patienceMs: 5, timeoutMs: 200, oldestMs: 60_000 });
  const looks = slowComponent(registry);
  const first = registry.check();
  looks[0]!.resolve({ ok: true });
  await first;
  expect(states(await registry.check())).toEqual(['ready', true]);
  await expect.poll(async () => states(await registry.check())).toEqual(['not ready', false]);
});

test('what is older than it may be is not told: the look is waited for', async () => {
  const registry = new ReadinessRegistry({ cacheMs: 0, patienceMs: 5, timeoutMs: 60_000, oldestMs: 100 });
  const looks = slowComponent(registry);
  const first = registry.check();
  looks[0]!.resolve({ ok: true });
  await first;
  await sleep(120);
  let answered = false;
  const late = registry.check().finally(() => {
    answered = true;
  });
  await sleep(50);
  expect(answered).toBe(false);
  looks[1]!.resolve({ ok: false });
  expect(states(await late)).toEqual(['not ready', false]);
});

test('what is known does not stand in for a component that came later', async () => {
  const registry = new ReadinessRegistry({ patienceMs: 5 });
  registry.add('database', async () => {});
  await registry.check();
  registry.add('blobs', () => sleep(50).then(() => ({ ok: false })));
  expect(await registry.check()).toMatchObject({ status: 'not ready', components: { blobs: { ok: false } } });
});

test('a stop is told at once while a look takes long, also to who waits for it', async () => {
  const registry = new ReadinessRegistry({ cacheMs: 0, patienceMs: 5, timeoutMs: 60_000, oldestMs: 60_000 });
  const looks = slowComponent(registry);
  const first = registry.check();
  looks[0]!.resolve({ ok: true });
  await first;
  const waits = registry.check();
  registry.stop();
  expect((await waits).status).toBe('stopping');
  expect((await registry.check()).status).toBe('stopping');
  expect(looks).toHaveLength(2);
});

test('a name can be taken once', () => {
  const registry = new ReadinessRegistry();
  registry.add('database', async () => {});
  expect(() => registry.add('database', async () => {})).toThrow(/twice/);
});

test('a component may tell more about itself, also when it does not work', async () => {
  const registry = new ReadinessRegistry();
  registry.add('mail', async () => ({ ok: false, details: { circuit: 'open' } }), { required: false });
  expect(await registry.check()).toMatchObject({
    status: 'ready',
    components: { mail: { ok: false, error: 'not available', details: { circuit: 'open' } } },
  });
});

test('held while something is still being set up, once for each who holds', async () => {
  const registry = new ReadinessRegistry();
  registry.add('database', async () => {});
  const [first, second] = [registry.hold(), registry.hold()];
  first();
  first();
  expect((await registry.check()).status).toBe('not ready');
  second();
  expect((await registry.check()).status).toBe('ready');
});
