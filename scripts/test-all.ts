// `npm run test:all`: fast and slow tests, with a real PostgreSQL, object stores and a browser when they can be brought up here.
// Arguments go on to vitest. At its end it lists what it could not run; the exit code is 0 only when nothing failed.

import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bringTestTools } from './bring-test-tools.ts';
import { listLeftOut } from './left-out.ts';
import { startPostgresForTests } from './postgres-for-tests.ts';
import { startServersForTests, type TestServers } from './servers-for-tests.ts';

const root = path.dirname(import.meta.dirname);
const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

// Continuous integration names the file, and sums it up later.
const report = path.resolve(root, process.env.TEST_REPORT ?? `tmp/report-all-${process.pid}.json`);
const leftOut = bringTestTools();
const postgres = await startPostgresForTests();
if (!postgres) leftOut.push('tests on a PostgreSQL server: none can be had here');
let servers: TestServers | undefined;
try {
  servers = await startServersForTests();
  const env = { ...process.env, ...(postgres ? { TEST_DATABASE_URL: postgres.url } : {}), ...servers.env };
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
    {
      cwd: root,
      env,
      stdio: 'inherit',
    },
  );
  // Whoever ends this run, by a limit of time or by hand, ends the servers below as well.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  const code = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  // Without a report nothing was run, whatever the exit code says.
  process.exitCode = code === 0 && !existsSync(report) ? 1 : code;
  leftOut.push(...listLeftOut(report, root));
} finally {
  await servers?.stop();
  await postgres?.stop();
  if (!process.env.TEST_REPORT) rmSync(report, { force: true });
}
console.log(leftOut.length === 0 ? 'Nothing was left out.' : `Left out:\n  ${leftOut.join('\n  ')}`);
if (process.exitCode !== 0) console.log('FAILED: see above.');
