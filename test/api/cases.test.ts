// Cases over HTTP: opening twice, moving with what was seen, refusals that say what to do, the calendar, and reminders that come.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tellDueReminders } from '../../src/actions/case-reminders.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { insertMembership } from '../../src/store/workspaces.ts';
import { type Call, call, makePerson, type Person } from '../support/person.ts';
import { finishedRun, form, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let owner: Person;
let editor: Person;
let record: string;
beforeAll(async () => {
  server = await startTestServer({ env: { EMAIL_VERIFICATION: 'off' } });
  [owner, editor] = [await makePerson(server), await makePerson(server)];
  await inWorkspace(server.inside.services.db, owner.workspace, (trx) =>
    insertMembership(trx, { workspaceId: owner.workspace, userId: editor.id, role: 'editor' }),
  );
  const headers = { authorization: `Bearer ${owner.token}` };
  const response = await fetch(`${server.url}/api/v1/documents`, {
    method: 'POST',
    body: form({ 'a.txt': 'number: A-17' }),
    headers,
  });
  const { documents } = (await response.json()) as { documents: { run: string }[] };
  record = (await finishedRun(server.url, documents[0]!.run, 60_000, owner.token)).records[0].id;
});
afterAll(() => server.stop());

const ask = (path: string, options: Call = {}, person = owner) =>
  call(server, `/cases${path}`, {
    token: person.token,
    ...options,
    headers: { 'sheaf-workspace': owner.workspace, ...options.headers },
  });
const open = (body: object, person = owner) => ask('', { body }, person);
const move = (id: string, to: string, headers: Record<string, string> = { 'if-match': '*' }, person = owner) =>
  ask(`/${id}/moves`, { body: { to }, headers }, person);

test('types tell states, steps, fields and what may be attached', async () => {
  const { status, body } = await ask('/types');
  expect(status).toBe(200);
  expect(body.items).toMatchObject([
    {
      id: 'toy/request',
      ownership: 'person',
      initial: ['noted', 'sent'],
      fields: { properties: { contact: { type: 'string' } } },
      takeBackMinutes: 10,
    },
    { id: 'toy/purchase', ownership: 'workspace', fields: null, takeBackMinutes: null },
    { id: 'careers/application', reopens: true },
  ]);
});

test('asked for twice it is opened once, and the second request brings it up to date', async () => {
  const wish = { type: 'toy/request', subject: { record } };
  const first = await open(wish);
  expect(first).toMatchObject({
    status: 201,
    body: { title: 'A-17', state: 'noted', own: true, open: true, subject: { record }, version: 1 },
  });
  const bill = { role: 'bill', id: record };
  const again = await open({ ...wish, state: 'sent', attachments: [bill], fields: { contact: 'Ann' } });
  expect(again).toMatchObject({
    status: 200,
    body: {
      id: first.body.id,
      state: 'sent',
      fields: { contact: 'Ann' },
      attachments: [{ role: 'bill', sourceId: record, version: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    },
  });
  expect((await ask(`?type=toy/request&state=sent,meeting&record=${record}`)).body.items).toHaveLength(1);
  expect((await ask('?type=toy/request&state=moon')).body.code).toBe('case.unknown-state');
  const [{ id }] = again.body.attachments;
  const shown = await ask(`/${first.body.id}/attachments/${id}`);
  expect(shown.body.content).toMatchObject({ type: 'invoice', fields: { number: { value: 'A-17' } } });
});

test('a repeated request under one key is the same request', async () => {
  const headers = { 'idempotency-key': 'case-1' };
  const made = [
    await ask('', { body: { type: 'toy/request' }, headers }),
    await ask('', { body: { type: 'toy/request' }, headers }),
  ];
  expect(made[1]!.body.id).toBe(made[0]!.body.id);
});

describe('moving', () => {
  test('needs the version that was seen, and answers an illegal jump with where steps lead', async () => {
    const { body, headers } = await open({ type: 'toy/request', title: 'Jump' });
    expect((await move(body.id, 'sent', {})).status).toBe(428);
    expect((await move(body.id, 'sent', { 'if-match': '"9"' })).body.code).toBe('case.changed');
    const jump = await move(body.id, 'granted');
    expect(jump).toMatchObject({ status: 409, body: { code: 'case.illegal-move', allowed: ['sent', 'dropped'] } });
    const moved = await move(body.id, 'sent', { 'if-match': headers.get('etag')! });
    expect(moved).toMatchObject({
      status: 200,
      body: { state: 'sent', moves: [{ to: 'meeting', ready: true }, {}, {}] },
    });
    expect(moved.headers.get('etag')).toBe(`"${moved.body.version}"`);
    expect((await ask(`/${body.id}/take-back`, { method: 'POST' })).body.state).toBe('noted');
    expect((await ask(`/${body.id}/close`, { body: { note: 'No need.' } })).body).toMatchObject({
      state: 'dropped',
      stateKind: 'neutral',
      open: false,
    });
    expect((await ask(`/${body.id}/reopen`, { body: {} })).body).toMatchObject({ state: 'noted', open: true });
    const { items } = (await ask(`/${body.id}/timeline`)).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'reopened',
      'moved',
      'taken-back',
      'moved',
      'opened',
    ]);
  });

  test('a guard names what is missing; a step of other roles is forbidden', async () => {
    const { id } = (await open({ type: 'toy/purchase', title: 'Desks' })).body;
    const early = await move(id, 'quotes');
    expect(early).toMatchObject({ status: 409, body: { code: 'case.not-ready', detail: /no quote/ } });
    expect((await ask(`/${id}/attachments`, { body: { role: 'bill', id: record } })).status).toBe(201);
    expect((await move(id, 'quotes', undefined, editor)).status).toBe(200);
    expect((await move(id, 'order', undefined, editor)).body.code).toBe('auth.forbidden');
    expect((await move(id, 'order')).body).toMatchObject({ state: 'order', stateKind: 'won' });
  });

  test('moves of the workspace’s cases are told to its programs, those of one’s own to nobody', async () => {
    const list = () =>
      inWorkspace(server.inside.services.db, owner.workspace, (trx) =>
        trx.selectFrom('notices').select('subject_id').where('kind', '=', 'case.moved').execute(),
      );
    const before = (await list()).length;
    const { id } = (await open({ type: 'toy/request' })).body;
    await move(id, 'sent');
    expect(await list()).toHaveLength(before);
    expect(before).toBeGreaterThan(0);
  });
});

test('the board shows one’s own in their order, and another place is kept', async () => {
  const [a, b] = [(await open({ type: 'toy/purchase' })).body.id, (await open({ type: 'toy/purchase' })).body.id];
  const column = async () => {
    const { columns, type } = (await ask('/board?type=toy/purchase')).body;
    expect(type.id).toBe('toy/purchase');
    const { state, cases } = columns[0];
    expect(state).toBe('inquiry');
    return cases.map(({ id }: { id: string }) => id).slice(0, 2);
  };
  expect(await column()).toEqual([b, a]);
  expect((await ask(`/${b}/place`, { body: { below: a } })).status).toBe(204);
  expect(await column()).toEqual([a, b]);
  expect((await ask('/board?type=moon')).body.code).toBe('case.unknown-type');
});

test('figures by stage, step and period', async () => {
  const { body } = await ask('/statistics?type=toy/purchase&by=week');
  const [inquiry, quotes, order] = body.stages;
  expect(inquiry).toMatchObject({ id: 'inquiry', kind: 'open', rate: 1 });
  expect(order).toMatchObject({ now: 1, reached: 1, rate: 1 / body.total });
  expect(quotes.medianSeconds).toBeGreaterThanOrEqual(0);
  expect(body.steps).toContainEqual({ from: 'quotes', to: 'order', cases: 1, rate: 1 });
  expect(body.periods[0]).toMatchObject({ opened: body.total, won: 1, lost: 0, neutral: 0 });
});

test('what is sent wrongly is refused with where it is wrong', async () => {
  const { id } = (await open({ type: 'toy/request' })).body;
  const headers = { 'if-match': '*' };
  const patch = await ask(`/${id}`, { method: 'PATCH', body: { fields: { meetingAt: ['soon'] } }, headers });
  expect(patch).toMatchObject({
    status: 422,
    body: { code: 'case.invalid-fields', errors: [{ pointer: '/body/fields/meetingAt/0' }] },
  });
  expect((await ask(`/${id}`, { method: 'PATCH', body: {}, headers })).status).toBe(400);
  expect((await ask(`/${id}/reminders`, { body: { at: 'tomorrow' } })).status).toBe(400);
  const cleared = await ask(`/${id}`, { method: 'PATCH', body: { fields: { contact: null }, title: 'T' }, headers });
  expect(cleared.body).toMatchObject({ title: 'T', fields: {} });
});

test('reminders are in one’s own time zone, told once, and removed', async () => {
  const settings = await call(server, '/notifications/settings', { token: owner.token });
  await call(server, '/notifications/settings', {
    method: 'PATCH',
    token: owner.token,
    body: { timeZone: 'Asia/Tokyo' },
    headers: { 'if-match': settings.headers.get('etag')! },
  });
  const { id } = (await open({ type: 'toy/request', title: 'Call back' })).body;
  const set = async (at: string, text = '') => {
    const { status, body } = await ask(`/${id}/reminders`, { body: { at, text } });
    expect(status).toBe(201);
    return body.reminders;
  };
  expect((await set('2026-03-04')).at(-1)).toMatchObject({ at: '2026-03-04T00:00:00.000Z', toldAt: null });
  await set('2026-03-05T08:30', 'Ask Ann');
  const [morning, ann, far] = await set('2099-01-01T10:00:00+01:00');
  expect(ann).toMatchObject({ at: '2026-03-04T23:30:00.000Z', text: 'Ask Ann', for: owner.id });
  expect(far.at).toBe('2099-01-01T09:00:00.000Z');
  const { services } = server.inside;
  // The server's own clock may have been faster with some of them.
  await Promise.all([tellDueReminders(services), tellDueReminders(services)]);
  const told = await inWorkspace(services.db, owner.workspace, (trx) =>
    trx.selectFrom('notices').select(['event', 'user_ids', 'data']).where('kind', '=', 'case.reminder').execute(),
  );
  expect(told.map(({ event }) => event).sort()).toEqual([morning.id, ann.id].sort());
  expect(told[0]).toMatchObject({ user_ids: [owner.id], data: { name: 'Call back' } });
  const left = await ask(`/${id}/reminders/${far.id}`, { method: 'DELETE' });
  expect(left.body.reminders.map(({ toldAt }: { toldAt: string }) => typeof toldAt)).toEqual(['string', 'string']);
  expect((await ask(`/${id}/reminders/${far.id}`, { method: 'DELETE' })).body.code).toBe('case.reminder-not-found');
});

describe('the calendar', () => {
  const fetchAt = (url: string) => fetch(new URL(url, server.url));

  test('shows reminders and appointments to whoever has its address, until it is revoked', async () => {
    const { id } = (await open({ type: 'toy/request', title: 'Talk; with, Ann', subject: undefined })).body;
    await ask(`/${id}`, {
      method: 'PATCH',
      body: { fields: { meetingAt: ['2099-05-06T10:00:00+02:00'] } },
      headers: { 'if-match': '*' },
    });
    await ask(`/${id}/reminders`, { body: { at: '2099-05-05T07:00:00Z', text: 'Prepare' } });
    const { url } = (await ask('/calendar', { method: 'POST' })).body;
    const answer = await fetchAt(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = (await answer.text()).replaceAll('\r\n ', '').split('\r\n');
    for (const line of [
      'SUMMARY:Meeting: Talk\\; with\\, Ann',
      'DTSTART:20990506T080000Z',
      'DTEND:20990506T090000Z',
      'TRIGGER:-PT30M',
      'SUMMARY:Prepare',
      'DTSTART:20990505T070000Z',
    ]) {
      expect(lines).toContain(line);
    }
    expect((await ask('/calendar')).body.since).toEqual(expect.any(String));
    const other = (await ask('/calendar', { method: 'POST' }, editor)).body.url;
    expect(await (await fetchAt(other)).text(), 'nobody sees another’s').not.toContain('Ann');
    const renewed = (await ask('/calendar', { method: 'POST' })).body.url;
    expect((await fetchAt(url)).status).toBe(404);
    expect((await fetchAt(renewed)).status).toBe(200);
    expect((await ask('/calendar', { method: 'DELETE' })).status).toBe(204);
    expect((await fetchAt(renewed)).status).toBe(404);
    expect((await ask('/calendar')).body.since).toBe(null);
  });

  test('an address that is altered, foreign or of somebody who left shows nothing', async () => {
    const { url } = (await ask('/calendar', { method: 'POST' }, editor)).body;
    const altered = url.slice(0, -3) + (url.endsWith('AAA') ? 'BBB' : 'AAA');
    expect((await fetchAt(altered)).status).toBe(404);
    expect((await fetchAt('/api/v1/calendar.ics?link=x')).status).toBe(404);
    expect((await fetchAt('/api/v1/calendar.ics')).status).toBe(400);
    await inWorkspace(server.inside.services.db, owner.workspace, (trx) =>
      trx.deleteFrom('memberships').where('user_id', '=', editor.id).execute(),
    );
    expect((await fetchAt(url)).status).toBe(404);
  });
});
