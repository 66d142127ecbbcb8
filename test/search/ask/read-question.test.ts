import { expect, test } from 'vitest';
import { readQuestion } from '../../../src/search/ask/read-question.ts';

test.each([
  [
    'When does the lease with Harbour Foods end?',
    ['date'],
    ['lease', 'harbour', 'foods', 'end'],
    ['harbour', 'foods'],
    [],
  ],
  ['How much is invoice INV-2041?', ['money'], ['invoice', 'inv-2041'], ['inv-2041'], ['inv-2041']],
  ['How many days of notice must be given?', ['duration'], ['days', 'notice', 'given'], [], []],
  ['Who signed it?', ['name'], ['signed'], [], []],
  ['Wann ist die Rechnung von Müller fällig?', ['date'], ['rechnung', 'muller', 'fallig'], ['muller'], []],
  ['Quel est le montant de la facture 77?', ['money'], ['montant', 'facture', '77'], [], ['77']],
  [
    'Which clause mentions "liquidated damages"?',
    [],
    ['clause', 'mentions', 'liquidated', 'damages'],
    [],
    ['liquidated', 'damages'],
  ],
  ['', [], [], [], []],
] as const)('%s', (text, kinds, terms, names, required) => {
  const question = readQuestion(text);
  expect(question.kinds).toEqual(kinds);
  expect(question.terms).toEqual(terms);
  expect(question.names).toEqual(names);
  expect([...question.required].sort()).toEqual([...required].sort());
});

test('a question without end is read in no time', () => {
  const long = `What does ${'a '.repeat(50_000)}cost of "${'“'.repeat(50_000)}`;
  const { terms } = readQuestion(long);
  expect(terms.length).toBeLessThan(600);
});
