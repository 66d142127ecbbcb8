// Artifacts over HTTP: made from a record, changed only by what their sources carry, taken back and forth, seen by nobody else.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWorkspace } from '../../src/store/database.ts';
import type { Role } from '../../src/store/roles.ts';
import { insertMembership } from '../../src/store/workspaces.ts';
import { type Call, call, makePerson, type Person } from '../support/person.ts';
import { type Answer, finishedRun, form, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let owner: Person;
let stranger: Person;
beforeAll(async () => {
  server = await startTestServer();
  [owner, stranger] = [await makePerson(server), await makePerson(server)];
});
afterAll(() => server.stop());

const ask = (path: string, options: Call = {}, person = owner) =>
  call(server, `/artifacts${path}`, {
    token: person.token,
    ...options,
    headers: { 'sheaf-workspace': owner.workspace, ...options.headers },
  });
const seen = (version: number | string): Call => ({ headers: { 'if-match': `"${version}"` } });

const sentence = 'The 20 chairs were delivered by Kent Freight on 4 May 2025.';

async function readDocument(): Promise<{ document: string; record: string }> {
  const response = await fetch(`${server.url}/api/v1/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${owner.token}` },
    body: form({ [`${crypto.randomUUID()}.txt`]: `number: A-17\n\n${sentence} Two of them were broken.\n` }),
  });
  const [uploaded] = ((await response.json()) as Answer).documents;
  const run = await finishedRun(server.url, uploaded.run, 30_000, owner.token);
  return { document: uploaded.id, record: run.records[0].id };
}

async function makeNote(paragraphs = [sentence], more: object = {}): Promise<string> {
  const body = { title: 'Note', body: { title: 'Note', paragraphs }, ...more };
  const made = await ask('', { body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
}

test('from a record to a text that says no more than it: proposed, refused with its reason, applied, compared, undone', async () => {
  const { record } = await readDocument();
  const made = await ask('', { body: { title: 'Delivery', source: { record } } });
  expect(made).toMatchObject({ status: 201, body: { kind: 'sheaf/text', version: 1, undo: null, redo: null } });
  expect(made.headers.get('etag')).toBe('"1"');
  const { id, body } = made.body;
  const at = body.paragraphs.findIndex((text: string) => text.includes(sentence));
  expect(at).toBeGreaterThanOrEqual(0);
  const { items: sources } = (await ask(`/${id}/sources`)).body;
  expect(sources).toContainEqual(
    expect.objectContaining({ id: 'value:number', kind: 'value', text: 'A-17', subject: record }),
  );
  const passage = sources.find((one: Answer) => one.kind === 'passage' && one.text.includes(sentence));

  const byRules = await ask(`/${id}/proposals`, { body: { writer: 'rules' } });
  expect(byRules).toMatchObject({ status: 201, body: { status: 'rules', because: null, baseVersion: 1 } });
  expect(byRules.body.operations[0]).toMatchObject({ accepted: true, refusal: null });
  expect(byRules.body.operations[0].operation.value).toContain('Kent Freight delivered the 20 chairs on 4 May 2025.');

  const original = body.paragraphs[at];
  const given = (value: string) => ({
    path: `paragraphs[${at}]`,
    action: 'replace',
    original,
    value,
    reason: 'plainer',
    sources: [passage.id],
  });
  const invented = 'Kent Freight delivered 200 chairs.';
  const operations = [given(invented), given('Kent Freight delivered 20 chairs.')];
  const proposal = (await ask(`/${id}/proposals`, { body: { writer: 'given', operations } })).body;
  expect(proposal.operations.map((one: Answer) => one.accepted)).toEqual([false, true]);
  const [part] = proposal.operations[0].refusal.unsupported;
  expect(invented.slice(part.start, part.end)).toContain('200');
  expect(part.why).toMatch(/./);
  expect(proposal.operations[0].refusal).toMatchObject({ code: 'unsupported', reason: expect.stringMatching(/./) });

  const apply = (wanted: object, options: Call) =>
    ask(`/${id}/apply`, { body: { proposal: proposal.id, ...wanted }, ...options });
  expect((await apply({}, {})).status).toBe(428);
  expect((await apply({}, seen(7))).body.code).toBe('artifact.changed');
  expect((await apply({ operations: [0] }, seen(1))).body.code).toBe('artifact.refused-operation');
  const applied = await apply({}, seen(1));
  expect(applied).toMatchObject({ status: 200, body: { applied: 1, artifact: { version: 2, undo: 1 } } });
  expect(applied.body.refused).toMatchObject([{ refusal: { code: 'unsupported' } }]);
  expect(applied.headers.get('etag')).toBe('"2"');
  expect((await apply({}, seen(2))).body.code).toBe('artifact.decided');
  const late = await ask(`/${id}/apply`, { body: { proposal: byRules.body.id }, ...seen(2) });
  expect(late).toMatchObject({ status: 412, body: { code: 'artifact.changed' } });

  expect((await ask(`/${id}/diff?from=1&to=2`)).body.changes).toEqual([
    { path: `paragraphs[${at}]`, change: 'replaced', before: original, after: 'Kent Freight delivered 20 chairs.' },
  ]);
  const go = (verb: string, version: number) => ask(`/${id}/${verb}`, { method: 'POST', ...seen(version) });
  expect((await go('undo', 1)).status).toBe(412);
  expect((await go('undo', 2)).body).toMatchObject({ version: 3, undo: null, redo: 2, body });
  expect((await go('undo', 3)).body.code).toBe('artifact.no-undo');
  expect((await go('redo', 3)).body).toMatchObject({ version: 4, undo: 1, redo: null });
  expect((await go('versions/1/restore', 4)).body).toMatchObject({ version: 5, body });
  expect((await go('versions/99/restore', 5)).status).toBe(404);

  const first = (await ask(`/${id}/versions?limit=2`)).body;
  const rest = (await ask(`/${id}/versions?limit=10&cursor=${first.nextCursor}`)).body;
  const history = [...first.items, ...rest.items];
  expect(history.map((one) => [one.version, one.writtenBy, one.restoredFrom])).toEqual([
    [5, 'restored', 1],
    [4, 'restored', 2],
    [3, 'restored', 1],
    [2, 'person', null],
    [1, 'person', null],
  ]);
  expect(history[3]).toMatchObject({ by: owner.id, operations: [{ reason: 'plainer', sources: [passage.id] }] });
  expect((await ask(`/${id}/versions/2`)).body.body.paragraphs[at]).toBe('Kent Freight delivered 20 chairs.');
  expect((await ask(`/${id}`, { headers: { 'if-none-match': '"5"' } })).status).toBe(304);
});

test('from a document, its passages and the values of its record may be leant on', async () => {
  const { document } = await readDocument();
  const { id, body } = (await ask('', { body: { title: 'Delivery', source: { document } } })).body;
  expect(body.paragraphs.join(' ')).toContain(sentence);
  const { items } = (await ask(`/${id}/sources?kind=value`)).body;
  expect(items.map((one: Answer) => one.id)).toContain('value:number');
  for (const thing of ['document', 'record'])
    expect((await ask('', { body: { title: 'x', source: { [thing]: crypto.randomUUID() } } })).status).toBe(404);
});

test('a fact that a person gives supports what was refused before', async () => {
  const id = await makeNote();
  const propose = async (sources: string[]) => {
    const operation = {
      path: 'paragraphs[1]',
      action: 'insert',
      value: 'I speak Danish.',
      reason: 'asked for',
      sources,
    };
    const { body } = await ask(`/${id}/proposals`, { body: { writer: 'given', operations: [operation] } });
    return body.operations[0];
  };
  expect((await propose([])).refusal.code).toBe('no-source');
  const fact = await ask(`/${id}/facts`, { body: { text: 'I speak Danish.' } });
  expect(fact.status).toBe(201);
  expect((await ask(`/${id}/sources?kind=fact`)).body.items).toMatchObject([
    { id: fact.body.id, givenBy: owner.id, text: 'I speak Danish.' },
  ]);
  expect((await propose([fact.body.id])).accepted).toBe(true);
});

test('with no model, the rules write in its place and the answer says so', async () => {
  const id = await makeNote();
  await ask(`/${id}/facts`, { body: { text: sentence } });
  const [byModel, byRules] = [
    (await ask(`/${id}/proposals`, { body: { writer: 'model' } })).body,
    (await ask(`/${id}/proposals`, { body: { writer: 'rules' } })).body,
  ];
  expect(byModel).toMatchObject({ status: 'fallback', because: 'not-configured' });
  expect(byModel.operations).toEqual(byRules.operations);
  expect(byModel.operations).toMatchObject([{ accepted: true }]);
});

test('summaries and templates are proposed with what they lean on, and say what they left out', async () => {
  const { record } = await readDocument();
  const { id, body } = (await ask('', { body: { title: 'Delivery', source: { record } } })).body;
  const path = `paragraphs[${body.paragraphs.length}]`;
  const summary = (await ask(`/${id}/proposals`, { body: { writer: 'summary', path, words: 12 } })).body;
  expect(summary).toMatchObject({ status: 'rules', operations: [{ accepted: true, operation: { action: 'insert' } }] });
  expect(summary.operations[0].operation.value.split(/\s+/).length).toBeLessThanOrEqual(12);
  const template = 'The number is {{ number }}. The total is {{ grossTotal }}. We won the Timber Prize.';
  const filled = (await ask(`/${id}/proposals`, { body: { writer: 'template', path, template } })).body;
  expect(filled).toMatchObject({
    missing: ['grossTotal'],
    leftOut: [{ text: 'We won the Timber Prize.' }],
    operations: [{ accepted: true, operation: { value: 'The number is A-17.', sources: ['value:number'] } }],
  });
  const broken = await ask(`/${id}/proposals`, { body: { writer: 'template', path, template: '{% include "x" %}' } });
  expect(broken.body.code).toBe('artifact.invalid-template');
});

test('what does not fit is refused, and nothing of it is said again', async () => {
  const deep = JSON.parse(`${'['.repeat(300)}1${']'.repeat(300)}`);
  const cases: [object, number, string][] = [
    [{ kind: 'toy/none' }, 400, 'artifact.unknown-kind'],
    [{ kind: 'toy-trade/letter' }, 422, 'artifact.invalid'],
    [{ body: { title: 'x', paragraphs: ['a'], canary: 'canary' } }, 422, 'artifact.invalid'],
    [{ body: { title: 'x', paragraphs: ['canary'.repeat(1000)] } }, 422, 'artifact.invalid'],
    [{ body: deep }, 400, 'request.invalid'],
    [{ body: { title: 'x', paragraphs: ['x'.repeat(310_000)] } }, 400, 'request.invalid'],
  ];
  for (const [more, status, code] of cases) {
    const answer = await ask('', { body: { title: 'x', ...more } });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(JSON.stringify(answer.body)).not.toContain('canary');
  }
  const id = await makeNote();
  const operation = { path: 'paragraphs[0]', action: 'replace', original: sentence, reason: 'r', sources: [] };
  for (const operations of [[{ ...operation, value: deep }], [], Array(101).fill({ ...operation, value: 'x' })])
    expect((await ask(`/${id}/proposals`, { body: { writer: 'given', operations } })).status).toBe(400);
  const path = await ask(`/${id}/proposals`, {
    body: { writer: 'given', operations: [{ ...operation, path: 'title', original: 'Note', value: 'Mine' }] },
  });
  expect(path.body.operations[0].refusal.code).toBe('path-not-allowed');
  const none = await ask(`/${id}/apply`, { body: { proposal: path.body.id }, ...seen(1) });
  expect(none.body.code).toBe('artifact.nothing-accepted');
  expect((await ask(`/${id}/apply`, { body: { proposal: crypto.randomUUID() }, ...seen(1) })).status).toBe(404);
});

test('facts have an end', async () => {
  const id = await makeNote();
  const statuses = new Set<number>();
  for (let i = 0; i < 151; i++)
    statuses.add((await ask(`/${id}/facts`, { body: { text: `${i} ${'long '.repeat(399)}` } })).status);
  expect([...statuses]).toEqual([201, 409]);
}, 120_000);

test('another workspace finds nothing, and every role may do what the table says', async () => {
  const id = await makeNote();
  const proposal = (await ask(`/${id}/proposals`, { body: { writer: 'rules' } })).body.id;
  const theirs = { 'sheaf-workspace': stranger.workspace };
  const foreign: [string, Call][] = [
    ['', {}],
    ['/sources', {}],
    ['/versions', {}],
    ['/versions/1', {}],
    ['/diff?from=1&to=1', {}],
    ['/facts', { body: { text: 'x' } }],
    ['/proposals', { body: { writer: 'rules' } }],
    ['/apply', { body: { proposal }, headers: { 'if-match': '*' } }],
    ['/undo', { method: 'POST', headers: { 'if-match': '*' } }],
    ['/versions/1/restore', { method: 'POST', headers: { 'if-match': '*' } }],
    ['', { method: 'DELETE' }],
  ];
  for (const [path, options] of foreign) {
    const asked = { ...options, headers: { ...options.headers, ...theirs } };
    expect((await ask(`/${id}${path}`, asked, stranger)).status, path).toBe(404);
  }
  // A proposal of one artifact is none of another.
  const other = await makeNote();
  expect((await ask(`/${other}/apply`, { body: { proposal }, ...seen(1) })).status).toBe(404);
  const expected: [Role, number, number][] = [
    ['editor', 200, 201],
    ['reviewer', 200, 403],
    ['viewer', 200, 403],
    ['guest', 403, 403],
  ];
  for (const [role, reads, writes] of expected) {
    const person = await makePerson(server);
    await inWorkspace(server.inside.services.db, owner.workspace, (trx) =>
      insertMembership(trx, { workspaceId: owner.workspace, userId: person.id, role }),
    );
    expect((await ask(`/${id}`, {}, person)).status, role).toBe(reads);
    expect((await ask(`/${id}/facts`, { body: { text: 'x' } }, person)).status, role).toBe(writes);
  }
});

test('a key that may write but not see records makes nothing from a record', async () => {
  const { record } = await readDocument();
  const key = await call(server, '/keys', {
    token: owner.token,
    body: { name: 'writer', scopes: ['artifacts.write', 'artifacts.read'] },
  });
  const byKey = (body: object) => call(server, '/artifacts', { body, headers: { 'x-api-key': key.body.key } });
  expect((await byKey({ title: 'x', source: { record } })).status).toBe(403);
  expect((await byKey({ title: 'x', body: { title: 'x', paragraphs: [] } })).status).toBe(201);
});

test('artifacts are listed by kind, page by page, and deleted with all that belongs to them', async () => {
  const [one, two] = [await makeNote(), await makeNote()];
  const first = (await ask('?limit=1&kind=sheaf/text')).body;
  expect(first.items).toMatchObject([{ id: two }]);
  expect((await ask(`?limit=1&kind=sheaf/text&cursor=${first.nextCursor}`)).body.items).toMatchObject([{ id: one }]);
  expect((await ask('?kind=toy-trade/letter')).body.items).toEqual([]);
  expect((await ask(`/${one}`, { method: 'DELETE' })).status).toBe(204);
  expect((await ask(`/${one}`)).status).toBe(404);
  expect((await ask(`/${one}`, { method: 'DELETE' })).status).toBe(404);
  const hold = await call(server, '/holds', { token: owner.token, body: { scope: 'workspace', reason: 'suit' } });
  expect((await ask(`/${two}`, { method: 'DELETE' })).body.code).toBe('hold.stands');
  await call(server, `/holds/${hold.body.id}/release`, { token: owner.token, method: 'POST' });
  expect((await ask(`/${two}`, { method: 'DELETE' })).status).toBe(204);
  const acts = await call(server, '/audit?limit=50', { token: owner.token });
  expect(acts.body.items.map((act: Answer) => act.action)).toEqual(
    expect.arrayContaining(['artifact.created', 'artifact.deleted']),
  );
});

test('a repeated request makes one artifact', async () => {
  const body = { title: 'Once', body: { title: 'Once', paragraphs: [] } };
  const make = () => ask('', { body, headers: { 'idempotency-key': 'artifact-once' } });
  const [first, second] = [await make(), await make()];
  expect(second.body.id).toBe(first.body.id);
});

test('the kinds say their shape and what of them may be changed', async () => {
  const { items } = (await ask('/kinds')).body;
  expect(items).toContainEqual(
    expect.objectContaining({
      kind: 'sheaf/text',
      fromSource: true,
      changeable: [{ path: 'paragraphs[*]', actions: ['replace', 'insert', 'remove', 'reorder'] }],
      schema: expect.objectContaining({ required: ['title', 'paragraphs'] }),
    }),
  );
  expect(items.map((one: Answer) => one.kind)).toContain('toy-careers/profile');
});
