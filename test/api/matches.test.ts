import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchRecord } from '../../src/actions/match-record.ts';
import type { Json } from '../../src/document/value.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { putRecord } from '../support/matchable-records.ts';
import { getJson, readJson, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let base: string;
beforeAll(async () => {
  server = await startTestServer();
  base = `${server.url}/api/v1`;
});
afterAll(() => server.stop());

const wallet = (more: Record<string, Json> = {}): Record<string, Json> => ({
  category: 'wallet',
  colour: 'brown',
  description: 'leather wallet',
  latitude: 48.137,
  longitude: 11.575,
  date: '2026-03-01',
  ...more,
});

async function putPair(place: number): Promise<{ lost: string; found: string; id: string }> {
  const { services } = server.inside;
  const members = services.db.selectFrom('memberships').select(['workspace_id as workspaceId', 'user_id as userId']);
  const { workspaceId, userId } = await members.executeTakeFirstOrThrow();
  const owner = { workspaceId, userId };
  const values = wallet({ latitude: place });
  const lost = await putRecord(services, owner, { type: 'lost_item', values, lines: [] });
  const found = await putRecord(services, owner, { type: 'found_item', values, lines: [] });
  for (const recordId of [lost, found]) await matchRecord(services, { workspaceId, recordId });
  const { items } = await getJson(`${base}/matches?record=${lost}`);
  return { lost, found, id: items[0].id };
}

const post = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  apiFetch(`${base}${path}`, {
    method: 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  });

test('a match is listed by record, state and probability, and explains itself', async () => {
  const { lost, found, id } = await putPair(10);
  const list = async (query: string) =>
    (await getJson(`${base}/matches?${query}`)).items.map((item: { id: string }) => item.id);
  expect(await list(`record=${found}`)).toEqual([id]);
  expect(await list(`record=${lost}&state=accepted`)).toEqual([]);
  expect(await list(`record=${lost}&minProbability=0.5`)).toEqual([id]);
  expect(await list(`record=${lost}&minProbability=1`)).toEqual([]);
  expect(await getJson(`${base}/matches/${id}`)).toMatchObject({
    left: lost,
    right: found,
    state: 'proposed',
    explanation: {
      for: expect.arrayContaining([expect.objectContaining({ text: 'Colour: both “brown”' })]),
      against: [],
      unknown: [],
      versions: { spec: '1', model: 0, calibration: 'prior' },
    },
    decisions: [],
  });
});

test('accepting, undoing and dismissing with a reason leave their trace; a stale tag is refused', async () => {
  const { id } = await putPair(20);
  const seen = await apiFetch(`${base}/matches/${id}`);
  const tag = seen.headers.get('etag')!;
  const accepted = await post(`/matches/${id}/accept`, {}, { 'if-match': tag });
  expect(await readJson(accepted)).toMatchObject({ state: 'accepted' });
  expect(await readJson(await post(`/matches/${id}/dismiss`, {}))).toMatchObject({
    status: 409,
    code: 'match.decided',
  });
  expect(await readJson(await post(`/matches/${id}/undo`, undefined, { 'if-match': tag }))).toMatchObject({
    status: 412,
    code: 'match.changed',
  });
  expect(await readJson(await post(`/matches/${id}/undo`))).toMatchObject({ state: 'proposed' });
  expect(await readJson(await post(`/matches/${id}/dismiss`, { reason: 'not mine' }))).toMatchObject({
    state: 'dismissed',
  });
  const { decisions } = await getJson(`${base}/matches/${id}`);
  expect(decisions).toMatchObject([
    { decision: 'accepted', undoneAt: expect.any(String) },
    { decision: 'dismissed', reason: 'not mine', undoneAt: null, versions: { spec: '1' } },
  ]);
  const { items } = await getJson(`${base}/matches/statistics`);
  const ofThing = items.filter(({ spec }: { spec: string }) => spec === 'lost-and-found/same-thing');
  expect(ofThing).toMatchObject([
    {
      spec: 'lost-and-found/same-thing',
      decisions: { dismissed: 1, undone: 1 },
      lastRescored: null,
      nextBecause: null,
    },
  ]);
});

test('a re-scoring is a job that can be followed, and ends', async () => {
  await putPair(30);
  const asked = await post('/matches/rescore');
  expect(asked.status).toBe(202);
  const { job } = await readJson(asked);
  const deadline = performance.now() + 30_000;
  let state = '';
  while (state !== 'done' && performance.now() < deadline) {
    const shown = await getJson(`${base}/jobs/${job}`);
    state = shown.state;
    if (state === 'done') expect(shown).toMatchObject({ queue: 'rescore-matches', progress: { done: 6, total: 6 } });
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(state).toBe('done');
  const { items } = await getJson(`${base}/matches/statistics`);
  const ofThing = items.filter(({ spec }: { spec: string }) => spec === 'lost-and-found/same-thing');
  expect(ofThing).toMatchObject([{ lastRescored: expect.stringMatching(/Z$/) }]);
});
