// `--health` of serve and worker: asks the server on this machine how it is, for people and for container health checks.

import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { healthAddressOf } from '../config/health-address.ts';
import type { CliIo, ExitCode } from './command.ts';
import { writeTo } from './output.ts';
import { cleanText, terminalOf } from './terminal.ts';

/** Longer than the longest check of a component. */
const TIMEOUT_MS = 5000;

const answerSchema = z.object({
  status: z.string(),
  components: z.record(
    z.string(),
    z.object({
      ok: z.boolean(),
      required: z.boolean(),
      ms: z.number(),
      error: z.string().optional(),
      details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});
type Answer = z.output<typeof answerSchema>;

export interface HealthQuestion {
  /** Named in what is said. */
  command: string;
  env: CliIo['env'];
  json: boolean;
}

/** 0 when the server is ready; 1 when it is not, or does not answer. */
export async function askHealth({ command, env, json }: HealthQuestion, io: CliIo): Promise<ExitCode> {
  const address = healthAddressOf(env);
  if (!address) {
    io.stderr.write(`${command}: HOST, PORT and WORKER_PORT do not say where the server listens (docs/running.md)\n`);
    return 1;
  }
  const answer = await ask(address);
  if (typeof answer === 'string') {
    if (json) await writeTo(io.stdout, `${JSON.stringify({ status: 'no answer', error: answer })}\n`);
    else io.stderr.write(`${command}: ${address.origin} does not answer as a Sheaf server: ${answer}\n`);
    return 1;
  }
  await writeTo(io.stdout, json ? `${JSON.stringify(answer)}\n` : print(answer, address, io));
  return answer.status === 'ready' ? 0 : 1;
}

/** A text says why there is none. */
async function ask(address: URL): Promise<Answer | string> {
  try {
    const response = await fetch(new URL('/readyz', address), {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    const parsed = answerSchema.safeParse(await response.json());
    return parsed.success ? parsed.data : 'something else listens there';
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return `nothing came within ${TIMEOUT_MS / 1000} s`;
    if (error instanceof SyntaxError) return 'something else listens there';
    return 'no connection';
  } finally {
    // Lets the connection close, so that nothing of it holds the process.
    await sleep(0);
  }
}

function print({ status, components }: Answer, address: URL, io: CliIo): string {
  const terminal = terminalOf(io.stdout, io.env);
  const names = Object.keys(components).sort();
  const width = Math.max(0, ...names.map((name) => name.length));
  const lines = names.map((name) => {
    const { ok, required, ms, error, details = {} } = components[name]!;
    const mark = ok ? terminal.style('green', '✓') : terminal.style(required ? 'red' : 'cyan', required ? '✗' : '·');
    const told = Object.entries(details).map(([key, value]) => `${key} ${value}`);
    const rest = [ok ? '' : `${error}${required ? '' : ' (not required)'}`, ...told].filter(Boolean).join(', ');
    return `${mark} ${cleanText(name).padEnd(width)} ${`${ms} ms`.padStart(7)}  ${cleanText(rest)}`.trimEnd();
  });
  return `${cleanText(status)} at ${address.origin}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
