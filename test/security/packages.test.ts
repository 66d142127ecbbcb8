// The packages that come along: each rule holds of the real lock file, and is broken by a lock file that breaks it.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findPackageFaults, type PackageFiles } from '../../scripts/package-rules.ts';
import { readAudit } from '../../scripts/read-audit.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const ours = (): PackageFiles => ({
  manifest: JSON.parse(read('package.json')),
  lock: JSON.parse(read('package-lock.json')),
  npmrc: read('.npmrc'),
});

test('every package is pinned, whole, licensed, from no address, and runs nothing at installation', () => {
  expect(findPackageFaults(ours())).toEqual([]);
});

const zod = 'node_modules/zod';

test.each<[string, (files: PackageFiles) => void, RegExp]>([
  ['content that nothing vouches for', ({ lock }) => delete lock.packages[zod]!.integrity, /zod: no SHA-512/],
  ['a weak hash', ({ lock }) => (lock.packages[zod]!.integrity = 'sha1-abc='), /zod: no SHA-512/],
  ['an address', ({ lock }) => (lock.packages[zod]!.resolved = 'git+ssh://git@example.com/zod.git'), /zod: comes from/],
  ['a licence that binds us', ({ lock }) => (lock.packages[zod]!.license = 'AGPL-3.0'), /zod: licence AGPL/],
  [
    'one of two licences that binds us',
    ({ lock }) => (lock.packages[zod]!.license = 'MIT AND GPL-3.0'),
    /zod: licence/,
  ],
  ['no licence', ({ lock }) => delete lock.packages[zod]!.license, /zod: licence unknown/],
  ['a link', ({ lock }) => (lock.packages[zod]!.link = true), /zod: leads out/],
  ['a range', ({ manifest }) => ((manifest.dependencies as Record<string, string>).zod = '^4.0.0'), /zod: "\^4.0.0"/],
  [
    'a repository',
    ({ manifest }) => ((manifest.dependencies as Record<string, string>).zod = 'github:a/b'),
    /zod: "github/,
  ],
  ['scripts of packages', (files) => (files.npmrc = 'save-exact=true'), /\.npmrc/],
  [
    'a script of ours',
    ({ manifest }) => ((manifest.scripts as Record<string, string>).postinstall = 'x'),
    /postinstall/,
  ],
])('%s is found', (_what, spoil, fault) => {
  const files = ours();
  spoil(files);
  expect(findPackageFaults(files).join('\n')).toMatch(fault);
});

test.each([
  ['nothing known', { metadata: { vulnerabilities: { low: 2, high: 0, critical: 0, total: 2 } } }, 'clean'],
  ['a high finding', { metadata: { vulnerabilities: { low: 0, high: 1, critical: 0, total: 1 } } }, 'found'],
  ['a critical finding', { metadata: { vulnerabilities: { critical: 1, total: 1 } } }, 'found'],
  ['a registry that does not take the question', { statusCode: 405, message: 'x' }, 'unreachable'],
])('npm audit with %s', (_what, report, outcome) => {
  expect(readAudit(JSON.stringify(report)).outcome).toBe(outcome);
});

test('no report is no verdict', () => {
  expect(readAudit('')).toEqual({ outcome: 'unreachable', reason: 'no report' });
});
