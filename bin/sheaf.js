#!/usr/bin/env node
// The command `sheaf`: brings the packages if they are missing, then runs src/main.ts on the project's own Node 24.

import path from 'node:path';
import { ensureInstalled, root, runNode } from './launcher.js';

await ensureInstalled({ dev: false });
runNode([path.join(root, 'src', 'main.ts'), ...process.argv.slice(2)], { channel: true });
