import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sniff } from '../../src/parse/sniff.ts';
import { LANGUAGES } from '../../synth/regions/all.ts';
import {
  goldRecord,
  listLanguages,
  listLayouts,
  OFFICE_FORMATS,
  SYNTH_TYPES,
  type SynthDocument,
  type SynthesizeOptions,
  synthesize,
  writeGoldSet,
} from '../../synth/synthesize.ts';
import { WORDS } from '../../synth/words/all.ts';
import { findMissing, findOutside, findOverlaps, readPageTexts } from './page-text.ts';

async function collect(options: SynthesizeOptions): Promise<SynthDocument[]> {
  const documents: SynthDocument[] = [];
  for await (const document of synthesize(options)) documents.push(document);
  return documents;
}

describe.each(SYNTH_TYPES)('%s', (type) => {
  test('the same seed gives the same bytes and truth; another seed does not', async () => {
    const first = await collect({ type, count: 4, seed: 7 });
    const again = await collect({ type, count: 4, seed: 7 });
    const other = await collect({ type, count: 4, seed: 8 });
    expect(again).toEqual(first);
    expect(other[0]!.bytes!.equals(first[0]!.bytes!)).toBe(false);
  });

  test('a larger set begins with the smaller one', async () => {
    const small = await collect({ type, count: 2, seed: 'a' });
    const large = await collect({ type, count: 5, seed: 'a' });
    expect(large.slice(0, 2)).toEqual(small);
  });

  test('every layout in every language prints what its truth says, on the page and apart', async () => {
    const faults: string[] = [];
    const layouts = listLayouts(type);
    const languages = listLanguages(type);
    // Two languages a layout, shifting, so that all come up for every type.
    for (const [i, layout] of layouts.entries()) {
      for (const language of [languages[i % languages.length]!, languages[(i + 3) % languages.length]!]) {
        const [document] = await collect({ type, count: 1, seed: `${layout}-${i}`, layout, language });
        const pages = await readPageTexts(document!.bytes!);
        const found = [...findMissing(document!, pages), ...findOutside(pages), ...findOverlaps(pages)];
        if (found.length > 0) faults.push(`${layout} ${document!.meta.region}: ${found.join('; ')}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('runs in every language', async () => {
    for (const language of listLanguages(type)) {
      const [document] = await collect({ type, count: 1, seed: 11, language });
      expect(document!.meta).toMatchObject({ language });
      expect(document!.meta.region.slice(0, 2)).toBe(language);
      expect(Object.keys(document!.truth.fields).length).toBeGreaterThan(2);
    }
  });
});

test('every trade document says what it is', async () => {
  const untitled: string[] = [];
  for (const type of SYNTH_TYPES) {
    if (type === 'receipt' || type === 'contract' || type === 'addendum' || type === 'resume' || type === 'job_posting')
      continue;
    for (const [i, layout] of listLayouts(type).entries()) {
      const language = LANGUAGES[i % 7]!;
      const [document] = await collect({ type, count: 1, seed: i, layout, language });
      const text = (await readPageTexts(document!.bytes!))
        .flatMap((page) => page.pieces.map((piece) => piece.text))
        .join(' ')
        .toLowerCase();
      if (!WORDS[language].titles[type].some((title) => text.includes(title.toLowerCase())))
        untitled.push(`${type} ${layout}`);
    }
  }
  expect(untitled).toEqual([]);
});

test('Office files are the same bytes for the same seed, and say what they are by their content', async () => {
  for (const format of OFFICE_FORMATS) {
    const options = { type: 'invoice', count: 3, seed: 'o', format } as const;
    const [first, again] = [await collect(options), await collect(options)];
    expect(again).toEqual(first);
    for (const { bytes, fileName, truth } of first) {
      expect(sniff(bytes!).format).toBe(format);
      expect(fileName).toMatch(new RegExp(`\\.${format}$`));
      expect(truth.lines.length).toBeGreaterThan(0);
    }
  }
});

test('there are at least forty layouts, sixteen of them for invoices and six for receipts', () => {
  const all = new Set(SYNTH_TYPES.flatMap((type) => listLayouts(type)));
  expect(all.size).toBeGreaterThanOrEqual(40);
  expect(listLayouts('invoice').length).toBeGreaterThanOrEqual(16);
  expect(listLayouts('receipt').length).toBeGreaterThanOrEqual(6);
});

test('a set takes turns through layouts and languages', async () => {
  const documents = await collect({ type: 'invoice', count: 20, seed: 3 });
  expect(new Set(documents.map(({ meta }) => meta.layout)).size).toBe(20);
  expect(new Set(documents.map(({ meta }) => meta.language)).size).toBe(7);
});

test('long tables repeat their header, and every line is in the truth', async () => {
  for await (const document of synthesize({ type: 'invoice', count: 60, seed: 'long', layout: 'framed-form' })) {
    const pages = await readPageTexts(document.bytes!);
    const { lines } = document.truth;
    if (lines.length < 28) continue;
    expect(pages.length).toBeGreaterThan(1);
    const texts = pages.map((page) => page.pieces.map((piece) => piece.text).join(' '));
    const last = lines.at(-1)!.description as string;
    expect(texts.slice(1).some((text) => text.includes(last.split(' ')[0]!))).toBe(true);
    return;
  }
  throw new Error('no long table among sixty invoices');
});

test('a gold set on disk names its files, types, fields, lines and circumstances', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sheaf-test-'));
  try {
    expect(await writeGoldSet(folder, synthesize({ type: 'quotation', count: 3, seed: 1 }))).toBe(3);
    const rows = (await readFile(path.join(folder, 'gold.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row));
    expect((await readdir(path.join(folder, 'files'))).map((name) => `files/${name}`)).toEqual(
      rows.map((row) => row.file),
    );
    expect(rows[0]).toMatchObject({
      id: 'quotation-00001',
      type: 'quotation',
      fields: { number: expect.any(String), issueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
    expect(rows[0].lines[0].description).toEqual(expect.any(String));
    expect(rows[0].meta.layout).toEqual(expect.any(String));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('receipts come as plain text that carries their total', async () => {
  const documents = (await collect({ type: 'receipt', count: 12, seed: 2, text: true })).filter(
    ({ text }) => text !== undefined,
  );
  expect(documents.length).toBeGreaterThanOrEqual(8);
  for (const document of documents) {
    const total = document.truth.printed.find(({ path: at }) => at === 'total')!;
    expect(document.text).toContain(total.text);
    expect(goldRecord(document)).toMatchObject({ text: document.text, type: 'receipt' });
    expect(goldRecord(document)).not.toHaveProperty('file');
  }
});

describe('scanned', () => {
  test('are pixels without a text layer, the same for the same seed, and say what was done to them', async () => {
    const options: SynthesizeOptions = { type: 'receipt', count: 3, seed: 5, scan: true };
    const documents = await collect(options);
    for (const { bytes, fileName, meta } of documents) {
      expect(meta.degradation).toMatchObject({
        dpi: expect.any(Number),
        skew: expect.any(Number),
        format: fileName!.split('.')[1],
      });
      if (fileName!.endsWith('.pdf')) expect((await readPageTexts(bytes!)).flatMap((page) => page.pieces)).toEqual([]);
    }
    const again = await collect({ ...options, count: 1 });
    expect(again[0]!.bytes!.equals(documents[0]!.bytes!)).toBe(true);
  });
});
