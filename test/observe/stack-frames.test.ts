import path from 'node:path';
import { expect, test } from 'vitest';
import { frameTexts, stackFrames } from '../../src/observe/stack-frames.ts';

test('frames of ours, of packages and of Node are named from the root of the project', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const stack = [
    'TypeError: canary text of a document',
    `    at readPage (file://${root}/src/parse/pdf.ts:12:34)`,
    `    at async Object.run (/opt/some where/node_modules/kysely/dist/esm/query.js:1:2)`,
    '    at async file:///srv/sheaf/src/reading-child.ts:7:8',
    '    at new Foo.<anonymous> (node:internal/modules/cjs/loader:1554:14)',
  ].join('\n');
  expect(frameTexts(stack)).toEqual([
    'readPage src/parse/pdf.ts:12:34',
    'Object.run node_modules/kysely/dist/esm/query.js:1:2',
    '(top) src/reading-child.ts:7:8',
    'new Foo.<anonymous> node:internal/modules/cjs/loader:1554:14',
  ]);
});

test.each([
  'canary',
  '    at canary',
  '    at canary (canary)',
  '    at canary (/home/canary/invoice.pdf:1:2)',
  '    at Müller GmbH canary, IBAN DE00 (src/canary.ts:1:2)',
  'at canary (src/parse/pdf.ts:1:2)',
  '    at canary (src/parse/../../etc/canary:1:2)',
  '    at eval (eval at canary (src/x.ts:1:1), <anonymous>:1:1)',
])('what a document could write is no frame: %s', (line) => {
  expect(stackFrames(`${line}\n`)).toEqual([]);
});

test('a flood is bounded', () => {
  const line = '    at x (src/parse/pdf.ts:12:34)\n';
  expect(stackFrames(line.repeat(100_000))).toHaveLength(20);
});

test('a real error of this file is found', () => {
  expect(stackFrames(new Error('x').stack!).some(({ file }) => file.startsWith('node_modules/'))).toBe(true);
});
