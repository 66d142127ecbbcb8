import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWorkspace } from '../../src/store/database.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { putDecidedRecords } from '../support/decided-records.ts';
import { finishedRun, getJson, readJson, startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
let base: string;
beforeAll(async () => {
  server = await startTestServer();
  base = `${server.url}/api/v1`;
});
afterAll(() => server.stop());

async function read(text: string): Promise<{ record: string; document: string }> {
  const [file] = await upload(server.url, { 'paper.txt': text });
  await finishedRun(server.url, file!.run);
  const { items } = await getJson(`${base}/records?document=${file!.id}`);
  return { record: items[0].id, document: file!.id };
}

const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await apiFetch(`${base}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  });
  return { status: response.status, tag: response.headers.get('etag') ?? '', body: await readJson(response) };
};

test('a record waits with its reasons, is approved on the version that was seen, and its document with it', async () => {
  const { record, document } = await read('number: A-1');
  const { items } = await getJson(`${base}/reviews?state=pending&document=${document}`);
  expect(items).toMatchObject([{ record, documentName: 'paper.txt', state: 'pending', version: 1 }]);
  expect(items[0].reasons).toContainEqual(
    expect.objectContaining({ code: 'unsure', path: 'number', confidence: 0.9, threshold: 0.95, firm: false }),
  );
  expect(await send('POST', `/reviews/${record}/approve`)).toMatchObject({ status: 428 });
  expect(await send('POST', `/reviews/${record}/approve`, undefined, { 'if-match': '"7"' })).toMatchObject({
    status: 412,
    body: { code: 'record.changed' },
  });
  const approved = await send('POST', `/reviews/${record}/approve`, undefined, { 'if-match': '"1"' });
  expect(approved).toMatchObject({ status: 200, tag: '"1"', body: { state: 'approved', byItself: false } });
  expect(await getJson(`${base}/documents/${document}`)).toMatchObject({ state: 'approved' });
  expect(await send('POST', `/reviews/${record}/reject`, {}, { 'if-match': '"1"' })).toMatchObject({
    status: 409,
    body: { code: 'review.decided' },
  });
  await send('PATCH', `/records/${record}`, { fields: { number: 'A-2' } }, { 'if-match': '"1"' });
  expect(await getJson(`${base}/reviews/${record}`)).toMatchObject({ state: 'pending', firstApproval: null });
  expect(await getJson(`${base}/documents/${document}`)).toMatchObject({ state: 'review_pending' });
});

test('the queue is filtered by type, reason and amount, and pages through the most urgent first', async () => {
  const records: string[] = [];
  for (const [day, amount] of [
    ['09', 10],
    ['05', 20],
    ['05', 30],
  ] as const) {
    const { record } = await read(`number: Q-${amount}`);
    records.push(record);
    const { db } = server.inside.services;
    const { workspace_id } = await db.selectFrom('memberships').select('workspace_id').executeTakeFirstOrThrow();
    await inWorkspace(db, workspace_id, (trx) =>
      trx
        .updateTable('reviews')
        .set({ due_date: `2026-01-${day}`, amount })
        .where('record_id', '=', record)
        .execute(),
    );
  }
  const [late, small, large] = records;
  const ids = async (query: string) => {
    const { items } = await getJson(`${base}/reviews?state=pending&${query}`);
    return items.map(({ record }: { record: string }) => record);
  };
  expect(await ids('minAmount=5')).toEqual([large, small, late]);
  expect(await ids('minAmount=20&type=invoice&reason=level')).toEqual([large, small]);
  expect(await ids('reason=duplicate')).toEqual([]);
  expect(await ids('type=receipt')).toEqual([]);
  const first = await getJson(`${base}/reviews?state=pending&minAmount=5&limit=2`);
  const cursor = encodeURIComponent(first.nextCursor);
  const second = await getJson(`${base}/reviews?state=pending&minAmount=5&limit=2&cursor=${cursor}`);
  expect(second).toMatchObject({ items: [{ record: late }], nextCursor: null });
});

test('settings are changed on the version that was seen; statistics tell what went straight through', async () => {
  const before = await send('GET', '/review-settings');
  expect(before).toMatchObject({ tag: '"0"', body: { level: 'never', threshold: 0.95, fourEyes: [], types: {} } });
  const settings = { ...before.body, level: 'confident', threshold: 0.5 };
  expect(await send('PUT', '/review-settings', settings)).toMatchObject({ status: 428 });
  expect(await send('PUT', '/review-settings', settings, { 'if-match': '"0"' })).toMatchObject({ tag: '"1"' });
  expect(await send('PUT', '/review-settings', settings, { 'if-match': '"0"' })).toMatchObject({ status: 412 });
  for (const wrong of [{ level: 'sometimes' }, { threshold: 2 }, { fourEyes: [{ above: -1, currency: 'EUR' }] }])
    expect(await send('PUT', '/review-settings', { ...settings, ...wrong }, { 'if-match': '*' })).toMatchObject({
      status: 400,
    });

  const counted = await getJson(`${base}/reviews/statistics`);
  const { record, document } = await read('number: S-1');
  expect(await getJson(`${base}/reviews/${record}`)).toMatchObject({ state: 'approved', byItself: true });
  expect(await getJson(`${base}/documents/${document}`)).toMatchObject({ state: 'approved' });
  const { record: wrong } = await read('nothing: here');
  const rejected = await send('POST', `/reviews/${wrong}/reject`, { reason: 'not ours' }, { 'if-match': '*' });
  expect(rejected.body).toMatchObject({ state: 'rejected', rejectReason: 'not ours' });
  const now = await getJson(`${base}/reviews/statistics?days=1`);
  expect([now.byItself - counted.byItself, now.rejected - counted.rejected]).toEqual([1, 1]);
  expect(now.straightThrough).toBeCloseTo(now.byItself / now.decided);
  expect(now.medianSeconds).toBeGreaterThanOrEqual(0);
});

test('thresholds are proposed from what people approved and corrected', async () => {
  const { body: settings } = await send('GET', '/review-settings');
  await send('PUT', '/review-settings', { ...settings, level: 'never' }, { 'if-match': '*' });
  for (const [number, corrected] of [
    ['T-1', null],
    ['T-2', 'T-22'],
    ['T-3', 'T-3'],
  ] as const) {
    const { record } = await read(`number: ${number}`);
    if (corrected) await send('PATCH', `/records/${record}`, { fields: { number: corrected } }, { 'if-match': '"1"' });
    await send('POST', `/reviews/${record}/approve`, undefined, { 'if-match': '*' });
  }
  const { items } = await getJson(`${base}/reviews?state=approved&limit=50`);
  const approved = items.filter(({ byItself }: { byItself: boolean }) => !byItself).length;
  const strict = await getJson(`${base}/reviews/thresholds?type=invoice`);
  expect(strict.records).toMatchObject({ maxError: 0.01, threshold: null, share: 0, cases: approved });
  const lax = await getJson(`${base}/reviews/thresholds?type=invoice&maxError=0.5`);
  expect(lax.records).toMatchObject({ threshold: 0.9, share: 1 });
  expect(lax.fields).toMatchObject([{ type: 'invoice', path: 'number', threshold: 0.9, through: approved }]);
  expect(lax.records.wrong).toBeGreaterThanOrEqual(1);
  expect(lax.records.wrong).toBeLessThan(approved);
  expect(lax.reliability.answers).toBe(approved);
  expect(lax.calibration).toMatchObject({ on: true, version: 0, fittedAt: null, fields: [], reliability: null });
});

test('confidence is fitted to what people decided, shown beside the thresholds, used, and taken back', async () => {
  const { db } = server.inside.services;
  const { workspace_id: workspaceId, user_id: userId } = await db
    .selectFrom('memberships')
    .select(['workspace_id', 'user_id'])
    .executeTakeFirstOrThrow();
  await putDecidedRecords(db, { workspaceId, userId }, { count: 120, confidence: 0.95, wrongEach: 3 });
  const fitted = await send('POST', '/reviews/calibration/fit');
  expect(fitted).toMatchObject({ status: 200, body: { on: true, version: 1 } });
  const [field] = fitted.body.fields;
  expect(field).toMatchObject({ type: 'invoice', path: 'number' });
  const shown = field.shifts.find(({ shipped }: { shipped: number }) => shipped === 0.95).confidence;
  expect(shown).toBeLessThan(0.85);
  const proposed = await getJson(`${base}/reviews/thresholds?type=invoice&maxError=0.5`);
  expect(proposed.calibration).toEqual(fitted.body);
  expect(proposed.fields[0].threshold).toBeLessThan(0.9);
  expect(await send('POST', '/reviews/calibration/undo')).toMatchObject({ body: { version: 0, fields: [] } });
  expect((await getJson(`${base}/reviews/thresholds?type=invoice`)).calibration.version).toBe(0);
});
