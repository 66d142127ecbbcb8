import { expect, test } from 'vitest';
import { databaseTrouble } from '../../src/store/database-trouble.ts';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

test.each([
  ['no connection came free', new Error('timeout exceeded when trying to connect'), 'store.busy'],
  ['too many connections there', coded('53300'), 'store.busy'],
  ['a statement that took too long', coded('57014'), 'store.busy'],
  ['a deadlock', coded('40P01'), 'store.busy'],
  ['the server stops', coded('57P01'), 'store.unavailable'],
  ['the connection broke', new Error('Connection terminated unexpectedly'), 'store.unavailable'],
  ['a mistake of ours', coded('42703'), undefined],
  ['a broken constraint', coded('23505'), undefined],
  ['another service that refuses', coded('ECONNREFUSED'), undefined],
  ['anything else', new Error('timeout exceeded'), undefined],
])('%s', (_what, error, code) => {
  expect(databaseTrouble(error)).toBe(code);
});
