// Manners towards other servers, against one that fails in every way. Short limits of the test's own; what is asserted about
// time is relative to them.

import { getActiveResourcesInfo } from 'node:process';
import { describe, expect, test } from 'vitest';
import { createGuardedFetch, type GuardedFetch, type OutgoingRequest } from '../../src/notify/guarded-fetch.ts';
import { parseOutgoingAllow } from '../../src/notify/outgoing-rules.ts';
import type { CallReport } from '../../src/outside/outside-call.ts';
import type { OutsidePolicy } from '../../src/outside/outside-policy.ts';
import { pauses } from '../../src/outside/outside-service.ts';
import { createOutsideServices, outsideHealth } from '../../src/outside/outside-services.ts';
import { type FailureName, refusingAddress, serveConnections, serveFailure } from '../support/failing-server.ts';

const quick: Partial<OutsidePolicy> = { firstPauseMs: 20, longestPauseMs: 100, circuits: 1000, openMs: 300 };

function open(url: string, policy: Partial<OutsidePolicy> = {}) {
  const services = createOutsideServices();
  const reports: CallReport[] = [];
  services.onCall((report) => reports.push(report));
  const service = services.add('outgoing', { ...quick, ...policy });
  const allow = parseOutgoingAllow(`127.0.0.1:${new URL(url).port}`);
  if (typeof allow === 'string') throw new Error(allow);
  return { services, service, reports, fetch: createGuardedFetch({ allow, service }) };
}

/** How a fetch ended: the status, or the reason of its failure. */
const endOf = (fetch: GuardedFetch, url: string, request?: OutgoingRequest): Promise<number | string> =>
  fetch(url, request).then(
    ({ status }) => status,
    (error: { details: { reason: string } }) => error.details.reason,
  );

async function settle(until: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !until(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('against a server that', () => {
  const totalMs = 1500;
  test.each<[FailureName, { get: number | string; tries: number }]>([
    ['never answers', { get: 'timeout', tries: 1 }],
    ['resets mid-body', { get: 'connect', tries: 3 }],
    ['drips a byte a second', { get: 'timeout', tries: 1 }],
    ['answers 500', { get: 500, tries: 3 }],
    ['answers 503 with Retry-After', { get: 503, tries: 3 }],
    ['answers 503 with a Retry-After of a day', { get: 503, tries: 1 }],
    ['answers 429', { get: 429, tries: 3 }],
    ['promises more than it sends', { get: 'connect', tries: 3 }],
    ['sends garbage', { get: 'protocol', tries: 1 }],
    ['redirects for ever', { get: 'redirects', tries: 4 }],
  ])('%s, a GET ends in time and leaves nothing open', async (how, { get, tries }) => {
    const server = await serveFailure(how);
    const { fetch, service } = open(server.url);
    const started = performance.now();
    expect(await endOf(fetch, server.url, { timeoutMs: totalMs })).toBe(get);
    // Generous: the machine may be busy, the limit is what ends it.
    expect(performance.now() - started).toBeLessThan(totalMs * 4);
    expect(server.tries()).toBe(tries);
    await settle(() => server.open() === 0);
    expect(server.open()).toBe(0);
    expect(service.state()).toMatchObject({ running: 0, waiting: 0 });
  });

  test.each<FailureName>([
    'never answers',
    'resets mid-body',
    'answers 500',
    'answers 503 with Retry-After',
    'answers 429',
    'promises more than it sends',
  ])('%s, a POST is never sent twice', async (how) => {
    const server = await serveFailure(how);
    await endOf(open(server.url).fetch, server.url, { method: 'POST', body: 'x', timeoutMs: 600 });
    expect(server.tries()).toBe(1);
  });

  test('sends more than it promised, the promised part counts', async () => {
    const server = await serveFailure('sends more than it promised');
    const { fetch } = open(server.url);
    expect((await fetch(server.url)).body.toString()).toBe('fa');
  });

  test('refuses connections, all tries are made in vain', async () => {
    const url = await refusingAddress();
    const { fetch, reports } = open(url);
    expect(await endOf(fetch, url)).toBe('connect');
    expect(reports).toMatchObject([{ service: 'outgoing', outcome: 'failed', tries: 3 }]);
  });

  test('accepts and hangs up, all tries are made in vain', async () => {
    const server = await serveConnections((socket) => socket.destroy());
    expect(await endOf(open(server.url).fetch, server.url)).toBe('connect');
    expect(server.tries()).toBe(3);
  });

  test('has a certificate that nobody trusts, nothing is sent to it', async () => {
    const server = await serveFailure('answers 500', true);
    const { fetch, service } = open(server.url);
    expect(await endOf(fetch, server.url)).toBe('tls');
    expect(server.tries()).toBe(0);
    expect(service.state().lastFailure?.kind).toBe('tls');
  });
});

describe('time', () => {
  test('of one try ends it, and the next one has its own', async () => {
    const server = await serveFailure('never answers');
    const { service, reports } = open(server.url);
    const call = service.call({
      repeatable: true,
      tryMs: 150,
      run: (signal) => fetch(server.url, { signal }),
      judge: () => ({ verdict: 'fine' }),
      unavailable: (reason) => new Error(reason),
    });
    await expect(call).rejects.toThrow('timeout');
    expect(server.tries()).toBe(3);
    expect(reports).toMatchObject([{ outcome: 'timeout', tries: 3 }]);
  });

  test('ends a call that never listens to its signal', async () => {
    const { service } = open('http://127.0.0.1:1/');
    const call = service.call({
      repeatable: false,
      tryMs: 50,
      run: () => new Promise<never>(() => {}),
      judge: () => ({ verdict: 'fine' }),
      unavailable: (reason) => new Error(reason),
    });
    await expect(call).rejects.toThrow('timeout');
    expect(service.state().running).toBe(0);
  });

  test('an answer after the time changes nothing any more', async () => {
    const { service } = open('http://127.0.0.1:1/');
    let answerLate = (_: string): void => {};
    const late = new Promise<string>((resolve) => {
      answerLate = resolve;
    });
    const call = () =>
      service.call({
        repeatable: false,
        tryMs: 50,
        run: () => late,
        judge: () => ({ verdict: 'fine' }),
        unavailable: (reason) => new Error(reason),
      });
    for (let i = 0; i < 5; i++) await expect(call()).rejects.toThrow('timeout');
    answerLate('too late');
    await late;
    expect(service.state()).toMatchObject({ circuit: 'open', running: 0, lastFailure: { kind: 'timeout' } });
  });

  test('ends with the answer: what the call returned is not cut off, and no timer is left', async () => {
    const timers = () => getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    const { service } = open('http://127.0.0.1:1/');
    let seen: AbortSignal | undefined;
    const controller = new AbortController();
    await service.call({
      signal: controller.signal,
      repeatable: true,
      run: async (signal) => {
        seen = signal;
      },
      judge: () => ({ verdict: 'fine' }),
      unavailable: (reason) => new Error(reason),
    });
    expect(timers()).toBeLessThanOrEqual(before);
    controller.abort();
    expect(seen?.aborted).toBe(false);
  });

  test('for pauses that is not there ends with the answer that is', async () => {
    const server = await serveFailure('answers 500');
    const { fetch, reports } = open(server.url, { firstPauseMs: 60_000, longestPauseMs: 60_000 });
    expect(await endOf(fetch, server.url, { timeoutMs: 300 })).toBe(500);
    expect(reports).toMatchObject([{ outcome: 'failed', tries: 1 }]);
  });
});

describe('the caller’s signal', () => {
  test.each(['a try', 'a pause', 'waiting'] as const)('ends %s at once', async (where) => {
    const server = await serveFailure(where === 'a pause' ? 'answers 500' : 'never answers');
    const { fetch, service } = open(server.url, { firstPauseMs: 60_000, longestPauseMs: 60_000, atOnce: 1 });
    const others = new AbortController();
    if (where === 'waiting') void endOf(fetch, server.url, { timeoutMs: 60_000, signal: others.signal });
    const controller = new AbortController();
    const call = endOf(fetch, server.url, { timeoutMs: 60_000, signal: controller.signal });
    await settle(() => (where === 'waiting' ? service.state().waiting === 1 : server.tries() === 1));
    if (where === 'a pause') await settle(() => server.open() === 0);
    controller.abort();
    expect(await call).toBe(where === 'a pause' ? 500 : 'stopped');
    others.abort();
  });

  test('says nothing about the server, however often', async () => {
    const server = await serveFailure('never answers');
    const { fetch, service } = open(server.url);
    for (let i = 1; i <= 7; i++) {
      const controller = new AbortController();
      const call = endOf(fetch, server.url, { signal: controller.signal });
      await settle(() => server.tries() === i);
      controller.abort();
      expect(await call).toBe('stopped');
    }
    expect(service.state()).toMatchObject({ circuit: 'closed', lastFailure: undefined });
  });
});

describe('the circuit of a server', () => {
  test('opens after five failures in a row, lets one call try, and closes when that goes well', async () => {
    const server = await serveFailure('answers 500');
    const { fetch, service, reports } = open(server.url);
    const post = () => endOf(fetch, server.url, { method: 'POST' });
    for (let i = 0; i < 5; i++) expect(await post()).toBe(500);
    expect(await post()).toBe('circuit');
    expect(server.tries()).toBe(5);
    expect(reports.at(-1)).toMatchObject({ outcome: 'circuit', tries: 0 });
    expect(service.state()).toMatchObject({ circuit: 'open', circuitsOpen: 1, lastFailure: { kind: 'answer' } });
    await settle(() => service.state().circuit === 'half-open');
    expect(await post()).toBe(500);
    expect(await post()).toBe('circuit');
    server.recover();
    await settle(() => service.state().circuit === 'half-open');
    expect((await Promise.all([post(), post(), post()])).sort()).toEqual([200, 'circuit', 'circuit']);
    expect(await post()).toBe(200);
    expect(service.state().circuit).toBe('closed');
    expect(server.tries()).toBe(8);
  });

  test('ends the tries of a call when it opens on the way', async () => {
    const server = await serveFailure('answers 500');
    const { fetch } = open(server.url);
    for (let i = 0; i < 4; i++) await endOf(fetch, server.url, { method: 'POST' });
    expect(await endOf(fetch, server.url)).toBe(500);
    expect(server.tries()).toBe(5);
  });

  test('is its own: another server is called on, and no more circuits are kept than agreed', async () => {
    const [bad, good] = [await serveFailure('answers 500'), await serveFailure('works slowly')];
    const service = createOutsideServices().add('outgoing', { ...quick, circuits: 3, openMs: 60_000 });
    const call = (url: string, key: string) =>
      service.call({
        key,
        repeatable: false,
        run: async () => (await fetch(url)).status,
        judge: (result) =>
          'value' in result && result.value === 200
            ? { verdict: 'fine' }
            : { verdict: 'server-failed', kind: 'answer' },
        unavailable: (reason) => new Error(reason),
      });
    for (let i = 0; i < 5; i++) await call(bad.url, 'bad');
    await expect(call(bad.url, 'bad')).rejects.toThrow('circuit');
    expect(await call(good.url, 'good')).toBe(200);
    expect(service.state().circuitsOpen).toBe(1);
    for (const key of ['a', 'b', 'c']) await call(good.url, key);
    expect(service.state()).toMatchObject({ circuit: 'closed', circuitsOpen: 0 });
  });

  test('a refusal for what was asked, and 429, do not count', async () => {
    const server = await serveFailure('answers 429');
    const { fetch, service } = open(server.url);
    for (let i = 0; i < 7; i++) await endOf(fetch, server.url, { method: 'POST' });
    expect(service.state().circuit).toBe('closed');
    expect(server.tries()).toBe(7);
  });
});

describe('the bulkhead', () => {
  test('lets so many run at once, and all get their turn', async () => {
    const server = await serveFailure('works slowly');
    const { fetch } = open(server.url, { atOnce: 4 });
    const answers = await Promise.all(Array.from({ length: 30 }, () => endOf(fetch, server.url)));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(server.most()).toBeLessThanOrEqual(4);
  });

  test('turns away at once who finds the waiting room full, and in time who waits too long', async () => {
    const server = await serveFailure('never answers');
    const { fetch, service } = open(server.url, { atOnce: 1, waiting: 1 });
    const first = endOf(fetch, server.url, { timeoutMs: 2000 });
    const second = endOf(fetch, server.url, { timeoutMs: 200 });
    expect(service.state()).toMatchObject({ running: 1, waiting: 1 });
    expect(await endOf(fetch, server.url)).toBe('busy');
    expect(await second).toBe('busy');
    expect(service.state().running).toBe(1);
    expect(await first).toBe('timeout');
  });
});

test('a budget of tries is spent and refilled', async () => {
  const server = await serveFailure('works slowly');
  const { fetch } = open(server.url, { budget: { tries: 2, withinMs: 2000 } });
  const ends = await Promise.all(Array.from({ length: 4 }, () => endOf(fetch, server.url)));
  expect(ends.sort()).toEqual([200, 200, 'budget', 'budget']);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await endOf(fetch, server.url)).toBe(200);
});

test('pauses grow by the factor to the longest, each half to whole by chance', () => {
  for (let i = 0; i < 100; i++) {
    const retry = { tries: 9, firstPauseMs: 500, factor: 2, longestPauseMs: 3000 };
    const whole = [500, 1000, 2000, 3000, 3000];
    const waits = pauses(retry);
    for (const ms of whole) {
      const pause = waits.next().value;
      expect(pause).toBeGreaterThanOrEqual(ms / 2);
      expect(pause).toBeLessThanOrEqual(ms);
    }
  }
});

describe('the registry', () => {
  test('refuses a name twice and knows the state of each service', async () => {
    const services = createOutsideServices({ tries: 1 });
    services.add('mail');
    services.add('blobs', { circuits: 1 });
    expect(() => services.add('mail')).toThrow('registered twice');
    expect(services.states().map(({ name, circuit }) => [name, circuit])).toEqual([
      ['mail', 'closed'],
      ['blobs', 'closed'],
    ]);
  });

  test('tells readiness of the last failure, never of a host', async () => {
    const server = await serveFailure('answers 500');
    const { fetch, service } = open(server.url);
    for (let i = 0; i < 5; i++) await endOf(fetch, server.url, { method: 'POST' });
    const report = await outsideHealth(service);
    expect(report).toMatchObject({ ok: false, details: { circuit: 'open', running: 0, lastFailure: 'answer' } });
    expect(JSON.stringify(report)).not.toContain('127.0.0.1');
    const named = open(server.url, { namedByUsers: true });
    for (let i = 0; i < 5; i++) await endOf(named.fetch, server.url, { method: 'POST' });
    expect(await outsideHealth(named.service)).toMatchObject({ ok: true, details: { circuitsOpen: 1 } });
  });
});
