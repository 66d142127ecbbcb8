// SIGKILL of one of two workers with a hundred documents in flight; needs TEST_DATABASE_URL (npm run test:all brings one).

import { expect, onTestFinished, test } from 'vitest';
import { synthesize } from '../../synth/synthesize.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { startServerProcess } from '../support/server-process.ts';
import { expectOneRecordEach } from '../support/settled-records.ts';
import { prepareTestDatabase, serverUrl } from '../support/test-database.ts';
import { type Answer, finishedRun, form, getJson, type Uploaded } from '../support/test-server.ts';

const DOCUMENTS = 100;
/**
 * A dead worker is noticed by its silence, then the job waits a moment and is taken: 15 seconds at most, told below. Twice as
 * much is let pass, because this machine may do other work.
 */
const RESTARTED_WITHIN_S = 2 * 15;
const toy = new URL('../support/serve-toy.ts', import.meta.url).pathname;

async function invoices(): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for await (const { bytes } of synthesize({ type: 'invoice', count: DOCUMENTS, seed: 'killed worker' })) {
    files[`${Object.keys(files).length}.pdf`] = new Uint8Array(bytes!);
  }
  return files;
}

const notes = async () =>
  Object.fromEntries(Array.from({ length: DOCUMENTS }, (_, n) => [`${n}.txt`, `number: K-${n}\nslow: 4000`]));

const cases = [
  ['toy documents that take their time', toy, notes, '10'],
  ['invoices, really read', undefined, invoices, '2'],
] as const;

test.runIf(serverUrl).each(cases)('%s: every one ends in exactly one record', async (what, script, make, readJobs) => {
  const { env, drop } = await prepareTestDatabase('server');
  const settings = { ...env, WORKER_PORT: '0', READ_JOBS: readJobs };
  const start = (MODE: string) => startServerProcess({ ...settings, MODE }, script ? { script } : {});
  const api = await start('api');
  const [doomed, survivor] = await Promise.all([start('worker'), start('worker')]);
  onTestFinished(async () => {
    await Promise.all([api.stop(), survivor.stop()]);
    await drop();
  });

  const files = Object.entries(await make());
  const documents: Uploaded[] = [];
  for (let i = 0; i < files.length; i += 10) {
    const body = form(Object.fromEntries(files.slice(i, i + 10)));
    const response = await apiFetch(`${api.url}/api/v1/documents`, { method: 'POST', body });
    expect(response.status).toBe(202);
    documents.push(...((await response.json()) as { documents: Uploaded[] }).documents);
  }
  const runs = () => Promise.all(documents.map(({ run }) => getJson(`${api.url}/api/v1/runs/${run}`)));
  const killedAt = Date.now();
  await doomed.kill();
  const atKill = new Map((await runs()).map((run: Answer) => [run.id as string, run]));
  const waiting = [...atKill.values()].filter((run: Answer) => !run.finishedAt);
  expect(waiting.length).toBeGreaterThan(0);

  for (const { run } of documents) {
    expect(await finishedRun(api.url, run, 240_000)).toMatchObject({ status: 'succeeded' });
  }
  await expectOneRecordEach(api.url, documents);
  // What had begun before the kill and began again was the dead worker's.
  const restarts = (await runs())
    .filter(({ id, startedAt }: Answer) => {
      const before = atKill.get(id).startedAt;
      return before !== null && startedAt !== before;
    })
    .map(({ startedAt }: Answer) => (Date.parse(startedAt) - killedAt) / 1000);
  expect(restarts.length).toBeGreaterThan(0);
  const last = Math.max(0, ...restarts);
  process.stdout.write(
    `${what}: ${waiting.length} of ${DOCUMENTS} unfinished at the kill, ${restarts.length} begun again, the last ${last.toFixed(1)} s after it\n`,
  );
  expect(last).toBeLessThan(RESTARTED_WITHIN_S);
});
