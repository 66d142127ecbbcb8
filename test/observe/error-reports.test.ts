import { describe, expect, onTestFinished, test } from 'vitest';
import { reportError } from '../../src/observe/error-reports.ts';
import { startErrorReports } from '../../src/observe/start-error-reports.ts';
import { inWork } from '../../src/observe/work.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';
import { form, startTestServer } from '../support/test-server.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them
type Sent = Record<string, any>;

/** A Sentry project on loopback. */
async function startSentry(answer: LoopbackServer['answer'] = { status: 200, body: '{"id":"1"}' }) {
  const server = await startLoopbackServer(answer);
  onTestFinished(() => server.close());
  return Object.assign(server, {
    dsn: `http://canarykey@127.0.0.1:${server.port}/base/42`,
    /** Events, by the envelope protocol: a line of headers, then two lines an item. */
    events: (): Sent[] =>
      server.received.flatMap(({ body }) => {
        const [head, item, payload, ...more] = body.split('\n').map((line) => JSON.parse(line));
        expect(more).toEqual([]);
        expect(item).toMatchObject({ type: 'event' });
        expect(head).toMatchObject({ event_id: payload.event_id, sent_at: expect.any(String) });
        return [payload];
      }),
  });
}

function start(dsn: string, more: { most?: number; windowMs?: number } = {}) {
  const reports = startErrorReports({ dsn, release: 'sheaf@1.2.3', environment: 'test', mode: 'all', ...more });
  onTestFinished(() => reports.stop(0));
  return reports;
}

/** Of a kind of its own: each kind goes once in a while. */
const errorOf = (name: string) => Object.assign(new Error('it broke'), { name });

describe('an event', () => {
  test('arrives at the project, with release, environment and where it happened', async () => {
    const sentry = await startSentry();
    const reports = start(sentry.dsn);
    reportError(new TypeError('outer', { cause: new RangeError('inner') }), {
      request_id: 'r-1',
      route: '/api/v1/documents/:id',
      method: 'GET',
    });
    await reports.stop(5000);
    expect(sentry.received[0]!.path).toMatch(/^\/base\/api\/42\/envelope\/\?.*sentry_key=canarykey/);
    const [event] = sentry.events();
    expect(event).toMatchObject({
      level: 'error',
      release: 'sheaf@1.2.3',
      environment: 'test',
      transaction: 'GET /api/v1/documents/:id',
      tags: { request_id: 'r-1', route: '/api/v1/documents/:id', method: 'GET', mode: 'all' },
      exception: {
        values: [
          { type: 'RangeError', value: 'inner' },
          { type: 'TypeError', value: 'outer' },
        ],
      },
    });
    for (const missing of ['user', 'request', 'server_name', 'breadcrumbs', 'extra', 'modules']) {
      expect(event).not.toHaveProperty(missing);
    }
    expect(reports.stats()).toEqual({ sent: 1, dropped: 0 });
  });

  test('holds nothing that an error quotes, and no place of this machine', async () => {
    const sentry = await startSentry();
    const reports = start(sentry.dsn);
    const unreadable = (() => {
      try {
        return JSON.parse('canary text of a document');
      } catch (error) {
        return error;
      }
    })();
    reportError(unreadable, {});
    reportError(Object.assign(new Error('no "canary" here, nor ‘x’ of canary@example.org'), { detail: 'canary' }), {});
    reportError('canary thrown as text', {});
    await reports.stop(5000);
    expect(sentry.events()).toHaveLength(3);
    const sent = sentry.received.map(({ body }) => body).join('');
    expect(sent.replaceAll('canarykey', '')).not.toMatch(/canary/);
    expect(sent).not.toContain(process.cwd());
  });

  test('carries the ids of the work that it happened in', async () => {
    const sentry = await startSentry();
    const reports = start(sentry.dsn);
    inWork({ request_id: 'r-2', job: 'read-document', user_id: 'canary' }, () => reportError(errorOf('A'), {}));
    await reports.stop(5000);
    expect(sentry.events()[0]!.tags).toMatchObject({ request_id: 'r-2', job: 'read-document' });
    expect(JSON.stringify(sentry.events())).not.toContain('"canary"');
  });
});

describe('a storm', () => {
  test('of one kind is one event, and the next tells how many were held back', async () => {
    const sentry = await startSentry();
    const reports = start(sentry.dsn, { windowMs: 300 });
    const error = errorOf('A');
    for (let i = 0; i < 1000; i++) reportError(error, {});
    await new Promise((resolve) => setTimeout(resolve, 400));
    reportError(error, {});
    await reports.stop(5000);
    expect(sentry.events().map(({ tags }) => tags.held_back)).toEqual([undefined, 999]);
    expect(reports.stats()).toEqual({ sent: 2, dropped: 999 });
  });

  test('of many kinds is cut off', async () => {
    const sentry = await startSentry();
    const reports = start(sentry.dsn, { most: 5 });
    for (let i = 0; i < 1000; i++) reportError(errorOf(`Kind${i}`), {});
    await reports.stop(5000);
    expect(sentry.events()).toHaveLength(5);
    expect(reports.stats()).toEqual({ sent: 5, dropped: 995 });
  });

  test('ends at once when the server says so: Retry-After is kept', async () => {
    const sentry = await startSentry({ status: 429, headers: { 'retry-after': '60' } });
    const reports = start(sentry.dsn);
    reportError(errorOf('A'), {});
    await expect.poll(() => reports.stats().dropped).toBe(1);
    for (let i = 0; i < 5; i++) reportError(errorOf(`Kind${i}`), {});
    await reports.stop(5000);
    expect(sentry.received).toHaveLength(1);
    expect(reports.stats()).toEqual({ sent: 0, dropped: 6 });
  });
});

test.each(['hang', { status: 500 }, 'down'] as const)('a server that answers %j holds nothing up', async (answer) => {
  const sentry = await startSentry(answer === 'down' ? 'hang' : answer);
  if (answer === 'down') await sentry.close();
  const reports = start(sentry.dsn);
  const started = performance.now();
  for (let i = 0; i < 100; i++) reportError(errorOf(`Kind${i}`), {});
  expect(performance.now() - started).toBeLessThan(1000);
  await reports.stop(300);
  // The bound that was given, not that of a request that hangs.
  expect(performance.now() - started).toBeLessThan(4000);
  await expect.poll(() => reports.stats()).toEqual({ sent: 0, dropped: 100 });
});

test('of a server: unexpected errors and jobs that were given up, not what a caller did wrong', async () => {
  const sentry = await startSentry();
  const server = await startTestServer({
    env: { SENTRY_DSN: sentry.dsn, NODE_ENV: 'test' },
    engine: {
      mediaTypeOf: () => {
        throw new TypeError('broke the sniffer on "canary text of a document"');
      },
    },
  });
  const ask = (path: string, init: RequestInit = {}) => apiFetch(`${server.url}/api/v1${path}`, init);
  expect((await ask('/documents/canary')).status).toBe(404);
  expect((await ask('/documents', { method: 'POST', body: 'canary' })).status).toBe(415);
  const broken = await ask('/documents', { method: 'POST', body: form({ 'canary.txt': 'canary text' }) });
  expect(broken.status).toBe(500);
  await server.stop();
  expect(sentry.events()).toEqual([
    expect.objectContaining({
      transaction: 'POST /api/v1/documents',
      tags: expect.objectContaining({ request_id: broken.headers.get('x-request-id'), method: 'POST' }),
    }),
  ]);
  expect(JSON.stringify(sentry.events())).not.toMatch(/canary\.txt|canary text|example\.com/);
});

test('nothing is told when nobody asked for it', () => {
  expect(() => reportError(new Error('x'), {})).not.toThrow();
});
