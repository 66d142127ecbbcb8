// Declarations of cases that do not fit together keep the server from starting, and say why.

import { expect, test } from 'vitest';
import { z } from 'zod';
import { createCaseKinds } from '../../src/cases/case-kinds.ts';
import type { CaseSpec } from '../../src/cases/case-spec.ts';
import { knownNames, toyPurchase, toyRequest } from '../support/toy-cases.ts';

const speaks = { spec: 'careers/resume-posting', attachment: 'bill', for: ['quotes'], against: [] };

const declare = (change: Partial<CaseSpec>) => () => createCaseKinds([{ ...toyPurchase, ...change }], knownNames);

test('what is declared well is found by its id', () => {
  const kinds = createCaseKinds([toyRequest, toyPurchase], knownNames);
  expect(kinds.find('toy/request')).toBe(toyRequest);
  expect(kinds.find('toy/other')).toBeUndefined();
});

test.each<[string, Partial<CaseSpec>, RegExp]>([
  ['an id without its pack', { id: 'purchase' }, /the id must be pack\/name/],
  ['a beginning that is an end', { initial: ['order'] }, /begins in order, which is an end/],
  ['an alias that is no name', { alias: 'A B' }, /the alias must be/],
  ['no beginning', { initial: [] }, /no state to begin in/],
  ['a step to nowhere', { transitions: [{ from: 'inquiry', to: 'moon' }] }, /by way of moon, which is no state/],
  ['a step to itself', { transitions: [{ from: 'inquiry', to: 'inquiry' }] }, /from inquiry to itself/],
  ['a state that nothing leads to', { transitions: [{ from: 'inquiry', to: 'quotes' }] }, /nothing leads to order/],
  [
    'a permission that there is not',
    { transitions: [...toyPurchase.transitions, { from: 'inquiry', to: 'order', permission: 'moon.read' }] },
    /moon\.read, which is no permission/,
  ],
  [
    'a role that there is not',
    { transitions: [...toyPurchase.transitions, { from: 'inquiry', to: 'order', roles: ['king'] }] },
    /king, which is no role/,
  ],
  [
    'a record type that there is not',
    { subject: { recordTypes: ['moon'], required: true, titleFrom: [] } },
    /nothing called moon/,
  ],
  [
    'a match that there is not',
    { outcome: { ...speaks, spec: 'moon/phase' } },
    /speaks of moon\/phase, which is no match/,
  ],
  ['a match of no record', { outcome: speaks }, /speaks of a match, and is about no record/],
  [
    'a match with what is not attached',
    { outcome: { ...speaks, attachment: 'moon' } },
    /speaks of moon, which is no record/,
  ],
  [
    'a state that says something and is none',
    { outcome: { ...speaks, for: ['moon'] } },
    /speaks by moon, which is no state/,
  ],
  [
    'a step that says something and is none',
    { outcome: { ...speaks, against: [{ from: 'order', to: 'inquiry' }] } },
    /speaks by the step from order to inquiry, which is none/,
  ],
  ['fields that must be given', { fields: z.object({ a: z.string() }) }, /must all be optional/],
  [
    'a moment that is no field',
    { moments: [{ field: 'when', title: 'When', minutes: 5 }] },
    /the moment when is no field/,
  ],
  ['the same state twice', { states: [...toyPurchase.states, toyPurchase.states[0]!] }, /inquiry is declared twice/],
])('%s is refused', (_name, change, message) => {
  expect(declare(change)).toThrow(message);
});

test('it is found by its alias, too, which nobody else may have', () => {
  const named = { ...toyPurchase, alias: 'buying' };
  expect(createCaseKinds([named], knownNames).find('buying')).toBe(named);
  expect(() => createCaseKinds([named, { ...toyRequest, alias: 'buying' }], knownNames)).toThrow(/declared twice/);
});

test('two of one id are refused', () => {
  expect(() => createCaseKinds([toyPurchase, toyPurchase], knownNames)).toThrow(/declared twice/);
});
