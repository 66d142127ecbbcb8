import { describe, expect, it } from 'vitest';
import { readPageNumber } from '../../src/recognize/page-numbers.ts';
import { documentFromText } from '../support/document-from-text.ts';

const pageOf = (lines: readonly string[]) => documentFromText(lines.join('\n')).pages[0]!;

describe('the number that a page says it has', () => {
  it.each([
    ['Page 2 of 5', { number: 2, of: 5 }],
    ['Seite 1/3', { number: 1, of: 3 }],
    ['Seite 4', { number: 4 }],
    ['Pág. 1 de 2', { number: 1, of: 2 }],
    ['Strona 3 z 4', { number: 3, of: 4 }],
    ['1 / 3', { number: 1, of: 3 }],
    ['- 7 -', { number: 7 }],
    ['Blatt 2 von 2', { number: 2, of: 2 }],
  ])('%s', (text, expected) => expect(readPageNumber(pageOf([text]))).toEqual(expected));

  it.each(['Homepage 24/7', 'Page 5 of 3', 'Order 2 of 5', '17', 'page 12.05.2024'])('%s says none', (text) =>
    expect(readPageNumber(pageOf([text]))).toBeUndefined(),
  );

  it('is looked for at the head and the foot only', () => {
    const lines = [...Array.from({ length: 20 }, (_, i) => `line ${i}`)];
    lines[10] = 'see page 3 of 9';
    expect(readPageNumber(pageOf(lines))).toBeUndefined();
  });
});
