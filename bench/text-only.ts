// Baseline, run as its own process: the bare text of the same PDFs, by the same engine, nothing else done with it.
// With --words: also the boxes of words, which any reading of fields needs.

import { readFile } from 'node:fs/promises';
import { LiteParse } from '@llamaindex/liteparse';

const withWords = process.argv[2] === '--words';
const files = process.argv.slice(withWords ? 3 : 2);
const PASSES = 2;
const options = {
  ocrEnabled: false,
  quiet: true,
  numWorkers: 1,
  imageMode: 'off',
  extractLinks: false,
  outputFormat: withWords ? 'json' : 'text',
  emitWordBoxes: withWords,
} as const;

async function pagesOf(file: string): Promise<number> {
  const { pages } = await new LiteParse(options).parse(await readFile(file));
  return pages.length;
}

// One pass warms up, as for the other side.
for (const file of files) await pagesOf(file);
const started = performance.now();
let pages = 0;
for (let pass = 0; pass < PASSES; pass++) for (const file of files) pages += await pagesOf(file);
process.stdout.write(JSON.stringify({ pages, ms: performance.now() - started }));
