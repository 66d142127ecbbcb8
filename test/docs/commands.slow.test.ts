// Every command that the docs tell people to type is run, page by page, in the order of the page.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverUrl } from '../support/test-database.ts';
import { commandBlocks } from './command-blocks.ts';
import { type DocsShell, openDocsShell } from './docs-shell.ts';

const root = path.resolve(import.meta.dirname, '../..');
const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`)]
  .filter((page) => page.endsWith('.md'))
  .map((page) => ({ page, blocks: commandBlocks(readFileSync(path.join(root, page), 'utf8')) }))
  .filter(({ blocks }) => blocks.length > 0);

describe.each(pages)('$page', ({ blocks }) => {
  let shell: DocsShell;
  beforeAll(async () => {
    shell = await openDocsShell();
  });
  afterAll(() => shell.close());

  for (const block of blocks) {
    const first = block.script.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'));
    test.skipIf(block.needs.has('postgres') && !serverUrl)(`line ${block.line}: ${first}`, async () => {
      const { code, output } = await shell.run(block);
      expect(code, output).toBe(block.exit);
    });
  }
});
