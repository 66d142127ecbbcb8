// Mailboxes elsewhere, against a server that speaks the protocol and breaks off in the middle of it.

import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { pollIntake } from '../../src/actions/poll-intake.ts';
import { createImapMailboxes } from '../../src/intake/imap-mailbox.ts';
import { createOutsideServices } from '../../src/outside/outside-services.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { type ImapMailboxServer, openImapMailbox } from '../support/imap-mailbox.ts';
import { makeMail } from '../support/make-mail.ts';
import { testCertificate } from '../support/test-certificate.ts';
import { type Answer, getJson, readJson, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let api: string;
beforeAll(async () => {
  server = await startTestServer({ env: { INTAKE_IMAP: 'on', MAX_UPLOAD_MB: '1' } });
  api = `${server.url}/api/v1`;
});
afterAll(() => server.stop());

let mailbox: ImapMailboxServer;
let source: Answer;
let workspaceId: string;
beforeEach(async () => {
  mailbox = await openImapMailbox();
  workspaceId = (await getJson(`${api}/workspaces`)).items[0].id;
});

/** As the server opens it, but for the loopback address, and the certificate of the test. */
const imap = () =>
  createImapMailboxes({
    service: createOutsideServices({ tries: 1 }).add('imap'),
    resolve: async () => '127.0.0.1',
    maxBytes: 1024 * 1024,
    ca: testCertificate.cert.toString(),
  });
const deps = () => {
  const { services } = server.inside;
  return { ...services, intake: { ...services.intake, imap: imap() } };
};
const look = () => pollIntake(deps(), { workspaceId, sourceId: source.id, requestId: null });

async function make(change: object = {}, senders: string[] = []) {
  const body = {
    kind: 'imap',
    name: 'Invoices',
    senders,
    imap: { host: 'localhost', port: mailbox.port, user: 'in', password: mailbox.password, ...change },
  };
  const made = await apiFetch(`${api}/intake`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  source = await readJson(made);
  onTestFinished(async () => void (await apiFetch(`${api}/intake/${source.id}`, { method: 'DELETE' })));
}
const arrivals = async (): Promise<Answer[]> => (await getJson(`${api}/intake/${source.id}/arrivals`)).items;

test('unseen mails become documents, whole, and are marked; seen ones are left alone', async () => {
  await make();
  const mail = makeMail({ subject: 'Invoice 1', files: [{ name: 'a.txt', content: 'x' }] });
  mailbox.add(mail);
  mailbox.add(makeMail({ subject: 'Old' }));
  mailbox.mailboxes.INBOX![1]!.seen = true;
  await look();
  const [arrival, ...others] = await arrivals();
  expect(others).toEqual([]);
  expect(arrival).toMatchObject({
    outcome: 'taken',
    name: 'Invoice 1.eml',
    sender: 'ada@sender.example',
    size: mail.length,
  });
  expect((await getJson(`${api}/documents/${arrival.document}`)).size).toBe(mail.length);
  expect(mailbox.mailboxes.INBOX!.every(({ seen }) => seen)).toBe(true);
  expect(await getJson(`${api}/intake/${source.id}`)).toMatchObject({ failures: 0, lastError: null });
  expect(JSON.stringify([server.logs, await getJson(`${api}/intake`)])).not.toContain(mailbox.password);
});

test('taken mails are moved where it is asked; refused senders and what is too large stay, marked', async () => {
  await make({ moveTo: 'Done' }, ['sender.example']);
  mailbox.add(makeMail({ subject: 'wanted' }));
  mailbox.add(makeMail({ from: 'x@evil.example' }));
  mailbox.add(makeMail({ text: 'x'.repeat(1_200_000) }));
  await look();
  expect((await arrivals()).map(({ outcome }) => outcome)).toEqual(['refused', 'taken']);
  expect(mailbox.mailboxes.Done).toHaveLength(1);
  expect(mailbox.mailboxes.INBOX!.map(({ seen }) => seen)).toEqual([true, true]);
});

describe('broken off', () => {
  test.each(['UID STORE', 'UID FETCH'])('at %s, nothing is lost and nothing comes twice', async (at) => {
    await make();
    mailbox.add(makeMail({ subject: 'one' }));
    mailbox.add(makeMail({ subject: 'two' }));
    let left = 1;
    mailbox.onCommand = (command) => {
      if (command.startsWith(at) && left-- > 0) throw new Error('broken off');
    };
    await look();
    expect(await getJson(`${api}/intake/${source.id}`)).toMatchObject({ failures: 1 });
    await look();
    expect((await arrivals()).map(({ outcome, name }) => [outcome, name])).toEqual([
      ['taken', 'two.eml'],
      ['taken', 'one.eml'],
    ]);
    expect(mailbox.mailboxes.INBOX!.every(({ seen }) => seen)).toBe(true);
    expect(await getJson(`${api}/intake/${source.id}`)).toMatchObject({ failures: 0, lastError: null });
  });
});

test.each([
  ['a wrong password', { password: 'wrong' }, 'intake.unreachable: login'],
  ['a mailbox that is not there', { mailbox: 'Nowhere' }, 'intake.unreachable: mailbox'],
  ['a place to move to that is not there', { moveTo: 'Nowhere' }, 'intake.unreachable: move'],
  ['a certificate for another name', { host: 'other.example' }, 'intake.unreachable: tls'],
])('%s is noted, and the next look is later', async (_, change, error) => {
  await make(change);
  mailbox.add(makeMail());
  await look();
  const after = await getJson(`${api}/intake/${source.id}`);
  expect(after).toMatchObject({ failures: 1, lastError: error });
  expect(new Date(after.nextLookAt).getTime()).toBeGreaterThan(Date.now() + 60_000);
});

test('a server inside the house is not called unless the operator allows it', async () => {
  await make();
  await pollIntake(server.inside.services, { workspaceId, sourceId: source.id, requestId: null });
  expect(await getJson(`${api}/intake/${source.id}`)).toMatchObject({ lastError: 'outgoing.refused: address' });
  expect(mailbox.commands).toEqual([]);
});
