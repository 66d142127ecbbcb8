// Baseline, run as its own process: the bare text of the same PDFs, by the same engine, nothing else done with it.

import { readFile } from 'node:fs/promises';
import { LiteParse } from '@llamaindex/liteparse';

const files = process.argv.slice(2);
const options = {
  ocrEnabled: false,
  quiet: true,
  numWorkers: 1,
  outputFormat: 'text',
  imageMode: 'off',
  extractLinks: false,
} as const;

async function pagesOf(file: string): Promise<number> {
  const { pages } = await new LiteParse(options).parse(await readFile(file));
  return pages.length;
}

await pagesOf(files[0]!);
const started = performance.now();
let pages = 0;
for (const file of files) pages += await pagesOf(file);
process.stdout.write(JSON.stringify({ pages, ms: performance.now() - started }));
