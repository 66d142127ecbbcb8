// Heads of invoices as strangers print them: bare numbers, parties without headings, labels of credit notes.

import { describe, expect, it } from 'vitest';
import { readText } from '../../support/document-from-text.ts';

function read(text: string, language: string) {
  const record = readText(text, { language }).documents[0]!;
  return (path: string) => record.fields[path]?.value;
}

const tail = (currency: string) => `
Net                                            100.00 ${currency}
VAT 20 %                                        20.00 ${currency}
Total                                          120.00 ${currency}`;

describe('the number of the paper', () => {
  it('stands behind "Nr.:" on a line of its own, whatever number a phone beside it has', () => {
    const value = read(
      `
                                             Kestrel Medien GmbH
                                             Lindenallee 25
                                             70173 Stuttgart
                                             Fon: 0221 / 4710 127
Galtera Systemhaus KG
Mühlgraben 132
04109 Leipzig

Rechnung

Nr.: 24-18325
Datum: 02. Mai 2024
${tail('EUR')}
`,
      'de',
    );
    expect(value('number')).toBe('24-18325');
  });

  it('is the booking where a hotel gives no other', () => {
    const value = read(
      `
BOOKING INVOICE
Guest: Priya Raman                                 Date: 04/11/2023
Hotel: Sea View Residency, Kochi
Booking ID        Check-in         Check-out         Guests
SVR99120          04/11/2023       06/11/2023        2

Particulars                            Rate          Amount
Deluxe room x 2 nights                 Rs 3,200      Rs 6,400
Taxes and fees                                       Rs 768
Grand Total                                          Rs 7,168
`,
      'en',
    );
    expect([value('number'), value('buyer.name'), value('grossTotal')]).toEqual(['SVR99120', 'Priya Raman', 7168]);
  });
});

it.each([
  ['Nota de crédito n.º CN-96367', 'Retifica a fatura: RE-2003294', 'pt'],
  ['Nota de abono CN-96367', 'Rectifica a la factura: RE-2003294', 'es'],
])('a credit note says what it corrects: %s', (title, corrected, language) => {
  const value = read(
    `
Talbrück Informática Lda
Rua da Alfândega 73
8000-164 Faro

${title}
Data: 15-03-2020
${corrected}
${tail('EUR')}
`,
    language,
  );
  expect([value('number'), value('precedingInvoiceNumber')]).toEqual(['CN-96367', 'RE-2003294']);
});

it('titles of columns are nobody over an address-like item', () => {
  const value = read(
    `
Asesores Norvika S.A.
Plaza del Trigo 165
29015 Málaga

Factura de venta
                                        Echenique Distribuciones S. Coop.
                                        C/ Mayor, 137b
                                        41001 Sevilla

Nº de factura     Fecha factura
VF1906982         01/06/19

Nº     Denominación                     Cantidad    Precio      Importe
1      Cuota mensual                    1           1.267,50    1.267,50
       Lote H13179
2      Dirección de obra                2             100,00      200,00

Total                                                           1.467,50
`,
    'es',
  );
  expect(value('buyer.name')).toBe('Echenique Distribuciones S. Coop.');
});

it('a tax id that stands with one name is not the other’s', () => {
  const value = read(
    `
Mirador Onderhoud BV
Korenlei 63
3500 Hasselt
Ondernemingsnr.: BE 0403.170.701

Verkoopfactuur INV-1908985                    Datum 23/08/2019

Bedrag excl. BTW                                  784,00 EUR
BTW 21 %                                          164,64 EUR
Totaal                                            948,64 EUR
${'\n'.repeat(40)}
Corvino Catering BV          T: +32 9 395 30 51                  BTW BE 0428.759.497
Steenweg op Aalst 16         E-mail: sales@corvino-catering.be
2000 Antwerpen               www.corvino-catering.be             IBAN: BE68 5390 0754 7034
`,
    'nl',
  );
  expect([value('seller.name'), value('buyer.name')]).toEqual(['Corvino Catering BV', 'Mirador Onderhoud BV']);
  expect(value('seller.vatId')).toBe('BE0428759497');
  expect(value('buyer.vatId')).toBe('BE0403170701');
});

it('weights in kilograms are no Kyrgyz money', () => {
  const value = read(
    `
Xandria Engineering LLC
5672 Ridgeline Boulevard
Phoenix, AZ 85004

Invoice No. 41282355                       Date 5/20/2024
All amounts in USD

Description            Quantity      Price       Amount
Sand                   100 KGS        0.50        50.00
Gravel                 100 KGS        0.50        50.00

Total                                            100.00
`,
    'en',
  );
  expect(value('currency')).toBe('USD');
});
