import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mailDueNotices } from '../../src/actions/mail-notices.ts';
import { changeRole } from '../../src/actions/members.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { newId } from '../../src/store/new-id.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';
import { asking, makePerson, makeTeam, type Person } from '../support/people.ts';
import { headerOf, type Mailbox, openMailbox, partOf } from '../support/smtp-mailbox.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { watchEvents } from '../support/watch-events.ts';

vi.setConfig({ testTimeout: 120_000 });
const soon = { timeout: 60_000 };

let server: TestServer;
let mailbox: Mailbox;
let receiver: LoopbackServer;
beforeAll(async () => {
  mailbox = await openMailbox({ keep: true });
  receiver = await startLoopbackServer();
  server = await startTestServer({
    env: {
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'sheaf@example.org',
      OUTGOING_ALLOW: `127.0.0.1:${receiver.port}`,
      WEBHOOK_RETRY_SECONDS: '1,1',
      RATE_LIMIT_PER_USER: '0',
    },
  });
});
afterAll(async () => {
  await server.stop();
  await mailbox.close();
  await receiver.close();
});

interface Team {
  workspaceId: string;
  owner: Person;
  ask: (
    call: string,
    body?: unknown,
    headers?: Record<string, string>,
    // biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them
  ) => Promise<{ status: number; body: any; etag: string | null }>;
}

async function newTeam(): Promise<Team> {
  const { services } = server.inside;
  const owner = await makePerson(services, `p${newId()}`);
  const workspaceId = await makeTeam(services, { [owner.userId]: 'owner' });
  return {
    workspaceId,
    owner,
    async ask(call, body, headers = {}) {
      const [method, path] = call.split(' ') as [string, string];
      const response = await fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${owner.token}`,
          'sheaf-workspace': workspaceId,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, etag: response.headers.get('etag'), body: text ? JSON.parse(text) : undefined };
    },
  };
}

async function raise({ workspaceId }: Pick<Team, 'workspaceId'>, kind = 'document.failed', key: string = newId()) {
  const { db, raiseNotice } = server.inside.services;
  await inWorkspace(db, workspaceId, (trx) =>
    raiseNotice(trx, { workspaceId, kind, key, subject: { type: 'document', id: newId() }, data: { name: key } }),
  );
  return key;
}

const names = ({ items }: { items: { data: { name: string } }[] }) => items.map(({ data }) => data.name);
const unreadOf = async (team: Team) => (await team.ask('GET /notifications/unread-count')).body.unread;

test('the list goes page by page, newest first; read and deleted ones leave the count', async () => {
  const team = await newTeam();
  const keys = [];
  for (let i = 0; i < 3; i++) {
    keys.unshift(await raise(team));
    await expect.poll(() => unreadOf(team), soon).toBe(i + 1);
  }
  const first = (await team.ask('GET /notifications?limit=2')).body;
  const second = (await team.ask(`GET /notifications?limit=2&cursor=${first.nextCursor}`)).body;
  expect([...names(first), ...names(second)]).toEqual(keys);
  const [newest, middle] = first.items;
  expect((await team.ask(`POST /notifications/${middle.id}/read`)).body.read).toBe(true);
  expect((await team.ask(`POST /notifications/${middle.id}/read`)).status).toBe(200);
  expect(names((await team.ask('GET /notifications?unread=true')).body)).toEqual([keys[0], keys[2]]);
  expect((await team.ask(`DELETE /notifications/${newest.id}`)).status).toBe(204);
  expect((await team.ask(`DELETE /notifications/${newest.id}`)).status).toBe(404);
  expect(await unreadOf(team)).toBe(1);
  expect((await team.ask('POST /notifications/read', {})).body).toEqual({ unread: 0 });
  const stranger = await newTeam();
  expect((await stranger.ask(`POST /notifications/${middle.id}/read`)).status).toBe(404);
});

test('settings are changed by who saw them, and refuse what they do not know', async () => {
  const { ask } = await newTeam();
  const { body, etag } = await ask('GET /notifications/settings');
  expect(etag).toBe('"0"');
  expect((await ask('PUT /notifications/settings', body.settings)).status).toBe(428);
  const night = { quietHours: { from: '22:00', to: '07:00' }, timeZone: 'Europe/Berlin' };
  const changed = await ask('PATCH /notifications/settings', night, { 'if-match': etag! });
  expect(changed).toMatchObject({ status: 200, etag: '"1"', body: { settings: { ...body.settings, ...night } } });
  expect((await ask('PATCH /notifications/settings', night, { 'if-match': etag! })).status).toBe(412);
  for (const wrong of [
    { timeZone: 'Mars/Olympus' },
    { minimumScore: 1.1 },
    { quietHours: { from: '24:00', to: '07:00' } },
    { kinds: { 'no.such': { inApp: true, email: true } } },
  ]) {
    expect((await ask('PATCH /notifications/settings', wrong, { 'if-match': '*' })).status).toBe(400);
  }
});

const mailsTo = ({ email }: Person) => mailbox.mails.filter((mail) => mail.to.includes(email));

test('a digest collects what came, leaves out what was read, and is never empty', async () => {
  const team = await newTeam();
  const { db } = server.inside.services;
  const digest = { every: 'day', weekday: 1, hour: 8 };
  const kinds = { 'document.failed': { inApp: true, email: true } };
  await team.ask('PATCH /notifications/settings', { digest, kinds }, { 'if-match': '*' });
  for (let i = 0; i < 3; i++) await raise(team);
  await expect.poll(() => unreadOf(team), soon).toBe(3);
  const [seen] = (await team.ask('GET /notifications')).body.items;
  await team.ask(`POST /notifications/${seen.id}/read`);
  const services = server.inside.services;
  const tomorrow = new Date(Date.now() + 25 * 3_600_000);
  const round = () => mailDueNotices(services, new AbortController().signal, tomorrow);
  await round();
  await round();
  await expect.poll(() => mailsTo(team.owner).length, soon).toBe(1);
  const text = partOf(mailsTo(team.owner)[0]!.raw, 'text/plain');
  const [left, other] = (await team.ask('GET /notifications?unread=true')).body.items;
  for (const { title } of [left, other]) expect(text.replaceAll('\u200c', '')).toContain(title);
  expect(text).not.toContain(seen.data.name);
  // All read before the next one: there is none.
  await raise(team);
  await expect.poll(() => unreadOf(team), soon).toBe(3);
  await team.ask('POST /notifications/read', {});
  await mailDueNotices(services, new AbortController().signal, new Date(tomorrow.getTime() + 50 * 3_600_000));
  const waiting = await db.selectFrom('emails').select('id').where('user_id', '=', team.owner.userId).execute();
  expect(waiting).toHaveLength(1);
});

test('one click on the link of a mail ends mails, without a session; other links end nothing', async () => {
  const team = await newTeam();
  await raise(team, 'document.quarantined');
  await expect.poll(() => mailsTo(team.owner).length, soon).toBe(1);
  const { raw } = mailsTo(team.owner)[0]!;
  expect(headerOf(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  const link = /<(.*)>/.exec(headerOf(raw, 'List-Unsubscribe')!)![1]!;
  const at = new URL(link);
  const click = (search: string) =>
    fetch(`${server.url}${at.pathname}${search}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  expect((await click('?token=AAAA')).status).toBe(400);
  expect((await click(at.search.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(400);
  expect((await fetch(server.url + at.pathname + at.search)).status).toBe(404);
  expect((await click(at.search)).status).toBe(200);
  expect((await click(at.search)).status).toBe(200);
  await raise(team, 'document.quarantined');
  await expect.poll(() => unreadOf(team), soon).toBe(2);
  expect((await team.ask('GET /notifications/settings')).body.settings.email).toBe(false);
  expect(mailsTo(team.owner)).toHaveLength(1);
});

const hookUrl = (path: string) => `http://127.0.0.1:${receiver.port}/${path}`;
const receivedAt = (path: string) => receiver.received.filter((one) => one.path === `/${path}`);

test('an event reaches a webhook signed, by both secrets after a rotation', async () => {
  receiver.answer = { status: 200 };
  const team = await newTeam();
  const path = newId();
  const made = await team.ask('POST /webhooks', { url: hookUrl(path), events: ['document.failed'] });
  expect(made.status).toBe(201);
  await raise(team, 'document.quarantined');
  const key = await raise(team);
  await expect.poll(() => receivedAt(path).length, soon).toBe(1);
  const [first] = receivedAt(path);
  const verified = new Webhook(made.body.secret).verify(first!.body, first!.headers as Record<string, string>);
  expect(verified).toMatchObject({ type: 'document.failed', data: { values: { name: key } } });
  const rotated = await team.ask(`POST /webhooks/${made.body.id}/rotate-secret`);
  await team.ask(`POST /webhooks/${made.body.id}/test`);
  await expect.poll(() => receivedAt(path).length, soon).toBe(2);
  const test = receivedAt(path)[1]!;
  for (const { secret } of [made.body, rotated.body]) {
    expect(new Webhook(secret).verify(test.body, test.headers as Record<string, string>)).toMatchObject({
      type: 'webhook.test',
    });
  }
  expect(() => new Webhook(made.body.secret).verify(`${test.body} `, test.headers as never)).toThrow();
  const shown = JSON.stringify((await team.ask('GET /webhooks')).body);
  expect(shown).not.toContain('whsec_');
});

test('what a receiver refuses is tried again by schedule, given up, and sent again on request under the same id', async () => {
  const team = await newTeam();
  const path = newId();
  receiver.answer = { status: 500, body: 'broken' };
  const { id } = (await team.ask('POST /webhooks', { url: hookUrl(path) })).body;
  const before = new Date().toISOString();
  await raise(team);
  const log = async () => (await team.ask(`GET /webhooks/${id}/deliveries`)).body.items;
  await expect.poll(async () => (await log())[0]?.state, soon).toBe('failed');
  expect((await log())[0]).toMatchObject({ attempts: 3, status: 500, error: 'status', answer: 'broken' });
  receiver.answer = { status: 204 };
  expect((await team.ask(`POST /webhooks/${id}/replay`, { since: before })).body).toEqual({ queued: 1 });
  await expect.poll(async () => (await log())[0]?.state, soon).toBe('delivered');
  expect(new Set(receivedAt(path).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(receivedAt(path)).toHaveLength(4);
  expect((await log())[0].tries).toHaveLength(4);
});

test('a receiver that is gone is switched off, and that is told; redirects are not followed', async () => {
  const team = await newTeam();
  const [moved, gone] = [newId(), newId()];
  receiver.answer = { status: 302, headers: { location: hookUrl('elsewhere') } };
  const first = (await team.ask('POST /webhooks', { url: hookUrl(moved), events: ['document.failed'] })).body;
  await raise(team);
  const log = async () => (await team.ask(`GET /webhooks/${first.id}/deliveries`)).body.items;
  await expect.poll(async () => (await log())[0]?.state, soon).toBe('failed');
  expect((await log())[0].error).toBe('redirects');
  expect(receivedAt('elsewhere')).toEqual([]);
  receiver.answer = { status: 410 };
  const { id } = (await team.ask('POST /webhooks', { url: hookUrl(gone) })).body;
  await raise(team, 'document.quarantined');
  await expect.poll(async () => (await team.ask(`GET /webhooks/${id}`)).body.disabledReason, soon).toBe('gone');
  await expect
    .poll(async () => (await team.ask('GET /notifications')).body.items.map((one: { kind: string }) => one.kind), soon)
    .toContain('webhook.disabled');
  expect((await team.ask(`POST /webhooks/${id}/test`)).body.code).toBe('webhook.disabled');
});

test('addresses that the server does not call are refused when they are given', async () => {
  const { ask } = await newTeam();
  for (const url of [
    'http://127.0.0.1:1/x',
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
    'https://u:p@127.0.0.1/',
  ]) {
    expect((await ask('POST /webhooks', { url })).status, url).toBe(422);
  }
});

const watching = (person: Person, workspaceId: string, more: Record<string, string> = {}) =>
  watchEvents(server.url, { authorization: `Bearer ${person.token}`, 'sheaf-workspace': workspaceId, ...more });

test('a watcher is told at once, and who comes back gets what was missed, once', async () => {
  const team = await newTeam();
  const stranger = await newTeam();
  const watch = await watching(team.owner, team.workspaceId);
  const other = await watching(stranger.owner, stranger.workspaceId);
  await expect.poll(() => watch.events.map(({ type }) => type), soon).toEqual(['ready']);
  const first = await raise(team);
  await expect.poll(() => watch.events.map(({ type }) => type), soon).toEqual(['ready', 'notice', 'unread']);
  expect(watch.events[1]!.data.data).toEqual({ name: first });
  expect(watch.events[2]!.data).toEqual({ unread: 1 });
  watch.close();
  const missed = await raise(team);
  await expect.poll(() => unreadOf(team), soon).toBe(2);
  const back = await watching(team.owner, team.workspaceId, { 'last-event-id': watch.events[2]!.id });
  const notices = () => back.events.filter(({ type }) => type === 'notice').map(({ data }) => data.data.name);
  await expect.poll(notices, soon).toEqual([missed]);
  for (const wrong of ['nonsense', '1.2.3', `${Date.now()}.999999999999.1`]) {
    const lost = await watching(team.owner, team.workspaceId, { 'last-event-id': wrong });
    await expect.poll(() => lost.events.map(({ type }) => type), soon).toEqual(['reset', 'ready']);
    lost.close();
  }
  expect(other.events.map(({ type }) => type)).toEqual(['ready']);
  other.close();
  back.close();
});

test('a stream ends with the session, and when the role is another', async () => {
  const { services } = server.inside;
  const team = await newTeam();
  const member = await makePerson(services, `m${newId()}`);
  const workspaceId = await makeTeam(services, { [team.owner.userId]: 'owner', [member.userId]: 'editor' });
  const demoted = await watching(member, workspaceId);
  expect(demoted.status).toBe(200);
  await changeRole(services, { ...team.owner, workspaceId, role: 'owner' }, { userId: member.userId, role: 'viewer' });
  await demoted.ended;
  const again = await watching(member, workspaceId);
  expect(again.status).toBe(200);
  expect((await asking(server.url)(member, 'POST /auth/logout')).status).toBe(204);
  await again.ended;
  expect((await watching(member, workspaceId)).status).toBe(401);
});

test('one person watches from ten places at most', async () => {
  const team = await newTeam();
  const watches = await Promise.all(Array.from({ length: 10 }, () => watching(team.owner, team.workspaceId)));
  expect(watches.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect((await watching(team.owner, team.workspaceId)).status).toBe(429);
  for (const watch of watches) watch.close();
});
