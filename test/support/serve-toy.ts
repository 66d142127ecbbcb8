// A server process around the toy reader, for tests that signal, overload or kill it. Otherwise as src/main.ts runs one.

import { listenForInterrupts } from '../../src/cli/interrupts.ts';
import { runServer } from '../../src/cli/run-server.ts';
import { startServer } from '../../src/compose.ts';
import { endOnError } from '../../src/observe/end-on-error.ts';
import { createToyEngine } from './toy-engine.ts';
import { createToyNlp } from './toy-nlp.ts';

const { stdin, stdout, stderr, env } = process;
stdout.on('error', () => {});
const createEngine = async () => createToyEngine();
process.exitCode = await runServer(
  { command: 'toy', env },
  { stdin, stdout, stderr, env, signal: listenForInterrupts() },
  { startServer: (world) => startServer({ ...world, createEngine, createNlp: createToyNlp, onLog: endOnError }) },
);
setTimeout(() => process.exit(), 1000).unref();
