// A thousand events, a fifth of the receivers failing, and workers that die by SIGKILL in the middle of it: every event is told
// once in the console, stands in one mail, and reaches its receiver; what comes twice has the same id.

import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createRaiseNotice } from '../../src/notify/raise-notice.ts';
import { makeWebhookSecret } from '../../src/notify/webhook-signature.ts';
import { inWorkspace, openDatabase } from '../../src/store/database.ts';
import { openJobQueue } from '../../src/store/job-queue.ts';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { newId } from '../../src/store/new-id.ts';
import { writeNotificationSettings } from '../../src/store/notification-settings.ts';
import { queues } from '../../src/store/queues.ts';
import { openSecretBox } from '../../src/store/sealed-secrets.ts';
import { insertEndpoint } from '../../src/store/webhooks.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';
import { makeWorkspace } from '../support/make-workspace.ts';
import { startServerProcess } from '../support/server-process.ts';
import { headerOf, openMailbox, partOf } from '../support/smtp-mailbox.ts';
import { prepareTestDatabase } from '../support/test-database.ts';

const EVENTS = 1000;
const KILLS = 4;
const script = path.resolve(import.meta.dirname, '../support/serve-toy.ts');
/** One receiver takes one kind. */
const kinds = ['document.failed', 'record.needs-review', 'document.quarantined', 'member.joined', 'job.dead'];
const names = (text: string) => text.match(/event-\d+-/g) ?? [];

test('none is lost, and none is doubled but under its own id', { timeout: 1_200_000 }, async () => {
  const { dataDir, env, drop } = await prepareTestDatabase();
  onTestFinished(drop);
  const mailbox = await openMailbox();
  const receivers: LoopbackServer[] = [];
  for (const _ of kinds) receivers.push(await startLoopbackServer());
  onTestFinished(async () => {
    for (const receiver of receivers) await receiver.close();
  });
  const open = () => openDatabase({ dataDir, databaseUrl: env.DATABASE_URL, onError: () => {} });

  const made = await open();
  await migrateDatabase(made.db);
  const { workspaceId, userId } = await makeWorkspace(made.db);
  const source = made.pglite ? { pglite: made.pglite } : { databaseUrl: env.DATABASE_URL! };
  const queue = await openJobQueue({ queues, source, db: made.db, onError: () => {} });
  const raiseNotice = createRaiseNotice(queue);
  const secrets = openSecretBox(path.join(dataDir, 'secrets', 'file-passwords.key'));
  const settings = { kinds: Object.fromEntries(kinds.map((kind) => [kind, { inApp: true, email: true }])) };
  await inWorkspace(made.db, workspaceId, async (trx) => {
    await writeNotificationSettings(trx, { workspaceId, userId, seen: 0, settings });
    for (const [i, kind] of kinds.entries()) {
      const url = `http://127.0.0.1:${receivers[i]!.port}/hook`;
      const sealedSecret = secrets.seal(makeWebhookSecret());
      const fields = {
        id: newId(),
        workspaceId,
        url,
        description: '',
        events: [kind],
        sealedSecret,
        createdBy: userId,
      };
      await insertEndpoint(trx, fields);
    }
  });
  for (let i = 0; i < EVENTS; i++) {
    const data = { name: `event-${i}-`, queue: `event-${i}-` };
    const notice = { workspaceId, kind: kinds[i % kinds.length]!, key: `${i}`, data };
    const subject = { type: 'document', id: newId() } as const;
    await inWorkspace(made.db, workspaceId, (trx) => raiseNotice(trx, { ...notice, subject }));
  }
  await queue.stop(0);
  await made.close();

  // One of five fails all the time, until the others have everything.
  const [failing, ...healthy] = receivers;
  failing!.answer = { status: 500 };
  const processEnv = {
    ...env,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'sheaf@example.org',
    OUTGOING_ALLOW: receivers.map(({ port }) => `127.0.0.1:${port}`).join(','),
    WEBHOOK_RETRY_SECONDS: Array(30).fill(5).join(','),
  };
  const idsAt = (all: LoopbackServer[]) =>
    new Set(all.flatMap(({ received }) => received.map(({ headers }) => headers['webhook-id'])));
  const reached = async (count: number) => {
    const deadline = performance.now() + 600_000;
    while (idsAt(healthy).size < count) {
      if (performance.now() > deadline) throw new Error(`${idsAt(healthy).size} of ${count} arrived`);
      await sleep(50);
    }
  };
  const started = performance.now();
  const share = (EVENTS * healthy.length) / kinds.length;
  for (let kill = 1; kill <= KILLS; kill++) {
    const worker = await startServerProcess(processEnv, { script });
    await reached((share * kill) / (KILLS + 2));
    await worker.kill();
  }
  const last = await startServerProcess(processEnv, { script });
  await reached(share);
  const healthyMs = performance.now() - started;
  failing!.answer = { status: 200 };
  const takenBefore = failing!.received.length;
  await expect
    .poll(() => new Set(failing!.received.slice(takenBefore).map(({ headers }) => headers['webhook-id'])).size, {
      timeout: 600_000,
    })
    .toBe(EVENTS / kinds.length);
  const allMs = performance.now() - started;
  await sleep(5000);
  expect(await last.stop()).toBe(0);

  const { db, close } = await open();
  const stored = await inWorkspace(db, workspaceId, async (trx) => ({
    notices: await trx.selectFrom('notifications').select(['notice_id', 'mailed_at']).execute(),
    deliveries: await trx.selectFrom('webhook_deliveries').select(['event_id', 'state']).execute(),
  }));
  const emails = await db.selectFrom('emails').select(['state']).execute();
  await close();
  expect(new Set(stored.notices.map((row) => row.notice_id)).size).toBe(EVENTS);
  expect(stored.notices).toHaveLength(EVENTS);
  expect(stored.notices.filter((row) => row.mailed_at === null)).toEqual([]);
  expect(stored.deliveries).toHaveLength(EVENTS);
  expect(stored.deliveries.filter(({ state }) => state !== 'delivered')).toEqual([]);
  expect(idsAt(receivers).size).toBe(EVENTS);

  // A notice stands in one mail: those that are shown by name, and the rest by number.
  const told = mailbox.mails.flatMap(({ raw }) => [...new Set(names(partOf(raw, 'text/plain')))]);
  expect(new Set(told).size).toBe(told.length);
  const counted = mailbox.mails.map(({ raw }) => Number(/^(\d+) notices/.exec(headerOf(raw, 'Subject')!)?.[1] ?? 1));
  const inMails = counted.reduce((sum, count) => sum + count, 0);
  const unknown = emails.filter(({ state }) => state === 'unknown').length;
  // Of a mail that was under way when its process died, nobody knows; it is not sent again.
  if (unknown === 0) expect(inMails).toBe(EVENTS);
  else expect(inMails).toBeLessThanOrEqual(EVENTS);

  const arrivals = healthy.reduce((sum, { received }) => sum + received.length, 0);
  process.stderr.write(
    `${EVENTS} events, ${KILLS} kills: healthy receivers had all after ${Math.round(healthyMs / 1000)} s, everybody after ${Math.round(allMs / 1000)} s; ` +
      `${arrivals - share} came twice under their id; ${mailbox.mails.length} mails, ${unknown} unknown\n`,
  );
});
