import net, { type AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { MailTransport } from '../../src/notify/mail-transport.ts';
import { queueMail } from '../../src/notify/queue-mail.ts';
import { giveUpMail, sendMail } from '../../src/notify/send-mail.ts';
import { claimEmail, countWaitingMail, endEmail } from '../../src/store/emails.ts';
import { freePort, headerOf, openMailbox, partOf, refusal } from '../support/smtp-mailbox.ts';
import { testCertificate, trustTestCertificate } from '../support/test-certificate.ts';
import { openTestOutbox, resetMail, type TestOutbox, transportTo } from '../support/test-outbox.ts';

let outbox: TestOutbox;
beforeAll(async () => {
  outbox = await openTestOutbox();
});
afterAll(() => outbox.remove());

const never = new AbortController().signal;
const queued = async () => (await queueMail(outbox.db, outbox, resetMail())).id;
const rowOf = (id: string) => outbox.db.selectFrom('emails').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** One try: the row afterwards, and the code of what was thrown. */
async function attempt(id: string, transport: MailTransport | undefined, signal = never) {
  const thrown = await sendMail(outbox.sending(transport), id, signal).then(
    () => undefined,
    (error: { code: string }) => error.code,
  );
  return { thrown, ...(await rowOf(id)) };
}

const again = { thrown: 'mail.not-sent', state: 'queued' };
const wiped = { thrown: undefined, sealed_data: null };

describe('a server that takes the mail', () => {
  test('gets it once, whole, with the id of the row; the data is wiped', async () => {
    const mailbox = await openMailbox();
    const id = await queued();
    expect((await rowOf(id)).sealed_data).not.toContain('geheim');
    const before = Date.now();
    expect(await attempt(id, transportTo(mailbox.url))).toMatchObject({
      ...wiped,
      state: 'sent',
      attempts: 1,
      error: null,
    });
    expect((await rowOf(id)).sent_at!.getTime()).toBeGreaterThanOrEqual(before);
    // Again, as a job that runs twice would.
    expect(await attempt(id, transportTo(mailbox.url))).toMatchObject({ state: 'sent', attempts: 1 });
    expect(mailbox.mails).toHaveLength(1);
    const { raw, to, from } = mailbox.mails[0]!;
    // It went over in ASCII; the server shows it as people read it.
    expect([from, to]).toEqual(['sheaf@example.org', ['juergen@bücher.example']]);
    expect(headerOf(raw, 'Message-ID')).toBe(`<${id}@example.org>`);
    expect(headerOf(raw, 'From')).toBe('Sheaf Büro <sheaf@example.org>');
    expect(headerOf(raw, 'Subject')).toBe('Reset your password');
    expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated');
    for (const type of ['text/plain', 'text/html'] as const) {
      expect(partOf(raw, type)).toContain('Jürgen Müller');
      expect(partOf(raw, type)).toContain('https://sheaf.example.org/reset?token=geheim');
    }
  });

  test('gets subjects with other letters readable', async () => {
    const mailbox = await openMailbox();
    const data = resetMail().data;
    const { id } = await queueMail(outbox.db, outbox, {
      template: 'invitation',
      to: 'a@example.org',
      locale: 'de-AT',
      data: {
        inviter: 'Łukasz\r\nBcc: victim@example.org',
        inviterEmail: 'l@example.org',
        workspace: 'Einkauf 東京 — Große Bücher und noch viel mehr',
        role: 'editor',
        link: data.link,
        validUntil: data.validUntil,
      },
    });
    await attempt(id, transportTo(mailbox.url));
    const { raw, to } = mailbox.mails[0]!;
    expect(headerOf(raw, 'Subject')).toMatch(
      /^Łukasz Bcc:.*lädt Sie zu „Einkauf 東京 — Große Bücher und noch viel mehr“ ein$/,
    );
    expect(headerOf(raw, 'Bcc')).toBeUndefined();
    expect(to).toEqual(['a@example.org']);
  });
});

describe('certainly not sent: tried again', () => {
  test('when nothing listens', async () => {
    const id = await queued();
    expect(await attempt(id, transportTo(`smtp://127.0.0.1:${await freePort()}`))).toMatchObject({
      ...again,
      error: 'connect',
    });
    const mailbox = await openMailbox();
    expect(await attempt(id, transportTo(mailbox.url))).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('when the server is busy before the message (451 to the recipient)', async () => {
    const mailbox = await openMailbox({ onRcptTo: (_to, _session, done) => done(refusal(451)) });
    expect(await attempt(await queued(), transportTo(mailbox.url))).toMatchObject({ ...again, error: 'server-busy' });
  });

  test('when the server refuses the whole message for now (452 after it)', async () => {
    const mailbox = await openMailbox({
      onMessage: () => {
        throw refusal(452);
      },
    });
    expect(await attempt(await queued(), transportTo(mailbox.url))).toMatchObject({ ...again, error: 'server-busy' });
    expect(mailbox.mails).toEqual([]);
  });

  test('when the server shuts the line before the message', async () => {
    const mailbox = await openMailbox({ onConnect: (_session, done) => done(refusal(421)) });
    expect(await attempt(await queued(), transportTo(mailbox.url))).toMatchObject(again);
  });

  test('when the server says nothing in time', async () => {
    const silent = net.createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    onTestFinished(() => void silent.close());
    const url = `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    expect(await attempt(await queued(), transportTo(url, 300))).toMatchObject({ ...again, error: 'timeout' });
  });

  test('when the password is wrong', async () => {
    const mailbox = await openMailbox({ onAuth: (_auth, _session, done) => done(refusal(535)) });
    const url = mailbox.url.replace('//', '//me:wrong@');
    expect(await attempt(await queued(), transportTo(url))).toMatchObject({ ...again, error: 'login' });
    expect(mailbox.mails).toEqual([]);
  });

  test('when the server stops before the message went over', async () => {
    const mailbox = await openMailbox();
    const stop = new AbortController();
    stop.abort();
    expect(await attempt(await queued(), transportTo(mailbox.url), stop.signal)).toMatchObject({
      ...again,
      error: 'stopped',
    });
    expect(mailbox.mails).toEqual([]);
  });
});

describe('refused for good: failed, and not tried again', () => {
  test('when the recipient is not known (550)', async () => {
    const mailbox = await openMailbox({ onRcptTo: (_to, _session, done) => done(refusal(550, 'no such <a@b>')) });
    const row = await attempt(await queued(), transportTo(mailbox.url));
    expect(row).toMatchObject({ ...wiped, state: 'failed', error: 'recipient-refused' });
  });

  test('when the message is refused (554 after it)', async () => {
    const mailbox = await openMailbox({
      onMessage: () => {
        throw refusal(554);
      },
    });
    expect(await attempt(await queued(), transportTo(mailbox.url))).toMatchObject({
      ...wiped,
      state: 'failed',
      error: 'message-refused',
    });
  });

  test('when its link is dead by now', async () => {
    const mailbox = await openMailbox();
    const id = await queued();
    await outbox.db
      .updateTable('emails')
      .set({ send_before: new Date(Date.now() - 1) })
      .where('id', '=', id)
      .execute();
    expect(await attempt(id, transportTo(mailbox.url))).toMatchObject({ ...wiped, state: 'failed', error: 'too-late' });
    expect(mailbox.connections()).toBe(0);
  });

  test('when its data cannot be opened any more', async () => {
    const mailbox = await openMailbox();
    const id = await queued();
    await outbox.db.updateTable('emails').set({ sealed_data: 'AAAA' }).where('id', '=', id).execute();
    expect(await attempt(id, transportTo(mailbox.url))).toMatchObject({
      ...wiped,
      state: 'failed',
      error: 'unreadable',
    });
  });

  test('when its template is not known', async () => {
    const mailbox = await openMailbox();
    const id = await queued();
    await outbox.db.updateTable('emails').set({ template: '../layout' }).where('id', '=', id).execute();
    expect(await attempt(id, transportTo(mailbox.url))).toMatchObject({
      ...wiped,
      state: 'failed',
      error: 'not-written',
    });
  });
});

describe('nobody can know: unknown, and never sent again', () => {
  async function ensureLeftAlone(id: string, url: string, taken: () => number) {
    const before = taken();
    expect(await attempt(id, transportTo(url))).toMatchObject({ ...wiped, state: 'unknown' });
    expect(taken()).toBe(before);
  }

  test('when the line breaks after the message, before the answer', async () => {
    const mailbox = await openMailbox({ onMessage: (connection) => void connection.destroy() });
    const id = await queued();
    expect(await attempt(id, transportTo(mailbox.url))).toMatchObject({ ...wiped, state: 'unknown', error: 'connect' });
    await ensureLeftAlone(id, mailbox.url, mailbox.connections);
  });

  test('when the server took it and the line breaks in the answer', async () => {
    let taken = 0;
    const mailbox = await openMailbox({
      onMessage: async (connection) => {
        taken++;
        connection.write('25');
        await new Promise((resolve) => setTimeout(resolve, 50));
        connection.destroy();
      },
    });
    const id = await queued();
    expect(await attempt(id, transportTo(mailbox.url))).toMatchObject({ ...wiped, state: 'unknown' });
    await ensureLeftAlone(id, mailbox.url, () => taken);
    expect(taken).toBe(1);
  });

  test('when the answer takes too long', async () => {
    const mailbox = await openMailbox({ onMessage: () => new Promise((resolve) => setTimeout(resolve, 1500)) });
    const id = await queued();
    expect(await attempt(id, transportTo(mailbox.url, 600))).toMatchObject({
      ...wiped,
      state: 'unknown',
      error: 'timeout',
    });
    await ensureLeftAlone(id, mailbox.url, mailbox.connections);
  });

  test('when the process died in between', async () => {
    const mailbox = await openMailbox();
    const id = await queued();
    expect(await claimEmail(outbox.db, id)).toMatchObject({ id, attempt: 1 });
    expect(await attempt(id, transportTo(mailbox.url))).toMatchObject({
      ...wiped,
      state: 'unknown',
      error: 'interrupted',
    });
    expect(mailbox.connections()).toBe(0);
    expect((await countWaitingMail(outbox.db)).unknown).toBeGreaterThan(0);
  });

  test('unless the worker that was taken for dead comes back with the answer', async () => {
    const id = await queued();
    await claimEmail(outbox.db, id);
    await attempt(id, transportTo('smtp://127.0.0.1:9'));
    await endEmail(outbox.db, id, { state: 'sent', error: null, sentAt: new Date() });
    expect((await rowOf(id)).state).toBe('sent');
    await endEmail(outbox.db, id, { state: 'unknown', error: 'interrupted' });
    expect((await rowOf(id)).state).toBe('sent');
  });

  test('a message that is on its way when the server stops is let through', async () => {
    const stop = new AbortController();
    const mailbox = await openMailbox({ onMessage: () => stop.abort() });
    expect(await attempt(await queued(), transportTo(mailbox.url), stop.signal)).toMatchObject({ state: 'sent' });
    expect(mailbox.mails).toHaveLength(1);
  });
});

describe('TLS', () => {
  const starttls = { ...testCertificate, disabledCommands: [] };

  test('a certificate that nobody vouches for: no password, no mail', async () => {
    const tried: string[] = [];
    const mailbox = await openMailbox({
      ...starttls,
      onAuth: (auth, _session, done) => {
        tried.push(auth.username ?? '');
        done(null, { user: auth.username });
      },
    });
    const url = mailbox.url.replace('//', '//me:secret@');
    expect(await attempt(await queued(), transportTo(url))).toMatchObject({ ...again, error: 'tls' });
    expect([tried, mailbox.mails]).toEqual([[], []]);
  });

  test('a server that does not offer it where it is required: nothing is said', async () => {
    const mailbox = await openMailbox();
    expect(await attempt(await queued(), transportTo(`${mailbox.url}?tls=required`))).toMatchObject({
      ...again,
      error: 'tls',
    });
    expect(mailbox.mails).toEqual([]);
  });

  test('STARTTLS with a certificate that is trusted', async () => {
    trustTestCertificate();
    const mailbox = await openMailbox({
      ...starttls,
      onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    });
    const url = mailbox.url.replace('//127.0.0.1', '//me:p%40ss@localhost');
    expect(await attempt(await queued(), transportTo(`${url}?tls=required`))).toMatchObject({ state: 'sent' });
    expect(mailbox.mails[0]).toMatchObject({ secure: true, user: 'me' });
  });

  test('smtps', async () => {
    trustTestCertificate();
    const mailbox = await openMailbox({ ...testCertificate, secure: true });
    expect(await attempt(await queued(), transportTo(`smtps://localhost:${mailbox.port}`))).toMatchObject({
      state: 'sent',
    });
    expect(await transportTo(`smtps://localhost:${mailbox.port}`).probe()).toBeUndefined();
  });
});

test('without a mail server, mails are kept as undeliverable', async () => {
  expect(await attempt(await queued(), undefined)).toMatchObject({
    ...wiped,
    state: 'undeliverable',
    error: 'not-configured',
    recipient: 'juergen@xn--bcher-kva.example',
  });
});

test('a server that failed five times in a row is left alone, then tried by one', async () => {
  const port = await freePort();
  const transport = transportTo(`smtp://127.0.0.1:${port}`, 5000, 200);
  const id = await queued();
  for (let i = 0; i < 5; i++) expect(await attempt(id, transport)).toMatchObject({ error: 'connect' });
  expect(transport.state()).toEqual({ circuit: 'open', last: 'connect', reachable: false });
  const mailbox = await openMailbox({ port });
  expect(await attempt(id, transport)).toMatchObject({ ...again, attempts: 5 });
  expect(mailbox.connections()).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(await attempt(id, transport)).toMatchObject({ state: 'sent', attempts: 6 });
  expect(transport.state()).toEqual({ circuit: 'closed', last: 'ok', reachable: true });
});

test.each([
  ['queued', 'failed'],
  ['sending', 'unknown'],
])('tries used up while %s: %s', async (state, end) => {
  const id = await queued();
  if (state === 'sending') await claimEmail(outbox.db, id);
  await giveUpMail(outbox.sending(undefined), id);
  expect(await rowOf(id)).toMatchObject({ state: end, sealed_data: null });
  await giveUpMail(outbox.sending(undefined), id);
  expect((await rowOf(id)).state).toBe(end);
});

test('the database itself refuses to keep the data of a mail that is over', async () => {
  const id = await queued();
  await expect(sql`update emails set state = 'sent' where id = ${id}`.execute(outbox.db)).rejects.toThrow(/wiped/);
});
