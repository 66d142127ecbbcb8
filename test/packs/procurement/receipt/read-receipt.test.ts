import { describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../../../src/document/value.ts';
import { readText } from '../../../support/document-from-text.ts';

function read(text: string, language = 'en'): DocumentRecord {
  return readText(text, { language }).documents[0]!;
}

function valuesOf(record: DocumentRecord): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record.fields).map(([path, value]) => [path, value.value]));
}

const KEDAI = `
        THE CORNER BAKE
      TELAGA BIRU FOODS SDN BHD
            (912345-K)
      NO. 14, JALAN KENANGA 3/2,
         TAMAN KENANGA,
       81100 JOHOR BAHRU, JOHOR
   TEL: 07-355 1234   FAX: 07-355 1235
       (GST ID NO : 001234567890)
            TAX INVOICE
INV NO : KB80012   DATE: 04/03/2018 21:30
CASHIER: AIDA
ITEM              QTY   PRICE   AMOUNT
KAYA PUFF           4    1.60     6.40
CHEESE ROLL         2    3.50     7.00
SLICE CAKE          1    8.72     8.72
TOTAL (EXCLUDING GST)            20.87
GST PAYABLE (6%)                  1.25
TOTAL (INCLUSIVE OF GST)         22.12
ROUNDING ADJ                     -0.02
TOTAL                            22.10
CASH                             50.00
CHANGE                           27.90
GST SUMMARY     AMOUNT(RM)   TAX(RM)
SR @ 6%              20.87      1.25
GOODS SOLD ARE NOT RETURNABLE
`;

describe('a Malaysian till roll', () => {
  const record = read(KEDAI);
  const values = valuesOf(record);

  test('is a receipt, though it calls itself a tax invoice', () => {
    expect(record.type).toBe('receipt');
  });

  test('names the registered company, not the brand above it', () => {
    expect(values['merchant.name']).toBe('TELAGA BIRU FOODS SDN BHD');
  });

  test('joins the rows of the address and stops at the phone', () => {
    expect(values['merchant.address']).toBe('NO. 14, JALAN KENANGA 3/2, TAMAN KENANGA, 81100 JOHOR BAHRU, JOHOR');
    expect(values['merchant.phone']).toBe('+6073551234');
    expect(values['merchant.taxId']).toBe('001234567890');
  });

  test('takes the amount after rounding, not cash, not the total before it', () => {
    expect(values.total).toBe(22.1);
    expect(values.tax).toBe(1.25);
    expect(values.subtotal).toBe(20.87);
  });

  test('reads day first, and the time beside the date', () => {
    expect(values.date).toBe('2018-03-04');
    expect(values.time).toBe('21:30');
    expect(values.number).toBe('KB80012');
  });

  test('shows where every value stands', () => {
    for (const value of Object.values(record.fields)) {
      if (value.origin === 'inferred') continue;
      expect(value.evidence.length).toBeGreaterThan(0);
      for (const place of value.evidence) expect(place.box[2]).toBeGreaterThan(place.box[0]);
    }
  });
});

describe('the same roll through a poor scan', () => {
  const noisy = KEDAI.replace('TOTAL                            22.10', 'TOTAI                           22 .1O')
    .replace('CHANGE ', 'CHANCE ')
    .replace('FOODS SDN BHD', 'FOODS SON BHD')
    .replace('04/03/2018', 'O4/03/2O18')
    .replace('GST PAYABLE (6%)', 'GST PAYABIE (6%)');
  const values = valuesOf(read(noisy));

  test('still tells shop, day and total', () => {
    expect(values['merchant.name']).toBe('TELAGA BIRU FOODS SDN BHD');
    expect(values.date).toBe('2018-03-04');
    expect(values.total).toBe(22.1);
  });

  test('a total that cannot be read follows from cash and change', () => {
    const lost = KEDAI.replace(/TOTAL {28}22\.10/, 'TOTAL   i')
      .replace(/TOTAL \(INCL[^\n]+\n/, '')
      .replace(/ROUND[^\n]+\n/, '');
    const record = read(lost);
    expect(record.fields.total).toMatchObject({ value: 22.1, origin: 'computed', source: 'receipt/cash-less-change' });
    expect(record.fields.total!.evidence).toHaveLength(2);
  });
});

const DINER = `
            Harbor Street Grill
            412 Pine Street
          Springfield, IL 62704
             (217) 555-0142
Server: Dana            Check #: 20418
Table 12                     Guests: 2
03/07/2019                     7:45 PM
2 Lemonade                        7.00
1 Grilled Salmon                 21.95
1 Cobb Salad                     13.50
Subtotal                         42.45
Sales Tax                         3.40
TOTAL                            45.85
VISA                             45.85
Thank you! Please come again
`;

test('an American bill: month first, tax on top, paid by card', () => {
  const values = valuesOf(read(DINER));
  expect(values).toMatchObject({
    'merchant.name': 'Harbor Street Grill',
    'merchant.address': '412 Pine Street Springfield, IL 62704',
    date: '2019-03-07',
    time: '19:45',
    subtotal: 42.45,
    tax: 3.4,
    total: 45.85,
    paymentMethod: 'VISA',
  });
});

test('a German till: tax inside the total, cash given and given back', () => {
  const values = valuesOf(
    read(
      `
       Blumenladen Sonnentau
         Lindenallee 17
         04103 Leipzig
      USt-IdNr. DE136695976
Bon-Nr. 4711
Rosen rot          12,00 A
Vase Glas          18,50 A
Karte               2,95 A
Summe EUR          33,45
Bar                50,00
Rückgeld           16,55
MwSt%   Netto   MwSt   Brutto
A 19%   28,11   5,34    33,45
05.06.2023   16:20
Vielen Dank für Ihren Einkauf!
`,
      'de',
    ),
  );
  expect(values).toMatchObject({
    'merchant.name': 'Blumenladen Sonnentau',
    'merchant.address': 'Lindenallee 17 04103 Leipzig',
    'merchant.taxId': 'DE136695976',
    number: '4711',
    date: '2023-06-05',
    time: '16:20',
    currency: 'EUR',
    tax: 5.34,
    total: 33.45,
    paymentMethod: 'Bar',
  });
});

test('a name broken before its legal form is one name', () => {
  const values = valuesOf(
    read(
      KEDAI.replace('        THE CORNER BAKE\n', '').replace(
        'TELAGA BIRU FOODS SDN BHD',
        'TELAGA BIRU FOODS\n          SDN BHD',
      ),
    ),
  );
  expect(values['merchant.name']).toBe('TELAGA BIRU FOODS SDN BHD');
});

test('a date of expiry or print is not the date of the sale', () => {
  const values = valuesOf(
    read(
      DINER.replace(
        '03/07/2019                     7:45 PM',
        'Date: 03/17/2019  7:45 PM\nCoupon valid until 04/30/2019\nPrinted 03/18/2019',
      ),
    ),
  );
  expect(values.date).toBe('2019-03-17');
});

test('who buys is not who sells', () => {
  const values = valuesOf(
    read(
      KEDAI.replace(
        'CASHIER: AIDA',
        'BILL TO:\nRIMBA JAYA TRADING SDN BHD\nLOT 9, JALAN DAMAI\n43000 KAJANG, SELANGOR',
      ),
    ),
  );
  expect(values['merchant.name']).toBe('TELAGA BIRU FOODS SDN BHD');
  expect(values['merchant.address']).toContain('KENANGA');
});
