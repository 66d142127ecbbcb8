// The server of `serve` and `worker`, until it is told to stop. Standard output carries its log and nothing else.

import { errorCatalogue, SheafError } from '../errors.ts';
import type { CliIo, CliServices, ExitCode } from './command.ts';

/** 0: stopped in order; 1: could not start, or a stop that hung was cut; 2: the configuration is not valid. */
export async function runServer(
  { command, env }: { command: string; env: CliIo['env'] },
  io: CliIo,
  services: Pick<CliServices, 'startServer'>,
): Promise<ExitCode> {
  try {
    const server = await services.startServer({ env, stdout: io.stdout });
    await interrupted(io.signal);
    if (await endsWithin(server.stopsWithinMs, server.stop())) return 0;
    io.stderr.write(`${command}: the stop took more than ${Math.round(server.stopsWithinMs / 1000)} s and was cut\n`);
    return 1;
  } catch (error) {
    if (!(error instanceof SheafError)) throw error;
    io.stderr.write(`${command}: ${error.message}\n${errorCatalogue[error.code].advice}\n`);
    return error.code === 'config.invalid' ? 2 : 1;
  }
}

function interrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    // Nothing else may be left that keeps the process alive: a server does not end on its own.
    const keepAlive = setInterval(() => {}, 60_000);
    const end = (): void => {
      clearInterval(keepAlive);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}

/** False when it hangs: what holds it is left behind, and the process ends without it. */
async function endsWithin(ms: number, work: Promise<void>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), ms);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
