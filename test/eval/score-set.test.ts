import { expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/document/value.ts';
import { parseGold } from '../../src/eval/gold.ts';
import { reportHtml } from '../../src/eval/report-html.ts';
import { scoreDocument } from '../../src/eval/score-document.ts';
import { scoreLines } from '../../src/eval/score-lines.ts';
import { scoreSet } from '../../src/eval/score-set.ts';
import { measureReliability } from '../../src/learn/reliability.ts';
import { given, recordOf } from '../cli/fake-world.ts';

const goldOf = (fields: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  parseGold(JSON.stringify({ id: 'a', file: 'a.pdf', type: 'invoice', fields, ...more })).documents[0]!;

const resultOf = (...documents: DocumentRecord[]) => ({ documents, pages: 1, timings: { total: 10 }, error: null });

test('gold lines that cannot be used are named by number, the rest is kept', () => {
  const { documents, problems } = parseGold(
    '{"id":"a","text":"x"}\nnot json\n\n{"id":"b"}\n[1]\n{"file":"c.pdf","fields":{"number":null}}\n',
  );
  expect(documents.map(({ id }) => id)).toEqual(['a', 'c.pdf']);
  expect(documents[1]!.fields).toEqual({ number: [] });
  expect(problems.map((problem) => problem.split(':')[0])).toEqual(['line 2', 'line 4', 'line 5']);
});

test.each([
  ['missing', {}, 'missing'],
  ['wrong', { number: given('X') }, 'wrong'],
  ['elsewhere', { purchaseOrderNumber: given('INV-17') }, 'elsewhere'],
] as const)('an error is %s', (_name, fields, expected) => {
  const { fields: scored } = scoreDocument(goldOf({ number: 'INV-17' }), recordOf({ ...fields }));
  expect(scored[0]!.score).toBe(0);
  expect(scored[0]!.errors.map((error) => error.class)).toEqual([expected]);
});

test('a name partly right scores its token F1 and counts as nearly', () => {
  const { fields } = scoreDocument(
    goldOf({ 'seller.name': 'Acme Trading Ltd' }),
    recordOf({ 'seller.name': given('Acme') }),
  );
  expect(fields[0]!.score).toBe(0.5);
  expect(fields[0]!.right).toBe(0);
  expect(fields[0]!.errors[0]!.class).toBe('nearly');
});

test('a list is a set: order is free, an extra member costs', () => {
  const gold = goldOf({ 'parties[].name': ['Acme Ltd', 'Bolt GmbH'] });
  const right = recordOf({ 'parties[0].name': given('Bolt GmbH'), 'parties[1].name': given('Acme Ltd') });
  expect(scoreDocument(gold, right).fields[0]).toMatchObject({ score: 1, right: 2, expected: 2, given: 2, errors: [] });
  right.fields['parties[2].name'] = given('Nobody Inc');
  const scored = scoreDocument(gold, right).fields[0]!;
  expect(scored.score).toBeCloseTo(0.8);
  expect(scored.errors).toMatchObject([{ class: 'extra', got: 'Nobody Inc' }]);
});

test('where the truth states none, silence is right and an answer is extra', () => {
  const gold = goldOf({ dueDate: [] });
  expect(scoreDocument(gold, recordOf({})).fields[0]).toMatchObject({ score: 1, errors: [] });
  expect(scoreDocument(gold, recordOf({ dueDate: given('2024-01-01') })).fields[0]).toMatchObject({
    score: 0,
    errors: [{ class: 'extra' }],
  });
});

test('lines are right when description, quantity and net amount all are', () => {
  const truth = [
    { description: 'Copper wire', quantity: 2, netAmount: 19 },
    { description: 'Steel bolt', quantity: 10, netAmount: 5 },
  ];
  const line = (description: string, quantity: number, netAmount: number) => ({
    description: given(description),
    quantity: given(quantity),
    netAmount: given(netAmount),
  });
  expect(scoreLines(truth, [line('Steel bolt', 10, 5), line('Copper wire', 2, 19)])).toMatchObject({
    right: 2,
    expected: 2,
    given: 2,
  });
  const score = scoreLines(truth, [line('Copper wire', 2, 19), line('Steel bolt', 1, 5), line('Subtotal', 1, 24)]);
  expect(score).toMatchObject({ right: 1, expected: 2, given: 3, errors: [{ wrong: ['quantity'] }] });
});

test('a file that failed scores nothing and is listed', () => {
  const failed = { documents: [], pages: 0, timings: {}, error: { code: 'file.corrupt', message: 'damaged' } };
  const report = scoreSet([{ gold: goldOf({ number: 'INV-17' }), result: failed }], { seconds: 1 });
  expect(report).toMatchObject({ documents: 1, failed: 1, fieldScore: 0, types: { right: 0, total: 1 } });
  expect(report.errors.map((error) => error.class)).toEqual(['failed', 'type', 'missing']);
});

test('the judged record is the one of the expected type, but the type is judged on the first', () => {
  const result = resultOf(recordOf({ number: given('X') }, { type: 'receipt' }), recordOf({ number: given('INV-17') }));
  const report = scoreSet([{ gold: goldOf({ number: 'INV-17' }), result }], { seconds: 1 });
  expect(report.fieldScore).toBe(1);
  expect(report.types).toMatchObject({ accuracy: 0, confusions: [{ expected: 'invoice', got: 'receipt', count: 1 }] });
});

test('fields weigh the same in the mean, answers in the micro F1', () => {
  const pair = (number: string, total: number | undefined) => ({
    gold: goldOf({ number: 'A', ...(total === undefined ? {} : { grossTotal: 5 }) }),
    result: resultOf(recordOf({ number: given(number), ...(total === undefined ? {} : { grossTotal: given(total) }) })),
  });
  const report = scoreSet([pair('A', 5), pair('A', undefined), pair('A', undefined), pair('B', undefined)], {
    seconds: 2,
  });
  expect(report.fieldScore).toBeCloseTo((0.75 + 1) / 2);
  expect(report.micro.f1).toBeCloseTo(0.8);
  expect(report.speed.pagesPerSecond).toBe(2);
});

test('calibration: confident and wrong is an error, confident and right is none', () => {
  expect(
    measureReliability([
      { confidence: 1, right: true },
      { confidence: 0, right: false },
    ]).ece,
  ).toBe(0);
  expect(measureReliability([{ confidence: 0.9, right: false }]).ece).toBeCloseTo(0.9);
  const tenths = Array.from({ length: 10 }, (_, i) => ({ confidence: 0.7, right: i < 7 }));
  expect(measureReliability(tenths).ece).toBeCloseTo(0);
});

test('the page is self-contained and shows nothing of a document as markup', () => {
  const result = resultOf(recordOf({ number: given('<img src=x onerror=alert(1)>') }));
  const page = reportHtml(scoreSet([{ gold: goldOf({ number: 'A' }), result }], { seconds: 1 }), {
    title: 'a & b',
    when: '2026-01-02T03:04:05Z',
  });
  expect(page).not.toContain('<img');
  expect(page).toContain('a &#38; b');
  expect(page).not.toMatch(/(src|href)="|@import|url\(/);
  expect(page).toContain('Wrong value');
});
