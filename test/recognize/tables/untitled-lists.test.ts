import { describe, expect, it } from 'vitest';
import { findLineItemTables } from '../../../src/recognize/tables/find-line-items.ts';
import { pageFromText } from './page-from-text.ts';
import { rowsOf, tableOf } from './table-of.ts';

describe('lists without titles', () => {
  it('reads a receipt with counts under the names', () => {
    const table = tableOf(`
   CORNER SHOP
   12 High Street
   Milk 2 l                         1.85
   Bread rolls
     6 x 0.45                       2.70
   Butter                           2.10
   TOTAL                            6.65
   CASH                            10.00
   CHANGE                           3.35`);
    expect(rowsOf(table, 'description', 'quantity', 'netAmount')).toEqual([
      ['Milk 2 l', null, 1.85],
      ['Bread rolls', 6, 2.7],
      ['Butter', null, 2.1],
    ]);
  });

  it('takes counts and prices from a line of their own above the name', () => {
    const table = tableOf(`
   MELK 1 L                       1,14 A
   3 x 2,17
   ROGGEBROOD                     6,51 A
   Subtotaal                      7,65
   Totaal                       € 7,65`);
    expect(rowsOf(table, 'description', 'quantity', 'unitPrice', 'netAmount')).toEqual([
      ['MELK 1 L', null, null, 1.14],
      ['ROGGEBROOD', 3, 2.17, 6.51],
    ]);
  });

  it('takes numbers in front that count up for positions, others for counts', () => {
    const positions = tableOf(`
   1. Website design                                  1,200.00
   2. Hosting, one year                                 240.00
   3. Domain                                             15.00
   Total                                              1,455.00`);
    expect(rowsOf(positions, 'number', 'description', 'quantity')).toEqual([
      ['1', 'Website design', null],
      ['2', 'Hosting, one year', null],
      ['3', 'Domain', null],
    ]);
    const counts = tableOf(`
   2 Cappuccino                6.40
   1 Apple pie                 4.20
   3 Mineral water             7.50
   Total                      18.10`);
    expect(rowsOf(counts, 'quantity', 'description')).toEqual([
      [2, 'Cappuccino'],
      [1, 'Apple pie'],
      [3, 'Mineral water'],
    ]);
  });

  it('reads counts behind the text', () => {
    const table = tableOf(`
   Oak shelf 80 cm                        x5           $199.95
   Wall bracket                           x10           $35.00
                                          Total:       $234.95`);
    expect(rowsOf(table, 'description', 'quantity', 'netAmount')).toEqual([
      ['Oak shelf 80 cm', 5, 199.95],
      ['Wall bracket', 10, 35],
    ]);
  });

  it('finds nothing in a letter', () => {
    expect(
      tableOf(`
   Dear Ms Carter,
   thank you for your order of 12 March. The total amount of the invoice
   and the unit price will be confirmed when the quantity is known.
   Kind regards`),
    ).toBeUndefined();
  });

  it('finds nothing on an empty page', () => {
    expect(findLineItemTables([pageFromText('')])).toEqual([]);
  });
});

it('a count printed only where it is not one is a count when the amount has so many parts', () => {
  const table = tableOf(`
    Cappuccino                4.15
    Espresso                  2.10
    House wine                4.50
    Bread                     1.00
    3 Rumpsteak              51.12
    7 Up                      3.20
    2.262 Minced beef        23.68
    Total                    89.75
  `);
  expect(rowsOf(table, 'description', 'quantity')).toEqual([
    ['Cappuccino', null],
    ['Espresso', null],
    ['House wine', null],
    ['Bread', null],
    ['Rumpsteak', 3],
    ['7 Up', null],
    ['Minced beef', 2.262],
  ]);
});

it('a weight with decimals times a price explains the amount under a name', () => {
  const table = tableOf(`
    Orange juice              2.20
    Minced beef
      2.262 x 10.47          23.68
    Total                    25.88
  `);
  expect(rowsOf(table, 'description', 'quantity', 'unitPrice', 'netAmount')).toEqual([
    ['Orange juice', null, null, 2.2],
    ['Minced beef', 2.262, 10.47, 23.68],
  ]);
});

it('rows that break down the amount above them are parts of it, and details go before the summary they come to', () => {
  const table = tableOf(`
    Service charges                                  4.10
        Charges                                      4.10
        Tax                                          0.00
    Total for this invoice                           4.10

    Detail
    Data transfer                                    0.01
        Charges                                      0.01
        VAT                                          0.00
    Compute                                          1.87
        Charges                                      1.50
        VAT                                          0.37
    Archive                                          2.22
        Charges                                      2.22
        VAT                                          0.00
  `);
  expect(rowsOf(table, 'description', 'netAmount')).toEqual([
    ['Data transfer', 0.01],
    ['Compute', 1.87],
    ['Archive', 2.22],
  ]);
  expect(table).toMatchObject({ rowsSeen: 3 });
  expect(table!.excluded).toContainEqual(expect.objectContaining({ reason: 'component', amount: 0.37 }));
});
