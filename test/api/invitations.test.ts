import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccountMail } from '../../src/identity/account-mail.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { asking, catchMails, makePerson, makeTeam, type Person } from '../support/people.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let ask: ReturnType<typeof asking>;
let mails: AccountMail[];
let owner: Person;
let admin: Person;
let ivan: Person;
let unproven: Person;
let team: string;
const password = 'canary correct horse battery';
const dead = { status: 400, body: { code: 'auth.link-invalid' } };

beforeAll(async () => {
  server = await startTestServer({ env: { REGISTRATION: 'closed', EMAIL_VERIFICATION: 'required' } });
  ask = asking(server.url);
  const { services } = server.inside;
  mails = catchMails(services);
  owner = await makePerson(services, 'Olga');
  admin = await makePerson(services, 'Adam');
  ivan = await makePerson(services, 'Ivan');
  unproven = await makePerson(services, 'Una', { verified: false });
});
afterAll(() => server.stop());

beforeEach(async () => {
  mails.length = 0;
  team = await makeTeam(server.inside.services, { [owner.userId]: 'owner', [admin.userId]: 'admin' });
});

const path = () => `/workspaces/${team}/invitations`;
const invite = (email: string, role = 'editor', by = admin) => ask(by, `POST ${path()}`, { email, role });
const lastToken = () => String(mails.at(-1)!.data.link).split('#invitation=')[1]!;

/** As if that much time had passed since it was sent. */
const age = (id: string, ms: number) =>
  inWorkspace(server.inside.services.db, team, async (trx) => {
    const row = await trx.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    await trx
      .updateTable('invitations')
      .set({ sent_at: new Date(row.sent_at.getTime() - ms), expires_at: new Date(row.expires_at.getTime() - ms) })
      .where('id', '=', id)
      .execute();
  });

test('the mail says who invites where, and its token shows that and nothing else', async () => {
  const made = await invite('Ivan@Example.com');
  expect(made).toMatchObject({ status: 201, body: { email: 'ivan@example.com', role: 'editor', status: 'pending' } });
  expect(mails).toMatchObject([
    {
      template: 'invitation',
      to: 'ivan@example.com',
      data: { inviter: 'Adam', inviterEmail: admin.email, workspace: 'Team', role: 'editor' },
    },
  ]);
  expect(JSON.stringify(made.body)).not.toContain(lastToken());
  const look = await ask(undefined, 'POST /invitations/look', { token: lastToken() });
  expect(look.body).toEqual({
    workspace: 'Team',
    inviter: 'Adam',
    role: 'editor',
    expiresAt: made.body.expiresAt,
  });
});

test('accepted once, by the address that was invited', async () => {
  await invite(ivan.email);
  const token = lastToken();
  expect(await ask(owner, 'POST /invitations/accept', { token })).toMatchObject({
    status: 403,
    body: { code: 'invitation.other-address' },
  });
  expect(await ask(undefined, 'POST /invitations/accept', { token })).toMatchObject({ status: 401 });
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(ivan, 'POST /invitations/accept', { token })));
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400, 400, 400]);
  expect(answers.find((answer) => answer.status === 200)?.body).toEqual({ workspaceId: team, role: 'editor' });
  expect((await ask(ivan, `GET /workspaces/${team}`)).status).toBe(200);
  expect(await ask(undefined, 'POST /invitations/look', { token })).toMatchObject(dead);
  expect((await ask(owner, `GET ${path()}`)).body.items).toMatchObject([{ status: 'accepted' }]);
  expect(await invite(ivan.email)).toMatchObject({ status: 409, body: { code: 'member.exists' } });
});

test('an address that is not proven joins nothing', async () => {
  await invite(unproven.email);
  expect(await ask(unproven, 'POST /invitations/accept', { token: lastToken() })).toMatchObject({
    status: 403,
    body: { code: 'account.not-verified' },
  });
});

test('whoever belongs already keeps their role', async () => {
  await invite(ivan.email, 'guest');
  const token = lastToken();
  await inWorkspace(server.inside.services.db, team, (trx) =>
    trx.insertInto('memberships').values({ workspace_id: team, user_id: ivan.userId, role: 'admin' }).execute(),
  );
  expect((await ask(ivan, 'POST /invitations/accept', { token })).body).toEqual({ workspaceId: team, role: 'admin' });
});

test('declined without an account, for good', async () => {
  await invite('nobody@example.com');
  const token = lastToken();
  expect((await ask(undefined, 'POST /invitations/decline', { token })).status).toBe(204);
  expect(await ask(undefined, 'POST /invitations/decline', { token })).toMatchObject(dead);
  expect((await ask(owner, `GET ${path()}`)).body.items).toMatchObject([{ status: 'declined' }]);
  expect((await invite('nobody@example.com')).status).toBe(201);
});

test('revoked, expired and made-up tokens answer alike', async () => {
  const revoked = await invite('a@example.com');
  const tokens = [lastToken()];
  expect((await ask(admin, `DELETE ${path()}/${revoked.body.id}`)).status).toBe(204);
  expect(await ask(admin, `DELETE ${path()}/${revoked.body.id}`)).toMatchObject({
    status: 409,
    body: { code: 'invitation.settled' },
  });
  const expired = await invite('b@example.com');
  tokens.push(lastToken(), `shi_${'A'.repeat(43)}`, 'x');
  await age(expired.body.id, 7 * 24 * 3600_000 + 1000);
  const answers = await Promise.all(
    tokens.map(async (token) => ({
      ...(await ask(undefined, 'POST /invitations/look', { token })).body,
      requestId: '',
    })),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ code: 'auth.link-invalid' });
  expect((await ask(owner, `GET ${path()}`)).body.items).toMatchObject([{ status: 'expired' }, { status: 'revoked' }]);
  expect((await invite('b@example.com')).status).toBe(201);
});

test('sent again with a new token, after a pause, and not for ever', async () => {
  const { id } = (await invite('c@example.com')).body;
  const first = lastToken();
  const soon = await ask(admin, `POST ${path()}/${id}/resend`);
  expect(soon).toMatchObject({ status: 429, body: { code: 'invitation.limit' } });
  await age(id, 61_000);
  expect((await ask(admin, `POST ${path()}/${id}/resend`)).status).toBe(200);
  expect(await ask(undefined, 'POST /invitations/look', { token: first })).toMatchObject(dead);
  expect((await ask(undefined, 'POST /invitations/look', { token: lastToken() })).status).toBe(200);
  const later = [];
  for (let i = 0; i < 4; i++) {
    await age(id, 61_000);
    later.push((await ask(admin, `POST ${path()}/${id}/resend`)).status);
  }
  expect(later).toEqual([200, 200, 200, 429]);
  expect(mails).toHaveLength(5);
});

test('nobody invites above their own role, and one address once', async () => {
  expect((await invite('d@example.com', 'owner', admin)).status).toBe(403);
  expect((await invite('d@example.com', 'owner', owner)).status).toBe(201);
  const [{ id }] = (await ask(admin, `GET ${path()}`)).body.items;
  expect((await ask(admin, `DELETE ${path()}/${id}`)).status).toBe(403);
  expect(await invite('D@example.com', 'guest')).toMatchObject({ status: 409, body: { code: 'invitation.pending' } });
  const answers = await Promise.all(Array.from({ length: 4 }, () => invite('e@example.com')));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
});

test('whoever may invite no more has invited nobody', async () => {
  await invite('f@example.com');
  const token = lastToken();
  await ask(owner, `PATCH /workspaces/${team}/members/${admin.userId}`, { role: 'viewer' });
  expect(await ask(undefined, 'POST /invitations/look', { token })).toMatchObject(dead);
  expect((await invite('f@example.com')).status).toBe(403);
});

describe('registration by invitation, closed otherwise', () => {
  const register = (email: string, invitation?: string) =>
    ask(undefined, 'POST /auth/register', { email, password, ...(invitation ? { invitation } : {}) });

  test('opens for the address that was invited, which is proven by that', async () => {
    expect(await register('new@example.com')).toMatchObject({ status: 403 });
    await invite('new@example.com', 'reviewer');
    const token = lastToken();
    expect(await register('other@example.com', token)).toMatchObject({
      status: 403,
      body: { code: 'invitation.other-address' },
    });
    const made = await register('New@example.com', token);
    expect(made).toMatchObject({
      status: 201,
      body: { account: { emailVerified: true, workspaces: [{ id: team, role: 'reviewer' }] } },
    });
    expect(made.body.account.workspaces).toHaveLength(1);
    const me = { token: made.body.tokens.access_token };
    expect((await ask(me, 'GET /documents')).status).toBe(200);
    expect(await register('new@example.com', token)).toMatchObject(dead);
    expect((await ask(undefined, 'POST /auth/login', { email: 'new@example.com', password })).status).toBe(200);
  });

  test('a token that counts no more opens nothing', async () => {
    await invite('late@example.com');
    const token = lastToken();
    await ask(undefined, 'POST /invitations/decline', { token });
    expect(await register('late@example.com', token)).toMatchObject(dead);
  });

  test('taken at the same time by many, it makes one account', async () => {
    await invite('twice@example.com');
    const token = lastToken();
    const answers = await Promise.all(Array.from({ length: 4 }, () => register('twice@example.com', token)));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect((await ask(owner, `GET /workspaces/${team}/members`)).body.items).toHaveLength(3);
  });
});
