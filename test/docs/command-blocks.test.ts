import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandBlocks, withPlaces } from './command-blocks.ts';
import { standIns } from './stand-ins.ts';

const root = path.resolve(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`),
].filter((page) => page.endsWith('.md'));

test('a block is read with what it needs and where it stands', () => {
  const text = ['# A', '<!-- docs-test: server exit=1 -->', '```sh', 'sheaf doctor', '```', '', '```json', '{}', '```'];
  expect(commandBlocks(text.join('\n'))).toEqual([
    { line: 3, script: 'sheaf doctor', needs: new Set(['server']), exit: 1 },
  ]);
});

test.each([
  ['a word that means nothing', '<!-- docs-test: serverr -->\n```sh\nls\n```', /does not know "serverr"/],
  ['a block of another kind', '<!-- docs-test: server -->\n```json\n{}\n```', /not sh/],
  ['a block without end', '```sh\nls', /does not end/],
])('%s is refused', (_what, text, message) => {
  expect(() => commandBlocks(text)).toThrow(message);
});

test('the longest of two places that begin alike is taken', () => {
  expect(withPlaces('ls /a/b /a', { '/a': 'X', '/a/b': 'Y' })).toBe('ls Y X');
});

describe('stand-ins refuse what could not work', () => {
  test.each([
    ['docker', ['compose', '-f', 'no/such.yaml', 'up']],
    ['docker', ['explode']],
    ['docker', ['run', '--rm', '-e', 'AUTH_SECRETT=x', 'sheaf:local']],
    ['docker', ['run', '--rm', 'sheaf:local', 'explode']],
    ['docker', ['run', 'somebody/else']],
    ['docker', ['compose', '-f', 'deploy/compose.yaml', 'exec', 'worker', 'sheaf', 'explode']],
    ['docker', ['compose', '-f', 'deploy/compose.yaml', 'logs', 'no-such-service']],
    ['useradd', ['--system', 'somebody']],
    ['npm', ['run', 'no-such-script']],
    ['systemctl', ['restart', 'somebody-elses']],
    ['journalctl', ['-u', 'somebody-elses']],
    ['git', ['push']],
  ])('%s %j', (name, args) => {
    expect(standIns[name]!(args, root)).toBeTypeOf('string');
  });
  test.each([
    ['npm', ['start']],
    ['npm', ['ci', '--omit=dev']],
    ['docker', ['run', '--rm', '-v', '/tmp:/in:ro', 'sheaf:local', 'read', '/in/invoice.pdf']],
    ['docker', ['compose', '-f', 'deploy/compose.yaml', 'exec', 'worker', 'sheaf', 'doctor']],
    ['systemctl', ['enable', '--now', 'sheaf']],
    ['git', ['checkout', 'v0.1.0']],
  ])('%s %j is fine', (name, args) => {
    expect(standIns[name]!(args, root)).toBeUndefined();
  });
});

// A command in another kind of block would be run by nobody.
test.each(pages)('%s shows commands in sh blocks alone', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');
  expect(() => commandBlocks(text)).not.toThrow();
  expect(text).not.toMatch(/^\s*```(bash|shell|console|zsh)/m);
  expect(
    text.match(/^ {4}(npx|npm|node|sheaf|curl|docker|psql|git|sh|sudo|systemctl|journalctl|openssl|useradd|jq) .*/gm) ??
      [],
  ).toEqual([]);
});
