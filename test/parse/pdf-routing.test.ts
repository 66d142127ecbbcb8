import type { PageComplexityStats } from '@llamaindex/liteparse';
import { describe, expect, it } from 'vitest';
import { isGarbled, isSparse, needsOcr } from '../../src/parse/pdf-routing.ts';
import { collectWords, type PageText } from '../../src/parse/pdf-words.ts';

const A4 = { width: 595, height: 842 };

function textOf(lines: readonly string[]): PageText {
  const items = lines.map((text, i) => ({
    text,
    x: 50,
    y: 50 + i * 14,
    width: text.length * 6,
    height: 12,
    rotation: 0,
  }));
  return collectWords(items, A4, 10_000);
}

const look = (parts: Partial<PageComplexityStats>): PageComplexityStats => ({
  pageNumber: 1,
  textLength: 0,
  textCoverage: 0,
  hasSubstantialImages: false,
  imageBlockCount: 0,
  imageCoverage: 0,
  largestImageCoverage: 0,
  fullPageImage: false,
  isGarbled: false,
  pageArea: 1,
  needsOcr: true,
  reasons: ['no-text'],
  ...parts,
});

const prose = 'The parties agree that payment is due within thirty days of the date of the invoice.';
const empty = textOf([]);
const dense = textOf(Array.from({ length: 12 }, () => prose));
const stamp = textOf(['Scanned on 12.03.2024']);

describe('needsOcr', () => {
  it.each([
    ['a scan without text', empty, look({ fullPageImage: true }), 0, true],
    ['a scan with a stamp', stamp, look({ fullPageImage: true }), 0, true],
    ['a large picture with little text', textOf([prose]), look({ largestImageCoverage: 0.6 }), 0, true],
    ['a scan that carries a text layer', dense, undefined, 0, false],
    ['a short letter with a logo', textOf([prose, prose]), look({ largestImageCoverage: 0.05 }), 0, false],
    ['an empty page', empty, look({}), 0, false],
    ['letters drawn as outlines', empty, look({}), 300, true],
    ['a small picture on an otherwise empty page', empty, look({ largestImageCoverage: 0.1 }), 0, true],
  ])('%s', (_, text, seen, curvedShapes, expected) => {
    expect(needsOcr({ text, curvedShapes }, seen)).toBe(expected);
  });

  it('looks closer only at sparse pages', () => {
    expect(isSparse(dense)).toBe(false);
    expect(isSparse(stamp)).toBe(true);
  });
});

describe('isGarbled', () => {
  it('sees glyphs without meaning', () => {
    expect(isGarbled(textOf(Array.from({ length: 5 }, () => '\uE001\uE002\uE003\uE004 \uE005\uE006\uE007')))).toBe(
      true,
    );
  });

  it('sees letters that form no words', () => {
    expect(
      isGarbled(textOf(Array.from({ length: 12 }, () => 'Wkh sduwlhv djuhh wkdw sdbphqw lv gxh zlwklq wklwb'))),
    ).toBe(true);
  });

  it.each([
    ['English', 'The parties agree that payment is due'],
    ['Polish', 'Strony uzgadniają że płatność następuje w terminie trzydziestu dni'],
    ['Czech with few vowels', 'Strč prst skrz krk a plň smlouvu jak bylo dohodnuto v ceně služeb'],
    ['codes among words', 'Order BRKT XZT-100 quantity net total of the goods delivered here'],
  ])('leaves %s alone', (_, text) => {
    expect(isGarbled(textOf(Array.from({ length: 12 }, () => text)))).toBe(false);
  });
});
