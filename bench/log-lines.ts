// What logging and tracing cost a request, measured in one run: lines of ours against pino alone, and spans that nobody asked for.

import { pino } from 'pino';
import { createLogger, moduleLogger, workLogger } from '../src/observe/logger.ts';
import { inSpan } from '../src/observe/tracing.ts';
import { inWork } from '../src/observe/work.ts';

const LINES = 200_000;
const ROUNDS = 7;

let bytes = 0;
const destination = {
  write(line: string): void {
    bytes += line.length;
  },
};
const work = {
  request_id: '01a1f7bc-7a47-7000-b5d4-4df02a6516cc',
  user_id: '01a1f7bc-7a47-7000-b5d4-4df02a6516cd',
  workspace_id: '01a1f7bc-7a47-7000-b5d4-4df02a6516ce',
};
const fields = {
  method: 'GET',
  route: '/api/v1/documents/:id',
  path: '/api/v1/documents/01a1f7bc-7a47-7000-b5d4-4df02a6516cf',
  status: 200,
  duration_ms: 12,
};
const plain = pino(
  {
    base: null,
    messageKey: 'message',
    timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
  },
  destination,
).child({ module: 'api', ...work });
const ours = workLogger(moduleLogger(createLogger({ level: 'info', forPeople: false, destination }), 'api'), work);
const failure = new Error('it broke', { cause: new Error('this is why') });

const nothing = async (): Promise<number> => 1;
const results: Record<string, number> = {};

for (let round = 0; round < ROUNDS; round++) {
  await time('pino alone, a request line', () => plain.info(fields, 'request'));
  await time('ours, a request line', () => ours.info(fields, 'request'));
  await time('pino alone, an error', () => plain.error({ err: failure }, 'failed'), LINES / 10);
  await time('ours, an error', () => ours.error({ error: failure }, 'failed'), LINES / 10);
  await time('a call', nothing);
  await time('a call inside a span, untraced', () => inSpan('x', {}, nothing));
  await time('a call inside its work', () => inWork(work, nothing));
}

for (const [name, ns] of Object.entries(results)) console.log(`${String(Math.round(ns)).padStart(8)} ns  ${name}`);
console.log(`request line, ours / pino alone: ${ratio('ours, a request line', 'pino alone, a request line')}`);
console.log(`error line,   ours / pino alone: ${ratio('ours, an error', 'pino alone, an error')}`);
console.log(`(${(bytes / 1e6).toFixed(0)} MB of lines)`);

/** The best of all rounds: what disturbs only adds. */
async function time(name: string, run: () => unknown, count = LINES): Promise<void> {
  const started = performance.now();
  for (let i = 0; i < count; i++) await run();
  const ns = ((performance.now() - started) * 1e6) / count;
  results[name] = Math.min(results[name] ?? Number.POSITIVE_INFINITY, ns);
}

function ratio(a: string, b: string): string {
  return (results[a]! / results[b]!).toFixed(2);
}
