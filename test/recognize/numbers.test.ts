import { describe, expect, it } from 'vitest';
import { applyNumberStyle, resolveNumberStyle } from '../../src/recognize/number-style.ts';
import { findNumbers } from '../../src/recognize/numbers.ts';

const NBSP = '\u00a0';
const THIN = '\u2009';
const NARROW = '\u202f';

describe('findNumbers reads', () => {
  it.each<[string, number[], 'dot' | 'comma' | 'none']>([
    ['1.234,56', [1234.56], 'comma'],
    ['1,234.56', [1234.56], 'dot'],
    ['1 234,56', [1234.56], 'comma'],
    [`1${NBSP}234,56`, [1234.56], 'comma'],
    [`1${THIN}234.56`, [1234.56], 'dot'],
    [`1${NARROW}234${NARROW}567`, [1234567], 'none'],
    ["1'234.56", [1234.56], 'dot'],
    ['1’234.56', [1234.56], 'dot'],
    ["1'234'567", [1234567], 'none'],
    ['12,34,567.89', [1234567.89], 'dot'],
    ['1,23,456', [123456], 'none'],
    ['1.234.567', [1234567], 'none'],
    ['1,234,567', [1234567], 'none'],
    ['1.234', [1234, 1.234], 'none'],
    ['1,234', [1234, 1.234], 'none'],
    ['0.125', [0.125], 'dot'],
    ['0,125', [0.125], 'comma'],
    ['1234.5678', [1234.5678], 'dot'],
    ['12,3456', [12.3456], 'comma'],
    ['0.001234', [0.001234], 'dot'],
    ['1234,5', [1234.5], 'comma'],
    ['1234.567', [1234.567], 'dot'],
    ['5', [5], 'none'],
    ['0', [0], 'none'],
    ['-5', [-5], 'none'],
    ['−5,5', [-5.5], 'comma'],
    ['− 5,5', [-5.5], 'comma'],
    ['1.234,56-', [-1234.56], 'comma'],
    ['(1,234.56)', [-1234.56], 'dot'],
    ['( 12.50 )', [12.5], 'dot'],
    ['(5)', [5], 'none'],
    ['12.50 CR', [-12.5], 'dot'],
    ['12.50CR', [-12.5], 'dot'],
    ['.50', [0.5], 'dot'],
    ['1,234 .56', [1234.56], 'dot'],
    ['1,234. 56', [1234.56], 'dot'],
    ['1.234.56', [1234.56], 'dot'],
    ['9999999999999.99', [9999999999999.99], 'dot'],
    ['Total: 5.', [5], 'none'],
    ['(12.50', [12.5], 'dot'],
    ['-0', [0], 'none'],
    ['1 234 567.8', [1234567.8], 'dot'],
  ])('%s', (text, readings, style) => {
    const mentions = findNumbers(text);
    expect(mentions.map((m) => m.value.readings)).toEqual([readings]);
    expect(mentions[0]!.value.style).toBe(style);
    expect(text.slice(mentions[0]!.start, mentions[0]!.end)).toBe(mentions[0]!.raw);
  });

  it('covers sign and parentheses with the span', () => {
    expect(findNumbers('a (1,234.56) b')[0]!.raw).toBe('(1,234.56)');
    expect(findNumbers('a -5 b')[0]!.raw).toBe('-5');
    expect(findNumbers('a 5,00- b')[0]!.raw).toBe('5,00-');
  });

  it('marks numbers that ordinary spaces join, and splits them when asked', () => {
    expect(findNumbers('2 100,00')[0]!.value).toMatchObject({ readings: [2100], spaced: true });
    expect(findNumbers(`2${NBSP}100,00`)[0]!.value.spaced).toBe(false);
    expect(findNumbers('2 100,00', { joinSpaces: false }).map((m) => m.value.readings)).toEqual([[2], [100]]);
  });

  it('keeps neighbours apart that cannot be one number', () => {
    const values = (text: string) => findNumbers(text).map((m) => m.value.readings[0]);
    expect(values('10 100.000,00')).toEqual([10, 100000]);
    expect(values('5 12,50 62,50')).toEqual([5, 12.5, 62.5]);
    expect(values('030 123,50')).toEqual([30, 123.5]);
    expect(values('1, 2, 3')).toEqual([1, 2, 3]);
  });

  it.each([
    '',
    'abc',
    'A12',
    '12A',
    '1.2.3',
    '1,2,3',
    '10-20',
    '12/05/2018',
    '2018-03-05',
    '14:30',
    '12345678901234567890',
    '192.168.10.12',
    '1.23.456',
    "5'18",
    '+4930',
    'INV2020.50',
    '5kg',
    'x@1.5',
    '1.123456789',
  ])('no free number in %s', (text) => {
    expect(findNumbers(text)).toEqual([]);
  });
});

describe('resolveNumberStyle', () => {
  const style = (text: string, hints = {}) => resolveNumberStyle(findNumbers(text), hints);

  it.each([
    ['1.234,56 and 1.234', 'comma'],
    ['1,234.56 and 1,234', 'dot'],
    ['12,50 and 1.234', 'comma'],
    ['12.50 and 1,234', 'dot'],
    ['1.234.567', 'comma'],
    ['1,234,567', 'dot'],
    ['12.50 and 1.234,56', 'comma'],
  ])('from the numbers %s: %s', (text, expected) => {
    expect(style(text, { language: expected === 'dot' ? 'de' : 'en' })).toBe(expected);
  });

  it('from hints when the numbers say nothing', () => {
    expect(style('1.234', { language: 'de' })).toBe('comma');
    expect(style('1.234', { language: 'en' })).toBe('dot');
    expect(style('1.234', { language: 'de', country: 'CH' })).toBe('dot');
    expect(style('1.234', { language: 'en', country: 'DE' })).toBe('comma');
    expect(style('1.234')).toBeNull();
  });

  it('settles ambiguous numbers', () => {
    const apply = (text: string, s: 'dot' | 'comma' | null) => applyNumberStyle(findNumbers(text)[0]!, s);
    expect(apply('1.234', 'comma')).toBe(1234);
    expect(apply('1.234', 'dot')).toBe(1.234);
    expect(apply('1,234', 'comma')).toBe(1.234);
    expect(apply('1,234', 'dot')).toBe(1234);
    expect(apply('-1.234', 'dot')).toBe(-1.234);
    expect(apply('1.234', null)).toBe(1234);
    expect(apply('12,50', 'dot')).toBe(12.5);
  });
});
