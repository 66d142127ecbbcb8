// A server never ends by itself: two minutes without work and under light load, watched.

import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { apiFetch } from '../support/api-fetch.ts';
import { startServerProcess } from '../support/server-process.ts';
import { prepareTestDatabase } from '../support/test-database.ts';
import { type Answer, finishedRun, upload } from '../support/test-server.ts';

const MINUTE_MS = 60_000;

test.skipIf(process.platform !== 'linux')(
  'two minutes of rest and light work: it stays, logs no error, and holds no more at the end than after the first half',
  async () => {
    const { env, drop } = await prepareTestDatabase();
    onTestFinished(drop);
    const lines: Answer[] = [];
    const script = new URL('../support/serve-toy.ts', import.meta.url).pathname;
    const settings = {
      ...env,
      NODE_ENV: 'production',
      AUTH_SECRET: 'only for this test, and long enough for it',
      RATE_LIMIT_PER_MINUTE: '0',
      RATE_LIMIT_PER_HOUR: '0',
    };
    const server = await startServerProcess(settings, { script, onLine: (line) => lines.push(JSON.parse(line)) });
    const pid = server.child.pid!;
    let ended: number | undefined;
    void server.exited.then((code) => {
      ended = code;
    });

    const watchFor = async (ms: number, work: (round: number) => Promise<void>): Promise<number[]> => {
      const sizes: number[] = [];
      const until = performance.now() + ms;
      for (let round = 0; performance.now() < until; round++) {
        expect(ended).toBeUndefined();
        await work(round);
        sizes.push(residentMb(pid));
        await sleep(500);
      }
      return sizes;
    };
    const lightWork = async (round: number): Promise<void> => {
      for (const path of ['/healthz', '/readyz', '/api/v1/types', '/api/v1/documents', '/', '/nowhere']) {
        await (await apiFetch(server.url + path)).text();
      }
      if (round % 10 !== 0) return;
      const [document] = await upload(server.url, { [`${round}-${Date.now()}.txt`]: `number: I-${round}` });
      expect(await finishedRun(server.url, document!.run, MINUTE_MS)).toMatchObject({ status: 'succeeded' });
    };

    await watchFor(MINUTE_MS, async () => {});
    const first = await watchFor(MINUTE_MS / 2, lightWork);
    const handles = openHandles(pid);
    const second = await watchFor(MINUTE_MS / 2, lightWork);
    expect(lines.filter(({ level }) => level === 'error' || level === 'fatal')).toEqual([]);
    expect(openHandles(pid)).toBeLessThanOrEqual(handles + 5);
    // Compiled code and caches come with the first work; what grows for ever would go on growing.
    expect(Math.max(...second)).toBeLessThan(Math.max(...first) * 1.25);
    process.stdout.write(
      `resident: ${Math.max(...first)} MB in the first half of the work, ${Math.max(...second)} MB in the second; ${handles} handles, then ${openHandles(pid)}\n`,
    );
    expect(await server.stop()).toBe(0);
  },
  5 * MINUTE_MS,
);

function residentMb(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024);
}

const openHandles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;
