// Runs once around the whole suite (vitest's globalSetup): afterwards the logs of all its servers are looked through.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { badLines, findSecrets } from './judge-logs.ts';

export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'sheaf-suite-logs-'));
  process.env.SHEAF_SUITE_LOGS = folder;
  return () => {
    const lines = read(folder, 'log');
    const secrets = read(folder, 'secrets').map((line) => JSON.parse(line) as string);
    rmSync(folder, { recursive: true, force: true });
    const bad = [...findSecrets(lines, secrets), ...badLines(lines)];
    const what = `logs of the suite: ${lines.length} lines, looked through for ${secrets.length} secrets`;
    if (bad.length === 0) return void process.stderr.write(`${what}\n`);
    process.exitCode = 1;
    throw new Error(`${what}: ${bad.length} are wrong\n${bad.slice(0, 20).join('\n')}`);
  };
}

function read(folder: string, kind: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.startsWith(kind));
  return files.flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean));
}
