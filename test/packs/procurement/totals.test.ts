import { describe, expect, it } from 'vitest';
import { readText } from '../../support/document-from-text.ts';

function read(text: string, language: string, typeHint?: string) {
  const record = readText(text, { language, ...(typeHint ? { typeHint } : {}) }).documents[0]!;
  return { record, value: (path: string) => record.fields[path]?.value };
}

describe('totals one under the other', () => {
  it('are what the tax between them makes them, whatever they are called', () => {
    const { value } = read(
      `
Nordkante Versicherungsverein a.G.
Deichweg 4, 24103 Kiel

Beitragsrechnung Nr. 70-4412                              24. Januar 2024

Privathaftpflicht                                               50,00 €
Glasbruch                                                       30,00 €
Gesamtbeitrag                                                   80,00 €
Versicherungsteuer 19 %                                         15,20 €
Rechnungsbeitrag                                                95,20 €
`,
      'de',
    );
    expect([value('netTotal'), value('taxTotal'), value('grossTotal')]).toEqual([80, 15.2, 95.2]);
  });

  it('take a tax in brackets as held by the amount above it', () => {
    const { value, record } = read(
      `
Nordkante Versicherungsverein a.G.
Deichweg 4, 24103 Kiel

Beitragsrechnung Nr. 70-4413                              11. März 2024

Haftpflicht                                                     80,00 €
Vollkasko                                                      140,00 €
Beitrag inklusive 19 % Versicherungsteuer                      220,00 €
in diesem Beitrag enthaltene Versicherungsteuer                (35,13 €)
zu zahlender Beitrag                                           220,00 €
`,
      'de',
    );
    expect([value('netTotal'), value('taxTotal'), value('grossTotal')]).toEqual([184.87, 35.13, 220]);
    expect(record.lines.map((line) => [line.netAmount?.value, line.grossAmount?.value])).toEqual([
      [67.23, 80],
      [117.65, 140],
    ]);
  });
});

it('a date beside the title is no number of an invoice', () => {
  const { value } = read(
    `
Nordkante Versicherungsverein a.G.
Deichweg 4, 24103 Kiel

Beitragsrechnung                                          24. Januar 2024

Privathaftpflicht                                               50,00 €
Gesamtbeitrag                                                   50,00 €
Versicherungsteuer 19 %                                          9,50 €
Rechnungsbeitrag                                                59,50 €
`,
    'de',
    'invoice',
  );
  expect(value('number')).toBeUndefined();
});

it('a summary whose rates have no percent sign and whose titles stand above several rows is read row by row', () => {
  const { value, record } = read(
    `
Rechnung Nr. R-2041
Datum: 12.03.2024

Artikel                     Menge      Preis      Betrag
Zitronensaft                  100       1,00      100,00
Gelierzucker                   50       1,45       72,50

Warenwert     Zu-/Abschlag     Nettobetrag     MwSt-Betrag     MwSt-%     Endbetrag
   100,00            -4,00           96,00           18,24       19,0        114,24
    72,50            -2,50           70,00            4,90        7,0         74,90
   172,50            -6,50          166,00           23,14        EUR        189,14
`,
    'de',
  );
  expect(['rate', 'base', 'amount'].map((name) => value(`taxes[0].${name}`))).toEqual([19, 96, 18.24]);
  expect(['rate', 'base', 'amount'].map((name) => value(`taxes[1].${name}`))).toEqual([7, 70, 4.9]);
  expect(value('paidAmount')).toBeUndefined();
  expect(record.lineProof).toMatchObject({ agrees: true, adjustments: [{ name: 'discountTotal', amount: -6.5 }] });
});

it('what is given back is a credit note with counts below zero', () => {
  const { record, value } = read(
    `
Hafenlicht GmbH
Deichweg 4, 24103 Kiel

RECHNUNGS-KORREKTUR
Beleg-Nr: RK-77
Datum: 14.03.2024

Artikel               Menge          Preis      Betrag
Ofenhandschuhe            4          12,50      -50,00
Backbleche               10           5,00      -50,00

Nettobetrag                                    -100,00
MwSt 20 %                                       -20,00
Gesamtbetrag                                   -120,00
`,
    'de',
  );
  expect(record.type).toBe('credit_note');
  expect(value('grossTotal')).toBe(-120);
  expect(record.lines.map(({ quantity }) => [quantity?.value, quantity?.raw, quantity?.origin])).toEqual([
    [-4, '4', 'computed'],
    [-10, '10', 'computed'],
  ]);
  expect(record.issues.map(({ rule }) => rule)).not.toContain('procurement/line-arithmetic');
});

it('taxes of several rates without their sum are summed when they carry the net to the gross', () => {
  const { record, value } = read(
    `
Menuiserie Aubry SARL
4 rue du Moulin, 35000 Rennes

Facture n° F-311                                Date : 03/02/2024

Total HT                                        1 492,50 €
TVA 10 %                                          140,00 €
TVA 20 %                                           18,50 €
Total TTC                                       1 651,00 €
`,
    'fr',
  );
  expect([value('netTotal'), value('taxTotal'), value('grossTotal')]).toEqual([1492.5, 158.5, 1651]);
  expect(record.fields.taxTotal?.origin).toBe('computed');
});

it('Swiss totals: apostrophes, a rounding, and a sum called Rechnungstotal', () => {
  const { value } = read(
    `
Gartenbau Nüssli AG
Seestrasse 11, 8002 Zürich

Rechnung 24-0087                                Zürich, 3. Mai 2024

Zwischentotal                                   CHF  2'270.00
MWST 8.1%                                              183.87
Rundung                                                 -0.02
Rechnungstotal                                  CHF  2'453.85
`,
    'de',
  );
  expect([value('netTotal'), value('taxTotal'), value('grossTotal')]).toEqual([2270, 183.87, 2453.85]);
});
