// Erasure proves itself: unique words go into everything that a person can give; afterwards they are nowhere.

import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/compose.ts';
import { openDatabase } from '../../src/store/database.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { adminEnv, postJson } from '../support/api-fetch.ts';
import { findInFolder, findInTables } from '../support/find-traces.ts';
import { prepareTestDatabase, serverUrl } from '../support/test-database.ts';
import { type Answer, form } from '../support/test-server.ts';
import { createToyEngine } from '../support/toy-engine.ts';

/** Words that no program makes by itself, all around one mark: a search for the mark finds each of them. */
class Canaries {
  readonly mark = `zq${randomBytes(9).toString('hex')}`;
  /** In request ids, which callers send to find them in the log: there they stay as long as the log does. */
  readonly requestMark = `rq${randomBytes(9).toString('hex')}`;
  word(what: string): string {
    return `${what}${this.mark}${what}`;
  }
}

let place: Awaited<ReturnType<typeof prepareTestDatabase>>;
let server: RunningServer;
let logs = '';

beforeAll(async () => {
  place = await prepareTestDatabase();
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      logs += String(chunk);
      done();
    },
  });
  server = await startServer({
    env: {
      ...place.env,
      PORT: '0',
      NODE_ENV: 'test',
      STOP_SECONDS: '5',
      LOG_LEVEL: 'trace',
      REGISTRATION: 'open',
      ...adminEnv,
    },
    stdout,
    createEngine: async () => createToyEngine(),
  });
});
afterAll(async () => {
  await server.stop();
  await place.drop();
});

const api = (address: string) => `${server.address}/api/v1${address}`;

/** The rows of all tables, seen by a superuser; the embedded database has one user at a time, so the server pauses. */
async function searchTables(canaries: readonly string[]): Promise<string[]> {
  if (place.env.DATABASE_URL === undefined) await server.stop();
  const database = await openDatabase({
    dataDir: place.dataDir,
    databaseUrl: place.env.DATABASE_URL,
    onError: () => {},
  });
  try {
    expect((await verifyAudit(database.db)).filter((report) => report.fault)).toEqual([]);
    return await findInTables(database.db, canaries);
  } finally {
    await database.close();
    if (place.env.DATABASE_URL === undefined) {
      server = await startServer({
        env: {
          ...place.env,
          PORT: '0',
          NODE_ENV: 'test',
          STOP_SECONDS: '5',
          LOG_LEVEL: 'trace',
          REGISTRATION: 'open',
          ...adminEnv,
        },
        stdout: new Writable({
          write: (chunk, _encoding, done) => {
            logs += String(chunk);
            done();
          },
        }),
        createEngine: async () => createToyEngine(),
      });
    }
  }
}

interface Person {
  id: string;
  workspaceId: string;
  password: string;
  call(address: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
  /** What the tables are bound to hold of the person before they go: the search must find it. */
  stored: string[];
}

/** Registers somebody who gives a canary wherever the API takes anything. */
async function livePerson(canaries: Canaries): Promise<Person> {
  const [userAgent, email] = [canaries.word('agent'), `${canaries.word('mail')}@example.com`];
  const [name, workspaceName, password] = [canaries.word('name'), canaries.word('space'), canaries.word('pass')];
  const registered = await fetch(api('/auth/register'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': userAgent },
    body: JSON.stringify({ email, password, name, workspaceName }),
  });
  expect(registered.status).toBe(201);
  const token = ((await postJson(api('/auth/login'), { email, password })) as { access_token: string }).access_token;
  const call: Person['call'] = async (address, { json, ...init } = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    headers.set('user-agent', userAgent);
    if (json !== undefined) headers.set('content-type', 'application/json');
    return fetch(api(address), { ...init, headers, ...(json === undefined ? {} : { body: JSON.stringify(json) }) });
  };
  // A sign-in that fails, and one by another address.
  await fetch(api('/auth/login'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: canaries.word('wrong') }),
  });
  const { account } = (await registered.json()) as Answer;
  const [fileName, number, requestId, key] = [
    canaries.word('file'),
    canaries.word('number'),
    `request${canaries.requestMark}`,
    canaries.word('key'),
  ];

  const uploaded = await call('/documents', {
    method: 'POST',
    headers: { 'idempotency-key': key, 'x-request-id': requestId },
    body: form(
      { [`${fileName}.txt`]: `number: ${number}\n${canaries.word('content')}` },
      { password: canaries.word('secret') },
    ),
  });
  expect(uploaded.status).toBe(202);
  const { documents } = (await uploaded.json()) as Answer;
  const run = await finished(call, documents[0].run);
  const record = run.records[0].id;
  expect((await call(`/documents/${documents[0].id}/pages/1.png`)).status).toBe(200);
  expect(
    (
      await call(`/documents/${documents[0].id}/file`, {
        headers: { 'x-request-id': `download${canaries.requestMark}` },
      })
    ).status,
  ).toBe(200);

  const corrected = canaries.word('corrected');
  const corrections = await call(`/records/${record}`, {
    method: 'PATCH',
    headers: { 'if-match': '"1"' },
    json: { fields: { number: corrected } },
  });
  expect(corrections.status).toBe(200);
  // What is refused is given all the same.
  expect(
    (
      await call(`/records/${record}`, {
        method: 'PATCH',
        headers: { 'if-match': '"2"' },
        json: { fields: { [canaries.word('field')]: canaries.word('value') } },
      })
    ).status,
  ).toBe(422);
  expect(
    (
      await call('/documents', {
        method: 'POST',
        body: form({ 'a.txt': canaries.word('refused') }, { type: canaries.word('hint') }),
      })
    ).status,
  ).toBe(400);
  expect(
    (await call('/holds', { method: 'POST', json: { scope: canaries.word('scope'), reason: canaries.word('text') } }))
      .status,
  ).toBe(400);
  expect((await call(`/documents?cursor=${canaries.word('query')}`)).status).toBe(400);

  const reason = canaries.word('reason');
  const why = canaries.word('hold');
  const spare = (
    (await (
      await call('/documents', { method: 'POST', body: form({ 'spare.txt': canaries.word('spare') }) })
    ).json()) as Answer
  ).documents[0];
  await finished(call, spare.run);
  expect((await call(`/documents/${spare.id}?reason=${reason}`, { method: 'DELETE' })).status).toBe(204);
  const hold = (await (
    await call('/holds', { method: 'POST', json: { scope: 'workspace', reason: why } })
  ).json()) as Answer;
  expect((await call(`/holds/${hold.id}/release`, { method: 'POST' })).status).toBe(200);

  const asked = (await (await call('/exports/account', { method: 'POST' })).json()) as Answer;
  await until(async () => ((await (await call(`/exports/account/${asked.id}`)).json()) as Answer).state === 'ready');
  const stored = [email, name, workspaceName, userAgent, fileName, number, requestId, corrected, reason, why];
  return { id: account.id, workspaceId: account.workspaces[0].id, password, call, stored };
}

async function finished(call: Person['call'], run: string): Promise<Answer> {
  let row: Answer;
  await until(async () => {
    row = await (await call(`/runs/${run}`)).json();
    return Boolean(row.finishedAt);
  });
  return row;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not come to an end');
}

describe('a person who is alone in their workspace', () => {
  test('is nowhere after they erased themselves, and others are untouched', async () => {
    const [gone, staying] = [new Canaries(), new Canaries()];
    const marks = [gone.mark, gone.requestMark];
    const person = await livePerson(gone);
    const other = await livePerson(staying);
    const words = person.stored.map((word) => word.split('@')[0]!);
    const before = (await searchTables(words)).join('\n');
    for (const word of words) expect(before).toContain(word);
    if (!serverUrl)
      expect((await findInFolder(path.join(place.dataDir, 'database'), [gone.mark])).length).toBeGreaterThan(3);

    const held = await person.call('/account/erasure', { method: 'POST', json: { confirm: other.id } });
    expect(held.status).toBe(422);
    const erased = await person.call('/account/erasure', {
      method: 'POST',
      json: { confirm: person.id, password: person.password },
    });
    expect({ status: erased.status, body: await erased.json() }).toMatchObject({ status: 200, body: { leftOver: [] } });

    // While it still runs, and after it stopped and started again.
    expect(await findInFolder(place.dataDir, marks)).toEqual([]);
    expect(await searchTables(marks)).toEqual([]);
    expect(await findInFolder(place.dataDir, marks)).toEqual([]);
    expect(logs).not.toContain(gone.mark);
    expect((await person.call('/documents')).status).toBe(401);

    expect((await other.call('/documents')).status).toBe(200);
    expect((await findInFolder(path.join(place.dataDir, 'blobs'), [staying.mark])).length).toBeGreaterThan(0);
    expect((await searchTables([staying.mark])).length).toBeGreaterThan(5);
  });
});
