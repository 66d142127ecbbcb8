import { expect, test } from 'vitest';
import { rowsOf, tableOf } from './table-of.ts';

test('a row that sums hours and amounts is no item', () => {
  const table = tableOf(`
    Task                      Hours      Rate      Amount
    Workshop                   6.50     95.00      617.50
    Review                     2.25     95.00      213.75
    Total hours                8.75                831.25
  `);
  expect(rowsOf(table, 'description')).toEqual([['Workshop'], ['Review']]);
  expect(table).toMatchObject({ rowsSeen: 2, excluded: [{ amount: 831.25 }] });
});

test('an item that is included costs nothing, and is an item', () => {
  const table = tableOf(`
    Description              Qty       Price        Amount
    Machine                    1    9,500.00      9,500.00
    Training                   2    included      included
    Total                                         9,500.00
  `);
  expect(rowsOf(table, 'description', 'quantity', 'netAmount')).toEqual([
    ['Machine', 1, 9500],
    ['Training', 2, null],
  ]);
});

test('a name that goes on in its row of numbers begins above it', () => {
  const table = tableOf(`
    Description                       Qty     Unit price      Amount
    Maintenance
    for elevators                       1       1,800.00    1,800.00
    Call-out
    at weekends                         3         250.00      750.00
    Total                                                   2,550.00
  `);
  expect(rowsOf(table, 'description', 'netAmount')).toEqual([
    ['Maintenance for elevators', 1800],
    ['Call-out at weekends', 750],
  ]);
});

test('of two columns of counts the one that explains the amounts is the quantity', () => {
  const table = tableOf(`
    Description         Ordered   Shipped    Price      Amount
    Filter oil               10         8     5.00       40.00
    Filter air                4         4     7.50       30.00
  `);
  expect(rowsOf(table, 'quantity')).toEqual([[8], [4]]);
});

test('amounts without a title of their own are a column', () => {
  const table = tableOf(`
    Quantity    Description                  Price
    3           Paint                        45.00      135.00
    2           Brush                         6.00       12.00
    Total                                               147.00
  `);
  expect(rowsOf(table, 'unitPrice', 'netAmount')).toEqual([
    [45, 135],
    [6, 12],
  ]);
});

test('a second column of prices beside gross amounts is the net amount', () => {
  const table = tableOf(`
    Popis          Množství    Jedn. cena    Cena       DPH %    Celkem s DPH
    Papír                10        100,00    1000,00       21         1210,00
    Toner                 2        900,00    1800,00       21         2178,00
  `);
  expect(rowsOf(table, 'unitPrice', 'netAmount', 'grossAmount')).toEqual([
    [100, 1000, 1210],
    [900, 1800, 2178],
  ]);
});

test.each([
  ['Web design, 10 hours @ $80.00', '800.00', [10, 80, 'hours']],
  ['Hosting 12 x 10.50', '126.00', [12, 10.5, null]],
  ['Shelf 60 x 80', '99.00', [null, null, null]],
])('a count and a price in the text of "%s" count when they give the amount', (name, amount, expected) => {
  const table = tableOf(`
    Description                               Amount
    ${name.padEnd(40)}${amount}
    Snow clearing                             100.25
  `);
  expect(rowsOf(table, 'quantity', 'unitPrice', 'unit')[0]).toEqual(expected);
});
