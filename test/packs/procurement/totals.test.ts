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
