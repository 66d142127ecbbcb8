import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sheaf } from '../cli/fake-world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('synth writes the set that was asked for', async () => {
  const out = path.join(folder, 'set');
  const { code, stdout, stderr } = await sheaf([
    'synth',
    '--type',
    'invoice',
    '--count',
    '2',
    '--seed',
    's',
    '--out',
    out,
    '--language',
    'de',
  ]);
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toContain('2 documents');
  const rows = (await readFile(path.join(out, 'gold.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row));
  expect(rows.map((row) => row.meta.language)).toEqual(['de', 'de']);
  expect((await readFile(path.join(out, rows[0].file))).subarray(0, 5).toString()).toBe('%PDF-');
});

const given = ['--type', 'invoice', '--count', '1', '--seed', '1', '--out', 'unused'];
test.each<[string, string[], string]>([
  ['no type', given.slice(2), '--type is missing'],
  ['no seed', ['--type', 'invoice', '--count', '1', '--out', 'unused'], '--seed is missing'],
  ['an unknown type', ['--type', 'invoise', ...given.slice(2)], 'did you mean "invoice"'],
  ['a count that is none', ['--type', 'invoice', '--count', 'many', ...given.slice(4)], '--count takes a whole number'],
  ['an unknown language', [...given, '--language', 'xx'], '--language takes en, de'],
  ['an unknown layout', [...given, '--layout', 'none'], 'window-letter'],
  ['text for what is no receipt', [...given, '--text'], '--text is for receipts and résumés'],
  ['an unknown format', [...given, '--format', 'odt'], '--format takes docx, xlsx, csv'],
  ['a scanned workbook', [...given, '--format', 'xlsx', '--scan'], '--format does not go with'],
  ['a receipt in Word', ['--type', 'receipt', ...given.slice(2), '--format', 'docx'], 'no form as docx'],
  ['each without senders', [...given, '--each', '3'], '--each goes with --senders'],
  ['a count and senders', [...given, '--senders', '3'], 'either --count or --senders'],
  [
    'receipts of senders',
    ['--type', 'receipt', '--senders', '2', '--seed', '1', '--out', 'unused'],
    '--senders is for trade documents',
  ],
  ['people for what is no posting', [...given, '--fit'], '--fit is for --type job_posting'],
  ['a stray argument', [...given, 'more'], 'not "more"'],
])('wrong usage, %s, ends with 2 and says so', async (_, args, message) => {
  const { code, stderr } = await sheaf(['synth', ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
