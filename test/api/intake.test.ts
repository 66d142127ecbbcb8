// Documents that come in by themselves: over HTTP, over SMTP, from a folder. The mailbox elsewhere has its own test (test/intake).

import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pollIntake, queueDueLooks } from '../../src/actions/poll-intake.ts';
import { freePort } from '../e2e/free-port.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { makeMail } from '../support/make-mail.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { type Answer, form, getJson, readJson, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let api: string;
let smtpPort: number;
const folder = makeTemporaryFolder();

beforeAll(async () => {
  smtpPort = await freePort();
  server = await startTestServer({
    env: {
      INTAKE_MAIL: 'on',
      INTAKE_SMTP_PORT: String(smtpPort),
      INTAKE_MAIL_DOMAIN: 'in.example.org',
      INTAKE_FOLDER: folder,
      MAX_UPLOAD_MB: '1',
    },
  });
  api = `${server.url}/api/v1`;
});
afterAll(() => server.stop());

const send = (method: string, at: string, body?: unknown) =>
  apiFetch(`${api}${at}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
const make = async (fields: object): Promise<Answer> =>
  readJson(await send('POST', '/intake', { name: 'Way in', ...fields }));
const arrivals = async (id: string): Promise<Answer[]> => (await getJson(`${api}/intake/${id}/arrivals`)).items;
const post = (url: string, body: Buffer | string, type = 'message/rfc822') =>
  fetch(`${server.url}${url}`, { method: 'POST', body, headers: { 'content-type': type } });

describe('an address over HTTP', () => {
  test('takes a raw mail whole, once, and says what became of it', async () => {
    const { id, url, token, address } = await make({ kind: 'mail' });
    expect(address).toBe(`${token}@in.example.org`);
    const mail = makeMail({ subject: 'Invoice 17', text: 'number: M-17' });
    const first = await readJson(await post(url, mail));
    expect(first).toMatchObject({ outcome: 'taken', reason: null });
    expect(await readJson(await post(url, mail))).toEqual({ ...first, outcome: 'duplicate' });
    const document = await getJson(`${api}/documents/${first.document}`);
    expect(document).toMatchObject({ name: 'Invoice 17.eml', size: mail.length, parent: null });
    expect(await arrivals(id)).toMatchObject([
      { outcome: 'duplicate', document: first.document },
      { outcome: 'taken', sender: 'ada@sender.example', name: 'Invoice 17.eml', document: first.document },
    ]);
    expect(JSON.stringify(await getJson(`${api}/intake`))).not.toContain(token);
  });

  test.each(['email', 'body-mime'])('takes it as the field %s of a form, of either kind', async (field) => {
    const { url } = await make({ kind: 'mail' });
    const one = makeMail({ subject: field });
    const body = new FormData();
    body.append('from', 'ada@sender.example');
    body.append(field, one.toString());
    const multipart = await readJson(await fetch(`${server.url}${url}`, { method: 'POST', body }));
    expect(multipart.outcome).toBe('taken');
    const urlencoded = await post(
      url,
      new URLSearchParams({ [field]: makeMail().toString() }).toString(),
      'application/x-www-form-urlencoded',
    );
    expect((await readJson(urlencoded)).outcome).toBe('taken');
  });

  test('refuses without keeping: a form without the mail, one too large, another’s sender, a token that is none', async () => {
    const { id, url } = await make({ kind: 'mail', senders: ['@partner.example', 'boss@home.example'] });
    const parsed = form({}, { text: 'parsed' });
    expect((await fetch(`${server.url}${url}`, { method: 'POST', body: parsed })).status).toBe(400);
    expect((await post(url, makeMail({ text: 'x'.repeat(1_100_000) }))).status).toBe(413);
    expect(await readJson(await post(url, makeMail()))).toMatchObject({
      outcome: 'refused',
      reason: 'sender',
      document: null,
    });
    expect(await readJson(await post(url, makeMail({ from: '"boss@home.example" <x@evil.example>' })))).toMatchObject({
      outcome: 'refused',
    });
    expect((await readJson(await post(url, makeMail({ from: 'Boss <BOSS@home.example>' })))).outcome).toBe('taken');
    expect((await readJson(await post(url, makeMail({ from: 'a@partner.example' })))).outcome).toBe('taken');
    expect((await arrivals(id)).map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'refused', 'refused']);
    const wrong = await post(`/api/v1/intake/mail/${'a'.repeat(32)}`, makeMail());
    expect(await readJson(wrong)).toMatchObject({ status: 404, code: 'intake.not-found' });
  });

  test('paused, asks the sender to come back; deleted, is not there; what came stays', async () => {
    const { id, url } = await make({ kind: 'mail' });
    const taken = await readJson(await post(url, makeMail()));
    expect((await send('PATCH', `/intake/${id}`, { enabled: false })).status).toBe(200);
    expect((await post(url, makeMail())).status).toBe(503);
    expect((await send('DELETE', `/intake/${id}`)).status).toBe(204);
    expect((await post(url, makeMail())).status).toBe(404);
    expect((await apiFetch(`${api}/documents/${taken.document}`)).status).toBe(200);
  });
});

/** The reply to the first step that was refused, or to the mail. */
function smtp(to: string, mail: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
    connection.on('error', reject);
    connection.connect(() => {
      connection.send({ from: 'ada@sender.example', to: [to] }, mail, (error) => {
        connection.quit();
        resolve(error ? ((error as { responseCode?: number }).responseCode ?? 0) : 250);
      });
    });
  });
}

describe('an address over SMTP', () => {
  test('takes a mail before it says so; the same again is known', async () => {
    const { id, address } = await make({ kind: 'mail' });
    const mail = makeMail({ subject: 'By SMTP' });
    expect(await smtp(address.toUpperCase(), mail)).toBe(250);
    expect(await smtp(address, mail)).toBe(250);
    expect((await arrivals(id)).map(({ outcome, name }) => [outcome, name])).toEqual([
      ['duplicate', 'By SMTP.eml'],
      ['taken', 'By SMTP.eml'],
    ]);
  });

  test('passes nothing on, and refuses what is unknown, paused, unwanted or too large', async () => {
    const { id, address } = await make({ kind: 'mail', senders: ['partner.example'] });
    expect(await smtp('somebody@elsewhere.example', makeMail())).toBe(550);
    expect(await smtp(`${'b'.repeat(32)}@in.example.org`, makeMail())).toBe(550);
    expect(await smtp(address, makeMail())).toBe(550);
    expect(await smtp(address, makeMail({ from: 'a@partner.example', text: 'x'.repeat(1_500_000) }))).toBe(552);
    expect(await smtp(address, makeMail({ from: 'a@partner.example' }))).toBe(250);
    await send('PATCH', `/intake/${id}`, { enabled: false });
    expect(await smtp(address, makeMail({ from: 'a@partner.example' }))).toBe(450);
  });
});

describe('a watched folder', () => {
  let source: Answer;
  let at: (...names: string[]) => string;
  const services = () => server.inside.services;
  const look = async () => {
    const workspaceId = path.basename(source.place);
    await pollIntake(services(), { workspaceId, sourceId: source.id, requestId: null });
  };
  const put = (name: string, content: string, secondsAgo = 60) => {
    writeFileSync(at(name), content);
    const when = Date.now() / 1000 - secondsAgo;
    utimesSync(at(name), when, when);
  };

  beforeAll(async () => {
    source = await make({ kind: 'folder' });
    at = (...names) => path.join(source.place, ...names);
    await look();
  });

  test('is the workspace’s own; a second one is refused', async () => {
    expect(path.dirname(source.place)).toBe(folder);
    expect((await readJson(await send('POST', '/intake', { kind: 'folder', name: 'x' }))).code).toBe('intake.too-many');
  });

  test('gives what lies still, and moves it out of the way with its fate', async () => {
    put('a.txt', 'number: F-1');
    put('still-written.txt', 'number: F-2', 0);
    put('upload.part', 'number: F-3');
    put('empty.txt', '');
    put('large.bin', 'x'.repeat(1_100_000));
    mkdirSync(at('sub'));
    await look();
    expect(readdirSync(at('done'))).toEqual(['a.txt']);
    expect(readdirSync(at('failed')).sort()).toEqual([
      'empty.txt',
      'empty.txt.reason.txt',
      'large.bin',
      'large.bin.reason.txt',
    ]);
    expect(readFileSync(at('failed', 'large.bin.reason.txt'), 'utf8')).toMatch(
      /^file.too-large: The file is too large/,
    );
    expect(readdirSync(at()).sort()).toEqual(['done', 'failed', 'still-written.txt', 'sub', 'upload.part']);
    expect((await arrivals(source.id)).map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
      ['empty.txt', 'refused', 'file.empty'],
      ['a.txt', 'taken', null],
    ]);
  });

  test('after a crash between the rows and the move, takes it no second time; put there again, it is new', async () => {
    put('b.txt', 'number: F-4', 120);
    const before = (await arrivals(source.id)).length;
    // The rows are there, the move was not done.
    const finish = services().intake.folder!;
    const crashing = {
      ...services(),
      intake: {
        ...services().intake,
        folder: {
          ...finish,
          listWaiting: async (...asked: Parameters<typeof finish.listWaiting>) =>
            (await finish.listWaiting(...asked)).map((file) => ({
              ...file,
              finish: async () => {
                throw new Error('killed');
              },
            })),
        },
      },
    };
    const workspaceId = path.basename(source.place);
    await expect(pollIntake(crashing, { workspaceId, sourceId: source.id, requestId: null })).rejects.toThrow('killed');
    await look();
    expect(await arrivals(source.id)).toHaveLength(before + 1);
    expect(readdirSync(at('done')).sort()).toEqual(['a.txt', 'b.txt']);
    put('b.txt', 'number: F-4', 30);
    await look();
    expect(readdirSync(at('done')).sort()).toEqual(['a.txt', 'b (2).txt', 'b.txt']);
    expect(await arrivals(source.id)).toHaveLength(before + 2);
  });

  test('is looked at by the clock when it is due, and rarer while it fails', async () => {
    const later = new Date(Date.now() + 120_000);
    expect(await queueDueLooks(services(), later)).toBe(1);
    expect(await queueDueLooks(services(), later)).toBe(0);
  });
});

test('readiness says which ways in are on, and what is off is refused', async () => {
  const ready = await readJson(await apiFetch(`${server.url}/readyz`));
  expect(ready.components.intake).toMatchObject({ ok: true });
  const refused = await send('POST', '/intake', {
    kind: 'imap',
    name: 'x',
    imap: { host: 'mail.example.org', user: 'u', password: 'p' },
  });
  expect(await readJson(refused)).toMatchObject({ status: 409, code: 'intake.off' });
});
