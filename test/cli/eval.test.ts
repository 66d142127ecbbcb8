import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hocrOf } from '../../src/cli/gold-input.ts';
import { given, recordOf, resultOf, sheaf } from './fake-world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const writeGold = (...documents: unknown[]) =>
  writeFile(path.join(folder, 'gold.jsonl'), documents.map((d) => JSON.stringify(d)).join('\n'));

test('text and OCR lines reach the reader as files', async () => {
  await writeGold(
    { id: 't', text: 'Invoice 1', fields: { title: 'Invoice 1' } },
    { id: 'o', ocr_lines: [{ box: [10, 10, 90, 10, 90, 30, 10, 30], text: 'Total 5' }], fields: {} },
  );
  const seen: Record<string, string> = {};
  const { code, stdout } = await sheaf(['eval', folder, '--json'], {
    read: async (input) => {
      seen[input.name] = await readFile(input.path, 'utf8');
      return resultOf(input.name, seen[input.name]!);
    },
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ documents: 2, fieldScore: 1 });
  expect(seen['t.txt']).toBe('Invoice 1');
  expect(seen['o.hocr']).toContain('bbox 10 10 90 30');
});

test('words of an OCR line share its box', () => {
  const hocr = hocrOf([{ box: [0, 0, 100, 20], text: 'ab cd & <e>' }]);
  const boxes = [...hocr.matchAll(/ocrx_word" title="bbox (\d+) 0 (\d+) 20; x_wconf \d+">([^<]+)</g)].map((m) => [
    Number(m[1]),
    Number(m[2]),
    m[3],
  ]);
  expect(boxes.map((box) => box[2])).toEqual(['ab', 'cd', '&#38;', '&#60;e&#62;']);
  for (const [i, [from, to]] of boxes.entries()) {
    expect(Number(to)).toBeGreaterThan(Number(from));
    if (i > 0) expect(Number(from)).toBeGreaterThanOrEqual(Number(boxes[i - 1]![1]));
  }
  expect(boxes.at(-1)![1]).toBe(100);
});

test('a table, a page and exit code 1 when a file failed', async () => {
  await writeFile(path.join(folder, 'a.pdf'), '');
  await writeGold(
    { file: 'a.pdf', type: 'invoice', fields: { number: 'INV-17' } },
    { file: '../outside.pdf', fields: {} },
  );
  const report = path.join(folder, 'out.html');
  const { code, stdout } = await sheaf(['eval', folder, '--report', report], {
    read: (input) => resultOf(input.name, '', { documents: [recordOf({ number: given('INV-17') })] }),
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(/number +100\.0 %/);
  expect(stdout).toContain('1 failed');
  expect(await readFile(report, 'utf8')).toContain('outside.pdf');
});

test('several sets are judged as one, with a line for each', async () => {
  const second = path.join(folder, 'second');
  await mkdir(second);
  await writeGold({ id: 'a', text: 'x', type: 'invoice', fields: { number: 'INV-17' } });
  await writeFile(
    path.join(second, 'gold.jsonl'),
    JSON.stringify({ id: 'b', text: 'y', type: 'invoice', fields: { number: 'INV-18' } }),
  );
  const read = {
    read: (input: { name: string }) => resultOf(input.name, '', { documents: [recordOf({ number: given('INV-17') })] }),
  };
  const { code, stdout } = await sheaf(['eval', folder, second, '--json'], read);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    documents: 2,
    calibration: { answers: 2 },
    fieldCalibration: [{ type: 'invoice', path: 'number', answers: 2, accuracy: 0.5 }],
    sets: [
      { set: folder, documents: 1, fieldScore: 1, calibration: { answers: 1 } },
      { set: second, documents: 1, fieldScore: 0, calibration: { answers: 1 } },
    ],
  });
  const page = path.join(folder, 'out.html');
  expect((await sheaf(['eval', folder, second, '--report', page], read)).stdout).toContain('second: 1 documents');
  expect(await readFile(page, 'utf8')).toContain('<h2>Sets</h2>');
});

test.each([[[]], [['a', 'b']], [['nowhere']]])('%j is wrong usage', async (args) => {
  expect((await sheaf(['eval', ...args])).code).toBe(2);
});
