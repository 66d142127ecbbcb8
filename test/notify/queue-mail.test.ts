import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startJob } from '../../src/jobs/job.ts';
import { sendEmailJob } from '../../src/jobs/send-email.ts';
import { queueMail } from '../../src/notify/queue-mail.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { inWorkspace } from '../../src/store/database.ts';
import { forgetMailOf } from '../../src/store/emails.ts';
import { newId } from '../../src/store/new-id.ts';
import { openMailbox, refusal } from '../support/smtp-mailbox.ts';
import { openTestOutbox, resetMail, type TestOutbox, transportTo } from '../support/test-outbox.ts';

let outbox: TestOutbox;
beforeAll(async () => {
  outbox = await openTestOutbox();
});
afterAll(() => outbox.remove());

const rows = () => outbox.db.selectFrom('emails').selectAll().execute();
async function jobsOf(id: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from jobs.job where name = 'send-email' and data->>'emailId' = ${id}`.execute(
    outbox.db,
  );
  return found.rows[0]!.count;
}

describe('in a transaction', () => {
  test('of a workspace: mail and job are there after it, and the transaction keeps its role', async () => {
    const workspaceId = newId();
    const { id, role } = await inWorkspace(outbox.db, workspaceId, async (trx) => {
      const mail = await queueMail(trx, outbox, resetMail({ workspaceId }));
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(trx);
      return { id: mail.id, role: rows[0]!.role };
    });
    expect(role).toBe('sheaf_app');
    expect(await jobsOf(id)).toBe(1);
    expect((await rows()).find((row) => row.id === id)).toMatchObject({ workspace_id: workspaceId, state: 'queued' });
  });

  test('of the owner: the role stays the owner’s', async () => {
    await outbox.db.transaction().execute(async (trx) => {
      await queueMail(trx, outbox, resetMail());
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(trx);
      expect(rows[0]!.role).not.toBe('sheaf_app');
      await trx.selectFrom('emails').select('id').execute();
    });
  });

  test('that is rolled back: nothing', async () => {
    let id = '';
    const undone = outbox.db.transaction().execute(async (trx) => {
      id = (await queueMail(trx, outbox, resetMail())).id;
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect([(await rows()).some((row) => row.id === id), await jobsOf(id)]).toEqual([false, 0]);
  });

  test('a caught mistake inside does not leave a workspace with the owner’s rights', async () => {
    await inWorkspace(outbox.db, newId(), async (trx) => {
      const broken = {
        ...outbox,
        queue: { ...outbox.queue, enqueue: async () => Promise.reject(new Error('no queue')) },
      };
      await queueMail(trx, broken, resetMail()).catch(() => {});
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(trx);
      expect(rows[0]!.role).toBe('sheaf_app');
    });
  });
});

test('one dedupe key is one mail, also at the same time', async () => {
  const dedupeKey = `reset:${newId()}`;
  const made = await Promise.all([1, 2, 3].map(() => queueMail(outbox.db, outbox, resetMail({ dedupeKey }))));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(made.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  expect(await jobsOf(made[0]!.id)).toBe(1);
});

test.each([
  '',
  'nobody',
  'a@b@c',
  'a b@example.org',
  'a@example.org\r\nBcc: b@example.org',
  'a@example.org, b@example.org',
  '<a@example.org>',
  'a@[127.0.0.1]',
  'a@exa%0d%0ample.org',
  'a@-x.org',
  '"a b"@example.org',
  `${'a'.repeat(65)}@example.org`,
  'a@example.org\u0000',
])('%j is no recipient', async (to) => {
  await expect(queueMail(outbox.db, outbox, resetMail({ to }))).rejects.toThrow(
    expect.objectContaining({ code: 'mail.invalid-recipient' }),
  );
});

test.each([
  ['a link with another scheme', { link: 'javascript:alert(1)' }],
  ['a moment that is none', { validUntil: 'tomorrow' }],
  ['more than the template knows', { extra: '1' }],
])('%s is a mistake', async (_, change) => {
  const mail = resetMail();
  await expect(queueMail(outbox.db, outbox, { ...mail, data: { ...mail.data, ...change } })).rejects.toThrow();
});

test('erasing a person takes their mails along, by account and by address', async () => {
  const userId = newId();
  const first = await queueMail(outbox.db, outbox, resetMail({ userId, to: 'one@example.org' }));
  const second = await queueMail(outbox.db, outbox, resetMail({ to: 'Old@Example.org' }));
  const other = await queueMail(outbox.db, outbox, resetMail({ to: 'other@example.org' }));
  const forgotten = await outbox.db
    .transaction()
    .execute((trx) => forgetMailOf(trx, { userId, addresses: ['old@example.org'] }));
  expect(forgotten).toBe(2);
  const left = (await rows()).map((row) => row.id);
  expect([first, second, other].map(({ id }) => left.includes(id))).toEqual([false, false, true]);
});

test('through the queue: refused twice for now, then taken, once', async () => {
  await outbox.db.deleteFrom('emails').execute();
  let asked = 0;
  const mailbox = await openMailbox({
    onRcptTo: (_to, _session, done) => (++asked <= 2 ? done(refusal(451)) : done()),
  });
  const log = createLogger({ level: 'silent', forPeople: false });
  await startJob({ queue: outbox.queue, log }, sendEmailJob(outbox.sending(transportTo(mailbox.url))));
  const { id } = await queueMail(outbox.db, outbox, resetMail());
  await expect
    .poll(async () => (await rows()).find((row) => row.id === id)?.state, { timeout: 15_000, interval: 100 })
    .toBe('sent');
  expect(mailbox.mails).toHaveLength(1);
  expect(asked).toBe(3);
});
