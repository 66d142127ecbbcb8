// Feeds by address: fetched when they changed, each item taken once, failures told with what to do. The toy reader takes a feed
// apart by its line `holds`.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pollIntake, queueDueLooks } from '../../src/actions/poll-intake.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';
import { asking, makePerson, makeTeam } from '../support/people.ts';
import { type Answer, getJson, readJson, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let board: LoopbackServer;
let api: string;
let workspaceId: string;
beforeAll(async () => {
  board = await startLoopbackServer();
  server = await startTestServer({ env: { INTAKE_FEEDS: 'on', OUTGOING_ALLOW: `127.0.0.1:${board.port}` } });
  api = `${server.url}/api/v1`;
  workspaceId = (await getJson(`${api}/me`)).workspaces[0].id;
});
afterAll(async () => {
  await server.stop();
  await board.close();
});
beforeEach(() => {
  board.received.length = 0;
});

const post = (body: object) =>
  apiFetch(`${api}/intake`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const feed = (path = '/jobs.txt') => ({ url: `http://127.0.0.1:${board.port}${path}` });
const make = async (more: object = {}): Promise<Answer> =>
  readJson(await post({ kind: 'feed', name: 'Jobs', feed: { ...feed(), ...more } }));
const serve = (body: string, headers: Record<string, string> = {}, status = 200) => {
  board.answer = { status, headers: { 'content-type': 'text/plain', ...headers }, body };
};
const look = async (sourceId: string): Promise<Answer> => {
  await pollIntake(server.inside.services, { workspaceId, sourceId, requestId: null });
  return getJson(`${api}/intake/${sourceId}`);
};
const taken = async (id: string): Promise<string[]> =>
  (await getJson(`${api}/intake/${id}/arrivals`)).items.map(({ outcome, name }: Answer) => `${outcome} ${name}`).sort();

test('each item becomes a document once, however often and in whatever order the feed brings it', async () => {
  const { id, feed: shown } = await make();
  expect(shown).toEqual({ ...feed(), every: 360 });
  serve('holds: one.txt=number~ F-1;two.txt=number~ F-2'.replaceAll('~', ':'));
  expect(await look(id)).toMatchObject({ lastError: null, failures: 0, advice: null });
  expect(await taken(id)).toEqual(['taken one.txt', 'taken two.txt']);
  serve('holds: two.txt=number: F-2;one.txt=number: F-1;three.txt=number: F-3');
  await look(id);
  expect(await taken(id)).toEqual(['taken one.txt', 'taken three.txt', 'taken two.txt']);
});

test('an item that changed is taken as another one', async () => {
  const { id } = await make();
  serve('holds: job.txt=number: V-1;other.txt=number: O-1');
  await look(id);
  serve('holds: job.txt=number: V-2;other.txt=number: O-1');
  await look(id);
  expect(await taken(id)).toEqual(['taken job.txt', 'taken job.txt', 'taken other.txt']);
});

test('what did not change is not sent again: the server is asked by its tag and day', async () => {
  const { id } = await make();
  serve('holds: a.txt=number: T-1;b.txt=number: T-2', {
    etag: '"v1"',
    'last-modified': 'Mon, 02 Mar 2026 08:00:00 GMT',
  });
  await look(id);
  expect(board.received[0]!.headers).not.toHaveProperty('if-none-match');
  serve('', {}, 304);
  expect(await look(id)).toMatchObject({ lastError: null });
  expect(board.received[1]!.headers).toMatchObject({
    'if-none-match': '"v1"',
    'if-modified-since': 'Mon, 02 Mar 2026 08:00:00 GMT',
  });
  expect(await taken(id)).toHaveLength(2);
});

test('a feed of one is taken whole, one of nothing known is not', async () => {
  const { id } = await make();
  serve('number: S-1');
  await look(id);
  expect(await taken(id)).toEqual(['taken jobs.txt']);
});

test('a look that was cut off after some items is made up for by the next one', async () => {
  const { id } = await make();
  serve('holds: a.txt=number: K-1;b.txt=number: K-2;c.txt=number: K-3');
  const { services } = server.inside;
  let staged = 0;
  const blobs = new Proxy(services.blobs, {
    get(target, name, self) {
      if (name !== 'stage') return Reflect.get(target, name, self);
      return (...given: Parameters<typeof target.stage>) => {
        return ++staged === 2 ? Promise.reject(new Error('the process dies')) : target.stage(...given);
      };
    },
  });
  await expect(pollIntake({ ...services, blobs }, { workspaceId, sourceId: id, requestId: null })).rejects.toThrow(
    'dies',
  );
  expect(await taken(id)).toEqual(['taken a.txt']);
  await look(id);
  expect(await taken(id)).toEqual(['taken a.txt', 'taken b.txt', 'taken c.txt']);
});

test('two looks at once take each item once', async () => {
  const { id } = await make();
  serve('holds: a.txt=number: P-1;b.txt=number: P-2');
  await Promise.all([look(id), look(id)]);
  expect((await taken(id)).filter((one) => one.startsWith('taken'))).toEqual(['taken a.txt', 'taken b.txt']);
});

test.each<[string, () => void, string]>([
  ['is not there', () => serve('gone', {}, 404), 'intake.feed-failed: status-404'],
  ['wants a sign-in', () => serve('', {}, 401), 'intake.feed-failed: status-401'],
  ['is empty', () => serve(''), 'intake.feed-failed: empty'],
  ['cannot be read', () => serve('fail: file.corrupt'), 'intake.feed-failed: file.corrupt'],
  ['leads inside', () => serve('', { location: 'http://127.0.0.1:1/' }, 302), 'outgoing.refused: address'],
  ['is packed', () => serve('x', { 'content-encoding': 'gzip' }), 'outgoing.failed: encoding'],
])('a feed that %s is told, and is asked again later and later', async (_what, answer, lastError) => {
  const { id } = await make({ every: 60 });
  answer();
  const first = await look(id);
  expect(first).toMatchObject({ lastError, failures: 1, advice: expect.stringMatching(/\w/) });
  const pause = (row: Answer) => Math.round((Date.parse(row.nextLookAt) - Date.parse(row.lookedAt)) / 60_000);
  expect(pause(first)).toBe(60);
  expect(pause(await look(id))).toBe(120);
  serve('number: N-1');
  expect(await look(id)).toMatchObject({ lastError: null, failures: 0 });
});

test('it is due once in its interval, and not while it is paused', async () => {
  const { id } = await make({ every: 90 });
  const { services } = server.inside;
  serve('number: D-1');
  const row = await look(id);
  const at = (minutes: number) => new Date(Date.parse(row.lookedAt) + minutes * 60_000);
  const isDue = async (now: Date): Promise<boolean> => {
    await queueDueLooks(services, now);
    const due = await inWorkspace(services.db, workspaceId, (trx) =>
      trx.selectFrom('intake_sources').select('next_poll_at').where('id', '=', id).executeTakeFirstOrThrow(),
    );
    return due.next_poll_at!.getTime() !== Date.parse(row.nextLookAt);
  };
  expect(await isDue(at(89))).toBe(false);
  expect(await isDue(at(91))).toBe(true);
});

test('an address that leads inside, none at all, or too short an interval is refused', async () => {
  const inside = await post({ kind: 'feed', name: 'In', feed: { url: 'http://127.0.0.1:1/feed' } });
  expect((await readJson(inside)).code).toBe('outgoing.refused');
  for (const wrong of [
    { kind: 'feed', name: 'None' },
    { kind: 'feed', name: 'File', feed: { url: 'file:///etc/passwd' } },
    { kind: 'feed', name: 'Often', feed: { ...feed(), every: 59 } },
    { kind: 'mail', name: 'Mail', feed: feed() },
  ]) {
    expect((await post(wrong)).status).toBeGreaterThanOrEqual(400);
  }
});

test('it is nobody else’s', async () => {
  const { id } = await make();
  const stranger = await makePerson(server.inside.services, 'feeds-stranger');
  const away = asking(server.url, await makeTeam(server.inside.services, { [stranger.userId]: 'owner' }));
  expect((await away(stranger, `GET /intake/${id}`)).status).toBe(404);
});
