import { describe, expect, it } from 'vitest';
import { findLineItemTables } from '../../../src/recognize/tables/find-line-items.ts';
import { pageFromText } from './page-from-text.ts';
import { rowsOf, tableOf } from './table-of.ts';

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
