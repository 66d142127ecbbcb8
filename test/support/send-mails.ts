// A process that sends the mails of a database until it is killed: `send-mails.ts DATABASE_ENV_JSON SMTP_URL [queue]`.

import path from 'node:path';
import { startJob } from '../../src/jobs/job.ts';
import { sendEmailJob } from '../../src/jobs/send-email.ts';
import { queueMail } from '../../src/notify/queue-mail.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { openDatabase } from '../../src/store/database.ts';
import { openJobQueue } from '../../src/store/job-queue.ts';
import { queues } from '../../src/store/queues.ts';
import { openSecretBox } from '../../src/store/sealed-secrets.ts';
import { resetMail, sender, transportTo } from './test-outbox.ts';

const [json, smtpUrl, queueOne] = process.argv.slice(2);
const env = JSON.parse(json!) as { DATA_DIR: string; DATABASE_URL?: string };
const onError = (): void => {};
const { db, pglite } = await openDatabase({ dataDir: env.DATA_DIR, databaseUrl: env.DATABASE_URL, onError });
const fast = queues.map((queue) => ({ ...queue, retry: { limit: 3, delaySeconds: 1, delayMaxSeconds: 1 } }));
const queue = await openJobQueue({
  queues: fast,
  db,
  source: pglite ? { pglite } : { databaseUrl: env.DATABASE_URL! },
  onError,
});
const secrets = openSecretBox(path.join(env.DATA_DIR, 'secrets', 'test.key'));
const log = createLogger({ level: 'silent', forPeople: false });
await startJob({ queue, log }, sendEmailJob({ db, secrets, mailTransport: transportTo(smtpUrl!, 60_000), log }, 1));
if (queueOne) await queueMail(db, { queue, secrets, mailFrom: sender }, resetMail());
for (;;) {
  const { state } = await db.selectFrom('emails').select('state').executeTakeFirstOrThrow();
  process.stdout.write(`${state}\n`);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
