// A feed of jobs as boards write it, taken apart by the real reader.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { pollIntake } from '../../src/actions/poll-intake.ts';
import { createEngine } from '../../src/compose/engine.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';
import { type Answer, getJson, readJson, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let board: LoopbackServer;
beforeAll(async () => {
  board = await startLoopbackServer();
  const engine = await createEngine({
    ...{ jobs: 1, version: 'test', maxBytes: 10_000_000, keepChildren: 0 },
    limits: { fileMs: 60_000, pageMs: 1000 },
    log: createLogger({ level: 'silent', forPeople: false }),
  });
  server = await startTestServer({
    engine,
    env: { INTAKE_FEEDS: 'on', OUTGOING_ALLOW: `127.0.0.1:${board.port}` },
  });
}, 120_000);
afterAll(async () => {
  await server.stop();
  await board.close();
});

const item = (id: number, title: string): string => `<item><title>${title}</title><guid>job-${id}</guid>
  <link>https://jobs.example/${id}</link><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>
  <description>&lt;p&gt;We look for a ${title}.&lt;/p&gt;&lt;h3&gt;Requirements&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Experience with Python&lt;/li&gt;&lt;li&gt;Fluent English&lt;/li&gt;&lt;/ul&gt;</description></item>`;
const rss = (...items: string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Jobs at Kestrel Systems</title><link>https://jobs.example</link>
  <lastBuildDate>${new Date().toUTCString()}</lastBuildDate>${items.join('')}</channel></rss>`;

test('each posting of an RSS feed is a document of its own, and a changed one another', async () => {
  const { services } = server.inside;
  const workspaceId = (await getJson(`${server.url}/api/v1/me`)).workspaces[0].id;
  const made = await apiFetch(`${server.url}/api/v1/intake`, {
    method: 'POST',
    body: JSON.stringify({ kind: 'feed', name: 'Jobs', feed: { url: `http://127.0.0.1:${board.port}/jobs.rss` } }),
    headers: { 'content-type': 'application/json' },
  });
  const { id } = await readJson(made);
  const look = async (...items: string[]): Promise<string[]> => {
    board.answer = { status: 200, headers: { 'content-type': 'application/rss+xml' }, body: rss(...items) };
    await pollIntake(services, { workspaceId, sourceId: id, requestId: null });
    expect(await getJson(`${server.url}/api/v1/intake/${id}`)).toMatchObject({ lastError: null });
    return (await getJson(`${server.url}/api/v1/intake/${id}/arrivals`)).items.map(({ name }: Answer) => name).sort();
  };
  const [developer, analyst] = [item(1, 'Backend Developer'), item(2, 'Data Analyst')];
  expect(await look(developer, analyst)).toEqual(['Backend Developer.json', 'Data Analyst.json']);
  expect(await look(analyst, developer)).toHaveLength(2);
  expect(await look(item(1, 'Senior Backend Developer'), analyst)).toHaveLength(3);
  expect(await look()).toHaveLength(3);
}, 240_000);
