import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBlocks, groupLines } from '../../../src/document/layout/group-lines.ts';
import type { Rule, Word } from '../../../src/document/parsed-document.ts';

const SIZE = 10;

/** Words of a string set at x, y in a font of `size` with letters half as wide as high; spaces as typed. */
function set(text: string, x: number, y: number, size = SIZE): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    const from = x + match.index * 0.5 * size;
    words.push({ text: match[0], box: [from, y, from + match[0].length * 0.5 * size, y + size * 1.1], size });
  }
  return words;
}

const rowsOf = (words: Word[], rules: Rule[] = []) => {
  const rows: string[] = [];
  for (const line of groupLines(words, 1, { rules })) {
    rows[line.row] = rows[line.row] === undefined ? line.text : `${rows[line.row]} | ${line.text}`;
  }
  return rows;
};

describe('groupLines', () => {
  it('parts label and value at a wide gap and keeps them on one row', () => {
    expect(rowsOf([...set('Invoice number', 50, 100), ...set('INV-17', 200, 100)])).toEqual([
      'Invoice number | INV-17',
    ]);
  });

  it('orders by row, then left to right, whatever the order of the input', () => {
    const words = [...set('second row', 50, 120), ...set('right', 300, 100), ...set('left', 50, 100)];
    expect(rowsOf(words)).toEqual(['left | right', 'second row']);
  });

  it('keeps justified prose whole', () => {
    const words = [
      ...set('which   the buyer   sells or leases to third parties', 50, 100),
      ...set('in the regular  course of business and  that its own', 50, 112),
      ...set('contribution to   these systems  reflects a verified value', 50, 124),
    ];
    expect(rowsOf(words)).toHaveLength(3);
    expect(groupLines(words, 1)).toHaveLength(3);
  });

  it('keeps two columns of prose apart', () => {
    const left = ['the buyer shall pay all', 'of the sums due under the', 'terms set out below and'];
    const right = ['when any of the parties', 'gives notice in writing to', 'the other as agreed here'];
    const words = left.flatMap((text, i) => [...set(text, 50, 100 + i * 12), ...set(right[i]!, 200, 100 + i * 12)]);
    expect(groupLines(words, 1)).toHaveLength(6);
  });

  it('parts tight table cells where the rows around them have gaps', () => {
    const words = [
      ...set('6', 60, 88),
      ...set('1,700.00', 110, 88),
      ...set('# Spots', 50, 100),
      ...set('Gross Amount', 95, 100),
      ...set('3', 60, 112),
      ...set('850.00', 118, 112),
    ];
    expect(rowsOf(words)[1]).toBe('# Spots | Gross Amount');
  });

  it('parts cells at a vertical rule, however close they stand', () => {
    const words = [...set('10.00', 50, 100), ...set('Station', 80, 100)];
    expect(rowsOf(words)).toEqual(['10.00 Station']);
    expect(rowsOf(words, [{ x0: 77, y0: 90, x1: 77, y1: 130 }])).toEqual(['10.00 | Station']);
  });

  it('leaves dot leaders out', () => {
    expect(rowsOf(set('Subtotal ................ 120.00', 50, 100))).toEqual(['Subtotal | 120.00']);
    expect(rowsOf(set('Subtotal . . . . . . . . 120.00', 50, 100))).toEqual(['Subtotal | 120.00']);
    expect(rowsOf(set('Subtotal..............120.00', 50, 100))).toEqual(['Subtotal | 120.00']);
    expect(rowsOf(set('and so on ... to the end.', 50, 100))).toEqual(['and so on ... to the end.']);
  });

  it('keeps a bullet with its text', () => {
    expect(rowsOf([...set('•', 50, 100), ...set('Led a team of five', 72, 100)])).toEqual(['• Led a team of five']);
  });

  it('does not let a big title swallow the address beside it', () => {
    const words = [
      ...set('INVOICE', 300, 100, 36),
      ...set('Example Ltd', 50, 98),
      ...set('1 Main Street', 50, 111),
      ...set('London', 50, 124),
    ];
    const rows = rowsOf(words);
    expect(rows.filter((row) => /Example|Main|London/.test(row))).toHaveLength(3);
  });

  it('puts a big amount on the row of its label when they share a baseline', () => {
    const words = [...set('Total', 50, 111), ...set('99.00', 200, 100, 20)];
    expect(rowsOf(words)).toEqual(['Total | 99.00']);
  });

  it('lets sideways text in the margin stand alone', () => {
    const sideways: Word = { text: 'Reg. No. 12345 Anytown', box: [10, 90, 20, 300], size: 10 };
    const rows = rowsOf([sideways, ...set('first row', 50, 100), ...set('second row', 50, 120)]);
    expect(rows).toEqual(['first row', 'second row', 'Reg. No. 12345 Anytown']);
  });

  it('loses no word and numbers lines and rows in order', () => {
    const word = fc
      .record({
        x: fc.integer({ min: 0, max: 550 }),
        y: fc.integer({ min: 0, max: 780 }),
        text: fc.stringMatching(/^[a-z0-9]{1,9}$/),
      })
      .map(({ x, y, text }) => set(text, x, y)[0]!);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const lines = groupLines(words, 1);
        expect(lines.flatMap((line) => line.words.map((w) => w.text)).toSorted()).toEqual(
          words.map((w) => w.text).toSorted(),
        );
        expect(lines.map((line) => line.index)).toEqual(lines.map((_, i) => i));
        for (const [i, line] of lines.entries()) expect(line.row).toBeGreaterThanOrEqual(lines[i - 1]?.row ?? 0);
      }),
    );
  });
});

describe('groupBlocks', () => {
  const blocksOf = (words: Word[]) => {
    const lines = groupLines(words, 1);
    return groupBlocks(lines, 1).map((block) => block.lines.map((i) => lines[i]!.text).join(' / '));
  };

  it('stacks two addresses side by side into two blocks', () => {
    const words = ['Example Ltd', '1 Main Street', 'London'].flatMap((text, i) => [
      ...set(text, 50, 100 + i * 13),
      ...set(text.toUpperCase(), 300, 100 + i * 13),
    ]);
    expect(blocksOf(words)).toEqual(['Example Ltd / 1 Main Street / London', 'EXAMPLE LTD / 1 MAIN STREET / LONDON']);
  });

  it('keeps a heading apart from the text below it', () => {
    expect(blocksOf([...set('Terms', 50, 100, 16), ...set('Pay within thirty days.', 50, 121)])).toHaveLength(2);
  });

  it('takes an indented first line for the start of its paragraph', () => {
    const first = 'This agreement is made between the parties named below and';
    const words = [...set(first, 70, 100), ...set('takes effect when both have signed it.', 50, 112)];
    expect(blocksOf(words)).toHaveLength(1);
  });

  it('parts paragraphs at a blank line', () => {
    expect(blocksOf([...set('One paragraph.', 50, 100), ...set('Another one.', 50, 130)])).toHaveLength(2);
  });
});
