import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { finishedRun, startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

interface Event {
  id?: string;
  event: string;
  data: { stage?: string; status?: string };
}

async function readEvents(runId: string, headers: Record<string, string> = {}): Promise<Event[]> {
  const response = await apiFetch(`${server.url}/api/v1/runs/${runId}/events`, { headers });
  expect(response.headers.get('content-type')).toMatch('text/event-stream');
  const text = await response.text();
  const blocks = text.split('\n\n').filter((block) => block !== '' && !block.startsWith(':'));
  return blocks.map((block) => {
    const lines = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]));
    return { ...lines, data: JSON.parse(lines.data!) } as Event;
  });
}

const stages = (events: Event[]) =>
  events.filter((event) => event.event === 'progress').map((event) => event.data.stage);

test('a watcher sees each stage once, then the end', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'number: E-1\nslow: 300' });
  const events = await readEvents(document!.run);
  expect(stages(events)).toEqual(['parse', 'extract', 'store']);
  expect(events.map((event) => event.id).slice(0, 3)).toEqual(['1', '2', '3']);
  expect(events.at(-1)).toMatchObject({ event: 'finished', data: { status: 'succeeded' } });
});

test('who comes late sees the same', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'number: E-2' });
  await finishedRun(server.url, document!.run);
  const events = await readEvents(document!.run);
  expect(stages(events)).toEqual(['parse', 'extract', 'store']);
  expect(events.at(-1)?.event).toBe('finished');
});

test('Last-Event-ID goes on where the client was', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'number: E-3' });
  await finishedRun(server.url, document!.run);
  expect(stages(await readEvents(document!.run, { 'last-event-id': '2' }))).toEqual(['store']);
});

test('a failed run ends the stream with its error', async () => {
  const [document] = await upload(server.url, { 'a.txt': 'fail: file.encrypted\nslow: 100' });
  expect((await readEvents(document!.run)).at(-1)).toMatchObject({
    event: 'finished',
    data: { status: 'failed', error: { code: 'file.encrypted' } },
  });
});

test('an open stream does not hold up the stop', async () => {
  const other = await startTestServer();
  const [document] = await upload(other.url, { 'a.txt': 'number: E-4\nslow: 1500' });
  const response = await apiFetch(`${other.url}/api/v1/runs/${document!.run}/events`);
  const started = performance.now();
  await Promise.all([other.stop(), response.text()]);
  expect(performance.now() - started).toBeLessThan(4500);
});
