import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listContext } from '../../../scripts/image/docker-context.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const files = ['a.ts', 'b.md', 'src/a.ts', 'src/deep/b.md', 'src/deep/c.ts', 'deploy/secrets/key', '.env', 'srcs/x'];

function contextOf(rules: string): string[] {
  const folder = temporaryFolder();
  for (const file of files) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), 'text');
  }
  writeFileSync(path.join(folder, '.dockerignore'), rules);
  return listContext(folder)
    .map((file) => file.path)
    .filter((file) => file !== '.dockerignore');
}

test.each<[string, string, string[]]>([
  ['nothing is left out', '# none\n', files],
  ['all but one folder', '*\n!src\n', ['src/a.ts', 'src/deep/b.md', 'src/deep/c.ts']],
  ['the last rule that fits decides', '*\n!src\nsrc/deep\n!src/deep/c.ts\n', ['src/a.ts', 'src/deep/c.ts']],
  ['a star stays in its folder', '*.md\n', files.filter((file) => file !== 'b.md')],
  ['two stars cross folders', '**/*.md\n', files.filter((file) => !file.endsWith('.md'))],
  ['a question mark is one character', 'src?\n', files.filter((file) => file !== 'srcs/x')],
  ['slashes at either end change nothing', '/src/\n', files.filter((file) => !file.startsWith('src/'))],
  ['dots mean themselves', '.env\n', files.filter((file) => file !== '.env')],
])('%s', (_what, rules, kept) => {
  expect(contextOf(rules)).toEqual([...kept].sort());
});

test('node_modules that goes to a build is never small enough', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'node_modules/x'), { recursive: true });
  writeFileSync(path.join(folder, '.dockerignore'), '.dockerignore\n');
  expect(listContext(folder)).toEqual([{ path: 'node_modules', bytes: Number.POSITIVE_INFINITY }]);
});
