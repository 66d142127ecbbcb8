import { expect, test } from 'vitest';
import { rowsOf, tableOf } from './table-of.ts';

test('goes on without titles where rows stand as the rows before them stood', () => {
  const table = tableOf(
    `
    Service                             Amount
    Garden maintenance                  784.75
    Snow clearing                       100.25
    `,
    `
    Window cleaning                   1,020.00
    Night watch                          80.00
                        Total         1,985.00
    `,
  );
  expect(rowsOf(table, 'description', 'netAmount')).toEqual([
    ['Garden maintenance', 784.75],
    ['Snow clearing', 100.25],
    ['Window cleaning', 1020],
    ['Night watch', 80],
  ]);
  expect(table!.pages).toEqual([1, 2]);
});

test('does not go on with rows that stand elsewhere', () => {
  const table = tableOf(
    `
    Service                             Amount
    Garden maintenance                  784.75
    Snow clearing                       100.25
    `,
    `
              Paid on 3 May        500.00
              Paid on 9 June       385.00
    `,
  );
  expect(rowsOf(table, 'description')).toEqual([['Garden maintenance'], ['Snow clearing']]);
});

const foot = [
  '    Mirador GmbH, Lindenallee 110          030            VAT DE538789288',
  '    26122 Oldenburg                        031            15003',
];
const withFoot = (lines: string[]): string =>
  [...lines, ...Array.from({ length: 46 - lines.length }, () => ''), ...foot].join('\n');

test('leaves out what each page repeats at its foot', () => {
  const titles = '    Service                                Qty          Amount';
  const table = tableOf(
    withFoot([
      titles,
      '    Garden maintenance                       2          784.75',
      '    Snow clearing                            1          100.25',
    ]),
    withFoot([titles, '    Night watch                              1           80.00']),
  );
  expect(rowsOf(table, 'description', 'quantity')).toEqual([
    ['Garden maintenance', 2],
    ['Snow clearing', 1],
    ['Night watch', 1],
  ]);
  expect(table).toMatchObject({ rowsSeen: 3 });
});

test('keeps an item that two pages have at the same place', () => {
  const items = Array.from({ length: 46 }, () => '    Night watch                              1           80.00').join(
    '\n',
  );
  const page = `
    Service                                Qty          Amount
${items}`;
  expect(tableOf(page, page)).toMatchObject({ rowsSeen: 92 });
});
