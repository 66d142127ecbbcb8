// Bombs through the front door of a real server: each ends in a run that says what became of it, while others are served.

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorCatalogue } from '../../src/errors.ts';
import { apiFetch } from '../support/api-fetch.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { prepareTestDatabase } from '../support/test-database.ts';
import { type Answer, finishedRun, form, getJson, readJson } from '../support/test-server.ts';
import { makeBombs } from './support/bombs.ts';

let server: ServerProcess;
let drop: () => Promise<void>;
let startMb = 0;
beforeAll(async () => {
  const prepared = await prepareTestDatabase();
  drop = prepared.drop;
  server = await startServerProcess({ ...prepared.env, READ_JOBS: '1' }, { keep: true });
  if (process.platform !== 'linux') return;
  // Making the database took more than serving does: the peak counts from here (proc(5), clear_refs).
  writeFileSync(`/proc/${server.child.pid}/clear_refs`, '5');
  startMb = peakMb();
});
afterAll(async () => {
  await server?.stop();
  await drop?.();
});

const LONGEST_MS = 240_000;

async function send(name: string, bytes: Uint8Array): Promise<Answer> {
  const response = await apiFetch(`${server.url}/api/v1/documents`, { method: 'POST', body: form({ [name]: bytes }) });
  return { status: response.status, ...(await readJson(response)) };
}

test.each(makeBombs().map(({ name, bytes }) => [name, bytes] as const))(
  '%s ends in a run with a verdict',
  async (name, bytes) => {
    const sent = await send(name, bytes);
    expect(sent.status).toBe(202);
    const running = finishedRun(server.url, sent.documents[0].run, LONGEST_MS);
    // Others are served meanwhile.
    expect((await apiFetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await apiFetch(`${server.url}/api/v1/documents`)).status).toBe(200);
    const run = await running;
    process.stderr.write(
      `${name} (${bytes.length} bytes): ${run.status} ${run.error?.code ?? ''}, peak ${process.platform === 'linux' ? peakMb() : '?'} MB\n`,
    );
    expect(['succeeded', 'partial', 'failed']).toContain(run.status);
    if (run.error) expect(Object.keys(errorCatalogue)).toContain(run.error.code);
    expect(run.error?.code).not.toBe('internal');
    // Nothing of this machine has come into what was read.
    const records = await getJson(`${server.url}/api/v1/records?document=${sent.documents[0].id}`);
    expect(JSON.stringify(records)).not.toContain('root:');
  },
  LONGEST_MS,
);

test('afterwards a plain file is read as ever', async () => {
  const { documents } = await send('plain.txt', Buffer.from('INVOICE\nInvoice number: A-17\nTotal: 12.00 EUR\n'));
  expect((await finishedRun(server.url, documents[0].run, LONGEST_MS)).status).toMatch(/succeeded|partial/);
});

test.runIf(process.platform === 'linux')('the server itself never held what the bombs hold', () => {
  process.stderr.write(`peak of the server process: ${startMb} MB before, ${peakMb()} MB after\n`);
  // Three of them inflate to 200 MB and more.
  expect(peakMb() - startMb).toBeLessThan(400);
});

/** Most memory that the server process has held so far. */
function peakMb(): number {
  const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
}
