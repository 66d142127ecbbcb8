import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/document/value.ts';
import type { Constraint, DocumentType } from '../../src/pipeline/pack.ts';
import { chooseValues, mergeCandidates } from '../../src/pipeline/stages/choose.ts';

function candidate(path: string, value: string | number, score: number, x = 0): Candidate {
  return {
    path,
    value,
    raw: String(value),
    origin: 'read',
    evidence: [{ page: 1, box: [x, score, x + 10, score + 10], text: String(value) }],
    score,
    source: 'test',
    signals: { given: score },
  };
}

const addsUp: Constraint = {
  id: 'adds-up',
  paths: ['net', 'tax', 'gross'],
  weight: 2,
  holds: (a) => {
    const [net, tax, gross] = ['net', 'tax', 'gross'].map((path) => a[path]?.value as number | undefined);
    return net === undefined || tax === undefined || gross === undefined ? undefined : net + tax === gross;
  },
};

function typeWith(constraints: Constraint[], identifiers: string[] = []): DocumentType {
  return {
    id: 'test',
    title: 'Test',
    fields: identifiers.map((path) => ({ path, kind: 'identifier', title: path, labels: [] })),
    lineFields: [],
    signals: [],
    extractors: [],
    constraints,
    inferences: [],
    rules: [],
  };
}

describe('choosing values', () => {
  it('takes the best candidate of a field that nothing ties to others', () => {
    const choice = chooseValues(
      [candidate('date', '2024-01-01', 1), candidate('date', '2024-02-02', 2)],
      typeWith([]),
      [],
    );
    expect(choice.chosen.date?.value).toBe('2024-02-02');
  });

  it('leaves a field empty when every candidate is less likely than not', () => {
    const choice = chooseValues([candidate('date', '2024-01-01', -0.5)], typeWith([]), []);
    expect(choice.chosen.date).toBeUndefined();
  });

  it('prefers amounts that add up over better-labelled ones that do not', () => {
    const candidates = [
      candidate('net', 100, 2),
      candidate('tax', 19, 2),
      candidate('gross', 100, 2.5),
      candidate('gross', 119, 1),
    ];
    const choice = chooseValues(candidates, typeWith([addsUp]), []);
    expect(choice.chosen.gross?.value).toBe(119);
    expect(choice.broken).toEqual([]);
  });

  it('names the constraint that even the best assignment breaks', () => {
    const candidates = [candidate('net', 100, 5), candidate('tax', 19, 5), candidate('gross', 150, 5)];
    expect(chooseValues(candidates, typeWith([addsUp]), []).broken).toEqual(['adds-up']);
  });

  it('raises a value that several places state, and keeps their evidence', () => {
    const merged = mergeCandidates([
      candidate('number', 'A-1', 1, 0),
      candidate('number', 'A-1', 0.8, 200),
      candidate('number', 'B-2', 1.2, 0),
    ]);
    const [first] = merged.get('number')!;
    expect(first!.value).toBe('A-1');
    expect(first!.evidence).toHaveLength(2);
    expect(first!.signals.agreement).toBeGreaterThan(0);
  });

  it('does not give one printed identifier to two fields when another is at hand', () => {
    const candidates = [
      candidate('number', 'A-1', 2, 0),
      candidate('order', 'A-1', 1.2, 0),
      candidate('order', 'B-2', 0.6, 90),
    ];
    candidates[1]!.evidence = candidates[0]!.evidence;
    const choice = chooseValues(candidates, typeWith([], ['number', 'order']), []);
    expect(choice.chosen.number?.value).toBe('A-1');
    expect(choice.chosen.order?.value).toBe('B-2');
  });

  it('is less sure of a value with a close rival', () => {
    const alone = chooseValues([candidate('gross', 119, 2)], typeWith([addsUp]), []);
    const rivalled = chooseValues(
      [candidate('gross', 119, 2), candidate('gross', 118, 1.9, 50)],
      typeWith([addsUp]),
      [],
    );
    expect(rivalled.probability.gross!).toBeLessThan(alone.probability.gross!);
  });

  it('stays fast when a page offers hundreds of candidates for tied fields', () => {
    const many = ['net', 'tax', 'gross'].flatMap((path) =>
      Array.from({ length: 400 }, (_, i) => candidate(path, i + 1, (i % 17) / 10, i * 20)),
    );
    const choice = chooseValues(many, typeWith([addsUp]), []);
    expect(Object.keys(choice.chosen)).toContain('gross');
  });
});
