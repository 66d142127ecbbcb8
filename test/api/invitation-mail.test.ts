// The whole way of an invitation: asked for over HTTP, through the outbox and a real SMTP server, to a new member.

import { expect, test } from 'vitest';
import { asking } from '../support/people.ts';
import { openMailbox } from '../support/smtp-mailbox.ts';
import { startTestServer } from '../support/test-server.ts';

test('an invitation arrives as a mail whose link lets exactly one person in', async () => {
  const mailbox = await openMailbox();
  const server = await startTestServer({
    env: { SMTP_URL: mailbox.url, MAIL_FROM: 'sheaf@example.org', REGISTRATION: 'closed' },
  });
  try {
    const ask = asking(server.url);
    const boss = { token: server.token };
    const [{ id }] = (await ask(boss, 'GET /workspaces')).body.items;
    await ask(boss, `PATCH /workspaces/${id}`, { name: 'Bolts <b>&</b> Nuts' });
    const email = 'newcomer@example.com';
    const invited = await ask(boss, `POST /workspaces/${id}/invitations`, { email, role: 'reviewer', locale: 'de' });
    expect(invited.status).toBe(201);
    await expect.poll(() => mailbox.mails.length, { timeout: 15_000 }).toBe(1);
    const [mail] = mailbox.mails;
    expect(mail).toMatchObject({ to: [email] });
    const token = /#invitation=(shi_[\w-]{43})/.exec(mail!.raw.replace(/=\r?\n/g, '').replaceAll('=3D', '='))?.[1];
    expect(await ask(undefined, 'POST /invitations/look', { token })).toMatchObject({
      status: 200,
      body: { workspace: 'Bolts <b>&</b> Nuts', role: 'reviewer' },
    });
    const made = await ask(undefined, 'POST /auth/register', {
      email,
      password: 'canary correct horse battery',
      invitation: token,
    });
    expect(made).toMatchObject({ status: 201, body: { account: { workspaces: [{ id, role: 'reviewer' }] } } });
    expect((await ask({ token: made.body.tokens.access_token }, 'GET /documents')).status).toBe(200);
    expect(JSON.stringify(server.logs)).not.toContain(token);
    expect(JSON.stringify(server.logs)).not.toContain(email);
  } finally {
    await server.stop();
    await mailbox.close();
  }
});

test('an address that no mail can go to is not invited', async () => {
  const server = await startTestServer();
  try {
    const ask = asking(server.url);
    const boss = { token: server.token };
    const [{ id }] = (await ask(boss, 'GET /workspaces')).body.items;
    server.inside.services.sendAccountMail = async () => {
      throw new Error('the outbox is gone');
    };
    const answer = await ask(boss, `POST /workspaces/${id}/invitations`, { email: 'a@example.com', role: 'guest' });
    expect(answer.status).toBe(500);
    expect((await ask(boss, `GET /workspaces/${id}/invitations`)).body.items).toMatchObject([{ status: 'revoked' }]);
  } finally {
    await server.stop();
  }
});
