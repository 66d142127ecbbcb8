// Types that a workspace declares over HTTP, read by the real engine: draft, try, publish, and records that keep their version.

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createEngine, type Engine } from '../../src/compose/engine.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { addDocument, send } from '../support/search-server.ts';
import { startTestServer, type TestServer, upload } from '../support/test-server.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const permit = `BUILDING PERMIT

Permit no: BP-2041
Plot: 17 Harbour Lane
Fee: EUR 320.00
Valid from: 2026-03-01
Inspector: Ada Holm
`;
const definition = {
  title: 'Building permit',
  hints: ['plot', 'inspector'],
  fields: {
    permit_no: { kind: 'identifier', labels: ['permit no'], required: true },
    fee: { kind: 'money', labels: ['fee'] },
    valid_from: { kind: 'date', labels: ['valid from'] },
  },
};
const withInspector = {
  ...definition,
  fields: { ...definition.fields, inspector: { kind: 'person', labels: ['inspector'] } },
};

let server: TestServer;
let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({
    jobs: 1,
    version: 'test',
    maxBytes: 1_000_000,
    limits: { fileMs: 60_000, pageMs: 30_000 },
    keepChildren: 1,
    log: createLogger({ level: 'silent', forPeople: false }),
  });
  server = await startTestServer({ engine });
});
afterAll(async () => {
  await server.stop();
  await engine.reader.close();
});

const recordOf = async (documentId: string) =>
  (await send(server, 'GET', `/records?document=${documentId}`)).body.items[0];

test('a type is drafted, tried on a document, published and read by; older records keep their version', async () => {
  const before = await addDocument(server, 'first.txt', permit);
  expect((await recordOf(before)).type).toBe('unknown');

  const made = await send(server, 'POST', '/types', { id: 'building_permit', ...definition });
  expect(made).toMatchObject({ status: 201, body: { published: null, draft: 1 } });

  const trial = await send(server, 'POST', '/types/building_permit/try', { document: before });
  expect(trial.status).toBe(200);
  expect(trial.body.documents[0]).toMatchObject({
    type: 'building_permit',
    fields: { permit_no: { value: 'BP-2041' }, fee: { value: 320 }, valid_from: { value: '2026-03-01' } },
  });
  expect(trial.body.documents[0].candidates.fee[0].evidence[0].text).toContain('320');
  // A draft is read by nobody, and a trial changes nothing.
  expect((await recordOf(before)).type).toBe('unknown');
  expect((await send(server, 'GET', '/types')).body.items.map(({ id }: { id: string }) => id)).not.toContain(
    'building_permit',
  );

  expect((await send(server, 'POST', '/types/building_permit/publish')).body).toMatchObject({
    published: 1,
    draft: null,
  });
  const second = await recordOf(await addDocument(server, 'second.txt', permit.replace('2041', '2042')));
  expect(second).toMatchObject({
    type: 'building_permit',
    typeVersion: 1,
    fields: { permit_no: { value: 'BP-2042' } },
  });

  const draft = await send(server, 'PUT', '/types/building_permit/draft', withInspector);
  expect(draft).toMatchObject({ status: 200, body: { version: 2, state: 'draft' } });
  await send(server, 'POST', '/types/building_permit/publish');
  const third = await recordOf(await addDocument(server, 'third.txt', permit.replace('2041', '2043')));
  expect(third).toMatchObject({ typeVersion: 2, fields: { inspector: { value: 'Ada Holm' } } });

  // Corrections are checked against the version that the record was read by.
  const correct = (id: string, fields: object) =>
    send(server, 'PATCH', `/records/${id}`, { fields }, { 'if-match': '*' });
  expect(await correct(second.id, { inspector: 'B. Lund' })).toMatchObject({
    status: 422,
    body: { code: 'record.unknown-field' },
  });
  expect((await correct(third.id, { inspector: 'B. Lund' })).body.fields.inspector.value).toBe('B. Lund');
  expect((await correct(second.id, { permit_no: null })).body.issues).toMatchObject([
    { rule: 'building_permit/required-permit_no' },
  ]);

  expect((await send(server, 'POST', '/types/building_permit/retire')).body).toMatchObject({ published: null });
  expect((await recordOf(await addDocument(server, 'fourth.txt', permit.replace('2041', '2044')))).type).toBe(
    'unknown',
  );
});

test('a draft is changed only by whoever saw it as it is', async () => {
  await send(server, 'POST', '/types', { id: 'seen', ...definition });
  expect((await send(server, 'PUT', '/types/seen/draft', withInspector)).status).toBe(428);
  expect((await send(server, 'PUT', '/types/seen/draft', withInspector, { 'if-match': '"1"' })).body.revision).toBe(2);
  expect((await send(server, 'PUT', '/types/seen/draft', definition, { 'if-match': '"1"' })).body.code).toBe(
    'type.changed',
  );
  expect((await send(server, 'DELETE', '/types/seen/draft')).status).toBe(204);
  expect((await send(server, 'GET', '/types/seen')).body.code).toBe('type.not-found');
});

test.each([
  ['an id of a built-in type', { id: 'invoice', ...definition }, 409, 'type.id-taken'],
  ['a kind that there is not', { id: 'odd', title: 'Odd', fields: { a: { kind: 'guess' } } }, 400, 'request.invalid'],
  ['an id with capitals', { id: 'Odd', title: 'Odd', fields: {} }, 400, 'request.invalid'],
])('%s is refused', async (_, body, status, code) => {
  expect(await send(server, 'POST', '/types', body)).toMatchObject({ status, body: { code } });
});

test('what cannot be read says so', async () => {
  await send(server, 'POST', '/types', { id: 'trier', ...definition });
  const documents = await upload(server.url, { 'a.bin': '\u0000\u0001\u0002binary' });
  const trial = await send(server, 'POST', '/types/trier/try', { document: documents[0]!.id });
  expect(trial).toMatchObject({ status: 409, body: { code: 'type.unreadable' } });
  const other = await send(server, 'POST', '/types/trier/try', { document: crypto.randomUUID() });
  expect(other.body.code).toBe('document.not-found');
});
