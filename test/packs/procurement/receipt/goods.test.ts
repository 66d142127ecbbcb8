import { describe, expect, test } from 'vitest';
import { readText } from '../../../support/document-from-text.ts';

const HEAD = `
      SUNRISE MINI MART
       22 Mill Lane
    TEL: 020 7946 0011
Date: 12/05/2021  10:14
`;
const FOOT = (total: string): string => `
TOTAL                     ${total}
CASH                      ${total}
CHANGE                      0.00
THANK YOU
`;

function goods(rows: string, total: string): unknown[] {
  const record = readText(HEAD + rows + FOOT(total)).documents[0]!;
  expect(record.type).toBe('receipt');
  return record.lines.map((line) => [
    line.description?.value,
    line.quantity?.value,
    line.unitPrice?.value,
    (line.netAmount ?? line.grossAmount)?.value,
  ]);
}

describe('goods of a receipt', () => {
  test('one row each', () => {
    expect(goods('WHOLE MILK 1L           1.20\nRYE BREAD               2.35\n', '3.55')).toEqual([
      ['WHOLE MILK 1L', undefined, undefined, 1.2],
      ['RYE BREAD', undefined, undefined, 2.35],
    ]);
  });

  test('quantity and price under the name', () => {
    expect(
      goods(
        'GREEN TEA 25 BAGS\n9555512345678   2 X   3.90     7.80\nRICE CRACKERS\n9555587654321   1 X   2.10     2.10\n',
        '9.90',
      ),
    ).toEqual([
      ['GREEN TEA 25 BAGS', 2, 3.9, 7.8],
      ['RICE CRACKERS', 1, 2.1, 2.1],
    ]);
  });

  test('quantity in front of the name', () => {
    const rows = goods('2 Espresso               5.60\n1 Carrot cake            4.10\n', '9.70') as unknown[][];
    expect(rows.map(([name, quantity, , amount]) => [name, quantity, amount])).toEqual([
      ['Espresso', 2, 5.6],
      ['Carrot cake', 1, 4.1],
    ]);
  });

  test('every cell shows its place', () => {
    const record = readText(`${HEAD}WHOLE MILK 1L           1.20\nRYE BREAD               2.35\n${FOOT('3.55')}`)
      .documents[0]!;
    for (const line of record.lines)
      for (const cell of Object.values(line)) expect(cell.evidence.length).toBeGreaterThan(0);
  });
});
