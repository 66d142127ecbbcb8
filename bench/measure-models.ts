// Our models: how fast they answer, and what their process holds. Throughput is told by the time that the process had a core for
// itself, so that others on the machine count for nothing.

import { readFileSync } from 'node:fs';
import { createLocalSource } from '../src/nlp/local-source.ts';
import { type Measurement, measured, median } from './measurement.ts';

const SHORT_PASSAGES = 600;
const LONG_TEXTS = 100;
const ADS = 300;
const ROUNDS = 3;
/** Of the kernel's accounts (`getconf CLK_TCK`), the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
export const MIN_PASSAGES_PER_SECOND = 150;

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
      const before = childCpuSeconds();
      await source.embed(texts, { urgency: 'background' });
      passages.push(SHORT_PASSAGES / (childCpuSeconds() - before));
    }
    const query = await medianOf(100, (i) => source.embed([`how to cancel lease number ${i}`], {}));
    const longText = await medianOf(20, (i) => source.embed([long(i)], {}));
    const beforeLong = childCpuSeconds();
    await source.embed(
      Array.from({ length: LONG_TEXTS }, (_, i) => long(i)),
      { urgency: 'background' },
    );
    const longCpuMs = ((childCpuSeconds() - beforeLong) / LONG_TEXTS) * 1000;
    const one = source.stats().residentBytes;
    await source.findEntities(['first'], {});
    const entities = await medianOf(100, (i) => source.findEntities([jobAd(i)], {}));
    const beforeAds = childCpuSeconds();
    await source.findEntities(
      Array.from({ length: ADS }, (_, i) => jobAd(i)),
      { urgency: 'background' },
    );
    const adCpuMs = ((childCpuSeconds() - beforeAds) / ADS) * 1000;
    const both = source.stats().residentBytes;
    return [
      measured('models: first answer, with starting the process', firstMs, 'ms'),
      measured('models: embeddings of short passages (about 25 tokens)', median(passages), 'passages/s on one core', {
        bound: 'at least',
        limit: MIN_PASSAGES_PER_SECOND,
      }),
      measured('models: embedding of a query', query, 'ms'),
      measured('models: embedding of a long text (256 tokens)', longText, 'ms'),
      measured('models: embedding of a long text, processor', longCpuMs, 'ms of one core'),
      measured('models: entities of 47 words', entities, 'ms'),
      measured('models: entities of 47 words, processor', adCpuMs, 'ms of one core'),
      measured('models: memory of the process with the sentence encoder', one / 1e6, 'MB'),
      measured('models: memory of the process with both models', both / 1e6, 'MB'),
    ];
  } finally {
    await source.close();
  }
}

/** Of all children of this process that live. */
export function childCpuSeconds(): number {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  const ticks = children.map((pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return ticks.reduce((sum, each) => sum + each, 0) / TICKS_PER_SECOND;
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
