// What `sheaf read` shows: the table for people, and what goes along in `--json`.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/document/value.ts';
import type { HeldResult } from '../../src/pipeline/read-result.ts';
import { given, recordOf, resultOf, sheaf } from './fake-world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (...names: string[]) => path.join(folder, ...names);
const lines = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test('the table shows groups, pages, confidence, origin, lines and issues', async () => {
  await writeFile(at('a.pdf'), '');
  const { stdout } = await sheaf(['read', at('a.pdf')], {
    read: (input) =>
      resultOf(input.name, '', {
        documents: [
          recordOf(
            {
              'seller.vatId': given('DE123456788'),
              number: given('INV-17'),
              grossTotal: given(119, { origin: 'computed', confidence: 0.5, evidence: [] }),
            },
            {
              lines: [
                {
                  description: given('Copper wire'),
                  quantity: given(2),
                  unitPrice: given(9.5),
                  netAmount: given(19),
                },
              ],
              issues: [{ rule: 'x/y', severity: 'error', path: 'grossTotal', message: 'It does not add up.' }],
            },
          ),
        ],
      }),
  });
  expect(stdout).toMatch(/Invoice +98 % sure/);
  expect(stdout).toMatch(/Number +INV-17 +97 % +p\. 1/);
  expect(stdout).toMatch(/Gross total +119\.00 +50 % +computed/);
  expect(stdout).toMatch(/Seller\n +VAT id +DE123456788/);
  expect(stdout).toMatch(/Description +Qty +Unit price +Net\n +Copper wire +2 +9\.50 +19\.00/);
  expect(stdout).toContain('✗ It does not add up.');
  expect(stdout.indexOf('Gross total')).toBeLessThan(stdout.indexOf('Seller'));
});

test('text of a document cannot drive the terminal', async () => {
  await writeFile(at('a.txt'), 'safe\u001b[2J\u001b]0;title\u0007 \u202eevil\r\nnext');
  const { stdout } = await sheaf(['read', at('a.txt')]);
  for (const bad of ['\u001b', '\u0007', '\u202e', '\r']) expect(stdout).not.toContain(bad);
  expect(stdout).toContain('evil next');
});

test('names and arguments cannot drive the terminal either', async () => {
  const name = 'bad\u001b[2J\u009b31m\n\u202ename';
  await writeFile(at(name), '');
  const asTable = await sheaf(['read', at(name), at(`missing ${name}`)]);
  expect(asTable.stdout).toContain(' name ·');
  const asJson = await sheaf(['read', '--json', at(name)]);
  expect(lines(asJson.stdout)[0].file).toBe(at(name));
  const wrong = await sheaf(['read', '--type', name, at(name)]);
  expect(wrong.stderr).toContain('there is no type');
  const noOption = await sheaf(['read', `--${name}`]);
  const noCommand = await sheaf([name]);
  expect(noCommand.stderr).toContain('there is no command');
  for (const { stdout, stderr } of [asTable, asJson, wrong, noOption, noCommand])
    for (const bad of ['\u001b', '\u009b']) expect(stdout + stderr).not.toContain(bad);
});

test('XML beside a page: both sides in the table and in --json, page 0 told by its locator alone', async () => {
  await writeFile(at('a.pdf'), '');
  const evidence = [{ page: 0, box: [0, 0, 0, 0] as const, text: '119.00', locator: '/Invoice/Total' }];
  const printed = [{ page: 1, box: [1, 2, 3, 4] as const, text: '1.190,00' }];
  const total = {
    ...{ value: 119, raw: '119.00', origin: 'xml' as const, confidence: 0.5, source: 'xml', signals: {} },
    evidence,
  };
  const record = recordOf(
    { grossTotal: total },
    {
      structured: { syntax: 'cii', profile: 'en16931', file: 'factur-x.xml', verdict: 'differs' },
      comparison: [
        {
          path: 'grossTotal',
          verdict: 'differs',
          xml: { value: 119, raw: '119.00', evidence },
          page: { value: 1190, raw: '1.190,00', evidence: printed },
        },
        { path: 'number', verdict: 'page does not say', xml: { value: '7', raw: '7', evidence }, page: null },
      ],
      issues: [
        { rule: 'procurement/page-differs', severity: 'error', path: 'grossTotal', message: 'differs', evidence },
      ],
    },
  );
  let asked: unknown;
  const read = (_: unknown, options: unknown) => {
    asked = options;
    return resultOf('a', '', { documents: [record] });
  };
  const table = await sheaf(['read', at('a.pdf')], { read });
  expect(table.stdout).toContain('from factur-x.xml (cii, en16931)');
  expect(table.stdout).toContain('0 agree, 1 differ, 1 not on the page, 0 on the page alone');
  expect(table.stdout).toMatch(/Gross total +XML 119\.00 +page 1190\.00/);
  expect(table.stdout).not.toContain('p. 0');
  const [line] = lines((await sheaf(['read', '--json', '--pages-only', at('a.pdf')], { read })).stdout);
  expect(line.documents[0].structured).toEqual(record.structured);
  expect(line.documents[0].comparison).toEqual(record.comparison);
  expect(line.documents[0].fields.grossTotal.evidence).toEqual(evidence);
  expect(asked).toMatchObject({ pagesOnly: true });
});

test('what a file holds is read along, with its place, and its failures are told', async () => {
  await writeFile(at('mail.eml'), '');
  const { code, stdout } = await sheaf(['read', '--json', at('mail.eml')], {
    read: async (input, options) => {
      const { folder, depth } = options.hold!;
      const put = (position: number) => writeFile(path.join(folder, String(position)), `file ${position}`);
      if (input.name === 'bad.bin') {
        return resultOf(input.name, '', {
          status: 'failed',
          pages: 0,
          documents: [],
          error: { code: 'x', message: 'y' },
        });
      }
      if (depth === 2) return resultOf(input.name, await readFile(input.path, 'utf8'));
      const names = depth === 0 ? ['a.zip', 'bad.bin'] : ['in.txt'];
      for (const index of names.keys()) await put(index + 1);
      const held = names.map((name, index) => ({ position: index + 1, name, size: 1 }));
      return resultOf(input.name, 'own', depth === 0 ? { held } : { held, pages: 0, documents: [] });
    },
  });
  const [line] = lines(stdout);
  expect(code).toBe(1);
  expect(line).toMatchObject({ status: 'partial', pages: 2, error: null });
  expect((line.documents as DocumentRecord[]).map(({ source, fields }) => [source?.path, fields.title!.value])).toEqual(
    [
      [undefined, 'own'],
      ['attachment 1/entry 1', 'file 1'],
    ],
  );
  expect((line.files as HeldResult[]).map(({ path: place, name, status }) => [place, name, status])).toEqual([
    ['attachment 1', 'a.zip', 'succeeded'],
    ['attachment 1/entry 1', 'in.txt', 'succeeded'],
    ['attachment 2', 'bad.bin', 'failed'],
  ]);
});
