// The same for whole processes: whatever the commands print, on either stream.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { secretNames } from '../../src/config/settings.ts';
import { around, secrets, WORD, wrongEnvironments } from '../support/canaries.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const main = path.resolve(import.meta.dirname, '../../src/main.ts');

async function run(args: string[], env: Record<string, string>): Promise<{ code: number | null; printed: string }> {
  const child = spawn(process.execPath, ['--no-warnings', main, ...args], { env: { PATH: process.env.PATH, ...env } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += String(chunk);
    });
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, printed };
}

test.each(wrongEnvironments())(
  'commands that refuse settings which are all wrong say nothing of them (%#)',
  async (env) => {
    for (const command of [['serve'], ['audit', 'verify'], ['keys', 'forget', 'auth', '--yes']]) {
      const { code, printed } = await run(command, { DATA_DIR: temporaryFolder(), ...env });
      expect([command[0], code], printed).toEqual([command[0], 2]);
      expect(printed).not.toMatch(WORD);
    }
  },
);

test('a server that cannot reach its database says nothing of its secrets', async () => {
  const env = { ...around, ...secrets, DATA_DIR: temporaryFolder(), LOG_LEVEL: 'trace', PORT: '0' };
  const { code, printed } = await run(['serve'], env);
  expect([code, printed]).toEqual([1, expect.stringContaining('database cannot be reached')]);
  expect(printed).not.toMatch(WORD);
});

test('the doctor names settings and where they come from, and no value', async () => {
  const env = { ...around, ...secrets, DATA_DIR: temporaryFolder(), PORT: '0' };
  const { printed } = await run(['doctor', '--json'], env);
  for (const name of secretNames) expect(printed).toContain(name);
  expect(printed).not.toMatch(WORD);
});
