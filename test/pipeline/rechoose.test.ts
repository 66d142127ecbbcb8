import { describe, expect, it } from 'vitest';
import type { Candidate, DocumentRecord } from '../../src/document/value.ts';
import type { Constraint, DocumentType } from '../../src/pipeline/pack.ts';
import { humanValue, rechooseRecord } from '../../src/pipeline/rechoose.ts';
import { chooseValues } from '../../src/pipeline/stages/choose.ts';
import { mapToRecord } from '../../src/pipeline/stages/map.ts';

const candidate = (path: string, value: number | string, score: number, x = 0): Candidate => ({
  path,
  value,
  raw: `${value} EUR`,
  origin: 'read',
  evidence: [{ page: 1, box: [x, score, x + 10, score + 10], text: String(value) }],
  score,
  source: 'test',
  signals: {},
});

const addsUp: Constraint = {
  id: 'adds-up',
  paths: ['net', 'tax', 'gross'],
  weight: 2,
  holds: (a) => {
    const [net, tax, gross] = ['net', 'tax', 'gross'].map((path) => a[path]?.value as number | undefined);
    return net === undefined || tax === undefined || gross === undefined ? undefined : net + tax === gross;
  },
};
const type: DocumentType = {
  id: 'bill',
  title: 'Bill',
  fields: ['net', 'tax', 'gross'].map((path) => ({ path, kind: 'money' as const, title: path, labels: [] })),
  lineFields: [],
  signals: [],
  extractors: [],
  constraints: [addsUp],
  inferences: [],
  rules: [],
};

function read(candidates: Candidate[]): { record: DocumentRecord; candidates: Record<string, Candidate[]> } {
  const choice = chooseValues(candidates, type, []);
  const record = mapToRecord({ type, guesses: [{ type: 'bill', confidence: 1 }], choice, lines: [], pages: [1] });
  return { record, candidates: choice.options };
}

// 100 + 19 = 119 and 200 + 38 = 238 both add up; the first is labelled better.
const both = read([
  candidate('net', 100, 2),
  candidate('net', 200, 1),
  candidate('tax', 19, 2),
  candidate('tax', 38, 1),
  candidate('gross', 119, 2),
  candidate('gross', 238, 1),
]);

describe('choosing anew around a given value', () => {
  it('lets the fields follow that hang together with it', () => {
    expect(both.record.fields.net?.value).toBe(100);
    const given = new Map([['gross', humanValue(238, both.candidates.gross)]]);
    const { fields } = rechooseRecord(both.record, type, { given, candidates: both.candidates });
    expect([fields.net?.value, fields.tax?.value, fields.gross?.value]).toEqual([200, 38, 238]);
    expect(fields.gross).toMatchObject({ origin: 'human', confidence: 1, raw: '238 EUR', evidence: [{ page: 1 }] });
    expect(fields.net?.origin).toBe('read');
  });

  it('keeps a value that no page states, and gives it no place', () => {
    const given = new Map([['gross', humanValue(500, both.candidates.gross)]]);
    const { fields } = rechooseRecord(both.record, type, { given, candidates: both.candidates });
    expect(fields.gross).toMatchObject({ value: 500, raw: '500', evidence: [] });
  });

  it('leaves empty what a person cleared', () => {
    const { fields } = rechooseRecord(both.record, type, {
      given: new Map([['tax', null]]),
      candidates: both.candidates,
    });
    expect(fields.tax).toBeUndefined();
    expect(fields.gross?.value).toBe(119);
  });

  it('keeps a field that was never chosen among candidates', () => {
    const record = { ...both.record, fields: { ...both.record.fields, note: humanValue('by hand') } };
    const { fields } = rechooseRecord(record, type, { given: new Map(), candidates: both.candidates });
    expect(fields.note?.value).toBe('by hand');
  });
});
