// What the decisions of a workspace taught of a field is in the confidence of what is read, and nowhere else.

import { expect, it } from 'vitest';
import type { ConfidenceShifts } from '../../src/learn/confidence-shifts.ts';
import { packs } from '../../src/packs/index.ts';
import { rechooseRecord } from '../../src/pipeline/rechoose.ts';
import { runPipeline } from '../../src/pipeline/run.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { documentFromText } from '../support/document-from-text.ts';

const catalogue = createTypeCatalogue(packs);
const page = `
Brontis Tools Ltd
14 Mill Lane, York YO1 7HH

INVOICE

Invoice No:        INV-20881
Invoice date:      14 March 2024

Total              2,400.00 GBP
`;
const shifts: ConfidenceShifts = {
  decisions: 400,
  shifts: [{ type: 'invoice', path: 'number', decisions: 400, line: { slope: 1, intercept: -1.5 } }],
};
const read = (given: object = {}) =>
  runPipeline(documentFromText(page), catalogue, { asType: 'invoice', keepCandidates: true, clock: () => 0, ...given })
    .documents[0]!;

it('shifts the fields that were learnt of, says what is shipped, and leaves the others', () => {
  const [plain, shifted] = [read().fields, read({ shifts }).fields];
  expect(plain.number).toMatchObject({ value: 'INV-20881' });
  expect(plain.number).not.toHaveProperty('shippedConfidence');
  expect(shifted.number).toMatchObject({ value: 'INV-20881', shippedConfidence: plain.number!.confidence });
  expect(shifted.number!.confidence).toBeLessThan(plain.number!.confidence - 0.05);
  const { number: _, ...others } = shifted;
  const { number: __, ...before } = plain;
  expect(others).toEqual(before);
});

it('without shifts nothing is other than without the setting', () => {
  expect(read({ shifts: { decisions: 0, shifts: [] } })).toEqual(read());
});

it('a correction that chooses anew keeps to it', () => {
  const record = read({ shifts });
  const type = catalogue.get('invoice');
  const again = rechooseRecord(record, type, { given: new Map(), candidates: record.candidates!, shifts });
  expect(again.fields.number!.confidence).toBe(record.fields.number!.confidence);
});
