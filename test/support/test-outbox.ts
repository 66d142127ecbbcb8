// An outbox on a fresh database, with the real queue and secret box, and mails to try it with.

import path from 'node:path';
import { parseMailbox } from '../../src/notify/mail-address.ts';
import type { MailTransport } from '../../src/notify/mail-transport.ts';
import type { MailToQueue, QueueMailDeps } from '../../src/notify/queue-mail.ts';
import type { SendMailDeps } from '../../src/notify/send-mail.ts';
import { createMailTransport } from '../../src/notify/smtp-transport.ts';
import { parseSmtpUrl } from '../../src/notify/smtp-url.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { createOutsideServices } from '../../src/outside/outside-services.ts';
import { type JobQueue, openJobQueue } from '../../src/store/job-queue.ts';
import { queues } from '../../src/store/queues.ts';
import { openSecretBox } from '../../src/store/sealed-secrets.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';

export const sender = parseMailbox('Sheaf Büro <sheaf@example.org>')!;

export interface TestOutbox extends QueueMailDeps {
  opened: TestDatabase;
  db: TestDatabase['database']['db'];
  queue: JobQueue;
  sending(transport: MailTransport | undefined): SendMailDeps;
  remove(): Promise<void>;
}

export async function openTestOutbox(): Promise<TestOutbox> {
  const opened = await openTestDatabase();
  const { db, pglite } = opened.database;
  const source = pglite ? { pglite } : { databaseUrl: opened.env.DATABASE_URL! };
  const fast = queues.map((queue) => ({ ...queue, retry: { limit: 3, delaySeconds: 1, delayMaxSeconds: 1 } }));
  const queue = await openJobQueue({ queues: fast, source, db, onError: () => {} });
  const secrets = openSecretBox(path.join(opened.dataDir, 'secrets', 'test.key'));
  const log = createLogger({ level: 'silent', forPeople: false });
  return {
    opened,
    db,
    queue,
    secrets,
    mailFrom: sender,
    sending: (mailTransport) => ({ db, secrets, mailTransport, log }),
    async remove() {
      await queue.stop(1000);
      await opened.remove();
    },
  };
}

export function transportTo(url: string, timeoutMs = 5000, openMs?: number): MailTransport {
  const server = parseSmtpUrl(url);
  if (typeof server === 'string') throw new Error(server);
  const service = createOutsideServices().add('mail', openMs === undefined ? {} : { openMs });
  return createMailTransport({ server, from: sender, timeoutMs, service });
}

export const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

export function resetMail(change: Partial<MailToQueue<'reset-password'>> = {}): MailToQueue<'reset-password'> {
  const link = 'https://sheaf.example.org/reset?token=geheim';
  return {
    template: 'reset-password',
    to: 'jürgen@bücher.example'.replace('ü', 'ue'),
    data: { name: 'Jürgen Müller', link, validUntil: inAnHour(), ip: '203.0.113.9' },
    ...change,
  };
}
