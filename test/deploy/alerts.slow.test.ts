// The alert rules in Prometheus's own hands, where its `promtool` is installed (Debian: package prometheus).

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const promtool = (...args: string[]) => spawnSync('promtool', args, { cwd: root, encoding: 'utf8' });
const isInstalled = promtool('--version').status === 0;

test.skipIf(!isInstalled).each([
  ['check', 'rules', 'deploy/prometheus/alerts.yaml'],
  ['check', 'config', '--syntax-only', 'deploy/prometheus/prometheus.yaml'],
  ['test', 'rules', 'test/deploy/alerts.promtool.yaml'],
])('promtool %s %s', (...args) => {
  const { status, stdout, stderr } = promtool(...args);
  expect(`${stdout}${stderr}`).not.toContain('FAILED');
  expect(status).toBe(0);
});
