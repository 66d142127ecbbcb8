// Our models: how fast they answer on one core, and what their process holds.

import { createLocalSource } from '../src/nlp/local-source.ts';
import { type Measurement, measured, median } from './measurement.ts';

const SHORT_PASSAGES = 600;
const ROUNDS = 3;
const MIN_PASSAGES_PER_SECOND = 150;

/** Sentences of contracts, none like another: the same text twice would prove nothing about a cache that is not there. */
const sentence = (i: number): string =>
  `The supplier ${i} shall deliver item ${i * 7} within ${i % 30} days of the order and bear the costs of transport.`;
const long = (i: number): string => Array.from({ length: 14 }, (_, part) => sentence(i * 14 + part)).join(' ');
const jobAd = (i: number): string =>
  `We are looking for a Senior Java developer ${i} at Acme GmbH in Berlin with strong communication skills who writes clean code and reviews the code of others in a team of twelve people, and who has three years of experience with Python and Django or the like.`;

export async function measureModels(): Promise<Measurement[]> {
  const source = createLocalSource();
  try {
    const started = performance.now();
    await source.embed(['first'], {});
    const firstMs = performance.now() - started;
    const passages: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const texts = Array.from({ length: SHORT_PASSAGES }, (_, i) => sentence(round * SHORT_PASSAGES + i));
      const ms = await timeOf(() => source.embed(texts, { urgency: 'background' }));
      passages.push(SHORT_PASSAGES / (ms / 1000));
    }
    const query = await medianOf(100, (i) => source.embed([`how to cancel lease number ${i}`], {}));
    const longText = await medianOf(20, (i) => source.embed([long(i)], {}));
    const one = source.stats().residentBytes;
    await source.findEntities(['first'], {});
    const entities = await medianOf(100, (i) => source.findEntities([jobAd(i)], {}));
    const both = source.stats().residentBytes;
    return [
      measured('models: first answer, with starting the process', firstMs, 'ms'),
      measured('models: embeddings of short passages (about 25 tokens)', median(passages), 'passages/s on one core', {
        bound: 'at least',
        limit: MIN_PASSAGES_PER_SECOND,
      }),
      measured('models: embedding of a query', query, 'ms'),
      measured('models: embedding of a long text (256 tokens)', longText, 'ms'),
      measured('models: entities of 47 words', entities, 'ms'),
      measured('models: memory of the process with the sentence encoder', one / 1e6, 'MB'),
      measured('models: memory of the process with both models', both / 1e6, 'MB'),
    ];
  } finally {
    await source.close();
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function medianOf(times: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await timeOf(() => work(i)));
  return median(all);
}
