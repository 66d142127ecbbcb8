import { expect, test } from 'vitest';
import { ReadinessRegistry } from '../../src/observe/readiness.ts';

test('ready when every required check passes', async () => {
  const registry = new ReadinessRegistry();
  registry.add('database', async () => {});
  registry.add('ocr', async () => Promise.reject(new Error('none')), { required: false });
  expect(await registry.check()).toMatchObject({
    ready: true,
    components: { database: { ok: true }, ocr: { ok: false } },
  });
});

test('a check that throws is not ok, and its words stay inside', async () => {
  const registry = new ReadinessRegistry();
  registry.add('database', () => {
    throw new Error('password hunter2 at /var/lib');
  });
  const state = await registry.check();
  expect(state).toMatchObject({ ready: false, components: { database: { ok: false, error: 'not available' } } });
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
    ready: true,
    components: { mail: { ok: false, error: 'not available', details: { circuit: 'open' } } },
  });
});
