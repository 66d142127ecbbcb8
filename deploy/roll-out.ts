// Brings an image to where it runs, and takes it back when it does not become ready. What switches is a command of the target:
// node deploy/roll-out.ts --image IMAGE --url URL --current COMMAND --switch COMMAND [--version X.Y.Z] [--within SECONDS] [--steady SECONDS]
// Exit code: 0 the image runs; 1 it did not become ready, and the one before runs again; 2 nobody knows what runs: look there.

import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

export interface RollOut {
  image: string;
  /** Where the target answers /readyz and /healthz. */
  url: string;
  /** Prints the image that runs now. */
  current: string;
  /** Makes the image in ROLL_OUT_IMAGE run; may return before it does. */
  switch: string;
  /** What /healthz must say besides: tells the new one from the old one that still answers. */
  version?: string | undefined;
  withinMs: number;
  /** How long it must stay ready without a break. */
  steadyMs: number;
  tell: (line: string) => void;
}

export type RollOutResult =
  | { outcome: 'done'; previous: string | undefined }
  | { outcome: 'rolled-back'; previous: string; reason: string }
  | { outcome: 'unknown'; previous: string | undefined; reason: string };

const ASK_EVERY_MS = 1000;
const ANSWER_WITHIN_MS = 5000;

export async function rollOut(job: RollOut): Promise<RollOutResult> {
  const asked = await run(job.current);
  if (asked.code !== 0)
    return { outcome: 'unknown', previous: undefined, reason: `what runs now could not be asked: ${asked.said}` };
  const previous = asked.said.trim() || undefined;
  job.tell(`runs now: ${previous ?? 'nothing'}`);
  const reason = await bring(job.image, job, job.version);
  if (reason === undefined) return { outcome: 'done', previous };
  job.tell(`${job.image} failed: ${reason}`);
  if (previous === undefined) return { outcome: 'unknown', previous, reason: `${reason}; nothing ran before it` };
  if (previous === job.image) return { outcome: 'unknown', previous, reason: `${reason}; the same image ran before` };
  job.tell(`going back to ${previous}`);
  const failedBack = await bring(previous, job, undefined);
  if (failedBack === undefined) return { outcome: 'rolled-back', previous, reason };
  return { outcome: 'unknown', previous, reason: `${reason}; going back to ${previous} failed as well: ${failedBack}` };
}

/** undefined when it runs; otherwise why it does not. */
async function bring(image: string, job: RollOut, version: string | undefined): Promise<string | undefined> {
  job.tell(`switching to ${image}`);
  const switched = await run(job.switch, { ROLL_OUT_IMAGE: image });
  if (switched.code !== 0) return `the command ended with ${switched.code}: ${switched.said.slice(-2000)}`;
  const deadline = Date.now() + job.withinMs;
  let readySince: number | undefined;
  let last = 'never asked';
  while (Date.now() < deadline) {
    const trouble = await findTrouble(job.url, version);
    if (trouble === undefined) {
      readySince ??= Date.now();
      if (Date.now() - readySince >= job.steadyMs) {
        job.tell(`${image} is ready`);
        return undefined;
      }
    } else {
      readySince = undefined;
      last = trouble;
    }
    await sleep(Math.min(ASK_EVERY_MS, Math.max(50, job.steadyMs / 2)));
  }
  return `not ready for ${job.steadyMs / 1000} s within ${job.withinMs / 1000} s; last: ${last}`;
}

async function findTrouble(url: string, version: string | undefined): Promise<string | undefined> {
  try {
    const ready = await ask(new URL('/readyz', url));
    if (ready.status !== 200) return `/readyz answers ${ready.status} ${ready.body.slice(0, 500)}`;
    if (version === undefined) return undefined;
    const health = await ask(new URL('/healthz', url));
    const found: unknown = JSON.parse(health.body).version;
    return found === version ? undefined : `/healthz answers for version ${found}, not ${version}`;
  } catch (error) {
    return error instanceof Error
      ? `${error.message} ${(error.cause as Error | undefined)?.message ?? ''}`.trim()
      : String(error);
  }
}

async function ask(url: URL): Promise<{ status: number; body: string }> {
  // Redirects lead to other machines: what answers there says nothing about this one.
  const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  return { status: answer.status, body: await answer.text() };
}

async function run(command: string, env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
  // The command is the operator's own; what varies comes by the environment, so that no image name becomes a command.
  const child = spawn('sh', ['-c', command], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, said: code === 0 ? output : `${output}${complaint}` };
}

if (import.meta.main) {
  const seconds = (name: string, given: string): number => {
    const value = Number(given);
    if (!(value > 0)) throw new Error(`--${name} takes seconds, not "${given}"`);
    return value * 1000;
  };
  const { values } = parseArgs({
    options: {
      image: { type: 'string' },
      url: { type: 'string' },
      current: { type: 'string' },
      switch: { type: 'string' },
      version: { type: 'string' },
      within: { type: 'string', default: '300' },
      steady: { type: 'string', default: '10' },
    },
  });
  const { image, url, current, switch: change } = values;
  if (!image || !url || !current || !change) {
    console.error('roll-out: --image, --url, --current and --switch are needed (docs/releases.md)');
    process.exit(2);
  }
  const result = await rollOut({
    image,
    url,
    current,
    switch: change,
    version: values.version || undefined,
    withinMs: seconds('within', values.within),
    steadyMs: seconds('steady', values.steady),
    tell: console.log,
  });
  console.log(result.outcome === 'done' ? 'done' : `${result.outcome}: ${result.reason}`);
  const { GITHUB_OUTPUT } = process.env;
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `previous=${result.previous ?? ''}\noutcome=${result.outcome}\n`);
  process.exitCode = { done: 0, 'rolled-back': 1, unknown: 2 }[result.outcome];
}
