// A target with two real servers behind one address: what switches it is a command, what says whether it runs is HTTP.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { type RollOut, rollOut } from '../../deploy/roll-out.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Target {
  job: Pick<RollOut, 'url' | 'current' | 'switch' | 'withinMs' | 'steadyMs' | 'tell'>;
  /** The image that runs. */
  runs(): string;
  said: string[];
}

type Behaviour = (asked: number) => { status: number; version: string };

const healthy =
  (version: string): Behaviour =>
  () => ({ status: 200, version });
const sick: Behaviour = () => ({ status: 503, version: '2.0.0' });

/** Each image is a server of its own; the address leads to the one that the file names. */
async function startTarget(images: Record<string, Behaviour>, first: string): Promise<Target> {
  const file = path.join(temporaryFolder(), 'image');
  writeFileSync(file, first);
  const ports = new Map<string, number>();
  for (const [image, behaviour] of Object.entries(images)) {
    let asked = 0;
    ports.set(
      image,
      await listen(
        createServer((incoming, answer) => {
          if (incoming.url === '/readyz') asked++;
          const { status, version } = behaviour(asked);
          answer.writeHead(incoming.url === '/readyz' ? status : 200, { 'content-type': 'application/json' });
          answer.end(JSON.stringify({ status: status === 200 ? 'ready' : 'not ready', version }));
        }),
      ),
    );
  }
  const front = await listen(
    createServer((incoming, answer) => {
      const port = ports.get(readFileSync(file, 'utf8'));
      if (port === undefined) return void answer.writeHead(502).end('nothing runs');
      const forward = request({ port, host: '127.0.0.1', path: incoming.url }, (from) => {
        answer.writeHead(from.statusCode!, from.headers);
        from.pipe(answer);
      });
      forward.on('error', () => answer.writeHead(502).end());
      forward.end();
    }),
  );
  const said: string[] = [];
  return {
    said,
    runs: () => readFileSync(file, 'utf8'),
    job: {
      url: `http://127.0.0.1:${front}`,
      current: `cat ${file}`,
      switch: `printf %s "$ROLL_OUT_IMAGE" > ${file}`,
      withinMs: 3000,
      steadyMs: 300,
      tell: (line) => said.push(line),
    },
  };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const OLD = 'example.com/sheaf:1.0.0';
const NEW = 'example.com/sheaf:2.0.0';

test('an image that becomes ready stays', async () => {
  const target = await startTarget({ [OLD]: healthy('1.0.0'), [NEW]: healthy('2.0.0') }, OLD);
  expect(await rollOut({ ...target.job, image: NEW, version: '2.0.0' })).toEqual({ outcome: 'done', previous: OLD });
  expect(target.runs()).toBe(NEW);
});

test('an image that never becomes ready gives way to the one before', async () => {
  const target = await startTarget({ [OLD]: healthy('1.0.0'), [NEW]: sick }, OLD);
  const result = await rollOut({ ...target.job, image: NEW });
  expect(result).toMatchObject({ outcome: 'rolled-back', previous: OLD });
  expect(result.outcome === 'rolled-back' && result.reason).toContain('/readyz answers 503');
  expect(target.runs()).toBe(OLD);
});

test('so does one that starts, is ready for a moment, and falls over', async () => {
  const target = await startTarget(
    { [OLD]: healthy('1.0.0'), [NEW]: (asked) => ({ status: asked % 2 === 1 ? 200 : 503, version: '2.0.0' }) },
    OLD,
  );
  expect(await rollOut({ ...target.job, image: NEW })).toMatchObject({ outcome: 'rolled-back' });
  expect(target.runs()).toBe(OLD);
});

test('so does one that takes long, and is ready in the end only when it is given the time', async () => {
  const slow: Behaviour = (asked) => ({ status: asked > 4 ? 200 : 503, version: '2.0.0' });
  const target = await startTarget({ [OLD]: healthy('1.0.0'), [NEW]: slow }, OLD);
  expect(await rollOut({ ...target.job, image: NEW, withinMs: 20_000 })).toMatchObject({ outcome: 'done' });
});

test('an old one that goes on answering is not taken for the new one', async () => {
  const target = await startTarget({ [OLD]: healthy('1.0.0'), [NEW]: healthy('1.0.0') }, OLD);
  const result = await rollOut({ ...target.job, image: NEW, version: '2.0.0' });
  expect(result).toMatchObject({ outcome: 'rolled-back', previous: OLD });
  expect(result.outcome === 'rolled-back' && result.reason).toContain('not 2.0.0');
});

test('a switch that fails is taken back', async () => {
  const target = await startTarget({ [OLD]: healthy('1.0.0') }, OLD);
  const failing = `[ "$ROLL_OUT_IMAGE" = ${OLD} ] || { echo no such image >&2; exit 3; }; ${target.job.switch}`;
  const result = await rollOut({ ...target.job, switch: failing, image: NEW });
  expect(result).toMatchObject({
    outcome: 'rolled-back',
    previous: OLD,
    reason: 'the command ended with 3: no such image\n',
  });
});

test('when the one before does not run either, somebody must look', async () => {
  const target = await startTarget({ [OLD]: sick, [NEW]: sick }, OLD);
  const result = await rollOut({ ...target.job, withinMs: 1000, image: NEW });
  expect(result).toMatchObject({ outcome: 'unknown', previous: OLD });
});

test.each([
  ['nothing ran before', '', 'nothing ran before it'],
  ['the same image ran before', NEW, 'the same image ran before'],
])('%s: there is nothing to go back to', async (_what, before, reason) => {
  const target = await startTarget({ [NEW]: sick }, before);
  const result = await rollOut({ ...target.job, withinMs: 1000, image: NEW });
  expect(result.outcome).toBe('unknown');
  expect(result.outcome === 'unknown' && result.reason).toContain(reason);
});

test('when what runs cannot be asked, nothing is touched', async () => {
  const target = await startTarget({ [OLD]: healthy('1.0.0'), [NEW]: healthy('2.0.0') }, OLD);
  expect(await rollOut({ ...target.job, current: 'echo unreachable >&2; exit 255', image: NEW })).toMatchObject({
    outcome: 'unknown',
  });
  expect(target.runs()).toBe(OLD);
});

test('a name of an image is never taken for a command', async () => {
  const target = await startTarget({ [OLD]: healthy('1.0.0') }, OLD);
  const trap = path.join(temporaryFolder(), 'trap');
  await rollOut({ ...target.job, withinMs: 500, image: `"; touch ${trap}; echo "$(touch ${trap})` });
  expect(existsSync(trap)).toBe(false);
});

test('as a command it tells what happened by its exit code and to the workflow', async () => {
  const target = await startTarget({ [OLD]: healthy('1.0.0'), [NEW]: sick }, OLD);
  const outputs = path.join(temporaryFolder(), 'outputs');
  const script = path.resolve(import.meta.dirname, '../../deploy/roll-out.ts');
  const { url, current, switch: change } = target.job;
  const start = async (...args: string[]) => {
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, GITHUB_OUTPUT: outputs },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { said: said + complaint, code };
  };
  const failed = await start(
    '--image',
    NEW,
    '--url',
    url,
    '--current',
    current,
    '--switch',
    change,
    '--within',
    '1',
    '--steady',
    '0.2',
  );
  expect(failed.code).toBe(1);
  expect(failed.said).toContain(`going back to ${OLD}`);
  expect(readFileSync(outputs, 'utf8')).toBe(`previous=${OLD}\noutcome=rolled-back\n`);
  expect(await start('--image', NEW)).toMatchObject({ code: 2 });
});
