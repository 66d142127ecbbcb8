import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FiredRule } from '../../src/pipeline/structured-syntax.ts';
import { failedValidation, judgedResult, type Validator } from '../../src/pipeline/validate-result.ts';
import { sheaf } from './fake-world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (...names: string[]) => path.join(folder, ...names);
const error: FiredRule = { id: 'BR-02', severity: 'error', path: '/Invoice', message: 'No number.' };
const warning: FiredRule = { id: 'UBL-CR-004', severity: 'warning', path: '/Invoice/cbc:UUID', message: 'Not used.' };

/** What each file says is what fires on it. */
function validatorOf(
  byName: Record<string, readonly FiredRule[]>,
): Validator & { passwords: (string | undefined)[]; closed: number } {
  return {
    passwords: [],
    closed: 0,
    async validate({ name }, { password } = {}) {
      this.passwords.push(password);
      const fired = byName[path.basename(name)];
      if (!fired) return failedValidation(name, { code: 'file.corrupt', message: 'no XML' });
      return judgedResult(name, { syntax: 'ubl-invoice', profile: 'en16931', fired: [...fired] });
    },
    async close() {
      this.closed++;
    },
  };
}

test('--json prints a line a file with the rules that fired', async () => {
  await writeFile(at('a.xml'), 'x');
  const validator = validatorOf({ 'a.xml': [error] });
  const { code, stdout, stderr } = await sheaf(['validate', '--json', at('a.xml')], { validator });
  expect(JSON.parse(stdout)).toEqual({
    file: at('a.xml'),
    syntax: 'ubl-invoice',
    profile: 'en16931',
    valid: false,
    fired: [error],
    error: null,
  });
  expect(stderr).toBe('');
  expect(code).toBe(1);
  expect(validator.closed).toBeGreaterThan(0);
});

test('warnings do not make a file invalid', async () => {
  await writeFile(at('a.xml'), 'x');
  const { code, stdout } = await sheaf(['validate', '--json', at('a.xml')], {
    validator: validatorOf({ 'a.xml': [warning] }),
  });
  expect(JSON.parse(stdout)).toMatchObject({ valid: true, fired: [warning] });
  expect(code).toBe(0);
});

test('the table groups the places of a rule and tells no more than three', async () => {
  await writeFile(at('a.xml'), 'x');
  const places = [1, 2, 3, 4, 5].map((n): FiredRule => ({ ...warning, path: `/Invoice/cac:InvoiceLine[${n}]` }));
  const { stdout } = await sheaf(['validate', at('a.xml')], {
    validator: validatorOf({ 'a.xml': [...places, error] }),
  });
  expect(stdout.replaceAll(folder, '')).toBe(`/a.xml · ubl-invoice · en16931 · not valid (1 error, 1 warning)
  ✗ BR-02                  No number.
    /Invoice
  ! UBL-CR-004             Not used.
    /Invoice/cac:InvoiceLine[1]
    /Invoice/cac:InvoiceLine[2]
    /Invoice/cac:InvoiceLine[3]
    and 2 more places
`);
});

test('walks folders, goes on after a file that cannot be judged, and says so in its exit code', async () => {
  await mkdir(at('in'));
  for (const name of ['a.xml', 'b.xml', 'c.xml']) await writeFile(at('in', name), 'x');
  const { code, stdout } = await sheaf(['validate', at('in'), '--jobs', '2'], {
    validator: validatorOf({ 'a.xml': [], 'c.xml': [] }),
  });
  expect(stdout.replaceAll(at('in'), '')).toBe(
    '/a.xml · ubl-invoice · en16931 · valid\n\n/b.xml\n  ✗ no XML (file.corrupt)\n\n/c.xml · ubl-invoice · en16931 · valid\n',
  );
  expect(code).toBe(1);
});

test('reads standard input, with a password', async () => {
  const validator = validatorOf({ '-': [] });
  const { code, stdout } = await sheaf(['validate', '-', '--json', '--password', 'open'], {
    validator,
    stdin: '<Invoice/>',
  });
  expect(JSON.parse(stdout)).toMatchObject({ file: '-', valid: true });
  expect(validator.passwords).toEqual(['open']);
  expect(code).toBe(0);
});

test('a file that is not there is a result', async () => {
  const { code, stdout } = await sheaf(['validate', '--json', at('none.xml')], { validator: validatorOf({}) });
  expect(JSON.parse(stdout)).toMatchObject({
    valid: false,
    syntax: null,
    error: { code: expect.stringMatching(/^file\./) },
  });
  expect(code).toBe(1);
});

test('control characters of a message do not reach the terminal', async () => {
  await writeFile(at('a.xml'), 'x');
  const evil = { ...error, message: 'a\u001b[31mb', path: '/In\u202evoice' };
  const { stdout } = await sheaf(['validate', at('a.xml')], { validator: validatorOf({ 'a.xml': [evil] }) });
  for (const unsafe of ['\u001b', '\u202e']) expect(stdout).not.toContain(unsafe);
});

test.each([
  [['validate']],
  [['validate', '-', '-']],
  [['validate', 'a', '--jobs', 'x']],
  [['validate', 'a', '--nope']],
])('%j is wrong usage', async (args) => {
  expect((await sheaf(args)).code).toBe(2);
});

test('an empty folder is no success', async () => {
  await mkdir(at('empty'));
  expect(await sheaf(['validate', at('empty')], { validator: validatorOf({}) })).toMatchObject({
    code: 1,
    stderr: 'sheaf validate: there is no file to judge\n',
  });
});
