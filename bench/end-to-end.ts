// Run as its own process: the same PDFs from file to JSON line, through the sandboxed reader, one at a time.

import { toJsonLine } from '../src/cli/to-json-line.ts';
import { createReader } from '../src/read-pool.ts';

const PASSES = 2;
const files = process.argv.slice(2);
/** Files that went through OCR, whose time says nothing of reading digital pages. */
const scanned = new Set<string>();
const reader = createReader({ jobs: 1 });

/** Pages, and milliseconds for all files one after the other. */
async function readAll(): Promise<{ pages: number; ms: number; bytes: number }> {
  const started = performance.now();
  let pages = 0;
  let bytes = 0;
  for (const file of files) {
    const result = await reader.read({ path: file, name: file });
    pages += result.pages;
    if ((result.timings.ocr ?? 0) > 0) scanned.add(file);
    bytes += toJsonLine(result).length;
  }
  return { pages, ms: performance.now() - started, bytes };
}

// The first read starts the child; a batch pays that once. The first pass is what a short batch gets: compilers still warm up.
await reader.read({ path: files[0]!, name: files[0]! });
const first = await readAll();
let pages = 0;
let ms = 0;
for (let pass = 0; pass < PASSES; pass++) {
  const read = await readAll();
  pages += read.pages;
  ms += read.ms;
}
await reader.close();
const firstPass = (1000 * first.pages) / first.ms;
process.stdout.write(JSON.stringify({ pages, ms, firstPass, bytes: first.bytes, scanned: [...scanned] }));
