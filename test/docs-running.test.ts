// docs/running.md and the unit of systemd against the code: what they name exists, and there is enough time to stop.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { olderAddresses } from '../src/api/older-addresses.ts';
import { commands } from '../src/cli/commands.ts';
import { settings } from '../src/config/settings.ts';

const root = path.dirname(import.meta.dirname);
const page = readFileSync(path.join(root, 'docs/running.md'), 'utf8');
const unit = readFileSync(path.join(root, 'deploy/systemd/sheaf.service'), 'utf8');
const directive = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)![1]!;

test('the unit starts the entry of the program with a command that there is', () => {
  const [, main, command] = directive('ExecStart').split(' ');
  const home = directive('WorkingDirectory');
  expect(existsSync(path.join(root, main!.slice(home.length)))).toBe(true);
  expect(commands.map(({ name }) => name)).toContain(command);
});

test('what may kill the process waits for a stop in order', () => {
  // Ten seconds for closing come on top of the time for work.
  const most = Number(settings.STOP_SECONDS.default) + 10;
  expect(Number(directive('TimeoutStopSec'))).toBeGreaterThan(most);
  for (const [, seconds] of page.matchAll(/(?:stop_grace_period|terminationGracePeriodSeconds): (\d+)/g)) {
    expect(Number(seconds)).toBeGreaterThan(most);
  }
});

test('all settings, commands and older health addresses that it names exist', () => {
  const named = [...page.matchAll(/`([A-Z][A-Z_]+)(?:=[^`]*)?`/g)].map(([, name]) => name!);
  const others = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL', 'SHEAF_LAUNCHER_STAYS'];
  expect(named.filter((name) => !(name in settings) && !others.includes(name))).toEqual([]);
  for (const [, name] of page.matchAll(/`sheaf ([a-z]+)/g)) expect(commands.map((each) => each.name)).toContain(name);
  for (const { older, real } of olderAddresses.filter(({ older }) => older.endsWith('/health'))) {
    expect(page).toContain(`\`${older}\``);
    expect(real).toBe('/healthz');
  }
});
