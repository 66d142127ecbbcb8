import { describe, expect, it } from 'vitest';
import type { DocumentRecord } from '../../../../src/document/value.ts';
import { billTypes } from '../../../../src/packs/procurement/types/bills.ts';
import { humanValue } from '../../../../src/pipeline/rechoose.ts';
import { judgeRecord } from '../../../../src/pipeline/stages/judge.ts';
import { readText } from '../../../support/document-from-text.ts';

const invoice = (rows: string, totals: string): string => `
Harbour Light Supplies Ltd                                  INVOICE
12 Quay Street, Bristol BS1 4DJ
VAT No. GB 123 4567 82

Bill To:                                   Invoice Number:  HL-2041
Mossgate Bakery Ltd                        Invoice Date:    14 March 2024
7 Mill Lane                                Due Date:        13 April 2024
Leeds LS1 5AB

Pos   Description                 Qty     Unit Price      Amount
${rows.trim()}

${totals}
`;
const three = `
1     Oven gloves                   4          12.50       50.00
2     Baking trays                 10           5.00       50.00
3     Rolling pins                  2          20.00       40.00`;

const read = (rows: string, totals: string): DocumentRecord => readText(invoice(rows, totals)).documents[0]!;
const totals = (net: string, tax: string, gross: string, between = ''): string => `
                                    Subtotal          £${net}
${between}
                                    VAT 20%            £${tax}
                                    Total             £${gross}`;
const rulesOf = (record: DocumentRecord): string[] => record.issues.map(({ rule }) => rule);

describe('lines that are all there', () => {
  const record = read(three, totals('140.00', '28.00', '168.00'));
  it('are counted and sum to the net total', () => {
    expect(record.lineProof).toMatchObject({
      rowsSeen: 3,
      rowsReturned: 3,
      sumOfLines: 140,
      comparedWith: 'netTotal',
      total: 140,
      difference: 0,
      agrees: true,
      summary: '3 rows on the page, 3 read; they sum to the net total.',
    });
  });
  it('have amounts that are as good as certain', () => {
    expect(record.lines.map((line) => line.netAmount!.confidence)).toEqual([0.98, 0.98, 0.98]);
    expect(rulesOf(record)).not.toContain('procurement/lines-add-up');
  });
});

it('knows freight between the lines and the total', () => {
  const between = '                                    Shipping            £5.00';
  const record = read(three, totals('140.00', '29.00', '174.00', between));
  expect(record.lineProof).toMatchObject({ agrees: true });
});

it('shows what stands in the table without being an item', () => {
  const record = read(
    `${three}\nSubtotal                                                 140.00`,
    totals('140.00', '28.00', '168.00'),
  );
  expect(record.lineProof).toMatchObject({ rowsSeen: 3, rowsReturned: 3, agrees: true });
  expect(record.lineProof!.excluded).toContainEqual(
    expect.objectContaining({ reason: 'subtotal', amount: 140, page: 1 }),
  );
});

describe('amounts with tax', () => {
  const record = read(
    '1     Oven gloves                   4          15.00       60.00\n2     Baking trays                 10           6.00       60.00',
    totals('100.00', '20.00', '120.00'),
  );
  it('are the gross amounts of their lines, and the net ones follow', () => {
    expect(
      record.lines.map((line) => [line.grossAmount?.value, line.netAmount?.value, line.netAmount?.origin]),
    ).toEqual([
      [60, 50, 'computed'],
      [60, 50, 'computed'],
    ]);
    expect(record.lineProof).toMatchObject({ agrees: true, comparedWith: 'netTotal', sumOfLines: 100 });
  });
});

it('amounts that their title calls net stay net, whatever they sum to', () => {
  const page = invoice(
    '1     Oven gloves                   4          15.00       60.00\n2     Baking trays                 10           6.00       60.00',
    totals('100.00', '20.00', '120.00'),
  ).replace('    Amount', 'Net amount');
  const { lines } = readText(page).documents[0]!;
  expect(lines.map((line) => [line.grossAmount?.value, line.netAmount?.value])).toEqual([
    [undefined, 60],
    [undefined, 60],
  ]);
});

describe('lines that do not sum to the total', () => {
  const record = read(three, totals('190.00', '38.00', '228.00'));
  it('keep the record from being ready, by name', () => {
    expect(record.lineProof).toMatchObject({ agrees: false, difference: -50, comparedWith: 'netTotal' });
    expect(record.lineProof!.summary).toContain('they sum to 140.00, the net total is 190.00 (50.00 too little)');
    expect(record.assessment).toMatchObject({ verdict: 'needs review' });
    expect(record.assessment!.blockers).toContainEqual({ reason: 'procurement/lines-add-up', path: 'lines' });
  });
  it('are doubted, the more so where the row does not prove itself', () => {
    for (const line of record.lines) {
      expect(line.netAmount!.confidence).toBeLessThan(0.8);
      expect(line.description!.confidence).toBeLessThan(0.8);
    }
  });
  it('are no longer doubted once a person corrects the total', () => {
    const fields = {
      ...record.fields,
      netTotal: humanValue(140),
      grossTotal: humanValue(168),
      taxTotal: humanValue(28),
    };
    const judged = judgeRecord({ ...record, fields }, billTypes[0]!);
    expect(judged.lineProof).toMatchObject({ agrees: true });
    expect(judged.lines![0]!.netAmount!.confidence).toBe(0.98);
    expect(judged.lines![0]!.description!.confidence).toBeGreaterThan(0.8);
    expect(judged.issues.map(({ rule }) => rule)).not.toContain('procurement/lines-add-up');
  });
});

describe('a row that is missing between running position numbers', () => {
  const gap = three.replace('3     Rolling', '4     Rolling');
  const record = read(gap, totals('140.00', '28.00', '168.00'));
  it('is told even where the sums agree', () => {
    expect(record.lineProof).toMatchObject({ rowsSeen: 4, rowsReturned: 3, agrees: true });
    expect(rulesOf(record)).toContain('procurement/lines-missing');
    expect(record.assessment!.verdict).not.toBe('ready');
    expect(record.lines[0]!.netAmount!.confidence).toBeLessThan(0.8);
  });
});

it('has no opinion where no total is stated', () => {
  const record = read(three, '');
  expect(record.lineProof).toMatchObject({ rowsSeen: 3, rowsReturned: 3 });
});
