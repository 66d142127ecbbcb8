import { describe, expect, it } from 'vitest';
import { bestLineItemTable, findLineItemTables } from '../../../src/recognize/tables/find-line-items.ts';
import { pageFromText } from './page-from-text.ts';
import { rowsOf, tableOf } from './table-of.ts';

describe('rows', () => {
  it('joins wrapped names and keeps remarks apart', () => {
    const table = tableOf(`
   Pos  Description                       Qty      Price      Amount
   1    Notebook computer 14 inch with      1     899.00      899.00
        docking station
        Serial no: 5CG1234XYZ
   2    Mouse                               2      15.00       30.00
                                                  Total       929.00`);
    expect(rowsOf(table, 'description', 'specification')).toEqual([
      ['Notebook computer 14 inch with docking station', 'Serial no: 5CG1234XYZ'],
      ['Mouse', null],
    ]);
  });

  it('puts numbers centred in a ruled cell to the text around them', () => {
    const table = tableOf(`
   Description                           Qty      Price      Amount
   ----------------------------------------------------------------
   Annual licence
   for up to ten users                     1     500.00      500.00
   and support
   ----------------------------------------------------------------
   Training day
   at your premises                        2     750.00    1,500.00
   including travel
   ----------------------------------------------------------------
                                                 Total     2,000.00`);
    expect(rowsOf(table, 'quantity', 'netAmount')).toEqual([
      [1, 500],
      [2, 1500],
    ]);
    const text = table!.rows.map((row) => `${row.cells.description?.raw} ${row.cells.specification?.raw ?? ''}`);
    expect(text[0]).toContain('Annual licence');
    expect(text[0]).toContain('and support');
    expect(text[0]).not.toContain('Training');
    expect(text[1]).toContain('Training day');
  });

  it('takes names printed above the row of numbers', () => {
    const table = tableOf(`
   Product                         Qty       Price       Total
   Rubber gloves size M
                                     3        4.00       12.00
   Safety goggles
                                     2        9.00       18.00
                                              Total      30.00`);
    expect(rowsOf(table, 'description', 'quantity', 'netAmount')).toEqual([
      ['Rubber gloves size M', 3, 12],
      ['Safety goggles', 2, 18],
    ]);
  });

  it('takes position and name above, numbers at the end of the block', () => {
    const table = tableOf(`
   Pos   Leistung                          Menge      Preis      Betrag
   01    Fundament ausheben
         Tiefe 80 cm, Aushub seitlich lagern
         bis 20 m Förderweg                12 m³      35,00      420,00
   02    Schalung stellen
         rau, inkl. Abbau                  18 m²      28,00      504,00
                                           Summe                 924,00`);
    expect(rowsOf(table, 'number', 'quantity', 'netAmount')).toEqual([
      ['01', 12, 420],
      ['02', 18, 504],
    ]);
    expect(String(table!.rows[1]!.cells.description?.raw)).toContain('Schalung stellen');
    expect(String(table!.rows[0]!.cells.description?.raw)).toContain('Fundament ausheben');
  });

  it('leaves sub-totals out and goes on behind them', () => {
    const table = tableOf(`
   Description                       Qty      Price      Amount
   Kitchen
   Tap                                 1      80.00       80.00
   Sink                                1     150.00      150.00
                                           Subtotal      230.00

   Bathroom
   Mirror                              2      40.00       80.00
                                           Subtotal       80.00
                                              Total      310.00`);
    expect(rowsOf(table, 'description', 'netAmount')).toEqual([
      ['Tap', 80],
      ['Sink', 150],
      ['Mirror', 80],
    ]);
    expect(table!.excluded.map((row) => [row.reason, row.amount])).toEqual(
      expect.arrayContaining([
        ['subtotal', 230],
        ['subtotal', 80],
        ['total', 310],
      ]),
    );
  });

  it('reads negative amounts, free items and rows without a count', () => {
    const table = tableOf(`
   Beschreibung                     Menge      Preis      Betrag
   Monitor 27 Zoll                      2     200,00      400,00
   Kabel (gratis)                       2       0,00        0,00
   Gutschrift Altgerät                 -1      50,00      -50,00
   Bearbeitungspauschale                                   15,00
                                            Summe         365,00`);
    expect(rowsOf(table, 'quantity', 'netAmount')).toEqual([
      [2, 400],
      [2, 0],
      [-1, -50],
      [null, 15],
    ]);
  });

  it('lowers an item by the deduction printed under it', () => {
    const table = tableOf(`
   Pos  Artikel                        Menge      Preis      Betrag
   1    Teppich grün                       3      40,00      120,00
                              abzgl. 10% Rabatt              -12,00
   2    Unterlage                          3      10,00       30,00
                              Zwischensumme                  138,00`);
    expect(rowsOf(table, 'netAmount', 'discount')).toEqual([
      [108, 12],
      [30, null],
    ]);
  });

  it('keeps components without a price with their item', () => {
    const table = tableOf(`
   Artikel                                Aantal      Prijs      Bedrag
   Vergaderset                                 1     900,00      900,00
   Tafel eiken                                 1
   Stoel zwart                                 6
   Bezorging                                   1      45,00       45,00
                                                     Totaal      945,00`);
    expect(rowsOf(table, 'netAmount')).toEqual([[900], [45]]);
    expect(rowsOf(table, 'description', 'specification')[0]).toEqual(['Vergaderset', 'Tafel eiken Stoel zwart']);
  });

  it('does not take tax tables and terms under the table for items', () => {
    const table = tableOf(`
   Description                       Qty      Price      Amount
   Fence panel                         4      30.00      120.00
                                              Total      120.00

   Tax rate          Base          Tax amount
   20%             120.00               24.00

   Payment within 30 days, 2% discount within 10 days.`);
    expect(rowsOf(table, 'description', 'netAmount')).toEqual([['Fence panel', 120]]);
  });

  it('keeps numbered headings of a bill of quantities out of the items', () => {
    const table = tableOf(`
   Item   Description                        Unit     Qty      Rate       Amount
   1      Earthworks
   1.1    Excavation in soil                 m3        40     12.00       480.00
   1.2    Backfilling                        m3        15      8.00       120.00
   2      Concrete works
   2.1    Foundations C25/30                 m3        10    145.00     1,450.00
                                                     Total              2,050.00`);
    expect(rowsOf(table, 'number', 'description', 'specification', 'quantity')).toEqual([
      ['1.1', 'Excavation in soil', null, 40],
      ['1.2', 'Backfilling', null, 15],
      ['2.1', 'Foundations C25/30', null, 10],
    ]);
    expect(table!.excluded.filter((row) => row.reason === 'section').map((row) => row.text)).toContain(
      '2 Concrete works',
    );
  });

  it('keeps bold headings out of the items', () => {
    const page = pageFromText(`
   Description                        Qty      Price      Amount
   Office chair                         4     120.00      480.00
   KITCHEN
   Coffee machine                       1     300.00      300.00
                                              Total       780.00`);
    for (const line of page.lines) for (const word of line.words) word.bold = word.text === 'KITCHEN';
    const table = bestLineItemTable(findLineItemTables([page]));
    expect(rowsOf(table, 'description', 'specification')).toEqual([
      ['Office chair', null],
      ['Coffee machine', null],
    ]);
  });

  it('reads delivery notes, which have no amounts', () => {
    const table = tableOf(`
   Pos   Article no.   Description              Qty delivered   Unit
   1     88-100        Copper pipe 15 mm                   24   m
   2     88-210        Elbow 90 degrees                    12   pcs

   Goods received in good order: ____________`);
    expect(rowsOf(table, 'sku', 'description', 'quantity', 'unit')).toEqual([
      ['88-100', 'Copper pipe 15 mm', 24, 'm'],
      ['88-210', 'Elbow 90 degrees', 12, 'pcs'],
    ]);
  });
});

describe('pages', () => {
  const header = '   Pos  Description                       Qty      Price      Amount';
  it('joins a table whose header is repeated and leaves carry-overs out', () => {
    const table = tableOf(
      `${header}
   1    Brick, red                        100       0.80       80.00
   2    Mortar                              5       9.00       45.00
                                 Carried forward              125.00`,
      `
                                 Brought forward              125.00
${header}
   3    Trowel                              1      12.00       12.00
                                              Total           137.00`,
    );
    expect(table?.pages).toEqual([1, 2]);
    expect(rowsOf(table, 'number', 'netAmount')).toEqual([
      ['1', 80],
      ['2', 45],
      ['3', 12],
    ]);
    expect(table?.signals.sum).toBeGreaterThan(0);
  });

  it('is not ended by a tax number in the footer of a page', () => {
    const table = tableOf(
      `${header}
   1    Brick, red                        100       0.80       80.00
   VAT no. GB 86.68.08.309       Bank: 12-34-56`,
      `${header}
   2    Mortar                              5       9.00       45.00
                                              Total           125.00`,
    );
    expect(rowsOf(table, 'number', 'netAmount')).toEqual([
      ['1', 80],
      ['2', 45],
    ]);
  });

  it('does not join the next invoice of a bundle', () => {
    const one = `${header}
   1    Brick, red                        100       0.80       80.00
   2    Mortar                              5       9.00       45.00
                                              Total           125.00`;
    const tables = findLineItemTables([pageFromText(one, 1), pageFromText(one, 2)]);
    expect(tables.map((table) => table.pages)).toEqual([[1], [2]]);
  });

  it('goes on without a header on the next page', () => {
    const table = tableOf(
      `${header}
   1    Brick, red                        100       0.80       80.00
   2    Mortar                              5       9.00       45.00`,
      `
   3    Trowel                              2      12.00       24.00
                                              Total           149.00`,
    );
    expect(rowsOf(table, 'number', 'quantity', 'netAmount')).toEqual([
      ['1', 100, 80],
      ['2', 5, 45],
      ['3', 2, 24],
    ]);
  });

  it('counts a row that position numbers prove and no row of numbers shows', () => {
    const table = tableOf(`${header}
   1    Brick, red                        100       0.80       80.00
   2    Mortar                              5       9.00       45.00
   4    Trowel                              1      12.00       12.00
                                              Total           177.00`);
    expect(table?.rows).toHaveLength(3);
    expect(table?.rowsSeen).toBe(4);
  });
});

it('reads a header of two titles that nothing parts', () => {
  const table = tableOf(`
   Uds. Concepto
   1 Estudio de viabilidad
   13,75 Traducción del informe
   2 Taller presencial
`);
  expect(rowsOf(table, 'quantity', 'description').slice(0, 1)).toEqual([[1, 'Estudio de viabilidad']]);
});
