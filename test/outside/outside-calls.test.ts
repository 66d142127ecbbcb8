import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createGuardedFetch } from '../../src/notify/guarded-fetch.ts';
import { parseOutgoingAllow } from '../../src/notify/outgoing-rules.ts';
import { createCircuitBreaker } from '../../src/outside/circuit-breaker.ts';
import { pauseBefore, type RetryOptions } from '../../src/outside/outside-calls.ts';

async function serve(statusOf: (request: number) => number, retry?: RetryOptions) {
  let requests = 0;
  let open = 0;
  let most = 0;
  const server = http.createServer((_request, response) => {
    most = Math.max(most, ++open);
    const status = statusOf(++requests);
    setTimeout(() => {
      open--;
      response.writeHead(status).end();
    }, 20);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const allow = parseOutgoingAllow(`127.0.0.1:${port}`);
  if (typeof allow === 'string') throw new Error(allow);
  return {
    url: `http://127.0.0.1:${port}/`,
    fetch: createGuardedFetch({ allow, ...(retry ? { retry } : {}) }),
    requests: () => requests,
    most: () => most,
  };
}

test('a GET is tried three times while the server is overloaded, a POST once', async () => {
  const server = await serve((request) => (request < 3 ? 503 : 200));
  expect((await server.fetch(server.url)).status).toBe(200);
  expect(server.requests()).toBe(3);
  const stubborn = await serve(() => 503);
  expect((await stubborn.fetch(stubborn.url, { method: 'POST', body: 'x' })).status).toBe(503);
  expect(stubborn.requests()).toBe(1);
});

test('how often and after which pauses is a setting', async () => {
  const eager = { tries: 4, firstPauseMs: 1, factor: 3, longestPauseMs: 20 };
  const server = await serve((request) => (request < 4 ? 503 : 200), eager);
  expect((await server.fetch(server.url)).status).toBe(200);
  expect(server.requests()).toBe(4);
  expect([2, 3, 4, 5].map((attempt) => pauseBefore(attempt, 1, eager))).toEqual([1, 3, 9, 20]);
  const once = await serve(() => 503, { ...eager, tries: 1 });
  await once.fetch(once.url);
  expect(once.requests()).toBe(1);
});

test('a server that failed five times in a row is left alone', async () => {
  const server = await serve(() => 503);
  for (let i = 0; i < 5; i++) await server.fetch(server.url, { method: 'POST' });
  const left = server.fetch(server.url);
  await expect(left).rejects.toThrow(
    expect.objectContaining({ code: 'outgoing.failed', details: { reason: 'circuit' } }),
  );
  expect(server.requests()).toBe(5);
});

test('no more than twenty calls run at once, and all get their turn', async () => {
  const server = await serve(() => 200);
  const answers = await Promise.all(Array.from({ length: 60 }, () => server.fetch(server.url)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(server.most()).toBeLessThanOrEqual(20);
});

test.each([
  [2, 0, 250],
  [2, 1, 500],
  [3, 1, 1000],
  [20, 1, 10_000],
])('pause before try %i at chance %d is %i ms', (attempt, random, ms) => {
  expect(pauseBefore(attempt, random)).toBe(ms);
});

describe('the circuit', () => {
  test('opens after failures in a row, lets one try, and closes when that goes well', () => {
    let now = 0;
    const circuit = createCircuitBreaker({ failures: 2, openMs: 100, now: () => now });
    circuit.fail();
    circuit.succeed();
    circuit.fail();
    expect(circuit.state).toBe('closed');
    circuit.fail();
    expect([circuit.state, circuit.admit()]).toEqual(['open', false]);
    now = 100;
    expect([circuit.admit(), circuit.admit(), circuit.state]).toEqual([true, false, 'half-open']);
    circuit.fail();
    expect([circuit.state, circuit.admit()]).toEqual(['open', false]);
    now = 200;
    circuit.admit();
    circuit.release();
    expect(circuit.admit()).toBe(true);
    circuit.succeed();
    expect(circuit.state).toBe('closed');
  });
});
