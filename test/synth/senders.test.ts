import { expect, test } from 'vitest';
import { type SynthDocument, type SynthesizeOptions, synthesize } from '../../synth/synthesize.ts';
import { findMissing, findOutside, readPageTexts } from './page-text.ts';

async function collect(options: SynthesizeOptions): Promise<SynthDocument[]> {
  const documents: SynthDocument[] = [];
  for await (const document of synthesize(options)) documents.push(document);
  return documents;
}

const wanted = { type: 'invoice', count: 8, each: 3, seed: 'a' } as const;

test('documents of one business keep its address, numbers, layout and words, and differ in what they say', async () => {
  const documents = await collect(wanted);
  expect(documents.length).toBe(24);
  const groups = Map.groupBy(documents, ({ meta }) => meta.sender);
  expect(groups.size).toBe(8);
  for (const group of groups.values()) {
    const kept = ['seller.name', 'seller.address', 'seller.vatId', 'seller.iban'] as const;
    for (const path of kept) expect(new Set(group.map(({ truth }) => truth.fields[path])).size).toBeLessThanOrEqual(1);
    expect(new Set(group.map(({ meta }) => `${meta.layout} ${meta.region} ${meta.oddity}`)).size).toBe(1);
    expect(new Set(group.map(({ truth }) => truth.fields.number)).size).toBe(3);
  }
  expect(new Set([...groups.values()].map(([one]) => one!.truth.fields['seller.name'])).size).toBe(8);
});

test('a larger set begins with the smaller one, and the same seed gives the same bytes', async () => {
  const small = await collect({ ...wanted, count: 3 });
  expect(await collect({ ...wanted, count: 3 })).toEqual(small);
  expect((await collect(wanted)).slice(0, 9)).toEqual(small);
});

test('odd senders print number and date bare, under words of their own, or beside others; the page still says the truth', async () => {
  const documents = await collect({ type: 'invoice', count: 8, each: 1, seed: 'odd', language: 'en' });
  expect(new Set(documents.map(({ meta }) => meta.oddity))).toEqual(
    new Set(['none', 'unlabelled', 'own-words', 'rivals']),
  );
  for (const document of documents) {
    const pages = await readPageTexts(document.bytes!);
    expect([...findMissing(document, pages), ...findOutside(pages)]).toEqual([]);
    const top = pages[0]!.pieces.filter(({ y }) => y < 30).map(({ text }) => text);
    const number = String(document.truth.fields.number);
    if (document.meta.oddity === 'unlabelled') expect(top).toContain(number);
    else expect(top).not.toContain(number);
  }
});
