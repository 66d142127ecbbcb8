// A file over 400 lines is doing more than one thing. Those that may be longer say why here.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const MAX_LINES = 400;

/** Path or folder → why it may be long. */
const allowed: Readonly<Record<string, string>> = {};

const root = path.dirname(import.meta.dirname);
const files = execFileSync(
  'git',
  [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'src',
    'test',
    'scripts',
    'bench',
    'synth',
    'bin',
    'console',
  ],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\.(ts|tsx|js|mjs|css)$/.test(file));

let bad = 0;
for (const file of files) {
  let text: string;
  try {
    text = readFileSync(path.join(root, file), 'utf8');
  } catch {
    continue; // deleted, not yet committed
  }
  const lines = text.split('\n').length - 1;
  if (lines <= MAX_LINES || Object.keys(allowed).some((key) => file === key || file.startsWith(`${key}/`))) continue;
  bad++;
  console.log(`${file}: ${lines} lines, the limit is ${MAX_LINES}; split it by what its parts do`);
}
process.exitCode = bad > 0 ? 1 : 0;
