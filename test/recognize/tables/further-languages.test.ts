import { expect, test } from 'vitest';
import { rowsOf, tableOf } from './table-of.ts';

test.each([
  [
    'Czech',
    `
    Označení dodávky      Množství    Jedn. cena    Cena celkem
    Papír A4                    10        100,00        1000,00
    Toner                        2        900,00        1800,00
    Celkem k úhradě                                     2800,00`,
  ],
  [
    'Swedish',
    `
    Benämning             Antal       À-pris        Belopp
    Konsulttimmar            10       100,00        1000,00
    Resa                      2       900,00        1800,00
    Att betala                                      2800,00`,
  ],
  [
    'Danish',
    `
    Varetekst             Antal       Stk. pris     Beløb
    Skruer                   10       100,00        1000,00
    Søm                       2       900,00        1800,00
    I alt at betale                                 2800,00`,
  ],
  [
    'Finnish',
    `
    Nimike                Määrä       À hinta       Yhteensä
    Toimistotuoli            10       100,00        1000,00
    Työpöytä                  2       900,00        1800,00
    Maksettava                                      2800,00`,
  ],
  [
    'Hungarian',
    `
    Megnevezés            Mennyiség   Egységár      Nettó érték
    Tanácsadás               10       100,00        1000,00
    Kiszállás                 2       900,00        1800,00
    Végösszeg                                       2800,00`,
  ],
  [
    'Romanian',
    `
    Denumirea produselor  Cantitate   Preț unitar   Valoare
    Hârtie                   10       100,00        1000,00
    Toner                     2       900,00        1800,00
    Total de plată                                  2800,00`,
  ],
  [
    'Turkish',
    `
    Açıklama              Miktar      Birim fiyat   Tutar
    Danışmanlık              10       100,00        1000,00
    Yol                       2       900,00        1800,00
    Genel toplam                                    2800,00`,
  ],
  [
    'Croatian',
    `
    Naziv robe/usluge     Količina    Jed. cijena   Iznos
    Papir                    10       100,00        1000,00
    Toner                     2       900,00        1800,00
    Sveukupno                                       2800,00`,
  ],
  [
    'Bulgarian',
    `
    Наименование          К-во        Ед. цена      Стойност
    Хартия                   10       100,00        1000,00
    Тонер                     2       900,00        1800,00
    Общо                                            2800,00`,
  ],
  [
    'Greek',
    `
    Περιγραφή             Ποσότητα    Τιμή          Αξία
    Χαρτί                    10       100,00        1000,00
    Τόνερ                     2       900,00        1800,00
    Σύνολο                                          2800,00`,
  ],
])('a table with %s titles is read', (_, text) => {
  const table = tableOf(text);
  expect(rowsOf(table, 'quantity', 'unitPrice', 'netAmount')).toEqual([
    [10, 100, 1000],
    [2, 900, 1800],
  ]);
  expect(table!.header!.columns.map(({ role }) => role)).toEqual(['description', 'quantity', 'unitPrice', 'netAmount']);
  expect(table!.excluded).toMatchObject([{ reason: 'total', amount: 2800 }]);
});
