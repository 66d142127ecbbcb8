// `sheaf serve`: the server, until it is told to stop. Standard output carries its log and nothing else.

import { errorCatalogue, SheafError } from '../errors.ts';
import { type Command, UsageError } from './command.ts';
import { parseOptions } from './parse-options.ts';

export const serveCommand: Command = {
  usage: '',
  description:
    'Starts the API, the workers and the page in one process and logs the address when ready. Settings come from the environment: HOST, PORT, DATA_DIR, DATABASE_URL, LOG_LEVEL and more (docs/configuration.md). The first interrupt stops it in order, the second at once.',
  options: {},
  examples: ['sheaf serve', 'PORT=9000 DATA_DIR=/var/lib/sheaf sheaf serve'],
  async run(args, io, services) {
    if (parseOptions(args, {}).positionals.length > 0) throw new UsageError('takes no argument');
    try {
      const server = await services.startServer({ env: io.env, stdout: io.stdout });
      await interrupted(io.signal);
      await server.stop();
      return 0;
    } catch (error) {
      if (!(error instanceof SheafError)) throw error;
      io.stderr.write(`sheaf serve: ${error.message}\n${errorCatalogue[error.code].advice}\n`);
      return error.code === 'config.invalid' ? 2 : 1;
    }
  },
};

function interrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    // Nothing else may be left that keeps the process alive: a server does not end on its own.
    const keepAlive = setInterval(() => {}, 60_000);
    signal.addEventListener('abort', () => clearInterval(keepAlive), { once: true });
  });
}
