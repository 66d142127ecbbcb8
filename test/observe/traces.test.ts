import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { createGuardedFetch } from '../../src/notify/guarded-fetch.ts';
import { type OutgoingAllowance, parseOutgoingAllow } from '../../src/notify/outgoing-rules.ts';
import { startTracing } from '../../src/observe/start-tracing.ts';
import { addSteps, currentTraceparent, inSpan, openSpan } from '../../src/observe/tracing.ts';
import { inWork } from '../../src/observe/work.ts';
import { createOutsideServices } from '../../src/outside/outside-services.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { startLoopbackServer } from '../support/loopback-server.ts';
import {
  type OtlpReceiver,
  pathOf,
  type ReceivedSpan,
  startOtlpReceiver,
  traceWith,
} from '../support/otlp-receiver.ts';
import { startServerProcess } from '../support/server-process.ts';
import { prepareTestDatabase, serverUrl } from '../support/test-database.ts';
import { form, startTestServer } from '../support/test-server.ts';

const invoice = readFileSync(new URL('../../src/warm-up.pdf', import.meta.url));
const stages = ['parse', 'classify', 'extract', 'infer', 'choose', 'map', 'validate', 'inspect'];

async function upload(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = await apiFetch(`${url}/api/v1/documents`, {
    method: 'POST',
    body: form({ 'canary-invoice.pdf': invoice }),
    headers,
  });
  expect(response.status).toBe(202);
  await response.text();
  return response;
}

function expectWholeTree(spans: readonly ReceivedSpan[]): void {
  const paths = spans.map((span) => pathOf(span, spans));
  const job = 'POST /api/v1/documents > send read-document > process read-document';
  expect(paths).toEqual(expect.arrayContaining([job, `${job} > store result`]));
  for (const stage of stages) expect(paths).toContain(`${job} > read file > ${stage}`);
  const kinds = Object.fromEntries(spans.map(({ name, kind }) => [name, kind]));
  expect(kinds).toMatchObject({
    'POST /api/v1/documents': 2,
    'send read-document': 4,
    'process read-document': 5,
    'read file': 1,
  });
}

function expectTimesInside(spans: readonly ReceivedSpan[]): void {
  const read = spans.find(({ name }) => name === 'read file')!;
  const steps = spans.filter(({ parentSpanId }) => parentSpanId === read.spanId);
  for (const step of steps) {
    // The child keeps a clock of its own, which began at a whole millisecond of ours.
    expect(Number(step.startTimeUnixNano)).toBeGreaterThan(Number(read.startTimeUnixNano) - 50e6);
    expect(Number(step.endTimeUnixNano)).toBeLessThan(Number(read.endTimeUnixNano) + 50e6);
  }
  const order = steps.toSorted((a, b) => Number(a.startTimeUnixNano) - Number(b.startTimeUnixNano));
  const first = order.map(({ name }) => name).filter((name) => stages.includes(name));
  expect(first.slice(0, stages.length)).toEqual(stages);
}

describe('one upload is one trace', () => {
  test('across request, job, reading child and stages', async () => {
    const receiver = await startOtlpReceiver();
    const { env, drop } = await prepareTestDatabase('embedded');
    const lines: string[] = [];
    const server = await startServerProcess(
      { ...env, ...receiver.env, OTEL_SERVICE_NAME: 'sheaf-test' },
      { onLine: (line) => lines.push(line) },
    );
    const answer = await upload(server.url, { 'x-request-id': 'asked-by-test' });
    await traceWith(receiver, 'store result');
    await server.stop();
    const spans = await traceWith(receiver, 'POST /api/v1/documents');
    expectWholeTree(spans);
    expectTimesInside(spans);
    const request = spans.find(({ name }) => name === 'POST /api/v1/documents')!;
    expect(request.attributes).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/api/v1/documents',
      'http.response.status_code': 202,
      'sheaf.request_id': 'asked-by-test',
      'sheaf.workspace_id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(request.resource).toMatchObject({ 'service.name': 'sheaf-test', 'service.version': '0.1.0' });
    // Ids and names of ours: nothing of the document, its name, or people.
    expect(JSON.stringify(receiver.received)).not.toMatch(/canary|example\.com|\.pdf|GmbH/i);
    // The request is one trace in the log, too.
    const logged = lines.map((line) => JSON.parse(line)).filter((line) => line.trace_id === request.traceId);
    expect(logged.map(({ message }) => message)).toEqual(expect.arrayContaining(['request', 'job done']));
    expect(new Set(logged.map((line) => line.request_id))).toEqual(new Set(['asked-by-test']));
    expect(answer.headers.get('x-request-id')).toBe('asked-by-test');
    await drop();
    await receiver.close();
  }, 60_000);

  test.runIf(serverUrl)(
    'also when the worker is another process',
    async () => {
      const receiver = await startOtlpReceiver();
      const { env, drop } = await prepareTestDatabase('server');
      const shared = { ...env, ...receiver.env, AUTH_SECRET: 'canary secret that both processes share' };
      const api = await startServerProcess({ ...shared, MODE: 'api' });
      const worker = await startServerProcess({ ...shared, MODE: 'worker', WORKER_PORT: '0' }, { localOwner: true });
      await upload(api.url);
      await traceWith(receiver, 'store result');
      await Promise.all([api.stop(), worker.stop()]);
      const spans = await traceWith(receiver, 'POST /api/v1/documents');
      expectWholeTree(spans);
      const modes = new Map(spans.map(({ name, resource }) => [name, resource['sheaf.mode']]));
      expect(modes.get('send read-document')).toBe('api');
      expect(modes.get('read file')).toBe('worker');
      await drop();
      await receiver.close();
    },
    60_000,
  );
});

describe('a trace that a caller began', async () => {
  const receiver = await startOtlpReceiver();
  const server = await startTestServer({ env: receiver.env });
  afterAll(async () => {
    await server.stop();
    await receiver.close();
  });
  const ask = async (headers: Record<string, string>, path = '/api/v1/documents') => {
    const response = await apiFetch(`${server.url}${path}`, { headers });
    await response.text();
    return response.headers.get('x-request-id');
  };
  const spanOf = (requestId: string | null) =>
    expect.poll(() => receiver.spans().find((span) => span.attributes['sheaf.request_id'] === requestId), {
      timeout: 15_000,
    });

  test('goes on here', async () => {
    const traceId = 'a'.repeat(32);
    const id = await ask({ traceparent: `00-${traceId}-${'b'.repeat(16)}-01` });
    await spanOf(id).toMatchObject({ traceId, parentSpanId: 'b'.repeat(16) });
  });

  test('is left alone when it is not sampled', async () => {
    await ask({ traceparent: `00-${'c'.repeat(32)}-${'b'.repeat(16)}-00` });
    await spanOf(await ask({})).toBeDefined();
    expect(receiver.spans().some(({ traceId }) => traceId === 'c'.repeat(32))).toBe(false);
  });

  test.each(['00-zz-b-01', `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`, 'x'.repeat(5000)])(
    'is another one when its header is broken',
    async (traceparent) => {
      const id = await ask({ traceparent });
      await spanOf(id).toMatchObject({ traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
      await spanOf(id).not.toHaveProperty('parentSpanId', 'b'.repeat(16));
    },
  );

  test('an address that leads nowhere is named by its method alone', async () => {
    const id = await ask({}, '/canary-in-a-path?canary=1');
    await spanOf(id).toMatchObject({ name: 'GET', attributes: { 'http.response.status_code': 404 } });
    expect(JSON.stringify(receiver.received)).not.toContain('canary');
  });

  test('probes are not traced', async () => {
    await ask({}, '/readyz');
    await spanOf(await ask({})).toBeDefined();
    expect(receiver.spans().filter(({ name }) => name.includes('/readyz'))).toEqual([]);
  });
});

describe('the collector', () => {
  const make = (port: number, headers: Record<string, string> = {}) => {
    const dropped: number[] = [];
    const running = startTracing({
      endpoint: new URL(`http://127.0.0.1:${port}/base/`),
      headers,
      serviceName: 'sheaf',
      share: 1,
      version: '0',
      environment: 'test',
      mode: 'all',
      onDropped: (spans) => dropped.push(spans),
    });
    onTestFinished(() => running.stop(0));
    return { running, dropped };
  };
  const makeSpans = (count: number) => {
    for (let i = 0; i < count; i++) openSpan('span', {}).end();
  };

  test('gets what is left at a stop, with the headers that it wants', async () => {
    const receiver: OtlpReceiver = await startOtlpReceiver();
    const { running } = make(receiver.port, { authorization: 'Bearer canary' });
    makeSpans(1500);
    await running.stop(10_000);
    expect(receiver.spans()).toHaveLength(1500);
    expect(receiver.received[0]).toMatchObject({
      path: '/base/v1/traces',
      headers: { authorization: 'Bearer canary', 'content-type': 'application/json' },
    });
    expect(running.stats()).toEqual({ exported: 1500, dropped: 0 });
    await receiver.close();
  });

  test.each(['hang', { status: 503 }, { status: 400 }, 'down'] as const)(
    'that answers %j costs spans, counted, and nothing else',
    async (answer) => {
      const server = await startLoopbackServer(answer === 'down' ? 'hang' : answer);
      if (answer === 'down') await server.close();
      const { running, dropped } = make(server.port);
      makeSpans(10_000);
      await sleep(50);
      // More than may wait went at once.
      expect(running.stats().dropped).toBeGreaterThan(5000);
      const started = performance.now();
      await running.stop(300);
      // The time that was given, not that of a request that hangs.
      expect(performance.now() - started).toBeLessThan(4000);
      expect(running.stats().dropped).toBe(10_000);
      // Once a minute, not once a span.
      expect(dropped).toHaveLength(1);
      if (answer !== 'down') await server.close();
    },
  );

  test('keeps the share that is asked for', async () => {
    const receiver = await startOtlpReceiver();
    const running = startTracing({
      endpoint: new URL(receiver.env.OTEL_EXPORTER_OTLP_ENDPOINT!),
      headers: {},
      serviceName: 'sheaf',
      share: 0.25,
      version: '0',
      environment: 'test',
      mode: 'all',
      onDropped: () => {},
    });
    makeSpans(2000);
    await running.stop(10_000);
    const { length } = receiver.spans();
    expect(length).toBeGreaterThan(300);
    expect(length).toBeLessThan(700);
    await receiver.close();
  });

  test("hears of calls to others, who hear nothing of it or of the caller's request", async () => {
    const receiver = await startOtlpReceiver();
    const stranger = await startLoopbackServer({ status: 200 });
    const { running } = make(receiver.port);
    const allow = parseOutgoingAllow(`127.0.0.1:${stranger.port}`) as OutgoingAllowance;
    const fetchOutside = createGuardedFetch({ allow, service: createOutsideServices().add('outgoing') });
    await inWork({ request_id: 'r-1' }, () =>
      inSpan('work', {}, () => fetchOutside(`http://127.0.0.1:${stranger.port}/canary?canary=1`)),
    );
    await running.stop(10_000);
    const spans = receiver.spans();
    const called = spans.find(({ name }) => name === 'GET')!;
    expect(pathOf(called, spans)).toBe('work > GET');
    expect(called).toMatchObject({
      kind: 3,
      attributes: { 'server.address': '127.0.0.1', 'http.response.status_code': 200 },
    });
    expect(JSON.stringify(receiver.received)).not.toContain('canary');
    expect(stranger.received).toHaveLength(1);
    const sent = JSON.stringify(stranger.received[0]!.headers);
    expect(sent).not.toMatch(/traceparent|tracestate|baggage|request-id|r-1/i);
    expect(sent).not.toContain(called.traceId);
    await receiver.close();
    await stranger.close();
  });

  test('hears what failed by its kind, never by its words', async () => {
    const receiver = await startOtlpReceiver();
    const { running } = make(receiver.port);
    const broken = inSpan('work', {}, async () => {
      addSteps([{ name: 'step', startedAt: Date.now() - 10, ms: 5 }]);
      throw new TypeError('canary text of a document');
    });
    await expect(broken).rejects.toThrow(TypeError);
    await running.stop(10_000);
    const spans = receiver.spans();
    expect(spans.map((span) => pathOf(span, spans)).sort()).toEqual(['work', 'work > step']);
    expect(spans.find(({ name }) => name === 'work')).toMatchObject({
      status: { code: 2 },
      attributes: { 'error.type': 'TypeError' },
    });
    expect(JSON.stringify(receiver.received)).not.toContain('canary');
    await receiver.close();
  });
});

test('without a collector nothing is traced', async () => {
  expect(currentTraceparent()).toBeUndefined();
  expect(await inSpan('work', {}, async (span) => span.traceId)).toBeUndefined();
  expect(openSpan('work', {}).within(() => currentTraceparent())).toBeUndefined();
});
