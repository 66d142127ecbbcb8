import { describe, expect, it } from 'vitest';
import type { DocumentType } from '../../src/pipeline/pack.ts';
import { runPipeline, StageError } from '../../src/pipeline/run.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { documentFromText, readText } from '../support/document-from-text.ts';

const invoice = `
Harbour Light Supplies Ltd                                  INVOICE
12 Quay Street, Bristol BS1 4DJ
VAT No. GB 123 4567 82

Bill To:                                   Invoice Number:  HL-2041
Mossgate Bakery Ltd                        Invoice Date:    14 March 2024
7 Mill Lane                                Due Date:        13 April 2024
Leeds LS1 5AB

Description                 Qty     Unit Price      Amount
Oven gloves                   4          12.50       50.00
Baking trays                 10           5.00       50.00

                                    Subtotal       £100.00
                                    VAT 20%         £20.00
                                    Total          £120.00
`;

function typeWith(change: Partial<DocumentType>): DocumentType {
  return {
    id: 'note',
    title: 'Note',
    fields: [{ path: 'a', kind: 'text', title: 'A', labels: ['a'] }],
    lineFields: [],
    signals: [],
    extractors: [],
    constraints: [],
    inferences: [],
    rules: [],
    ...change,
  };
}

describe('running the pipeline', () => {
  it('reads an invoice into fields, lines and no complaint', () => {
    const [record] = readText(invoice).documents;
    expect(record!.type).toBe('invoice');
    const value = (path: string) => record!.fields[path]?.value;
    expect(value('number')).toBe('HL-2041');
    expect(value('issueDate')).toBe('2024-03-14');
    expect(value('dueDate')).toBe('2024-04-13');
    expect(value('currency')).toBe('GBP');
    expect(value('netTotal')).toBe(100);
    expect(value('taxTotal')).toBe(20);
    expect(value('grossTotal')).toBe(120);
    expect(record!.lines.map((line) => [line.description?.value, line.quantity?.value, line.netAmount?.value])).toEqual(
      [
        ['Oven gloves', 4, 50],
        ['Baking trays', 10, 50],
      ],
    );
    expect(record!.issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  });

  it('traces every stage with its time', () => {
    const { trace } = readText(invoice);
    expect(trace.map((entry) => entry.stage)).toEqual([
      'classify',
      'extract',
      'infer',
      'choose',
      'map',
      'prove',
      'validate',
      'inspect',
    ]);
    expect(trace.every((entry) => entry.ms >= 0)).toBe(true);
  });

  it('gives the same result for the same document', () => {
    expect(readText(invoice).documents).toEqual(readText(invoice).documents);
  });

  it('produces plain data only', () => {
    const { documents } = readText(invoice);
    expect(structuredClone(documents)).toEqual(documents);
    expect(JSON.parse(JSON.stringify(documents))).toEqual(documents);
  });

  it('finds nothing in an empty document, and says unknown', () => {
    const [record] = readText('').documents;
    expect(record!.type).toBe('unknown');
    expect(record!.fields).toEqual({ ...(record!.fields.language ? { language: record!.fields.language } : {}) });
  });

  it('names the stage that failed and keeps what came before', () => {
    const broken = typeWith({
      signals: [{ phrases: ['note'], weight: 20, where: 'anywhere' }],
      extractors: [
        {
          id: 'boom',
          writes: ['a'],
          extract: () => {
            throw new Error('boom');
          },
        },
      ],
    });
    const catalogue = createTypeCatalogue([{ id: 'p', title: 'P', version: '1', types: [broken] }]);
    const run = () => runPipeline(documentFromText('note'), catalogue, { clock: () => 0 });
    expect(run).toThrow(StageError);
    try {
      run();
    } catch (error) {
      expect((error as StageError).stage).toBe('extract');
      expect((error as StageError).trace.map((entry) => entry.stage)).toEqual(['classify', 'extract']);
    }
  });
});

describe('declarations are checked at start', () => {
  it.each<[string, Partial<DocumentType>, RegExp]>([
    [
      'an extractor that writes an unknown field',
      { extractors: [{ id: 'x', writes: ['b'], extract: () => [] }] },
      /extractor x writes b/,
    ],
    [
      'a constraint on an unknown field',
      { constraints: [{ id: 'c', paths: ['b'], weight: 1, holds: () => true }] },
      /constraint c names b/,
    ],
    [
      'an inference on an unknown field',
      { inferences: [{ id: 'i', reads: ['b'], writes: ['a'], infer: () => [] }] },
      /inference i names b/,
    ],
    [
      'a field declared twice',
      {
        fields: [
          { path: 'a', kind: 'text', title: 'A', labels: [] },
          { path: 'a', kind: 'text', title: 'B', labels: [] },
        ],
      },
      /twice/,
    ],
  ])('%s is refused', (_name, change, message) => {
    expect(() => createTypeCatalogue([{ id: 'p', title: 'P', version: '1', types: [typeWith(change)] }])).toThrow(
      message,
    );
  });
});
