import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { commands } from '../../src/cli/commands.ts';
import { suggest } from '../../src/cli/suggest.ts';
import { editDistance } from '../../src/document/edit-distance.ts';
import { sheaf } from './fake-world.ts';

test('without a command: the overview on standard error, exit code 2', async () => {
  const { code, stdout, stderr } = await sheaf([]);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('usage: sheaf COMMAND');
});

test('--version prints the version of the package', async () => {
  expect(await sheaf(['--version'])).toEqual({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
});

test('--help lists every command, and only those that exist', async () => {
  const { code, stdout } = await sheaf(['--help']);
  expect(code).toBe(0);
  const listed = [...stdout.matchAll(/^ {2}(\w+) {2}/gm)].map((match) => match[1]);
  expect(listed).toEqual(commands.map((command) => command.name));
});

test.each(commands.map((command) => command.name))('%s --help shows its usage and every option', async (name) => {
  const command = await commands.find((entry) => entry.name === name)!.load();
  const { code, stdout } = await sheaf([name, '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain(`usage: sheaf ${name}`);
  for (const option of Object.keys(command.options)) expect(stdout).toContain(option);
  expect(await sheaf(['help', name])).toEqual({ code, stdout, stderr: '' });
});

test('a wrong command gets a suggestion and exit code 2', async () => {
  const { code, stdout, stderr } = await sheaf(['raed', 'x.pdf']);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('did you mean "read"?');
});

test('a command unlike any gets no suggestion', async () => {
  expect((await sheaf(['frobnicate'])).stderr).not.toContain('did you mean');
});

test('an unknown option names the option, suggests, and shows the usage', async () => {
  const { code, stderr } = await sheaf(['read', '--jsno', 'x.pdf']);
  expect(code).toBe(2);
  expect(stderr).toContain('there is no option --jsno; did you mean --json?');
  expect(stderr).toContain('usage: sheaf read');
});

test.each([
  ['kitten', 'sitting', 3],
  ['raed', 'read', 1],
  ['', 'abc', 3],
  ['same', 'same', 0],
])('%s → %s takes %i edits', (a, b, edits) => {
  expect(editDistance(a, b, 9)).toBe(edits);
  expect(editDistance(b, a, 9)).toBe(edits);
});

test('suggest keeps its distance', () => {
  expect(suggest('doctro', ['read', 'doctor'])).toBe('doctor');
  expect(suggest('zzz', ['read', 'doctor'])).toBeUndefined();
});
