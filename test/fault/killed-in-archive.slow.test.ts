// SIGKILL while an archive is taken apart and while what it held is read: each file of it is there once and read once.

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { makeZip } from '../support/make-zip.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { listAll } from '../support/settled-records.ts';
import { prepareTestDatabase } from '../support/test-database.ts';
import { type Answer, getJson, upload } from '../support/test-server.ts';

const FILES = 60;

const invoice = (n: number) =>
  `INVOICE\nInvoice number: KA-${1000 + n}\nInvoice date: 2026-03-0${(n % 9) + 1}\n\nTotal: EUR ${n + 1}.00\n`;

test('killed twice on the way, nothing of an archive is lost or doubled', async () => {
  const { env, drop } = await prepareTestDatabase();
  let server: ServerProcess = await startServerProcess({ ...env, READ_JOBS: '2' });
  onTestFinished(async () => {
    await server.stop();
    await drop();
  });
  const entries = Array.from({ length: FILES }, (_, n) => ({
    name: `invoice-${n}.txt`,
    content: Buffer.from(invoice(n)),
  }));
  const [archive] = await upload(server.url, { 'march.zip': new Uint8Array(makeZip(entries)) });
  const held = () => listAll(server.url, 'documents').then((all) => all.filter((one: Answer) => one.parent !== null));
  const isRead = ({ state }: Answer) => ['extracted', 'review_pending', 'approved'].includes(state);
  const seen: string[] = [];

  for (const share of [0, 0.3]) {
    await expect
      .poll(async () => (await held()).filter(isRead).length, { timeout: 120_000, interval: 50 })
      .toBeGreaterThanOrEqual(share * FILES);
    // The first time the archive may be open still: then nothing, or a part, is known of what it holds.
    const now = await held();
    seen.push(`${now.length} known, ${now.filter(isRead).length} read`);
    await server.kill();
    server = await startServerProcess({ ...env, READ_JOBS: '2' });
  }

  const deadline = performance.now() + 240_000;
  for (;;) {
    const batch = await getJson(`${server.url}/api/v1/batches/${archive!.batch}`);
    if (batch.finished) break;
    if (performance.now() > deadline) throw new Error('the batch does not end');
    await sleep(250);
  }
  const documents = await held();
  expect(documents.map(({ name }) => name).sort()).toEqual(entries.map(({ name }) => name).sort());
  expect(documents.filter((one) => !isRead(one))).toEqual([]);
  const numbers = (await listAll(server.url, 'records')).map((record) => record.fields.number.value);
  expect(numbers.sort()).toEqual(entries.map((_, n) => `KA-${1000 + n}`).sort());
  process.stdout.write(`killed at: ${seen.join('; ')}\n`);
});
