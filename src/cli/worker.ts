// `sheaf worker`: a process that only does background work, or a question to the one that runs.

import { askHealth } from './ask-health.ts';
import { type Command, UsageError } from './command.ts';
import { parseOptions } from './parse-options.ts';
import { runServer } from './run-server.ts';

export const workerCommand: Command = {
  usage: '[--health [--json]]',
  description:
    'Does background work for the servers on the same DATABASE_URL: the same as "sheaf serve --mode worker". It answers nobody but health checks, on WORKER_PORT. ' +
    'With --health it starts nothing: exit code 0 when the worker on this machine is ready, 1 when it is not or does not answer.',
  options: {
    '--health': 'asks the worker that runs on this machine with the same settings how it is',
    '--json': 'with --health: its answer as JSON',
  },
  examples: ['DATABASE_URL=postgres://sheaf:secret@db.example.com/sheaf sheaf worker', 'sheaf worker --health'],
  async run(args, io, services) {
    const { values, positionals } = parseOptions(args, { health: { type: 'boolean' }, json: { type: 'boolean' } });
    if (positionals.length > 0) throw new UsageError('takes no argument');
    if (values.json && !values.health) throw new UsageError('--json goes with --health');
    const env = { ...io.env, MODE: 'worker' };
    const command = 'sheaf worker';
    if (values.health) return askHealth({ command, env, json: values.json === true }, io);
    return runServer({ command, env }, io, services);
  },
};
