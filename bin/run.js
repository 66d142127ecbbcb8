#!/usr/bin/env node
// Runs a developer's tool on the project's own Node 24: `node bin/run.js vitest run`, `node bin/run.js scripts/check.ts`.

import fs from 'node:fs';
import path from 'node:path';
import { ensureInstalled, fail, findCommand, root, runNode } from './launcher.js';

const [name, ...args] = process.argv.slice(2);
if (!name) fail('give a tool or a script of this project, as in "node bin/run.js vitest run"');

await ensureInstalled({ dev: true });
const script = fs.existsSync(path.join(root, name)) ? path.join(root, name) : findCommand(name);
if (!script) fail(`neither a script of this project nor an installed tool: ${name}`);
runNode([script, ...args], { channel: false });
