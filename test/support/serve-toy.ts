// A server process around the toy reader, for tests that kill it.

import { startServer } from '../../src/compose.ts';
import { createToyEngine } from './toy-engine.ts';

const server = await startServer({
  env: process.env,
  stdout: process.stdout,
  createEngine: async () => createToyEngine(),
});
process.once('SIGTERM', () => void server.stop());
