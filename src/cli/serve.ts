// `sheaf serve`: the server in the mode that was asked for, or a question to the one that runs.

import { askHealth } from './ask-health.ts';
import { type CliIo, type Command, UsageError } from './command.ts';
import { parseOptions } from './parse-options.ts';
import { runServer } from './run-server.ts';

const modes = ['all', 'api', 'worker', 'nlp', 'vision'];

export const serveCommand: Command = {
  usage: '[--mode all|api|worker|nlp|vision] [--health [--json]]',
  description:
    'Starts the API, the workers and the page in one process, or only one of them, or models for other processes (docs/models.md), and logs the address when ready. Settings come from the environment: MODE, HOST, PORT, DATA_DIR, DATABASE_URL, LOG_LEVEL and more (docs/configuration.md). The first interrupt stops it in order, the second at once (docs/running.md). ' +
    'With --health it starts nothing: exit code 0 when the server on this machine is ready, 1 when it is not or does not answer.',
  options: {
    '--mode MODE': 'what this process runs: all, api, worker, nlp or vision; counts more than MODE of the environment',
    '--health': 'asks the server that runs on this machine with the same settings how it is',
    '--json': 'with --health: its answer as JSON',
  },
  examples: [
    'sheaf serve',
    'DATA_DIR=/var/lib/sheaf sheaf serve',
    'DATABASE_URL=postgres://sheaf:secret@db.example.com/sheaf sheaf serve --mode api',
    'sheaf serve --health',
  ],
  async run(args, io, services) {
    const { values, positionals } = parseOptions(args, {
      mode: { type: 'string' },
      health: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    if (positionals.length > 0) throw new UsageError('takes no argument');
    if (values.json && !values.health) throw new UsageError('--json goes with --health');
    const mode = values.mode as string | undefined;
    if (mode !== undefined && !modes.includes(mode)) throw new UsageError(`--mode takes ${modes.join(', ')}`);
    const env: CliIo['env'] = mode === undefined ? io.env : { ...io.env, MODE: mode };
    const command = 'sheaf serve';
    if (values.health) return askHealth({ command, env, json: values.json === true }, io);
    return runServer({ command, env }, io, services);
  },
};
