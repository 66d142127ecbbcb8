import { expect, test } from 'vitest';
import { postingFields } from '../../../src/packs/careers/postings/schema.ts';
import { goldRecord, listLayouts, type SynthDocument, synthesize } from '../../../synth/synthesize.ts';

async function collect(count: number, seed: string): Promise<SynthDocument[]> {
  const documents: SynthDocument[] = [];
  for await (const document of synthesize({ type: 'job_posting', count, seed })) documents.push(document);
  return documents;
}

test('there are at least eight layouts, in six languages', async () => {
  expect(listLayouts('job_posting').length).toBeGreaterThanOrEqual(8);
  const documents = await collect(12, 'turns');
  expect(new Set(documents.map(({ meta }) => meta.layout)).size).toBe(listLayouts('job_posting').length);
  expect(new Set(documents.map(({ meta }) => meta.language)).size).toBe(6);
});

test('the truth names fields of the type, and of each requirement its text, kind and level', async () => {
  const known = new Map(postingFields.map((field) => [field.path, field]));
  for (const document of await collect(12, 'truth')) {
    const { fields } = goldRecord(document) as { fields: Record<string, unknown[]> };
    expect(Object.keys(fields).filter((path) => !known.has(path))).toEqual([]);
    const texts = fields['requirements[].text']!;
    for (const leaf of ['kind', 'level'] as const) {
      const given = fields[`requirements[].${leaf}`]!;
      expect(given.length).toBe(texts.length);
      const allowed = known.get(`requirements[].${leaf}`)!.values!;
      expect(given.filter((value) => !allowed.includes(String(value)))).toEqual([]);
    }
  }
});
