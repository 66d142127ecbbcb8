// `npm run picture`: docs/read.svg, the real output of `sheaf read` on a generated invoice.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { terminalPicture } from './docs/terminal-picture.ts';

const root = path.dirname(import.meta.dirname);
const main = path.join(root, 'src', 'main.ts');
const seed = process.argv[2] ?? '11';
const folder = mkdtempSync(path.join(os.tmpdir(), 'sheaf-picture-'));
try {
  execFileSync(process.execPath, [
    main,
    'synth',
    '--type',
    'invoice',
    '--language',
    'en',
    '--count',
    '1',
    '--seed',
    seed,
    '--out',
    folder,
  ]);
  const { stdout } = spawnSync(process.execPath, [main, 'read', 'invoice-00001.pdf'], {
    cwd: path.join(folder, 'files'),
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' },
  });
  writeFileSync(path.join(root, 'docs', 'read.svg'), terminalPicture(stdout, 'npx sheaf read invoice-00001.pdf'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
