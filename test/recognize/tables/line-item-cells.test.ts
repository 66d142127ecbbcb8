import { describe, expect, it } from 'vitest';
import type { Word } from '../../../src/document/parsed-document.ts';
import { splitGluedTitle } from '../../../src/recognize/tables/glued-titles.ts';
import { rowsOf, tableOf } from './table-of.ts';

describe('what stands beside the table', () => {
  it('leaves a sidebar at the left out of rows and titles', () => {
    const table = tableOf(`
 Bosco Cartoleria
 Via Lunga 5
 50122 Firenze
                            Fattura
 info@bosco.example

 N. fattura                 Descrizione                Q.tà     Prezzo     Importo
 F-2041
 Data                       Toner nero                    7      58,60      410,20
 27.01.2025                 Colore: antracite
 Cliente n.                 Carta A4                      2       6,00       12,00
 K-118
 Scadenza                   Raccoglitore a leva          40       2,02       80,80
 26.02.2025
 Pagamento                                           Totale                 503,00
 Contanti
`);
    expect(rowsOf(table, 'number', 'description', 'quantity', 'netAmount')).toEqual([
      [null, 'Toner nero', 7, 410.2],
      [null, 'Carta A4', 2, 12],
      [null, 'Raccoglitore a leva', 40, 80.8],
    ]);
  });

  it('leaves a sidebar at the right out, though its dates stand in the row of titles', () => {
    const table = tableOf(`
   Acme Print Ltd                                                            Invoice no.
                                                                             I-204
   Description                Qty     Price     Amount                       12/03/2024
                                                                             Customer no.
   Flyers                       2     10.00      20.00                       K-118
   Posters                      3      5.00      15.00                       Due date
   Brochures                   10      1.50      15.00                       26/03/2024
                                                                             Our contact
   Total                                         50.00                       Jane Doe
                                                                             Bank
   Thank you.                                                                Volksbank Aue
                                                                             BIC
                                                                             ABCDGB22
                                                                             Registered no.
                                                                             01234567
`);
    expect(rowsOf(table, 'description', 'quantity', 'netAmount')).toEqual([
      ['Flyers', 2, 20],
      ['Posters', 3, 15],
      ['Brochures', 10, 15],
    ]);
  });
});

describe('numbers in cells', () => {
  it('reads counts with three decimals in a column that has nothing else', () => {
    const table = tableOf(`
   Pos.  Désignation                   Quantité   Unité
   1     Roulement à billes               1.000   pcs
   2     Profilé acier                   74.000   kg
   3     Usinage selon plan               5.500   h
   4     Huile, bidon de 2,50 l           2.000   pcs
   Poids total: 1.234,50 kg
`);
    expect(rowsOf(table, 'quantity')).toEqual([[1], [74], [5.5], [2]]);
  });

  it('lets price and amount tell three decimals from thousands', () => {
    const table = tableOf(`
   Pos.  Bezeichnung                      Menge      E-Preis      G-Preis
   1     Schraube 5x60                    1.000         0,04        40,00
   2     Platte                              12         1,50        18,00
`);
    expect(rowsOf(table, 'quantity')).toEqual([[1000], [12]]);
    const decimals = tableOf(`
   Pos.  Bezeichnung                      Menge      E-Preis      G-Preis
   1     Schraube 5x60                    1.000        40,00        40,00
   2     Platte                          65.000         2,00       130,00
`);
    expect(rowsOf(decimals, 'quantity')).toEqual([[1], [65]]);
  });

  it('keeps thousands parted by a space in one column', () => {
    const table = tableOf(`
   Designação                     Qtd.     Preço        Valor
   Secretária regulável            228    665,50   151 734,00
   Cadeira                           2    531,00     1 062,00
   Papel                            12      4,00        48,00
                                     Total:        152 844,00
`);
    expect(rowsOf(table, 'quantity', 'unitPrice', 'netAmount')).toEqual([
      [228, 665.5, 151734],
      [2, 531, 1062],
      [12, 4, 48],
    ]);
  });

  it('reads amounts behind a dollar sign with letters', () => {
    const table = tableOf(`
   Designação                     Quant.    P. Unit.      Imposto     Valor líquido
   Cartões de visita                   3      206,00       111,24         R$ 618,00
   Rolo de papel                       2      100,00        36,00         R$ 200,00
`);
    expect(rowsOf(table, 'quantity', 'netAmount')).toEqual([
      [3, 618],
      [2, 200],
    ]);
  });
});

it('takes tax marks in a second row of titles as part of the titles above', () => {
  const table = tableOf(`
   Ítem   Descripción                  Uds.    Precio   Importe    Tipo      Total
                                                           neto     IVA    con IVA
   1      Cartucho de tóner              67     70,43   4718,81     21%    5709,76
   2      Papel A4                        3      3,20      9,60     21%      11,62
`);
  expect(rowsOf(table, 'description', 'quantity', 'netAmount', 'grossAmount', 'taxRate')).toEqual([
    ['Cartucho de tóner', 67, 4718.81, 5709.76, 21],
    ['Papel A4', 3, 9.6, 11.62, 21],
  ]);
});

describe('titles that touch', () => {
  it('cuts them where an abbreviation ends', () => {
    const table = tableOf(`
   PRODUTO                      QUANTIDADE      PREÇO DESC.IMPORTÂNCIA
   Fiscalização de obra                  7     938,00   25    4924,50
   Avença mensal                         3    1303,60   10    3519,72
`);
    expect(rowsOf(table, 'quantity', 'unitPrice', 'netAmount')).toEqual([
      [7, 938, 4924.5],
      [3, 1303.6, 3519.72],
    ]);
  });

  it('cuts a word that is three titles, not a compound of two', () => {
    expect(splitGluedTitle(wordOf('EINHEITEINZELPREISNETTOBETRAG')).map((w) => w.text)).toEqual([
      'EINHEIT',
      'EINZELPREIS',
      'NETTOBETRAG',
    ]);
    expect(splitGluedTitle(wordOf('Warenbezeichnung'))).toHaveLength(1);
    expect(splitGluedTitle(wordOf('Produktmenge'))).toHaveLength(1);
  });
});

it('takes freight as an item where nothing has a price', () => {
  const table = tableOf(`
   N°   Article                            Qté   Unité
   1    Frais de déplacement                 1   forfait
   2    Suivi de chantier                    9   J
`);
  expect(rowsOf(table, 'number', 'quantity')).toEqual([
    ['1', 1],
    ['2', 9],
  ]);
});

function wordOf(text: string): Word {
  return { text, box: [0, 0, 6 * text.length, 10], confidence: 1 };
}
