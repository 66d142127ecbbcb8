import { describe, expect, it } from 'vitest';
import { readText } from '../../support/document-from-text.ts';

function valuesOf(text: string, language: string) {
  const record = readText(text, { language }).documents[0]!;
  const value = (path: string) => record.fields[path]?.value;
  return {
    type: record.type,
    number: value('number'),
    dates: [value('issueDate'), value('dueDate')],
    totals: [value('netTotal'), value('taxTotal'), value('grossTotal')],
    parties: [value('seller.name'), value('buyer.name')],
  };
}

describe('invoices of the north and the east', () => {
  it('Swedish: labels in a column beside the address', () => {
    const read = valuesOf(
      `
Norrviken Måleri AB                                             FAKTURA
Ågatan 8
582 22 Linköping                              Fakturanummer      20881
                                              Fakturadatum       2024-04-02
Kund                                          Förfallodatum      2024-05-02
Östgöta Bostäder AB                           Kundnummer         77
Box 12                                        Vår referens       Lena Ek
581 02 Linköping

Benämning                    Antal    Enhet    À-pris      Belopp
Målning                          4    tim       500,00    2 000,00

                                      Summa exkl. moms    2 000,00
                                      Moms 25%              500,00
                                      Att betala SEK      2 500,00
`,
      'sv',
    );
    expect(read).toEqual({
      type: 'invoice',
      number: '20881',
      dates: ['2024-04-02', '2024-05-02'],
      totals: [2000, 500, 2500],
      parties: ['Norrviken Måleri AB', 'Östgöta Bostäder AB'],
    });
  });

  it('Danish and Norwegian: compounds with dato, moms and mva', () => {
    const danish = valuesOf(
      `
Skagen Tryk ApS
Havnevej 3
9990 Skagen

Faktura                                       Fakturanr.:   551
                                              Fakturadato:  07-02-2024
Kunde                                         Forfaldsdato: 21-02-2024
Aalborg Boghandel A/S
Nørregade 9
9000 Aalborg

Subtotal                                     1.000,00
Moms (25%)                                     250,00
Total DKK                                    1.250,00
`,
      'da',
    );
    expect(danish.dates).toEqual(['2024-02-07', '2024-02-21']);
    expect(danish.totals).toEqual([1000, 250, 1250]);
    const norwegian = valuesOf(
      `
Tromsø Rør AS
Sjøgata 4, 9008 Tromsø

FAKTURA
Fakturanr: 9041
Fakturadato: 12.05.2024
Forfallsdato: 26.05.2024

Sum eks. mva                                   4 000,00
25 % mva                                       1 000,00
Å betale NOK                                   5 000,00
`,
      'no',
    );
    expect(norwegian.dates).toEqual(['2024-05-12', '2024-05-26']);
    expect(norwegian.totals).toEqual([4000, 1000, 5000]);
  });

  it('Finnish', () => {
    const read = valuesOf(
      `
Turun Sähkö Oy                            LASKU
Linnankatu 1
20100 Turku                               Laskun numero     8812
                                          Laskun päiväys    3.4.2024
Asiakas                                   Eräpäivä          17.4.2024
Porin Kirjakauppa Oy
Isolinnankatu 5
28100 Pori

Veroton summa                                      100,00
ALV 24 %                                            24,00
Maksettava yhteensä                          EUR   124,00
`,
      'fi',
    );
    expect(read).toEqual({
      type: 'invoice',
      number: '8812',
      dates: ['2024-04-03', '2024-04-17'],
      totals: [100, 24, 124],
      parties: ['Turun Sähkö Oy', 'Porin Kirjakauppa Oy'],
    });
  });

  it('Czech: two parties side by side, a tax document', () => {
    const read = valuesOf(
      `
FAKTURA - daňový doklad č. 24000771

Dodavatel:                              Odběratel:
Truhlářství Dvořák s.r.o.               Pekárna Svoboda a.s.
Lipová 8                                Masarykova 3
370 01 České Budějovice                 301 00 Plzeň

Datum vystavení: 09.02.2024
Datum splatnosti: 23.02.2024

Základ daně 21 %                                  10 000,00 Kč
DPH 21 %                                           2 100,00 Kč
Celkem k úhradě                                   12 100,00 Kč
`,
      'cs',
    );
    expect(read).toEqual({
      type: 'invoice',
      number: '24000771',
      dates: ['2024-02-09', '2024-02-23'],
      totals: [10000, 2100, 12100],
      parties: ['Truhlářství Dvořák s.r.o.', 'Pekárna Svoboda a.s.'],
    });
  });

  it('Hungarian', () => {
    const read = valuesOf(
      `
SZÁMLA
Szállító:                               Vevő:
Duna Papír Kft.                         Alföld Könyv Zrt.
Fő utca 12.                             Kossuth tér 1.
1011 Budapest                           6720 Szeged

Számla sorszáma: DP-2024/118
Számla kelte: 2024.03.08.
Fizetési határidő: 2024.03.22.

Nettó összesen                                   10 000 Ft
ÁFA 27%                                           2 700 Ft
Fizetendő végösszeg                              12 700 Ft
`,
      'hu',
    );
    expect(read.number).toBe('DP-2024/118');
    expect(read.dates).toEqual(['2024-03-08', '2024-03-22']);
    expect(read.totals).toEqual([10000, 2700, 12700]);
    expect(read.parties).toEqual(['Duna Papír Kft.', 'Alföld Könyv Zrt.']);
  });
});
