import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { permissionNames, permissions } from '../../src/identity/permissions.ts';
import { roles } from '../../src/store/roles.ts';
import { asking, makePerson, makeTeam, type Person } from '../support/people.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let ask: ReturnType<typeof asking>;
let owner: Person;
let admin: Person;
let viewer: Person;
let stranger: Person;
let team: string;

beforeAll(async () => {
  server = await startTestServer({ env: { WORKSPACES_PER_PERSON: '3' } });
  ask = asking(server.url);
  const { services } = server.inside;
  owner = await makePerson(services, 'Olga');
  admin = await makePerson(services, 'Adam');
  viewer = await makePerson(services, 'Vera');
  stranger = await makePerson(services, 'Stan');
});
afterAll(() => server.stop());

beforeEach(async () => {
  team = await makeTeam(server.inside.services, {
    [owner.userId]: 'owner',
    [admin.userId]: 'admin',
    [viewer.userId]: 'viewer',
  });
});

const rolesOf = async (person: Person) => {
  const { body } = await ask(person, `GET /workspaces/${team}/members`);
  return Object.fromEntries(body.items.map((item: { email: string; role: string }) => [item.email, item.role]));
};

describe('workspaces', () => {
  test('a person makes one, owns it, renames it and says its country', async () => {
    const maker = await makePerson(server.inside.services, 'Maker');
    const made = await ask(maker, 'POST /workspaces', { name: '  Bolts & Nuts ', jurisdiction: 'DE' });
    expect(made).toMatchObject({ status: 201, body: { name: 'Bolts & Nuts', jurisdiction: 'DE' } });
    const { id } = made.body;
    expect((await ask(maker, 'GET /workspaces')).body.items).toMatchObject([{ id, role: 'owner' }]);
    const changed = await ask(maker, `PATCH /workspaces/${id}`, { name: 'Screws', jurisdiction: null });
    expect(changed).toMatchObject({ status: 200, body: { id, name: 'Screws', jurisdiction: null } });
    expect((await ask(maker, `PATCH /workspaces/${id}`, {})).body).toEqual(changed.body);
    expect((await ask(maker, `GET /workspaces/${id}`)).body).toEqual({
      ...changed.body,
      role: 'owner',
      permissions: permissionNames,
    });
  });

  test('many at once make no more than one person may', async () => {
    const maker = await makePerson(server.inside.services, 'Greedy');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => ask(maker, 'POST /workspaces', { name: `W${i}` })),
    );
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(3);
    expect(answers.find((answer) => answer.status !== 201)).toMatchObject({
      status: 403,
      body: { code: 'workspace.limit' },
    });
  });

  test.each([
    [{ name: '' }],
    [{ name: ' ' }],
    [{ name: 'a\nb' }],
    [{ name: 'x'.repeat(201) }],
    [{ name: 'a', jurisdiction: 'XX' }],
    [{ name: 'a', jurisdiction: 'de' }],
    [{ name: 'a', owner: 'me' }],
  ])('refuses %j', async (body) => {
    expect(await ask(owner, 'POST /workspaces', body)).toMatchObject({ status: 400 });
  });

  test('one of others answers exactly like one that does not exist', async () => {
    const answers = [];
    for (const id of [team, '01a1f7bc-7a47-7000-b5d4-4df02a6516cc', 'nonsense']) {
      for (const call of ['GET /workspaces/ID', 'GET /workspaces/ID/members', 'POST /workspaces/ID/leave']) {
        const { status, body } = await ask(stranger, call.replace('ID', id));
        answers.push(JSON.stringify({ status, ...body, requestId: '' }));
      }
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('workspace.not-found');
  });

  test('the table of permissions is the one that the server enforces', async () => {
    const { body } = await ask(viewer, 'GET /permissions');
    expect(body.roles.map((role: { id: string }) => role.id)).toEqual([...roles]);
    expect(body.permissions).toEqual(permissionNames.map((id) => ({ id, ...permissions[id] })));
    const mine = (await ask(viewer, `GET /workspaces/${team}`)).body;
    const told = body.permissions.filter((permission: { roles: string[] }) => permission.roles.includes('viewer'));
    expect(mine).toMatchObject({
      role: 'viewer',
      permissions: told.map((permission: { id: string }) => permission.id),
    });
  });
});

describe('members', () => {
  test('are listed page by page', async () => {
    const first = await ask(viewer, `GET /workspaces/${team}/members?limit=2`);
    expect(first.body.items).toMatchObject([
      { userId: owner.userId, name: 'Olga', email: 'olga@example.com', role: 'owner', disabled: false },
      { userId: admin.userId },
    ]);
    const second = await ask(viewer, `GET /workspaces/${team}/members?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ userId: viewer.userId }], nextCursor: null });
  });

  test('a new role counts with the next request', async () => {
    expect((await ask(viewer, `PATCH /workspaces/${team}`, { name: 'Mine' })).status).toBe(403);
    const change = await ask(admin, `PATCH /workspaces/${team}/members/${viewer.userId}`, { role: 'admin' });
    expect(change).toMatchObject({ status: 200, body: { role: 'admin' } });
    expect((await ask(viewer, `PATCH /workspaces/${team}`, { name: 'Mine' })).status).toBe(200);
    await ask(admin, `DELETE /workspaces/${team}/members/${viewer.userId}`);
    expect((await ask(viewer, `GET /workspaces/${team}`)).status).toBe(404);
  });

  test('an administrator neither touches owners nor makes any', async () => {
    const member = (person: Person) => `/workspaces/${team}/members/${person.userId}`;
    expect((await ask(admin, `PATCH ${member(owner)}`, { role: 'guest' })).status).toBe(403);
    expect((await ask(admin, `DELETE ${member(owner)}`)).status).toBe(403);
    expect((await ask(admin, `PATCH ${member(viewer)}`, { role: 'owner' })).status).toBe(403);
    expect((await ask(admin, `PATCH ${member(admin)}`, { role: 'owner' })).status).toBe(403);
    expect((await ask(admin, `POST /workspaces/${team}/transfer`, { userId: admin.userId })).status).toBe(403);
    expect(await rolesOf(owner)).toEqual({
      [owner.email]: 'owner',
      [admin.email]: 'admin',
      [viewer.email]: 'viewer',
    });
  });

  test('the last owner cannot leave, be removed or be demoted', async () => {
    const last = { status: 409, body: { code: 'workspace.last-owner' } };
    expect(await ask(owner, `POST /workspaces/${team}/leave`)).toMatchObject(last);
    expect(await ask(owner, `DELETE /workspaces/${team}/members/${owner.userId}`)).toMatchObject(last);
    expect(await ask(owner, `PATCH /workspaces/${team}/members/${owner.userId}`, { role: 'admin' })).toMatchObject(
      last,
    );
    expect(await ask(owner, `POST /workspaces/${team}/transfer`, { userId: owner.userId })).toMatchObject({
      status: 200,
      body: { role: 'owner' },
    });
  });

  test('somebody who is no member is like somebody who does not exist', async () => {
    const answers = await Promise.all(
      [stranger.userId, '01a1f7bc-7a47-7000-b5d4-4df02a6516cc'].map(async (id) => {
        const { body } = await ask(owner, `PATCH /workspaces/${team}/members/${id}`, { role: 'guest' });
        return { ...body, requestId: '' };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 404, code: 'member.not-found' });
  });

  test('handing over: the member owns it, the owner administers it', async () => {
    const handed = await ask(owner, `POST /workspaces/${team}/transfer`, { userId: viewer.userId });
    expect(handed).toMatchObject({ status: 200, body: { userId: viewer.userId, role: 'owner' } });
    expect(await rolesOf(viewer)).toMatchObject({ [owner.email]: 'admin', [viewer.email]: 'owner' });
    expect((await ask(owner, `POST /workspaces/${team}/transfer`, { userId: owner.userId })).status).toBe(403);
    expect((await ask(owner, `POST /workspaces/${team}/leave`)).status).toBe(204);
    expect(Object.keys(await rolesOf(viewer))).not.toContain(owner.email);
  });

  test('of owners who all leave, remove or demote each other at once, one stays', async () => {
    const { services } = server.inside;
    const crowd = await Promise.all(Array.from({ length: 6 }, (_, i) => makePerson(services, `Owner${i}-${team}`)));
    team = await makeTeam(services, Object.fromEntries(crowd.map((person) => [person.userId, 'owner'])));
    const next = (i: number) => crowd[(i + 1) % crowd.length]!;
    await Promise.all(
      crowd.flatMap((person, i) => [
        ask(person, `POST /workspaces/${team}/leave`),
        ask(person, `DELETE /workspaces/${team}/members/${next(i).userId}`),
        ask(person, `PATCH /workspaces/${team}/members/${next(i).userId}`, { role: 'guest' }),
        ask(person, `POST /workspaces/${team}/transfer`, { userId: next(i).userId }),
      ]),
    );
    services.identity.access.forget();
    const left = await Promise.all(crowd.map((person) => ask(person, `GET /workspaces/${team}/members`)));
    const seen = left.find((answer) => answer.status === 200);
    expect(seen?.body.items.filter((item: { role: string }) => item.role === 'owner').length).toBeGreaterThan(0);
  });
});
