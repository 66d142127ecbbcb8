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

test('where nothing is counted, the sum of the rows above is a total if it begins like one or stands aside', () => {
  const table = tableOf(`
    Prestation                  Montant HT
    Huile                         1.269,00
    Total hors taxes              1.269,00
    Remise 5%                       -63,45
  `);
  expect(rowsOf(table, 'description')).toEqual([['Huile']]);
  const phases = tableOf(`
    Description                     Amount
    Phase 1                         100.00
    Phase 2                         200.00
    Phase 3                         300.00
    Total                           600.00
  `);
  expect(phases!.rows).toHaveLength(3);
});

test('a sum carried over is told from an item that begins with the same word', () => {
  const table = tableOf(
    `
    Description                     Amount
    Report on soil quality          450.00
    Transport of samples             50.00
    Report                          500.00
    `,
    `
    Description                     Amount
    Report de la page 1             500.00
    Night watch                      80.00
    `,
  );
  expect(rowsOf(table, 'description')).toEqual([['Report on soil quality'], ['Transport of samples'], ['Night watch']]);
  expect(table!.excluded.map(({ reason }) => reason)).toEqual(['carried-forward', 'carried-forward']);
});

test('totals in columns under labels of their own are no row', () => {
  const table = tableOf(`
    Quant.   Produto                     Preço        Total
    2        Maquinação CNC              361,00      722,00

             Total sem IVA    ISS 5%       Valor total
    722,00   R$ 36,10                      758,10
  `);
  expect(rowsOf(table, 'description')).toEqual([['Maquinação CNC']]);
  expect(table).toMatchObject({ rowsSeen: 1 });
});
