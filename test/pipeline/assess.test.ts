import { describe, expect, it } from 'vitest';
import type { DocumentRecord, Issue, Value } from '../../src/document/value.ts';
import type { DocumentType } from '../../src/pipeline/pack.ts';
import { assessRecord } from '../../src/pipeline/stages/assess.ts';

const type: DocumentType = {
  id: 'note',
  title: 'Note',
  fields: [
    { path: 'number', kind: 'identifier', title: 'Number', labels: [], required: true },
    { path: 'date', kind: 'date', title: 'Date', labels: [], required: true },
    { path: 'remark', kind: 'text', title: 'Remark', labels: [] },
  ],
  lineFields: [],
  signals: [],
  extractors: [],
  constraints: [],
  inferences: [],
  rules: [],
};

function value(confidence: number): Value {
  return { value: 'x', raw: 'x', origin: 'read', confidence, evidence: [], source: 'test', signals: {} };
}

function record(
  fields: Record<string, Value>,
  issues: Issue[] = [],
  change: Partial<DocumentRecord> = {},
): DocumentRecord {
  return { type: 'note', confidence: 0.95, alternatives: [], pages: [1], fields, lines: [], issues, ...change };
}

const issue = (severity: Issue['severity']): Issue => ({
  rule: `note/${severity}`,
  severity,
  path: 'date',
  message: '',
});

describe('assessing a record', () => {
  it('is ready when everything required is there and sure', () => {
    const assessment = assessRecord(record({ number: value(0.97), date: value(0.95) }), type);
    expect(assessment).toMatchObject({ completeness: 1, verdict: 'ready', blockers: [] });
  });

  it('asks for review of an unsure required value, not of an unsure remark', () => {
    const unsure = assessRecord(record({ number: value(0.6), date: value(0.95) }), type);
    expect(unsure.verdict).toBe('needs review');
    expect(unsure.blockers).toEqual([{ reason: 'unsure value', path: 'number' }]);
    const remark = assessRecord(record({ number: value(0.9), date: value(0.95), remark: value(0.3) }), type);
    expect(remark.verdict).toBe('ready');
  });

  it('is blocked by an error, and names it before what else is doubtful', () => {
    const assessment = assessRecord(record({ number: value(0.9) }, [issue('warning'), issue('error')]), type);
    expect(assessment.verdict).toBe('blocked');
    expect(assessment.blockers[0]).toEqual({ reason: 'note/error', path: 'date' });
    expect(assessment.completeness).toBe(0.5);
  });

  it('values more issues lower', () => {
    const good = assessRecord(record({ number: value(0.9), date: value(0.9) }), type);
    const worse = assessRecord(record({ number: value(0.9), date: value(0.9) }, [issue('warning')]), type);
    expect(worse.quality).toBeLessThan(good.quality);
    expect(worse.overall).toBeLessThan(good.overall);
  });

  it('asks for review when the type is unsure', () => {
    const assessment = assessRecord(record({ number: value(0.9), date: value(0.9) }, [], { confidence: 0.5 }), type);
    expect(assessment.blockers).toEqual([{ reason: 'unsure type', path: '' }]);
  });
});
