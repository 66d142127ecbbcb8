// What speaks against a lesson of a sender, and what does not.

import { expect, it } from 'vitest';
import { contentOfLearnt, lessonToTry } from '../../../src/actions/learnt-lesson.ts';
import type { DocumentRecord, Value } from '../../../src/document/value.ts';
import type { PastRecord } from '../../../src/learn/lesson-kind.ts';
import { senderFieldKind } from '../../../src/pipeline/senders/sender-field-kind.ts';
import type { SenderField } from '../../../src/pipeline/senders/sender-lesson.ts';

const effect: SenderField = {
  ...{ sender: { name: 'Brontis', keys: ['vat:DE1'], others: [], layout: [] }, type: 'invoice', path: 'number' },
  ...{ title: 'Invoice number', places: [], how: 'kind', not: [] },
};

const value = (text: string, source = 'label'): Value => ({
  ...{ value: text, raw: text, origin: 'read', confidence: 0.9, evidence: [], source, signals: {} },
});
const recordWith = (number: Value): DocumentRecord => ({
  ...{ type: 'invoice', confidence: 1, alternatives: [], pages: [1], lines: [], issues: [] },
  fields: { number },
});

/** The lesson leads to `right` on each document. */
function testOn(past: Omit<PastRecord, 'id' | 'documentId'>[]) {
  const lesson = lessonToTry({ lessonId: 'l1', recordId: 'r1', effect }, contentOfLearnt(effect));
  return senderFieldKind.backTest!(lesson, {
    signal: new AbortController().signal,
    pastRecords: async () => past.map((one, i) => ({ ...one, id: `${i}`, documentId: `${i}` })),
    readAgain: async () => [recordWith(value('right', 'lesson:l1'))],
  });
}
const correction = { path: 'number', before: value('wrong'), after: value('right', 'correction') };

it('documents that nobody went over are no case: they were misread in the same place', async () => {
  const others = Array.from({ length: 5 }, () => ({
    ...{ record: recordWith(value('wrong')), corrections: [], approved: false },
  }));
  const corrected = { record: recordWith(value('right')), corrections: [correction], approved: false };
  expect(await testOn([...others, corrected])).toEqual({ n: 1, improved: 1, worsened: 0, unchanged: 0 });
});

it('what a person approved as it was speaks against a lesson that changes it, and for one that leaves it', async () => {
  const approved = (number: string) => ({ record: recordWith(value(number)), corrections: [], approved: true });
  expect(await testOn([approved('approved')])).toMatchObject({ n: 1, worsened: 1 });
  expect(await testOn([approved('right')])).toMatchObject({ n: 1, worsened: 0 });
});
