import { describe, expect, it } from 'vitest';
import { bestLineItemTable, findLineItemTables } from '../../../src/recognize/tables/find-line-items.ts';
import type { ColumnRole, LineItemTable } from '../../../src/recognize/tables/line-item-table.ts';
import { pageFromText } from './page-from-text.ts';

const tableOf = (...pages: string[]): LineItemTable | undefined =>
  bestLineItemTable(findLineItemTables(pages.map((text, i) => pageFromText(text, i + 1))));

/** Rows as plain values of some columns, in order. */
const rowsOf = (table: LineItemTable | undefined, ...roles: ColumnRole[]): unknown[][] =>
  (table?.rows ?? []).map((row) => roles.map((role) => row.cells[role]?.value ?? null));

describe('titles in eight languages', () => {
  const cases: [string, string, unknown[][]][] = [
    [
      'English, abbreviated and joined titles',
      `
   Item        Description                      Qty Unit  Unit Price      Total
   A-100       Garden hose 20 m                   2 pcs        14.50      29.00
   A-205       Brass nozzle                      10 pcs         3.20      32.00
                                                          Subtotal        61.00
                                                          VAT 20%         12.20
                                                          Total           73.20`,
      [
        ['Garden hose 20 m', 2, 14.5, 29],
        ['Brass nozzle', 10, 3.2, 32],
      ],
    ],
    [
      'German, E-Preis and G-Preis',
      `
   Pos.  Art.-Nr.   Bezeichnung                  Menge  Einh.    E-Preis     G-Preis
   1     4711       Dachlatte 30x50                 12  m           1,85       22,20
   2     4712       Holzschraube 5x60            1.000  Stk         0,04       40,00
                                                 Nettosumme                    62,20
                                                 zzgl. 19% MwSt.               11,82
                                                 Gesamtbetrag                  74,02`,
      [
        ['Dachlatte 30x50', 12, 1.85, 22.2],
        ['Holzschraube 5x60', 1000, 0.04, 40],
      ],
    ],
    [
      'French, PU HT and Montant HT',
      `
   Réf.      Désignation                         Qté      PU HT     TVA     Montant HT
   T45       Table ronde chêne                     1     349,00     20%         349,00
   C12       Chaise paillée                        6      58,50     20%         351,00
                                                        Total HT                700,00
                                                        TVA 20%                 140,00
                                                        Net à payer             840,00`,
      [
        ['Table ronde chêne', 1, 349, 349],
        ['Chaise paillée', 6, 58.5, 351],
      ],
    ],
    [
      'Spanish, Cant. and Importe',
      `
   Cant.   Concepto                              Precio      Dto.      Importe
   3       Aceite de oliva 5 l                    32,00       10%        86,40
   12      Vino tinto crianza                      7,25                  87,00
                                         Base imponible                 173,40
                                         IVA 21%                         36,41
                                         TOTAL                          209,81`,
      [
        ['Aceite de oliva 5 l', 3, 32, 86.4],
        ['Vino tinto crianza', 12, 7.25, 87],
      ],
    ],
    [
      'Italian, Prezzo and Importo',
      `
   Codice    Descrizione                         U.M.   Q.tà     Prezzo      Importo    IVA
   P.01      Piastrelle grès 60x60               mq       25      18,40       460,00     22
   P.02      Colla per piastrelle                sac       8       9,90        79,20     22
                                                 Totale imponibile            539,20
                                                 IVA 22%                      118,62`,
      [
        ['Piastrelle grès 60x60', 25, 18.4, 460],
        ['Colla per piastrelle', 8, 9.9, 79.2],
      ],
    ],
    [
      'Portuguese, Qtd. and Valor Total',
      `
   Código    Descrição                           Qtd.    Preço Unit.    Valor Total
   001       Cadeira de escritório                  4          75,00         300,00
   002       Candeeiro de mesa                      2          19,90          39,80
                                                        Total a pagar        339,80`,
      [
        ['Cadeira de escritório', 4, 75, 300],
        ['Candeeiro de mesa', 2, 19.9, 39.8],
      ],
    ],
    [
      'Dutch, Aantal and Bedrag',
      `
   Omschrijving                        Aantal   Prijs per stuk    BTW     Bedrag
   Fietsband 28 inch                        2         € 24,95     21%    € 49,90
   Montage                                  1         € 35,00     21%    € 35,00
                                                  Totaal excl. btw       € 84,90
                                                  21% btw                € 17,83`,
      [
        ['Fietsband 28 inch', 2, 24.95, 49.9],
        ['Montage', 1, 35, 35],
      ],
    ],
    [
      'Polish, Ilość, Cena netto and Wartość netto',
      `
   Lp.  Nazwa towaru lub usługi        Ilość  J.m.   Cena netto   Wartość netto   VAT   Wartość brutto
   1    Papier ksero A4                   20  szt.        15,90          318,00   23%           391,14
   2    Segregator niebieski              15  szt.         8,40          126,00   23%           154,98
                                               Razem                     444,00                 546,12`,
      [
        ['Papier ksero A4', 20, 15.9, 318],
        ['Segregator niebieski', 15, 8.4, 126],
      ],
    ],
  ];
  it.each(cases)('%s', (_name, text, expected) => {
    const table = tableOf(text);
    expect(rowsOf(table, 'description', 'quantity', 'unitPrice', 'netAmount')).toEqual(expected);
    expect(table?.rowsSeen).toBe(expected.length);
    expect(table?.rows.every((row) => row.multiplies)).toBe(true);
  });
});

describe('columns', () => {
  it('reads a header that stands on three lines', () => {
    const table = tableOf(`
                                                         Unit        Line
   Pos   Part                                 Quantity   price      amount
                                                         EUR          EUR
   10    Pump housing                                2   120.00     240.00
   20    Shaft seal                                  4     8.75      35.00
                                                         Total      275.00`);
    expect(rowsOf(table, 'number', 'description', 'quantity', 'unitPrice', 'netAmount')).toEqual([
      ['10', 'Pump housing', 2, 120, 240],
      ['20', 'Shaft seal', 4, 8.75, 35],
    ]);
  });

  it('takes quantity and unit from one cell', () => {
    const table = tableOf(`
   Leistung                              Menge           Satz        Summe
   Beratung vor Ort                      2,5 Std.       90,00       225,00
   Anfahrt                               40 km           0,50        20,00
                                                      Gesamt        245,00`);
    expect(rowsOf(table, 'description', 'quantity', 'unit', 'netAmount')).toEqual([
      ['Beratung vor Ort', 2.5, 'Std.', 225],
      ['Anfahrt', 40, 'km', 20],
    ]);
  });

  it('tells two columns of the same title apart by arithmetic', () => {
    const table = tableOf(`
   Description                    Qty       Price       Price
   Blue paint 5 l                   3       21.00       63.00
   Roller                           2        6.50       13.00
                                            Total       76.00`);
    expect(rowsOf(table, 'quantity', 'unitPrice', 'netAmount')).toEqual([
      [3, 21, 63],
      [2, 6.5, 13],
    ]);
  });

  it('finds the count under a title that means something else', () => {
    const table = tableOf(`
   Amount     Product                       Price         Total
   4          Desk lamp                     25.00        100.00
   7          Light bulb                     2.00         14.00
                                            Total        114.00`);
    expect(rowsOf(table, 'description', 'quantity', 'unitPrice', 'netAmount')).toEqual([
      ['Desk lamp', 4, 25, 100],
      ['Light bulb', 7, 2, 14],
    ]);
  });

  it('settles columns under unknown titles by what stands in them', () => {
    const table = tableOf(`
   Articolo      Dicitura                        Qta     Prezzo     Imponibile    IVA
   55-204-B      Lastre in cartongesso            53      26,41       1.399,73     22
   35-343-W      Piastrelle da pavimento          49      32,65       1.599,85     22
                                                 Totale imponibile    2.999,58`);
    expect(rowsOf(table, 'sku', 'description', 'netAmount')).toEqual([
      ['55-204-B', 'Lastre in cartongesso', 1399.73],
      ['35-343-W', 'Piastrelle da pavimento', 1599.85],
    ]);
  });

  it('keeps a sidebar on the same baseline out of the amounts', () => {
    const table = tableOf(`
   Omschrijving                     Aantal      Prijs      Bedrag       Offerte 2410663
   Groenonderhoud                        4      64,00      256,00       datum 4 maart
   Glasbewassing                         2      18,50       37,00       tel. 030 800 7310
                                             Totaal        293,00`);
    expect(rowsOf(table, 'quantity', 'netAmount')).toEqual([
      [4, 256],
      [2, 37],
    ]);
  });

  it('finds a description without a title', () => {
    const table = tableOf(`
                                       Quantity     Price      Amount
   Hotel night, single room                   2     89.00      178.00
   Breakfast buffet                           2     14.00       28.00
                                              Total            206.00`);
    expect(rowsOf(table, 'description', 'quantity')).toEqual([
      ['Hotel night, single room', 2],
      ['Breakfast buffet', 2],
    ]);
  });

  it('splits stacked titles: code over description', () => {
    const table = tableOf(`
   Item no.                              Qty       Price      Amount
   Description
   X-99-1                                  5       10.00       50.00
   Steel bracket, galvanised
   X-99-2                                  3       12.00       36.00
   Steel bracket, painted
                                                   Total       86.00`);
    expect(rowsOf(table, 'sku', 'description', 'quantity', 'netAmount')).toEqual([
      ['X-99-1', 'Steel bracket, galvanised', 5, 50],
      ['X-99-2', 'Steel bracket, painted', 3, 36],
    ]);
  });

  it('keeps net and gross amounts apart', () => {
    const table = tableOf(`
   Artikel                     Menge    Preis    Netto   MwSt    Brutto
   Kaffeemaschine                  2    50,00   100,00    19%    119,00
   Filtertüten                    10     1,00    10,00    19%     11,90
                                        Summe   110,00           130,90`);
    expect(rowsOf(table, 'netAmount', 'grossAmount', 'taxRate')).toEqual([
      [100, 119, 19],
      [10, 11.9, 19],
    ]);
  });

  it('names an amount with tax in it gross', () => {
    const table = tableOf(`
   Artikel                     Aantal    Prijs per stuk    Prijs incl. BTW
   Rugzak                           1           € 49,99            € 49,99
   Drinkfles                        3           € 10,00            € 30,00
                                                Totaal             € 79,99`);
    expect(rowsOf(table, 'netAmount', 'grossAmount')).toEqual([
      [null, 49.99],
      [null, 30],
    ]);
  });

  it('cuts a count off the code it touches, when the arithmetic confirms it', () => {
    const table = tableOf(`
   Description              SKU         Qty       Price      Amount
   Wide spanner             WR-1          4        5.00       20.00
   Narrow spanner           LONGCODE-0013          7.00       21.00
                                                  Total       41.00`);
    expect(rowsOf(table, 'sku', 'quantity')).toEqual([
      ['WR-1', 4],
      ['LONGCODE-001', 3],
    ]);
  });
});

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

describe('evidence', () => {
  it('gives every cell the box of its words and the printed text', () => {
    const table = tableOf(`
   Description                       Qty        Price      Amount
   Fence panel                         4      € 30,00    € 120,00
                                                Total    € 120,00`);
    const cell = table!.rows[0]!.cells.netAmount!;
    expect(cell.raw).toBe('€ 120,00');
    expect(cell.value).toBe(120);
    expect(cell.box[0]).toBe(57 * 6);
    expect(table!.rows[0]!.page).toBe(1);
  });

  it('reads ambiguous numbers by the style that the caller has settled', () => {
    const text = `
   Description                       Qty        Price      Amount
   Resistor                        1.000        2.500       2.500`;
    const dot = findLineItemTables([pageFromText(text)], { style: 'dot' })[0];
    const comma = findLineItemTables([pageFromText(text)], { style: 'comma' })[0];
    expect(rowsOf(dot, 'quantity', 'unitPrice')).toEqual([[1, 2.5]]);
    expect(rowsOf(comma, 'quantity', 'unitPrice')).toEqual([[1000, 2500]]);
  });
});
