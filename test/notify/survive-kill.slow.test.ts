import { type ChildProcess, spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { openMailbox } from '../support/smtp-mailbox.ts';
import { prepareTestDatabase } from '../support/test-database.ts';

function start(env: Record<string, string>, url: string, ...more: string[]): { child: ChildProcess; seen: string[] } {
  const script = new URL('../support/send-mails.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, JSON.stringify(env), url, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const seen: string[] = [];
  child.stdout!.on('data', (chunk) => seen.push(...String(chunk).trim().split('\n')));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, seen };
}

test('a process killed between handing a mail over and hearing of it: the next one does not send it again', async () => {
  const { dataDir, env, drop } = await prepareTestDatabase();
  onTestFinished(drop);
  if (env.DATABASE_URL) {
    const made = await openDatabase({ dataDir, databaseUrl: env.DATABASE_URL, onError: () => {} });
    await migrateDatabase(made.db);
    await made.close();
  }
  let taken = 0;
  const mailbox = await openMailbox({
    // Takes the mail, and lets the sender wait for the answer.
    onMessage: () => {
      taken++;
      return new Promise(() => {});
    },
  });
  const first = start(env, mailbox.url, 'queue');
  await expect.poll(() => taken, { timeout: 30_000 }).toBe(1);
  first.child.kill('SIGKILL');
  await new Promise((resolve) => first.child.once('exit', resolve));
  expect(first.seen.at(-1)).toBe('sending');

  const second = start(env, mailbox.url);
  await expect.poll(() => second.seen.at(-1), { timeout: 60_000 }).toBe('unknown');
  expect([taken, mailbox.connections()]).toEqual([1, 1]);
});
