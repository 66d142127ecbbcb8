// How a server process ends: in order when it is asked to, at once when it is asked twice, and never without a word.

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { childrenOf, isAlive } from '../support/process-tree.ts';
import { type ServerProcess, startServerProcess } from '../support/server-process.ts';
import { prepareTestDatabase } from '../support/test-database.ts';
import { type Answer, finishedRun, upload } from '../support/test-server.ts';

const toy = new URL('../support/serve-toy.ts', import.meta.url).pathname;

/** `script` undefined: the real server. */
async function start(env: Record<string, string> = {}, { script }: { script: string | undefined } = { script: toy }) {
  const prepared = await prepareTestDatabase();
  const lines: Answer[] = [];
  const server = await startServerProcess(
    { ...prepared.env, ...env },
    { ...(script ? { script } : {}), onLine: (line) => lines.push(JSON.parse(line)) },
  );
  onTestFinished(async () => {
    server.child.kill('SIGKILL');
    await server.exited;
    await prepared.drop();
  });
  const again = () => startServerProcess({ ...prepared.env, ...env }, script ? { script } : {});
  return { server, lines, again };
}

/** undefined: nobody listens any more. */
async function readiness({ url }: ServerProcess): Promise<{ status: number; body: Answer } | undefined> {
  try {
    const response = await fetch(`${url}/readyz`, { headers: { connection: 'close' } });
    return { status: response.status, body: await response.json() };
  } catch {
    return undefined;
  }
}

test('told to stop, it says so at once, still answers for a while, finishes what runs, and ends with 0', async () => {
  const { server, lines, again } = await start({ STOP_DELAY_SECONDS: '5', STOP_SECONDS: '60' });
  const [document] = await upload(server.url, { 'a.txt': 'number: A-1\nslow: 3000' });
  server.child.kill('SIGTERM');
  await expect
    .poll(() => readiness(server), { timeout: 10_000 })
    .toMatchObject({ status: 503, body: { status: 'stopping' } });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(await server.exited).toBe(0);
  expect(lines.filter((line) => line.event === 'stopped')).toHaveLength(1);
  expect(lines.filter((line) => line.level === 'error')).toEqual([]);
  const next = await again();
  expect(await finishedRun(next.url, document!.run, 60_000)).toMatchObject({ status: 'succeeded' });
  expect(await next.stop()).toBe(0);
});

test('one signal that comes twice, as Ctrl-C under npm does, is one', async () => {
  const { server, lines } = await start();
  server.child.kill('SIGINT');
  await sleep(20);
  server.child.kill('SIGINT');
  expect(await server.exited).toBe(0);
  expect(lines.filter((line) => line.event === 'stopped')).toHaveLength(1);
});

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('a second %s ends it at once', async (signal, code) => {
  const { server, lines } = await start({ STOP_SECONDS: '60' });
  await upload(server.url, { 'a.txt': 'number: A-1\nslow: 60000' });
  server.child.kill(signal);
  // A busy machine hears of the first one late, and what comes soon after it is the same.
  const impatience = setInterval(() => server.child.kill(signal), 700);
  expect(await server.exited).toBe(code);
  clearInterval(impatience);
  expect(lines.filter((line) => line.event === 'stopped')).toEqual([]);
});

/** Code that the process runs when it gets SIGUSR2. */
const onSignal = (code: string): Record<string, string> => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`process.on('SIGUSR2', () => { ${code} })`)}`,
});

test.each([
  ['an error that nobody catches', `setTimeout(() => { throw new TypeError('boom') })`, 'uncaughtException'],
  ['a rejection that nobody handles', `Promise.reject(new TypeError('boom'))`, 'unhandledRejection'],
])('%s is told once, as fatal and with its stack, and ends the process with 1', async (_what, code, origin) => {
  const { server, lines, again } = await start(onSignal(`${code}; ${code}; ${code};`));
  server.child.kill('SIGUSR2');
  expect(await server.exited).toBe(1);
  const fatal = lines.filter((line) => line.level === 'fatal');
  expect(fatal).toMatchObject([
    {
      event: 'crashed',
      origin,
      error: { type: 'TypeError', message: 'boom', stack: expect.stringContaining('    at ') },
    },
  ]);
  // Nothing is left that would keep the next start out.
  expect(await (await again()).stop()).toBe(0);
});

test('what is thrown and is no error is told without its content', async () => {
  const { server, lines } = await start(onSignal(`Promise.reject({ password: 'hunter2' })`));
  server.child.kill('SIGUSR2');
  expect(await server.exited).toBe(1);
  expect(lines.filter((line) => line.level === 'fatal')).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain('hunter2');
});

test.skipIf(process.platform !== 'linux')('its reading processes end with it, however it ends', async () => {
  const { server } = await start({ READERS_KEPT: '1', ...onSignal(`throw new Error('boom')`) }, { script: undefined });
  await expect.poll(() => childrenOf(server.child.pid!).length, { timeout: 120_000 }).toBeGreaterThan(0);
  const children = childrenOf(server.child.pid!);
  server.child.kill('SIGUSR2');
  expect(await server.exited).toBe(1);
  await expect.poll(() => children.filter(isAlive), { timeout: 60_000 }).toEqual([]);
});

test('a reader of its log that goes away does not take it along', async () => {
  const { server } = await start();
  server.child.stdout!.destroy();
  for (let i = 0; i < 20; i++) expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(await server.stop()).toBe(0);
});
