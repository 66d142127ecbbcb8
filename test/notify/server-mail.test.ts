import { expect, test } from 'vitest';
import { freePort } from '../support/smtp-mailbox.ts';
import { getJson, startTestServer } from '../support/test-server.ts';

test('a server without mail says so once at start, and has no such component', async () => {
  const server = await startTestServer();
  try {
    expect(server.logs.filter((line) => line.event === 'mail-not-configured')).toHaveLength(1);
    expect((await getJson(`${server.url}/readyz`)).components.mail).toBeUndefined();
  } finally {
    await server.stop();
  }
});

test('a server with mail is ready whether or not the mail server is there', async () => {
  const SMTP_URL = `smtp://u:hunter2@127.0.0.1:${await freePort()}`;
  const server = await startTestServer({ env: { SMTP_URL, MAIL_FROM: 'a@example.org' } });
  try {
    expect(await getJson(`${server.url}/readyz`)).toMatchObject({
      status: 'ready',
      components: {
        mail: { ok: true, details: { circuit: 'closed', last: 'none', queued: 0, unknown: 0, failed: 0 } },
      },
    });
    expect(JSON.stringify(server.logs)).not.toMatch(/hunter2|mail-not-configured/);
  } finally {
    await server.stop();
  }
});
