// Part of the image's build: starts the server once and reads one file, so that the compiled code of both lies in the
// image and every container starts fast. Plain JavaScript, like bin/.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const main = path.resolve(import.meta.dirname, '../src/main.ts');
const sample = path.resolve(import.meta.dirname, '../src/warm-up.pdf');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'sheaf-warm-up-'));
const env = { ...process.env, NODE_ENV: 'development', HOST: '127.0.0.1', PORT: '0', DATA_DIR: scratch };

// As the image's entry starts it: compiled code counts for the same flags only.
const start = (args, output) =>
  spawn(process.execPath, ['--max-semi-space-size=2', main, ...args], { env, stdio: ['ignore', output, 'inherit'] });
const ended = (child) => new Promise((resolve) => child.once('exit', (code) => resolve(code)));

const server = start(['serve'], 'pipe');
const end = ended(server);
for await (const line of createInterface({ input: server.stdout })) {
  const { event, address } = JSON.parse(line);
  if (event !== 'ready') continue;
  for (const page of ['/readyz', '/', '/api/v1/openapi.json']) await fetch(address + page);
  server.kill('SIGTERM');
}
const codes = [await end, await ended(start(['read', sample, '--json'], 'ignore'))];
fs.rmSync(scratch, { recursive: true, force: true });
if (codes[0] !== 0 || codes[1] > 1) throw new Error(`serve ended with ${codes[0]}, read with ${codes[1]}`);
