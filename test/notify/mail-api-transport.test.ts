import { afterEach, expect, test } from 'vitest';
import { createMailApiTransport } from '../../src/notify/mail-api-transport.ts';
import { createOutsideServices } from '../../src/outside/outside-services.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';
import { freePort } from '../support/smtp-mailbox.ts';

const key = 'canary key of the mail service';
const mail = {
  to: 'reader@example.org',
  message: Buffer.from('not sent'),
  content: {
    subject: 'Grüße',
    text: 'Hello\n',
    html: '<p>Hello</p>',
    messageId: '<1@example.org>',
    date: new Date(0),
    oneClick: 'https://sheaf.example.org/u',
  },
};

let server: LoopbackServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const transportTo = (port: number, timeoutMs = 5000) =>
  createMailApiTransport({
    url: new URL(`http://127.0.0.1:${port}/v3/mail/send`),
    key,
    from: { name: 'Sheaf', address: 'sheaf@example.org' },
    timeoutMs,
    service: createOutsideServices().add('mail'),
  });

test('a mail goes over in the form of the service, with its key', async () => {
  server = await startLoopbackServer({ status: 202 });
  const transport = transportTo(server.port);
  expect(await transport.send(mail)).toEqual({ outcome: 'sent' });
  const [{ path, headers, body } = { path: '', headers: {}, body: '{}' }] = server.received;
  expect([path, (headers as Record<string, string>).authorization]).toEqual(['/v3/mail/send', `Bearer ${key}`]);
  expect(JSON.parse(body)).toMatchObject({
    personalizations: [{ to: [{ email: mail.to }] }],
    from: { email: 'sheaf@example.org', name: 'Sheaf' },
    subject: 'Grüße',
    content: [
      { type: 'text/plain', value: 'Hello\n' },
      { type: 'text/html', value: '<p>Hello</p>' },
    ],
    headers: { 'Message-ID': '<1@example.org>', 'List-Unsubscribe': '<https://sheaf.example.org/u>' },
  });
  expect(transport.state()).toMatchObject({ circuit: 'closed', last: 'ok', reachable: true });
});

test.each([
  [400, { outcome: 'refused', permanent: true, failure: 'message-refused' }],
  [401, { outcome: 'refused', permanent: false, failure: 'login' }],
  [404, { outcome: 'refused', permanent: false, failure: 'protocol' }],
  [302, { outcome: 'refused', permanent: false, failure: 'protocol' }],
  [429, { outcome: 'refused', permanent: false, failure: 'server-busy' }],
  [503, { outcome: 'refused', permanent: false, failure: 'server-busy' }],
  [500, { outcome: 'unknown', failure: 'protocol' }],
  [502, { outcome: 'unknown', failure: 'protocol' }],
])('answered %i, it says what is certain, and asks once', async (status, outcome) => {
  server = await startLoopbackServer({ status, headers: status === 302 ? { location: 'http://127.0.0.1:1/' } : {} });
  expect(await transportTo(server.port).send(mail)).toEqual(outcome);
  expect(server.received).toHaveLength(1);
});

test('without a connection nothing was sent; without an answer nobody knows', async () => {
  expect(await transportTo(await freePort()).send(mail)).toEqual({
    outcome: 'refused',
    permanent: false,
    failure: 'connect',
  });
  server = await startLoopbackServer('hang');
  expect(await transportTo(server.port, 500).send(mail)).toMatchObject({ outcome: 'unknown', failure: 'timeout' });
});
