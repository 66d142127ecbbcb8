import { expect, test } from 'vitest';
import { rowsOf, tableOf } from './table-of.ts';

test('a title far left of its right-aligned counts has them nonetheless', () => {
  const table = tableOf(`
    Qty              Description
             4 pcs   Replacement filter
            78 pcs   Brochure
          3.75 h     Porter
             1 roll  Paper, 91 cm
  `);
  expect(rowsOf(table, 'quantity', 'unit', 'description')).toEqual([
    [4, 'pcs', 'Replacement filter'],
    [78, 'pcs', 'Brochure'],
    [3.75, 'h', 'Porter'],
    [1, 'roll', 'Paper, 91 cm'],
  ]);
});

test('a third title that means nothing to us leaves a header a header', () => {
  const table = tableOf(`
    Artikelomschrijving                     Hvh.      Zaaldeel
    Glasbewassing binnen en buiten         238,8 m²   Zuid
    Afvalinzameling, container 240 l         1 maand  Noord
  `);
  expect(rowsOf(table, 'description', 'quantity')).toEqual([
    ['Glasbewassing binnen en buiten', 238.8],
    ['Afvalinzameling, container 240 l', 1],
  ]);
});

test('of two columns that may be descriptions the one of codes is not it', () => {
  const table = tableOf(`
    Artigo          Designação      Quantidade     Preço       Total
    OKG352.421      Painel LED          2          55,00      110,00
    GLR437.801      Betão               3          10,00       30,00
  `);
  expect(rowsOf(table, 'sku', 'description', 'netAmount')).toEqual([
    ['OKG352.421', 'Painel LED', 110],
    ['GLR437.801', 'Betão', 30],
  ]);
});

test('"Desc." between price and amount is a discount', () => {
  const table = tableOf(`
    Designação          Qtd     Preço     Desc.      Total
    Painel LED            2     55,00      10 %      99,00
    Betão                 3     10,00                30,00
    Tubo                  1     20,00       5 %      19,00
  `);
  expect(rowsOf(table, 'description', 'discount', 'netAmount')).toEqual([
    ['Painel LED', 10, 99],
    ['Betão', null, 30],
    ['Tubo', 5, 19],
  ]);
});

test('a letter beside the count is a flag, and the name stands below', () => {
  const table = tableOf(`
    Qty    Description          Total
      1    D                    32.00
    Chicken
      1    D                     4.00
    Rice
    Total                       36.00
  `);
  expect(rowsOf(table, 'description', 'netAmount')).toEqual([
    ['Chicken', 32],
    ['Rice', 4],
  ]);
});

test('a page number does not decide what a column of counts holds', () => {
  const table = tableOf(`
    Beschreibung                          Anzahl    Einheit
    Wartung                                   13    Stück
    Glasreinigung                          209,3    qm

                    Seite 1 von 1
  `);
  expect(rowsOf(table, 'description', 'quantity', 'unit')).toEqual([
    ['Wartung', 13, 'Stück'],
    ['Glasreinigung', 209.3, 'qm'],
  ]);
});

test('a currency behind a title is part of it', () => {
  const table = tableOf(`
    Item          Qty    Unit price    Total (BRL)
    Licence         2        100.00         200.00
    Server          3         20.00          60.00
  `);
  expect(table!.header!.columns.map(({ title }) => title)).toEqual(['Item', 'Qty', 'Unit price', 'Total (BRL)']);
});

test('titles on four baselines are taken together though two of their words are unknown', () => {
  const table = tableOf(`
    Lp   Nazwa towaru          Ilość    Cena      Wartość    Wartość    VAT     Wartość
                                        brutto    rabatu     netto      [%]     brutto
    1    EFECTA                54,910   5,79      1,10       257,59     23      316,83
  `);
  expect(rowsOf(table, 'unitPrice', 'discount', 'netAmount', 'grossAmount')).toEqual([[5.79, 1.1, 257.59, 316.83]]);
});

test('sections with titles of their own are one table', () => {
  const table = tableOf(`
    Monthly charges                                   Amount
    Broadband                                          45.00
    Usage charges                                     Amount
    Calls                                               3.20
    Total charges                                      48.20
  `);
  expect(rowsOf(table, 'description', 'netAmount')).toEqual([
    ['Broadband', 45],
    ['Calls', 3.2],
  ]);
});

test('a paper without prices that says what was ordered and what was delivered is about the latter', () => {
  const table = tableOf(`
    Pos    Bezeichnung             bestellt    geliefert    offen
    1      Kupplung                      10           10        0
    2      Dichtung                      50           40       10
  `);
  expect(rowsOf(table, 'description', 'quantity')).toEqual([
    ['Kupplung', 10],
    ['Dichtung', 40],
  ]);
});
