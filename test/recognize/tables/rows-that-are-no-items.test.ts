import { expect, test } from 'vitest';
import { rowsOf, tableOf } from './table-of.ts';

test('a heading that runs from a column of numbers into the descriptions belongs to no item', () => {
  const table = tableOf(`
    Quantity     Description                         Price      Amount
    Section 1 - Electrical works
    10           Conduit, buried                      2.00       20.00
    4            Panel light                         40.00      160.00
    Section 2 - Plumbing and drains
    2            Drain pipe                          11.50       23.00

                                        Total:                  203.00
  `);
  expect(rowsOf(table, 'quantity', 'description', 'netAmount')).toEqual([
    [10, 'Conduit, buried', 20],
    [4, 'Panel light', 160],
    [2, 'Drain pipe', 23],
  ]);
});

test('an amount alone is a sum when its label begins where no description does', () => {
  const table = tableOf(`
    Description                                        Amount
    Garden maintenance                                 784.75
    Snow clearing                                      100.25
                              Somma parziale:          885.00
                              Tutto compreso:        1,079.70
  `);
  expect(rowsOf(table, 'description')).toEqual([['Garden maintenance'], ['Snow clearing']]);
  expect(table).toMatchObject({ rowsSeen: 2 });
  expect(table!.excluded.map(({ amount }) => amount)).toEqual([885, 1079.7]);
});

test('what an amount holds already is no item of its own', () => {
  const table = tableOf(`
    Description                        Qty     Price     Amount
    Tablet                               2    399.00     798.00
    Incl. copying levy                   2                 8.48
    Sleeve                               1     69.99      69.99
  `);
  expect(rowsOf(table, 'description', 'netAmount')).toEqual([
    ['Tablet', 798],
    ['Sleeve', 69.99],
  ]);
  expect(table!.excluded).toMatchObject([{ reason: 'component', amount: 8.48 }]);
});

test('a page number under the amounts is not counted as a row', () => {
  const table = tableOf(`
    Description                        Qty     Price     Amount
    Tablet                               2    399.00     798.00
    Sleeve                               1     69.99      69.99
                                                          - 1 -
  `);
  expect(table).toMatchObject({ rowsSeen: 2 });
});
