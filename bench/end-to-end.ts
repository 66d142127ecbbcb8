// Run as its own process: the same PDFs from file to JSON line, through the sandboxed reader, one at a time.

import { toJsonLine } from '../src/cli/to-json-line.ts';
import { createReader } from '../src/read-pool.ts';

const files = process.argv.slice(2);
const reader = createReader({ jobs: 1 });
// The first read starts the child and loads the engine; a batch pays that once.
await reader.read({ path: files[0]!, name: files[0]! });
const started = performance.now();
let pages = 0;
let bytes = 0;
for (const file of files) {
  const result = await reader.read({ path: file, name: file });
  pages += result.pages;
  bytes += toJsonLine(result).length;
}
const ms = performance.now() - started;
await reader.close();
process.stdout.write(JSON.stringify({ pages, ms, bytes }));
