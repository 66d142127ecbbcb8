import { describe, expect, test } from 'vitest';
import type { OcrWord } from '../../../src/parse/ocr/engine.ts';
import { mergeWords } from '../../../src/parse/ocr/merge-words.ts';
import { parseTsv } from '../../../src/parse/ocr/tsv.ts';
import { isNoise, meanConfidence, sureText } from '../../../src/parse/ocr/word-quality.ts';

const word = (text: string, x0: number, confidence: number, width = 50): OcrWord => ({
  ...{ text, x0, y0: 0, x1: x0 + width, y1: 20 },
  confidence,
  line: '1',
});
const texts = (words: readonly OcrWord[]): string[] => words.map((w) => w.text);

describe('two readings of a page', () => {
  test('keep the surer of two words on the same ink', () => {
    expect(texts(mergeWords([word('T0tal', 0, 0.4)], [word('Total', 2, 0.9)]))).toEqual(['Total']);
    expect(texts(mergeWords([word('Total', 0, 0.9)], [word('T0tal', 2, 0.4)]))).toEqual(['Total']);
  });
  test('keep a word whole or in parts, whichever is better read', () => {
    const parts = [word('Grand', 0, 0.9), word('total', 60, 0.95)];
    const whole = [word('Grcndtctal', 0, 0.5, 110)];
    expect(texts(mergeWords(parts, whole))).toEqual(['Grand', 'total']);
    expect(texts(mergeWords(whole, parts))).toEqual(['Grand', 'total']);
  });
  test('add what only one of them saw, unless it is a guess', () => {
    const second = [word('Date', 200, 0.8), word('wc', 400, 0.1)];
    expect(texts(mergeWords([word('Total', 0, 0.9)], second))).toEqual(['Total', 'Date']);
    expect(texts(mergeWords([word('Total', 0, 0.2)], []))).toEqual(['Total']);
  });
});

describe('output of Tesseract', () => {
  const header = 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
  test('gives its words with boxes and confidence', () => {
    const rows = ['4\t1\t1\t1\t1\t0\t10\t20\t300\t30\t-1\t', '5\t1\t1\t1\t2\t1\t10\t20\t90\t30\t96.5\tINV-17'];
    expect(parseTsv([header, ...rows].join('\n'))).toEqual([
      { text: 'INV-17', x0: 10, y0: 20, x1: 100, y1: 50, confidence: 0.965, line: '1.1.1.2' },
    ]);
  });
  test('leaves out what is no word: empty text, no area, cut rows', () => {
    const rows = ['5\t1\t1\t1\t2\t1\t10\t20\t90\t30\t96\t  ', '5\t1\t1\t1\t2\t1\t10\t20\t0\t30\t96\tx', '5\t1\t1\t1'];
    expect(parseTsv([header, ...rows].join('\n'))).toEqual([]);
  });
  test('keeps words whose confidence is missing, as unsure', () => {
    expect(parseTsv('5\t1\t1\t1\t2\t1\t10\t20\t9\t30\tnan\tx')[0]?.confidence).toBe(0);
  });
});

describe('quality of words', () => {
  test('takes unsure strokes for noise, but never a real word', () => {
    expect([word('|', 0, 0.2), word('—', 0, 0.3), word('e', 0, 0.05)].map(isNoise)).toEqual([true, true, true]);
    expect([word('€', 0, 0.8), word('47.80', 0, 0), word('7', 0, 0.5)].map(isNoise)).toEqual([false, false, false]);
  });
  test('weighs confidence by length', () => {
    expect(meanConfidence([word('abcdefghi', 0, 0.9), word('x', 0, 0)])).toBeCloseTo(0.81);
    expect(meanConfidence([])).toBe(0);
  });
  test('counts as sure text only what is more likely right than wrong', () => {
    expect(sureText([word('Total', 0, 0.9), word('wvxz', 0, 0.3), word('.', 0, 1)])).toBeCloseTo(2);
  });
});
