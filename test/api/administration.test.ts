import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSignInToken } from '../../src/actions/account-links.ts';
import { admin } from '../support/api-fetch.ts';
import { asking, catchMails, makePerson, makeTeam, type Person } from '../support/people.ts';
import { startTestServer, type TestServer, upload } from '../support/test-server.ts';

let server: TestServer;
let ask: ReturnType<typeof asking>;
let system: Pick<Person, 'token'>;
const password = 'canary correct horse battery';

beforeAll(async () => {
  server = await startTestServer({ env: { EMAIL_VERIFICATION: 'off' } });
  ask = asking(server.url);
  catchMails(server.inside.services);
  system = { token: server.token };
});
afterAll(() => server.stop());

const register = async (email: string) => {
  const { body } = await ask(undefined, 'POST /auth/register', { email, password });
  return { id: body.account.id as string, token: body.tokens.access_token, refresh: body.tokens.refresh_token };
};
const signIn = (email: string, secret = password) => ask(undefined, 'POST /auth/login', { email, password: secret });

test('accounts are found by a part of name or address, page by page', async () => {
  for (const name of ['Anna_1', 'AnnaX1', 'Berta']) await makePerson(server.inside.services, name);
  const found = await ask(system, 'GET /admin/users?search=anna&limit=1');
  expect(found.body.items).toMatchObject([{ email: 'annax1@example.com', disabledAt: null, lockedUntil: null }]);
  const rest = await ask(system, `GET /admin/users?search=anna&cursor=${found.body.nextCursor}`);
  expect(rest.body).toMatchObject({ items: [{ email: 'anna_1@example.com' }], nextCursor: null });
  const exact = await ask(system, 'GET /admin/users?search=a_1%40');
  expect(exact.body.items.map((item: { email: string }) => item.email)).toEqual(['anna_1@example.com']);
});

test('administering is for administrators of the installation only', async () => {
  const person = await makePerson(server.inside.services, 'Nosy');
  await makeTeam(server.inside.services, { [person.userId]: 'owner' });
  for (const call of ['GET /admin/users', 'GET /admin/workspaces', `POST /admin/users/${person.userId}/unlock`]) {
    expect((await ask(person, call)).status, call).toBe(403);
    expect((await ask(undefined, call)).status, call).toBe(401);
  }
});

describe('a closed account', () => {
  test('ends its sessions, and the right password answers like a wrong one', async () => {
    const { id, token, refresh } = await register('closed@example.com');
    expect((await ask(system, `POST /admin/users/${id}/disable`)).status).toBe(204);
    expect((await ask({ token }, 'GET /workspaces')).status).toBe(401);
    expect((await ask(undefined, 'POST /auth/refresh', { refresh_token: refresh })).status).toBe(401);
    const right = await signIn('closed@example.com');
    const wrong = await signIn('closed@example.com', 'wrong horse battery');
    expect({ ...right.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect(right).toMatchObject({ status: 401, body: { code: 'auth.invalid-credentials' } });
    // Both counted as failures: trying on tells nothing either.
    for (let i = 0; i < 3; i++) await signIn('closed@example.com');
    expect((await signIn('closed@example.com')).status).toBe(429);
    const [account] = (await ask(system, 'GET /admin/users?search=closed%40')).body.items;
    expect(account).toMatchObject({ disabledAt: expect.any(String), lockedUntil: expect.any(String) });

    expect((await ask(system, `POST /admin/users/${id}/enable`)).status).toBe(204);
    expect((await signIn('closed@example.com')).status).toBe(429);
    expect((await ask(system, `POST /admin/users/${id}/unlock`)).status).toBe(204);
    expect((await signIn('closed@example.com')).status).toBe(200);
  });

  test('is not signed in by a one-time link, nor by a session that began before', async () => {
    const { services } = server.inside;
    const person = await makePerson(services, 'Linked');
    const link = await makeSignInToken(services, person.userId);
    await ask(system, `POST /admin/users/${person.userId}/disable`);
    expect(await ask(undefined, 'POST /auth/login/link', { token: link })).toMatchObject({
      status: 401,
      body: { code: 'auth.invalid-credentials' },
    });
    expect((await ask(person, 'GET /workspaces')).status).toBe(401);
  });

  test('cannot be handed a workspace', async () => {
    const { services } = server.inside;
    const owner = await makePerson(services, 'Otto');
    const member = await makePerson(services, 'Gone');
    const team = await makeTeam(services, { [owner.userId]: 'owner', [member.userId]: 'editor' });
    await ask(system, `POST /admin/users/${member.userId}/disable`);
    const refused = { status: 409, body: { code: 'member.disabled' } };
    expect(await ask(owner, `POST /workspaces/${team}/transfer`, { userId: member.userId })).toMatchObject(refused);
    expect(await ask(owner, `PATCH /workspaces/${team}/members/${member.userId}`, { role: 'owner' })).toMatchObject(
      refused,
    );
  });

  test('is nobody’s own, and of administrators who close each other one stays', async () => {
    const { services } = server.inside;
    const found = await ask(system, `GET /admin/users?search=${encodeURIComponent(admin.email)}`);
    expect(await ask(system, `POST /admin/users/${found.body.items[0].id}/disable`)).toMatchObject({ status: 409 });
    const pair = await Promise.all(['Adm1', 'Adm2'].map((name) => makePerson(services, name)));
    for (const { userId } of pair) {
      await services.db.updateTable('auth_users').set({ systemAdministrator: true }).where('id', '=', userId).execute();
    }
    services.identity.access.forget();
    const [one, two] = pair as [Person, Person];
    await Promise.all([
      ask(one, `POST /admin/users/${two.userId}/disable`),
      ask(two, `POST /admin/users/${one.userId}/disable`),
    ]);
    const left = (await ask(system, 'GET /admin/users?search=adm')).body.items;
    expect(left.filter((item: { disabledAt: unknown }) => item.disabledAt === null)).toHaveLength(1);
  });

  test.each(['unlock', 'disable', 'enable'])('%s of an account that is not there', async (verb) => {
    expect(await ask(system, `POST /admin/users/01a1f7bc-7a47-7000-b5d4-4df02a6516cc/${verb}`)).toMatchObject({
      status: 404,
      body: { code: 'account.not-found' },
    });
  });
});

test('who administers the installation sees names of workspaces, and nothing that is in them', async () => {
  const { services } = server.inside;
  const owner = await makePerson(services, 'Private');
  const team = await makeTeam(services, { [owner.userId]: 'owner' });
  const listed = await ask(system, 'GET /admin/workspaces?search=team');
  expect(listed.body.items[0]).toEqual({
    id: team,
    name: 'Team',
    jurisdiction: null,
    createdAt: expect.any(String),
    members: 1,
    owners: [owner.email],
  });
  await upload(server.url, { 'mine.txt': 'number: A-1' });
  const [document] = (await ask(system, 'GET /documents')).body.items;
  expect((await asking(server.url, team)(owner, `GET /documents/${document.id}`)).status).toBe(404);
  const elsewhere = asking(server.url, team);
  for (const call of ['GET /documents', `GET /documents/${document.id}`, 'GET /records', 'POST /samples']) {
    expect(await elsewhere(system, call), call).toMatchObject({ status: 404, body: { code: 'workspace.not-found' } });
  }
  for (const call of [`GET /workspaces/${team}`, `GET /workspaces/${team}/members`]) {
    expect((await ask(system, call)).status, call).toBe(404);
  }
});
