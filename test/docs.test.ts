// Docs and code are one thing: what exists and is not documented is a red build, and so is a page that went stale.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatedPages } from '../scripts/docs/generated-pages.ts';
import { commands } from '../src/cli/commands.ts';
import { settings } from '../src/config/settings.ts';
import { errorCatalogue } from '../src/errors.ts';
import { packs } from '../src/packs/index.ts';

const root = path.dirname(import.meta.dirname);
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = await generatedPages();

test.each(Object.keys(pages))('%s is what the code says ("npm run docs" writes it)', (file) => {
  expect(read(file)).toBe(pages[file]);
});

test.each(Object.keys(errorCatalogue))('error %s is documented with its advice', (code) => {
  expect(read('docs/errors.md')).toContain(`| \`${code}\` |`);
});

test.each(Object.keys(settings))('setting %s is documented', (name) => {
  expect(read('docs/configuration.md')).toContain(`| \`${name}\` |`);
  expect(read('.env.example')).toContain(`#${name}=`);
});

test.each(commands.map((command) => command.name))('command %s is documented', (name) => {
  expect(read('docs/cli.md')).toContain(`## sheaf ${name}\n`);
  expect(read('README.md')).toContain(`\`${name}\``);
});

describe('fields', () => {
  const page = read('docs/fields.md');
  for (const type of packs.flatMap((pack) => pack.types)) {
    test(`every field of ${type.id} is documented`, () => {
      const section = page.split(`### ${type.id}\n`)[1]?.split('\n### ')[0] ?? '';
      const missing = [...type.fields, ...type.lineFields].filter((field) => !section.includes(`\`${field.path}\``));
      expect(missing.map((field) => field.path)).toEqual([]);
    });
  }
});

test('every dependency is documented with a reason, and none that is gone', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const installed = Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  }).sort();
  const rows = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|(.+)\|$/gm)];
  expect(rows.map((row) => row[1]!).sort()).toEqual(installed);
  for (const row of rows) expect(row[2]!.trim().length, row[1]).toBeGreaterThan(4);
});

test('versions are pinned exactly', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const all = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('npm scripts named in the contract exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  expect(Object.keys(scripts)).toEqual(
    expect.arrayContaining(['start', 'test', 'check', 'test:all', 'bench', 'eval:shared']),
  );
});

const markdown = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...pagesUnder('docs')];

test.each(markdown)('links of %s lead somewhere', (file) => {
  const dead = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((link) => link[1]!.split('#')[0]!)
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(path.join(root, path.dirname(file), target)));
  expect(dead).toEqual([]);
});

test('every decision record is in the list', () => {
  const list = read('docs/adr/README.md');
  for (const file of readdirSync(path.join(root, 'docs', 'adr')))
    if (file !== 'README.md') expect(list).toContain(`(${file})`);
});

test('CONTRIBUTING stays short enough to be read', () => {
  expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThanOrEqual(80);
});

function pagesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file));
}
