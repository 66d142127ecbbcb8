// `npm run test:security`: every test of the trust boundary, fast and slow, and the packages we ship. Arguments go on to vitest.

import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

const audit = spawnSync(process.execPath, [path.join(root, 'scripts', 'audit-packages.ts')], { stdio: 'inherit' });
const tests = spawn(process.execPath, [vitest, 'run', 'test/security/', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
const failed = await new Promise<boolean>((resolve) => tests.on('exit', (code) => resolve(code !== 0)));
process.exitCode = failed || audit.status !== 0 ? 1 : 0;
