import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listsFolder, useLists } from '../../src/operator-lists.ts';
import { currentTaxonomy } from '../../src/packs/careers/skills/current-taxonomy.ts';
import { skillList } from '../../src/packs/careers/skills/import/import-skills.ts';
import { packs } from '../../src/packs/index.ts';
import { createReader } from '../../src/read-pool.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { sheaf } from './fake-world.ts';

const onet = 'Example\tCommodity Code\tCommodity Title\nZyx Ledger\t1\tLedgers of old\n';

function world() {
  const DATA_DIR = makeTemporaryFolder();
  const file = join(DATA_DIR, 'technology.txt');
  writeFileSync(file, onet);
  onTestFinished(() => skillList.use(undefined));
  return { env: { DATA_DIR }, file, kept: join(DATA_DIR, 'lists', 'skills.json') };
}

test('an import is kept for the next start', async () => {
  const { env, file, kept } = world();
  const { code, stdout, stderr } = await sheaf(['import', 'skills', file], { env });
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^2 skills .*\n\d+ skills with \d+ names from now on\nused from the next start/);
  expect(readFileSync(kept, 'utf8')).toContain('Zyx Ledger');
  expect(readdirSync(join(env.DATA_DIR, 'lists'))).toEqual(['skills.json']);
  await useLists(packs, listsFolder(env.DATA_DIR), { check: true });
  expect(currentTaxonomy().skills.has('onet:zyx-ledger')).toBe(true);
  expect(currentTaxonomy().skills.has('python')).toBe(true);
});

test('--replace, figures as JSON, and back again', async () => {
  const { env, file } = world();
  const { stdout } = await sheaf(['import', 'skills', file, '--replace', '--json'], { env });
  expect(JSON.parse(stdout)).toMatchObject({ list: 'skills', dryRun: false, imported: 2, added: 2, skills: 2 });
  expect((await sheaf(['import', 'skills', '--reset'], { env })).stdout).toMatch(/^reset: /);
  expect((await sheaf(['import', 'skills', '--reset'], { env })).stdout).toBe('nothing was imported\n');
});

test('--dry-run changes nothing', async () => {
  const { env, file, kept } = world();
  const { code, stdout } = await sheaf(['import', 'skills', file, '--dry-run'], { env });
  expect([code, stdout]).toEqual([0, expect.stringContaining('nothing was changed')]);
  expect(() => readFileSync(kept)).toThrow('ENOENT');
});

test('a file that is not understood changes nothing', async () => {
  const { env, file, kept } = world();
  await sheaf(['import', 'skills', file], { env });
  const before = readFileSync(kept, 'utf8');
  const bad = join(env.DATA_DIR, 'bad.txt');
  const cases: [string | Uint8Array, RegExp][] = [
    ['a,b\n', /neither those of ESCO nor/],
    [Uint8Array.of(0xff, 0xfe, 0x00), /no text in UTF-8/],
  ];
  for (const [content, message] of cases) {
    writeFileSync(bad, content);
    const { code, stdout, stderr } = await sheaf(['import', 'skills', file, bad], { env });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(readFileSync(kept, 'utf8')).toBe(before);
  }
  const others = [env.DATA_DIR, join(env.DATA_DIR, 'nothing.txt')];
  for (const other of others) expect((await sheaf(['import', 'skills', other], { env })).code).toBe(1);
});

test('a link to a device is no file', async () => {
  const { env } = world();
  const link = join(env.DATA_DIR, 'link.txt');
  symlinkSync('/dev/zero', link);
  const { code, stderr } = await sheaf(['import', 'skills', link], { env });
  expect([code, stderr]).toEqual([1, expect.stringContaining('is no file')]);
});

test('a kept file that somebody broke keeps the server from starting, and says which', async () => {
  const { env, file, kept } = world();
  await sheaf(['import', 'skills', file], { env });
  writeFileSync(kept, '{');
  await expect(useLists(packs, listsFolder(env.DATA_DIR), { check: true })).rejects.toMatchObject({
    code: 'config.invalid',
    message: expect.stringContaining('skills.json'),
  });
  expect((await sheaf(['import', 'skills', file], { env })).code).toBe(1);
  expect((await sheaf(['import', 'skills', file, '--replace'], { env })).code).toBe(0);
});

test('reading processes look where the lists lie', async () => {
  const { env, file, kept } = world();
  await sheaf(['import', 'skills', file], { env });
  const text = join(env.DATA_DIR, 'note.txt');
  writeFileSync(text, 'A note about nothing.');
  const statusOf = async (): Promise<string> => {
    const reader = createReader({ jobs: 1, listsFolder: listsFolder(env.DATA_DIR) });
    try {
      return (await reader.read({ path: text, name: 'note.txt' })).status;
    } finally {
      await reader.close();
    }
  };
  expect(await statusOf()).toBe('succeeded');
  rmSync(kept);
  mkdirSync(kept);
  expect(await statusOf()).toBe('failed');
});

test.each([
  [[]],
  [['skills']],
  [['skils', 'x']],
  [['skills', '--reset', 'x']],
  [['skills', '--reset', '--replace']],
  [['skills', 'x', '--nothing']],
])('%j is wrong usage', async (args) => {
  const { code, stderr } = await sheaf(['import', ...args], { env: world().env });
  expect([code, stderr]).toEqual([2, expect.stringContaining('usage: sheaf import')]);
});
