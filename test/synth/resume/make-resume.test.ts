import { expect, test } from 'vitest';
import { resumeFields } from '../../../src/packs/careers/schema.ts';
import { sniff } from '../../../src/parse/sniff.ts';
import {
  goldRecord,
  listLayouts,
  type SynthDocument,
  type SynthesizeOptions,
  synthesize,
} from '../../../synth/synthesize.ts';

async function collect(options: Omit<SynthesizeOptions, 'type'>): Promise<SynthDocument[]> {
  const documents: SynthDocument[] = [];
  for await (const document of synthesize({ type: 'resume', ...options })) documents.push(document);
  return documents;
}

test('there are at least twenty-five layouts, and a set takes turns through all of them', async () => {
  const layouts = listLayouts('resume');
  expect(layouts.length).toBeGreaterThanOrEqual(25);
  const documents = await collect({ count: layouts.length, seed: 'turns' });
  expect(new Set(documents.map(({ meta }) => meta.layout)).size).toBe(layouts.length);
  expect(new Set(documents.map(({ meta }) => meta.language)).size).toBe(8);
});

test('the truth names fields of the type, lists of the gold set as lists', async () => {
  const known = new Set(resumeFields.map(({ path }) => path));
  for (const document of await collect({ count: 12, seed: 'gold' })) {
    const { fields } = goldRecord(document) as { fields: Record<string, unknown> };
    expect(Object.keys(fields).filter((path) => !known.has(path))).toEqual([]);
    for (const [path, value] of Object.entries(fields))
      expect([path, Array.isArray(value)]).toEqual([path, path.includes('[]')]);
  }
});

test('what is drawn instead of written is not in the truth', async () => {
  const documents = await collect({ count: 24, seed: 'drawn', layout: 'left-sidebar-dark' });
  const paths = documents.flatMap(({ truth }) => Object.keys(truth.fields));
  expect(paths.some((path) => path.startsWith('languages[0].language'))).toBe(true);
  expect(paths.filter((path) => /fluency$|^skills\[\d+\]\.(?:level|keywords)/.test(path))).toEqual([]);
});

test('as plain text, every value stands in it', async () => {
  for (const { text, truth } of await collect({ count: 16, seed: 't', text: true })) {
    const said = text!.replace(/\s+/g, ' ');
    for (const { path, text: printed } of truth.printed)
      for (const word of printed.split(' ')) expect(said, path).toContain(word);
  }
});

test('as Word files, they are the same bytes for the same seed', async () => {
  const [first, again] = [
    await collect({ count: 6, seed: 'w', format: 'docx' }),
    await collect({ count: 6, seed: 'w', format: 'docx' }),
  ];
  expect(again).toEqual(first);
  for (const { bytes } of first) expect(sniff(bytes!).format).toBe('docx');
  expect(new Set(first.map(({ meta }) => meta.layout)).size).toBeGreaterThan(1);
});
