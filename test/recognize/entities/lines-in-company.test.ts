import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesInCompany } from '../../../src/recognize/entities/lines-in-company.ts';

describe('linesInCompany', () => {
  it('gives each line with its neighbours, without white space and empty lines', () => {
    const text = '  one\r\n\r\ntwo \nthree';
    expect(
      linesInCompany(text).map(({ start, end, from, to }) => [text.slice(start, end), text.slice(from, to)]),
    ).toEqual([
      ['one', text.slice(2)],
      ['two', text.slice(2)],
      ['three', text.slice(2)],
    ]);
  });

  it('takes as many neighbours as it needs, and no more', () => {
    const lines = Array.from({ length: 21 }, (_, place) => `${String(place).padStart(2, '0')} ${'x'.repeat(96)}`);
    const middle = linesInCompany(lines.join('\n'))[10]!;
    const company = lines.join('\n').slice(middle.from, middle.to).split('\n');
    expect(company.map((line) => line.slice(0, 2))).toEqual(['07', '08', '09', '10', '11', '12', '13']);
  });

  it('cuts a neighbour without end', () => {
    const long = 'x'.repeat(100_000);
    const [, line] = linesInCompany(`${long}\nmine\n${long}`);
    expect(line!.to - line!.from).toBe(1_204);
  });

  it('holds every line in its company, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        let last = 0;
        for (const { start, end, from, to } of linesInCompany(text)) {
          expect(from <= start && start < end && end <= to && start >= last).toBe(true);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          last = end;
        }
      }),
    );
  });
});
