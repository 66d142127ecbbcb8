// Lessons over HTTP: whose they are, what is refused, and how a back-test runs.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWorkspace } from '../../src/store/database.ts';
import { insertMembership } from '../../src/store/workspaces.ts';
import { type Call, call, makePerson, type Person } from '../support/person.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let owner: Person;
let coach: Person;
let client: Person;
beforeAll(async () => {
  server = await startTestServer();
  [owner, coach, client] = [await makePerson(server), await makePerson(server), await makePerson(server)];
  await inWorkspace(server.inside.services.db, owner.workspace, async (trx) => {
    for (const { id: userId } of [coach, client])
      await insertMembership(trx, { workspaceId: owner.workspace, userId, role: 'editor' });
  });
});
afterAll(() => server.stop());

const ask = (person: Person, path: string, options: Call = {}) =>
  call(server, `/lessons${path}`, {
    token: person.token,
    ...options,
    headers: { 'sheaf-workspace': owner.workspace, ...options.headers },
  });
const add = (person: Person, body: object) => ask(person, '', { body });
const verb = (person: Person, id: string, name: string) => ask(person, `/${id}/${name}`, { method: 'POST' });

test('a person’s own lesson is seen, found and exported by nobody else, until they let somebody read it', async () => {
  const made = await add(client, { text: 'Knee hurts in deep squats', kind: 'advice', scope: { kind: 'user' } });
  expect(made).toMatchObject({
    status: 201,
    body: { own: true, state: 'active', scope: { kind: 'user', id: client.id } },
  });
  const { id } = made.body;
  const paths = [`/${id}`, `/${id}/history`];
  for (const other of [owner, coach]) {
    for (const path of paths) expect((await ask(other, path)).status).toBe(404);
    for (const name of ['pin', 'activate', 'undo', 'outcomes', 'merge']) {
      const body = { outcomes: { helpful: true, evidence: 'e' }, merge: { into: id }, undo: {} }[name];
      expect((await ask(other, `/${id}/${name}`, { method: 'POST', body })).status, name).toBe(404);
    }
    expect((await ask(other, `?scope=user&scopeId=${client.id}`)).body.items).toEqual([]);
  }
  const readers = await ask(client, `/readers/${coach.id}`, { method: 'PUT' });
  expect(readers.body.items).toMatchObject([{ userId: coach.id }]);
  for (const path of paths) expect((await ask(coach, path)).status).toBe(200);
  expect((await ask(coach, '?scope=user')).body.items).toMatchObject([{ id }]);
  expect((await verb(coach, id, 'pin')).status, 'reading is not changing').toBe(403);
  expect((await ask(owner, `/${id}`)).status).toBe(404);
  expect((await ask(client, `/readers/${coach.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await ask(coach, `/${id}`)).status).toBe(404);
});

test('only members of the workspace can be let in', async () => {
  const stranger = await makePerson(server);
  expect((await ask(client, `/readers/${stranger.id}`, { method: 'PUT' })).body.code).toBe('member.not-found');
});

test('a lesson for all is added, listed by scope, state and tag, changed with its ETag, deleted and brought back', async () => {
  const body = { text: 'Totals stand at the bottom', tags: ['totals'], scope: { kind: 'type', id: 'invoice' } };
  const made = await add(owner, body);
  expect(made).toMatchObject({ status: 201, body: { own: false, kind: 'note', confidence: expect.any(Number) } });
  const { id } = made.body;
  const etag = made.headers.get('etag')!;
  for (const query of ['?scope=type&scopeId=invoice', '?tag=totals', '?state=active&kind=note']) {
    expect(
      (await ask(coach, query)).body.items.map((one: { id: string }) => one.id),
      query,
    ).toContain(id);
  }
  expect((await ask(coach, '?tag=other')).body.items).toEqual([]);
  const patch = (headers: Record<string, string>) =>
    ask(coach, `/${id}`, { method: 'PATCH', body: { text: 'Totals stand at the top' }, headers });
  expect((await patch({})).status).toBe(428);
  expect((await patch({ 'if-match': '"99"' })).body.code).toBe('lesson.changed');
  expect((await patch({ 'if-match': etag })).body.text).toBe('Totals stand at the top');
  expect((await patch({ 'if-match': etag })).status).toBe(412);
  expect((await ask(owner, `/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await ask(owner, `/${id}`)).status).toBe(404);
  expect((await ask(owner, '?state=deleted')).body.items).toMatchObject([{ id }]);
  const undone = await ask(owner, `/${id}/undo`, { body: {} });
  expect(undone.body).toMatchObject({ state: 'active', text: 'Totals stand at the top' });
  const { items } = (await ask(owner, `/${id}/history`)).body;
  expect(items.map((one: { change: { op: string } }) => one.change.op)).toEqual(['undo', 'delete', 'update', 'add']);
  expect(items[2]).toMatchObject({ by: { kind: 'person', id: coach.id } });
});

test('a hint is tested by a job before it counts', async () => {
  const effect = { field: 'number', label: 'Ref' };
  const made = await add(owner, { text: 'x', kind: 'sender-hint', effect, scope: { kind: 'sender', id: 'acme' } });
  expect(made).toMatchObject({ status: 201, body: { state: 'proposed', backTest: null } });
  const { id } = made.body;
  expect((await verb(owner, id, 'activate')).body.code).toBe('lesson.not-tested');
  const asked = await verb(owner, id, 'back-test');
  expect(asked.status).toBe(202);
  await expect
    .poll(async () => (await ask(owner, `/${id}`)).body.backTest, { timeout: 20_000 })
    .toMatchObject({ n: 0 });
  expect((await ask(owner, `/${id}/history`)).body.items[0].id).toBe(asked.body.test);
  expect((await verb(owner, id, 'activate')).body.state).toBe('active');
});

test('what does not fit is refused: kinds, scopes, effects, sizes, depths', async () => {
  const deep = JSON.parse(`${'{"a":'.repeat(300)}1${'}'.repeat(300)}`);
  const cases: [object, number, string][] = [
    [{ kind: 'nothing', scope: { kind: 'workspace' } }, 422, 'lesson.unknown-kind'],
    [{ kind: 'sender-hint', scope: { kind: 'user' }, effect: {} }, 422, 'lesson.wrong-scope'],
    [{ kind: 'sender-hint', scope: { kind: 'workspace' }, effect: {} }, 422, 'lesson.invalid-effect'],
    [{ scope: { kind: 'user', id: coach.id } }, 403, 'auth.forbidden'],
    [{ scope: { kind: 'workspace' }, effect: deep }, 400, 'request.invalid'],
    [{ scope: { kind: 'workspace' }, effect: { a: 'x'.repeat(11_000) } }, 400, 'request.invalid'],
    [{ scope: { kind: 'workspace' }, text: 'x'.repeat(1001) }, 400, 'request.invalid'],
  ];
  for (const [body, status, code] of cases) {
    expect(await add(owner, { text: 'A text', ...body })).toMatchObject({ status, body: { code } });
  }
});

test('outcomes told twice count once, and confidence follows', async () => {
  const { body } = await add(owner, { text: 'Ask for the order number', scope: { kind: 'workspace' } });
  const tell = (helpful: boolean, evidence: string) =>
    ask(coach, `/${body.id}/outcomes`, { body: { helpful, evidence } });
  await tell(true, 'record 1');
  await tell(true, 'record 1');
  const after = (await tell(true, 'record 2')).body;
  expect(after).toMatchObject({ helpful: 2, harmful: 0 });
  expect(after.confidence).toBeGreaterThan(body.confidence);
});

test('kinds are listed with the schema of their effect', async () => {
  const { items } = (await ask(client, '/kinds')).body;
  expect(items).toMatchObject([
    { id: 'note', effect: null, tested: false },
    { id: 'sender-hint', effect: { required: ['field', 'label'] }, tested: true },
    { id: 'advice' },
    { id: expect.any(String) },
  ]);
});
