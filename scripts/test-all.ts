// `npm run test:all`: fast and slow tests, with a real PostgreSQL, object stores and a browser when they can be brought up here.
// Arguments go on to vitest.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bringTestTools } from './bring-test-tools.ts';
import { startPostgresForTests } from './postgres-for-tests.ts';
import { startServersForTests, type TestServers } from './servers-for-tests.ts';

const root = path.dirname(import.meta.dirname);
const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

bringTestTools();
const postgres = await startPostgresForTests();
let servers: TestServers | undefined;
try {
  servers = await startServersForTests();
  const env = { ...process.env, ...(postgres ? { TEST_DATABASE_URL: postgres.url } : {}), ...servers.env };
  const child = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  process.exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
} finally {
  await servers?.stop();
  await postgres?.stop();
}
