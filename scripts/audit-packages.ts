// Known weaknesses of the packages we ship, as the registry tells them, and the rules that need no network.
// Exits with 1 when something is wrong; a registry that does not answer is told, and is no fault of the packages.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findPackageFaults } from './package-rules.ts';
import { readAudit } from './read-audit.ts';

const root = path.dirname(import.meta.dirname);
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

const lock = JSON.parse(read('package-lock.json'));
const faults = findPackageFaults({ manifest: JSON.parse(read('package.json')), lock, npmrc: read('.npmrc') });
for (const fault of faults) console.log(`wrong    ${fault}`);
console.log(
  `${faults.length === 0 ? 'ok      ' : 'wrong   '} rules of ${Object.keys(lock.packages).length - 1} packages: integrity, versions, licences, sources, scripts`,
);

const run = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  cwd: root,
  encoding: 'utf8',
  timeout: 120_000,
  shell: process.platform === 'win32',
});
const audit = readAudit(run.stdout ?? '');
if (audit.outcome === 'unreachable') console.log(`skipped  npm audit: not reachable from here (${audit.reason})`);
else console.log(`${audit.outcome === 'clean' ? 'ok      ' : 'wrong   '} npm audit: ${audit.told}`);

process.exitCode = faults.length > 0 || audit.outcome === 'found' ? 1 : 0;
