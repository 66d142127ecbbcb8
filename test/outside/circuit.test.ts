import { expect, test } from 'vitest';
import { type Circuit, createCircuit, type Tried } from '../../src/outside/circuit.ts';

const tell = (circuit: Circuit, server: Tried['server']) => circuit.run(async () => ({ server }));

test('opens after failures in a row, lets one try, and closes when that goes well', async () => {
  let now = 0;
  const circuit = createCircuit({ failures: 2, openMs: 100, now: () => now });
  await tell(circuit, 'failed');
  await tell(circuit, 'works');
  await tell(circuit, 'failed');
  expect(circuit.state).toBe('closed');
  await tell(circuit, 'failed');
  expect([circuit.state, await tell(circuit, 'works')]).toEqual(['open', undefined]);
  now = 99;
  expect(await tell(circuit, 'works')).toBeUndefined();
  now = 100;
  expect(circuit.state).toBe('half-open');
  const [trial, other] = [tell(circuit, 'failed'), tell(circuit, 'works')];
  expect(await other).toBeUndefined();
  expect(await trial).toEqual({ server: 'failed' });
  expect(circuit.state).toBe('open');
  now = 200;
  expect(await tell(circuit, 'works')).toEqual({ server: 'works' });
  expect(circuit.state).toBe('closed');
});

test('a try that says nothing neither opens, nor ends a row, nor closes', async () => {
  let now = 0;
  const circuit = createCircuit({ failures: 2, openMs: 100, now: () => now });
  for (let i = 0; i < 5; i++) await tell(circuit, 'unknown');
  expect(circuit.state).toBe('closed');
  await tell(circuit, 'failed');
  await tell(circuit, 'unknown');
  await tell(circuit, 'failed');
  expect(circuit.state).toBe('open');
  now = 100;
  expect(await tell(circuit, 'unknown')).toEqual({ server: 'unknown' });
  expect(circuit.state).toBe('half-open');
  await tell(circuit, 'failed');
  expect(circuit.state).toBe('open');
});

test('a call that began before it opened counts no second time against a server that recovered', async () => {
  let now = 0;
  const circuit = createCircuit({ failures: 2, openMs: 100, now: () => now });
  let endLate = (): void => {};
  const late = circuit.run(async () => {
    await new Promise<void>((resolve) => {
      endLate = resolve;
    });
    return { server: 'failed' as const };
  });
  await tell(circuit, 'failed');
  await tell(circuit, 'failed');
  now = 100;
  await tell(circuit, 'works');
  endLate();
  await late;
  expect(circuit.state).toBe('closed');
});
