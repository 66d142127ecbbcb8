// Steps of any declaration whatever: what is possible is exactly what was declared, for whom it was declared.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTransition, possibleMoves } from '../../src/cases/case-moves.ts';
import type { CaseSpec } from '../../src/cases/case-spec.ts';
import { toyPurchase, toyRequest } from '../support/toy-cases.ts';

const anybody = { role: 'owner', may: () => true };
const facts = (state: string, roles: string[] = []) => ({
  state,
  fields: {},
  hasSubject: false,
  attachments: roles.map((role) => ({ role, type: 'invoice', version: 1 })),
});

test('no sequence of possible moves takes a step that is not declared, or leaves an end', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const state = fc.constantFrom(...ids);
  const steps = fc.uniqueArray(fc.tuple(state, state), { selector: ([from, to]) => `${from}>${to}`, maxLength: 12 });
  fc.assert(
    fc.property(steps, state, fc.array(fc.nat(20), { maxLength: 30 }), (declared, start, choices) => {
      const spec: CaseSpec = {
        ...toyPurchase,
        states: ids.map((id) => ({ id, title: id, kind: 'open' })),
        transitions: declared.map(([from, to]) => ({ from, to })),
      };
      let at = start;
      for (const choice of choices) {
        const moves = possibleMoves(spec, facts(at), anybody);
        expect(moves.map(({ to }) => to).sort()).toEqual(
          [...new Set(declared.filter(([from]) => from === at).map(([, to]) => to))].sort(),
        );
        if (moves.length === 0) break;
        const { to } = moves[choice % moves.length]!;
        expect(declared.some(([from, end]) => from === at && end === to)).toBe(true);
        at = to;
      }
    }),
  );
});

test('a guard says why a step has to wait, and nothing when it need not', () => {
  expect(possibleMoves(toyPurchase, facts('inquiry'), anybody)).toEqual([
    { to: 'quotes', reason: 'There is no quote yet: attach one.' },
  ]);
  expect(possibleMoves(toyPurchase, facts('inquiry', ['bill']), anybody)).toEqual([{ to: 'quotes', reason: null }]);
});

test('a step of certain roles is not shown to others', () => {
  expect(possibleMoves(toyPurchase, facts('quotes'), { role: 'editor', may: () => true })).toEqual([]);
  expect(possibleMoves(toyPurchase, facts('quotes'), { role: 'owner', may: () => false })).toEqual([]);
  expect(possibleMoves(toyPurchase, facts('quotes'), anybody)).toEqual([{ to: 'order', reason: null }]);
});

test('one declaration may lead from several states', () => {
  expect(findTransition(toyRequest, 'meeting', 'refused')).toBeDefined();
  expect(findTransition(toyRequest, 'noted', 'refused')).toBeUndefined();
});
