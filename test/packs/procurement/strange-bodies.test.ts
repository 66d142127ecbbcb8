// Invoices as strangers print them: numbers behind a colon, dates under numbers, two parties in one column.

import { expect, it } from 'vitest';
import { readText } from '../../support/document-from-text.ts';

function read(text: string, language: string) {
  const record = readText(text, { language }).documents[0]!;
  return { type: record.type, value: (path: string) => record.fields[path]?.value };
}

it('"Invoice: MLC-0991" says that the paper is an invoice, and its number', () => {
  const { type, value } = read(
    `
Maple Leaf Consulting Ltd.
200 King St W, Toronto ON M5H 3T4

Invoice: MLC-0991
Issued: 2024-01-31
Due: 2024-03-01
Client: Lakehead Paper Corp.

Consulting services, January 2024                         6,000.00
HST 13%                                                     780.00
Total CAD                                                $6,780.00
`,
    'en',
  );
  expect([type, value('number'), value('issueDate'), value('dueDate')]).toEqual([
    'invoice',
    'MLC-0991',
    '2024-01-31',
    '2024-03-01',
  ]);
  expect(value('buyer.name')).toBe('Lakehead Paper Corp.');
});

it('the date stands under the number, another column between them', () => {
  const { value } = read(
    `
NETIMPRIM SAS                                          Facture F 2024-00871
15 rue des Imprimeurs                                  du 14/02/2024
67000 Strasbourg                                       Client : 55120

Total HT                                                  52,90 €
TVA 20%                                                   10,58 €
Total TTC                                                 63,48 €
`,
    'fr',
  );
  expect([value('number'), value('issueDate')]).toEqual(['F 2024-00871', '2024-02-14']);
});

it('a date of payment under the number is not the date of the invoice', () => {
  const { value } = read(
    `
Hafenlicht GmbH                                        Rechnung 2024-871
Deichweg 4                                             fällig am 14.02.2024
24103 Kiel

Gesamtbetrag                                              63,48 €
`,
    'de',
  );
  expect([value('issueDate'), value('dueDate')]).toEqual([undefined, '2024-02-14']);
});

it('a sender line ends the letterhead: the firm under it is the buyer', () => {
  const { value } = read(
    `
Bauunternehmung Krüger GmbH & Co. KG
Industriestr. 14 · 48429 Rheine · Tel. 05971 1234

Bauunternehmung Krüger · Industriestr. 14 · 48429 Rheine
Stadtwerke Rheine GmbH
Einkauf
Hafenbahn 10
48431 Rheine                                          Datum: 28.05.2024
                                                      Rechnungs-Nr. 24-0311
Nettobetrag                                            28.000,00 EUR
19 % MwSt                                               5.320,00 EUR
Rechnungsbetrag                                        33.320,00 EUR
`,
    'de',
  );
  expect(value('seller.name')).toBe('Bauunternehmung Krüger GmbH & Co. KG');
  expect(value('buyer.name')).toBe('Stadtwerke Rheine GmbH');
});

it('terms with a discount and net days in one sentence: the net days count', () => {
  const { value } = read(
    `
Tischlerei Hofer e.U.
Dorfstraße 7, 6300 Wörgl

Rechnung 2024-118                                    Wörgl, am 17. Jänner 2024

Gesamtsumme €      2.724,00

Zahlbar binnen 8 Tagen mit 2 % Skonto, 30 Tage netto.
`,
    'de',
  );
  expect([value('issueDate'), value('dueDate')]).toEqual(['2024-01-17', '2024-02-16']);
});

it('"Terms: 30 DAYS" gives the day to pay', () => {
  const { value } = read(
    `
SINAR JAYA HARDWARE SDN BHD
No. 8, Jalan Besar, 43000 Kajang, Selangor

TAX INVOICE
M/S : KL BUILDERS SDN BHD                        Invoice No : IV-10233
      47100 PUCHONG                              Date       : 12/04/2024
                                                 Terms      : 30 DAYS

Total (RM)     2,597.00
`,
    'en',
  );
  expect(value('dueDate')).toBe('2024-05-12');
});

it('a period "del … a …" has two ends', () => {
  const { value } = read(
    `
Iberluz Comercializadora, S.A.U.
Calle Mayor 1, 28013 Madrid

FACTURA
Nº factura: FE243210                        Fecha: 08/02/2024
Periodo de facturación: del 05/01/2024 a 05/02/2024

TOTAL IMPORTE FACTURA                                         58,31 €
`,
    'es',
  );
  expect([value('periodStart'), value('periodEnd')]).toEqual(['2024-01-05', '2024-02-05']);
});

it('Turkish', () => {
  const { type, value } = read(
    `
YILDIZ TEKSTİL A.Ş.
Organize Sanayi Bölgesi 4. Cad. No:12 Bursa

FATURA
SAYIN
Anadolu Giyim Ltd. Şti.
Atatürk Cad. 55 Ankara

Fatura No: YLD2024000000123
Fatura Tarihi: 04.03.2024

Mal Hizmet Toplam Tutarı                        9.000,00 TL
Hesaplanan KDV (%20)                            1.800,00 TL
Ödenecek Tutar                                 10.800,00 TL
`,
    'tr',
  );
  expect([type, value('number'), value('issueDate'), value('grossTotal')]).toEqual([
    'invoice',
    'YLD2024000000123',
    '2024-03-04',
    10800,
  ]);
});

it('a bill of short cells on a wide page is no till receipt', () => {
  const { type, value } = read(
    `
Zahnarztpraxis Dr. Ilse Brandt
Marktstr. 2, 24937 Flensburg

Herrn
Olaf Petersen
Nordstr. 77
24943 Flensburg

Rechnungsnummer: 2024/03/118                         Flensburg, 21.03.2024

02.03.24   0010      Eingehende Untersuchung       2,3       12,94
15.03.24   2197      Adhäsive Befestigung          2,3       16,82

Gesamtbetrag                                                 29,76

Wir bitten um Überweisung bis zum 20.04.2024.
`,
    'de',
  );
  expect([type, value('number'), value('issueDate'), value('dueDate')]).toEqual([
    'invoice',
    '2024/03/118',
    '2024-03-21',
    '2024-04-20',
  ]);
});

it('a utility bill is an invoice', () => {
  const { type, value } = read(
    `
CITY OF RIVERTON WATER DEPARTMENT
P.O. BOX 220, RIVERTON WY 82501                         UTILITY BILL

ACCOUNT NUMBER    BILL DATE     DUE DATE      AMOUNT DUE
0045-2210         04/30/2024    05/20/2024    $61.75

WATER            1204        1251       47       $38.50
SEWER                                            $23.25

TOTAL AMOUNT DUE                                 $61.75
`,
    'en',
  );
  expect([type, value('issueDate'), value('dueDate'), value('grossTotal')]).toEqual([
    'invoice',
    '2024-04-30',
    '2024-05-20',
    61.75,
  ]);
});

it('"Exmo(s). Senhor(es)" heads the buyer', () => {
  const { value } = read(
    `
SOLTRANS Transportes, S.A.
Zona Industrial 4, 4470-111 Maia

FATURA FA 2024/1881
Exmo(s). Senhor(es)
Vinhos do Vale, Lda
Quinta da Ribeira
5050-222 Peso da Régua
NIF: 509442013

Data: 2024-02-20   Vencimento: 2024-03-21   Moeda: EUR

Total mercadoria/serviços                              620,00
IVA (23%)                                              142,60
TOTAL A PAGAR                                          762,60
`,
    'pt',
  );
  expect([value('seller.name'), value('buyer.name')]).toEqual(['SOLTRANS Transportes, S.A.', 'Vinhos do Vale, Lda']);
});

it('a narrow bill that is addressed to somebody is no till receipt', () => {
  const { type, value } = read(
    `
Outback Plumbing Pty Ltd
ABN 51 824 753 556
PO Box 77, Dubbo NSW 2830

TAX INVOICE           Invoice: 2207
                      Date: 9/04/2024
To: Mrs H. Cooper
    14 Acacia Cres
    Dubbo NSW 2830

Labour 3 hrs              $285.00
Parts                     $140.00

Total (inc GST)           $467.50
GST included               $42.50
`,
    'en',
  );
  expect([type, value('number'), value('grossTotal')]).toEqual(['invoice', '2207', 467.5]);
});
