import { expect, test } from 'vitest';
import { identifierLikeness, sharedCodes } from '../../src/match/features/code-features.ts';
import { codesIn } from '../../src/match/features/codes.ts';
import { assignedLines } from '../../src/match/features/line-features.ts';
import { daysBetween, numberRatio, sameAmount, sameQuantities } from '../../src/match/features/number-features.ts';
import {
  alikeInMeaning,
  containedWords,
  nothingRareLeft,
  sameName,
  sharedWords,
} from '../../src/match/features/text-features.ts';
import { jaroWinkler, trigramLikeness } from '../../src/match/features/text-similarity.ts';
import type { MatchFeature, Subject } from '../../src/match/match-spec.ts';
import { countWords, rarityIn } from '../../src/match/word-rarity.ts';

const subject = (values: Subject['values'], lines: Subject['lines'] = []): Subject => ({
  id: 'x',
  type: 't',
  values,
  lines,
});
const context = { rarity: () => 1 };
const about = { id: 'a', title: 'A', paths: ['text'] };
const of = (feature: MatchFeature, left: unknown, right: unknown): number | undefined => {
  const side = (text: unknown): Subject => subject(text === undefined ? {} : { text: text as string });
  return feature.compare(side(left), side(right), context)?.value;
};

test.each([
  ['INV-2024-017', 'inv 2024 017', 1, 1],
  ['INV-O17', 'INV-017', 0.97, 0.97],
  ['PO-00017', 'PO17', 0.95, 0.95],
  ['4500123456', '4500123457', 0.4, 0.65],
  ['4500123456', '9900777111', 0, 0.05],
  ['VMAX92', 'VMAX92UWV2', 0.8, 0.95],
  ['A-1', 'B-2', 0, 0],
])('%s and %s are alike as identifiers by %d to %d', (left, right, low, high) => {
  expect(identifierLikeness(left, right)).toBeGreaterThanOrEqual(low);
  expect(identifierLikeness(left, right)).toBeLessThanOrEqual(high);
});

test.each([
  ['sony mdr-xb40ex 13.5 mm earbuds', ['mdrxb40ex']],
  ['hp 51644c hp 44 ink', ['51644c']],
  ['16gb usb 2.0 1080p 3d-ready 802.11n 100ft', []],
  ['case 602956007722 for ipad 2', ['602956007722']],
])('codes in “%s”', (text, codes) => {
  expect(codesIn(text)).toEqual(codes);
});

test('a code that one text has as a word and the other in its model number is shared; a longer one is a variant', () => {
  expect(of(sharedCodes(about), 'mdrxb40ex headphones', 'Sony MDR-XB40EX')).toBe(1);
  const variant = of(sharedCodes(about), 'adapter gbu421', 'adapter gbu421w6')!;
  expect(variant).toBeGreaterThan(0.7);
  expect(variant).toBeLessThan(1);
  expect(of(sharedCodes(about), 'adapter gbu421', 'cable xk-9921')).toBe(0);
  expect(of(sharedCodes(about), 'adapter gbu421', 'adapter')).toBeUndefined();
});

test.each([
  ['8gb card', '16 GB card', 0],
  ['8gb card', '8 GB card', 1],
  ['15.4 in', '15.4-inch', 1],
  ['2 kg', '2000 g', 1],
  ['8gb card', '3 ft cable', undefined],
])('sizes in “%s” and “%s”', (left, right, value) => {
  expect(of(sameQuantities(about), left, right)).toBe(value);
});

test('rare words weigh more than common ones', () => {
  const texts = ['red bag', 'blue bag', 'green bag', 'bag of kryptonite', 'old bag'];
  const rarity = rarityIn(countWords(texts));
  expect(rarity('kryptonite')).toBeGreaterThan(rarity('bag'));
  const compare = (a: string, b: string) =>
    sharedWords(about).compare(subject({ text: a }), subject({ text: b }), { rarity })!.value;
  expect(compare('bag kryptonite', 'kryptonite box')).toBeGreaterThan(compare('bag kryptonite', 'bag box'));
});

test('a short name inside a long one is contained, and nothing rare is left of it', () => {
  expect(of(containedWords(about), 'arc mouse', 'microsoft arc touch mouse black')).toBe(1);
  expect(of(nothingRareLeft(about), 'arc mouse', 'microsoft arc touch mouse black')).toBe(1);
  expect(of(nothingRareLeft(about), 'arc mouse red', 'arc mouse blue')).toBe(0);
});

test.each([
  ['Müller GmbH', 'MULLER GMBH', 1],
  ['elite', 'Elite Screens', 0.9],
])('names %s and %s', (left, right, value) => {
  expect(of(sameName(about), left, right)).toBe(value);
});

test('Jaro-Winkler and trigrams give the figures of their definitions', () => {
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
  expect(jaroWinkler('', 'a')).toBe(0);
  expect(trigramLikeness('night', 'night')).toBe(1);
  expect(trigramLikeness('abc', 'xyz')).toBe(0);
});

test('amounts, ratios and days', () => {
  const amount = sameAmount({ ...about, tolerance: 0.01, zeroAt: 0.21 });
  const on = (feature: MatchFeature, a: unknown, b: unknown) => of(feature, a, b);
  expect(on(amount, 100, 100.5)).toBe(1);
  expect(on(amount, 100, -100)).toBe(1);
  expect(on(amount, 89, 100)).toBeCloseTo(0.5, 6);
  expect(on(amount, 10, 100)).toBe(0);
  expect(on(amount, undefined, 100)).toBeUndefined();
  expect(on(numberRatio(about), 50, 100)).toBe(0.5);
  expect(on(numberRatio(about), 0, 100)).toBeUndefined();
  const days = daysBetween({ ...about, from: 0, to: 30, fadeDays: 10 });
  expect(on(days, '2024-01-01', '2024-01-31')).toBe(1);
  expect(on(days, '2024-01-01', '2024-02-05')).toBe(0.5);
  expect(on(days, '2024-01-01', '2023-12-01')).toBe(0);
  expect(on(days, '2024-01-01', 'soon')).toBeUndefined();
});

test('lines find theirs whatever their order, and each only one', () => {
  const lines = assignedLines({
    id: 'l',
    title: 'Lines',
    identifiers: ['sku'],
    texts: ['description'],
    numbers: ['quantity'],
  });
  const bolt = { sku: 'B-100-X', description: 'hexagon bolt', quantity: 4 };
  const nut = { sku: 'N-200-Y', description: 'wing nut', quantity: 9 };
  const compare = (a: Subject['lines'], b: Subject['lines']) =>
    lines.compare(subject({}, a), subject({}, b), context)?.value;
  expect(compare([bolt, nut], [nut, bolt])).toBe(1);
  expect(compare([bolt, bolt], [bolt, nut])).toBe(0.5);
  expect(compare([bolt], [bolt, nut])).toBe(1);
  expect(compare([], [bolt])).toBeUndefined();
});

test('meaning is compared only where somebody computed it', () => {
  const feature = alikeInMeaning(about);
  expect(of(feature, 'a', 'b')).toBeUndefined();
  const likeness = () => 0.7;
  expect(feature.compare(subject({ text: 'a' }), subject({ text: 'b' }), { ...context, likeness })?.value).toBe(0.7);
});

test('texts that would make patterns backtrack take no longer than others of their length', () => {
  const feature = sharedCodes(about);
  const time = (text: string): number => {
    const started = performance.now();
    for (let i = 0; i < 5; i++) of(feature, `${text}${i}`, `${text}x${i}`);
    return performance.now() - started;
  };
  time('warm up');
  const plain = time('lorem ipsum dolor 12 '.repeat(2000));
  const hostile = Math.max(time('a-1.'.repeat(10_000)), time('1'.repeat(40_000)), time('-'.repeat(40_000)));
  expect(hostile).toBeLessThan(20 * plain + 500);
});
