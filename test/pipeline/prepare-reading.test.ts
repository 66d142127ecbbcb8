import { describe, expect, test } from 'vitest';
import type { DocumentType } from '../../src/pipeline/pack.ts';
import { prepareReading } from '../../src/pipeline/prepare-reading.ts';
import { runPipeline } from '../../src/pipeline/run.ts';
import { createTypeCatalogue } from '../../src/pipeline/type-catalogue.ts';
import { documentFromText } from '../support/document-from-text.ts';

const note: DocumentType = {
  id: 'note',
  title: 'Note',
  fields: [{ path: 'who', kind: 'person', title: 'Who', labels: [] }],
  lineFields: [],
  signals: [{ phrases: ['note'], weight: 8, where: 'title' }],
  entityText: ({ lines }) => lines.map(({ text }) => text).join('\n'),
  extractors: [
    {
      id: 'note/who',
      writes: ['who'],
      extract: ({ entities }) =>
        entities.map(({ text }) => ({
          path: 'who',
          value: text,
          raw: text,
          origin: 'read',
          evidence: [],
          score: 2,
          source: 'note/who',
          signals: { marked: 2 },
        })),
    },
  ],
  constraints: [],
  inferences: [],
  rules: [],
};
const { entityText: _, ...rest } = note;
const plain: DocumentType = { ...rest, id: 'plain', signals: [{ phrases: ['letter'], weight: 8, where: 'title' }] };
const catalogue = createTypeCatalogue([{ id: 'p', title: 'P', version: '1', types: [note, plain] }]);

const findEntities = (asked: string[]) => async (text: string) => {
  asked.push(text);
  return [{ head: 'resume', label: 'NAME', start: 5, end: 8, text: 'Ada', score: 1 }];
};

describe('prepareReading', () => {
  test('gives the model the text that the type wants read, and the extractors what it found', async () => {
    const asked: string[] = [];
    const doc = documentFromText('Note\nAda was here');
    const prepared = await prepareReading(doc, catalogue, { findEntities: findEntities(asked) });
    expect(asked).toEqual(['Note\nAda was here']);
    const { documents } = runPipeline(doc, catalogue, { prepared: prepared!, clock: () => 0 });
    expect(documents[0]!.fields.who!.value).toBe('Ada');
  });

  test('asks no model for a type that wants none', async () => {
    const asked: string[] = [];
    const doc = documentFromText('Letter\nAda was here');
    expect(await prepareReading(doc, catalogue, { findEntities: findEntities(asked) })).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('a reading of another document is not used', async () => {
    const prepared = await prepareReading(documentFromText('Note\nAda was here'), catalogue, {
      findEntities: findEntities([]),
    });
    const { documents } = runPipeline(documentFromText('Note\nBob was here'), catalogue, {
      prepared: prepared!,
      clock: () => 0,
    });
    expect(documents[0]!.fields.who).toBeUndefined();
  });
});
