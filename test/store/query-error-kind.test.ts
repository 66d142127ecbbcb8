import { expect, test } from 'vitest';
import { queryErrorKind } from '../../src/store/query-error-kind.ts';

const withCode = (code: unknown, message = 'x'): Error => Object.assign(new Error(message), { code });

test.each([
  [withCode('23505'), 'constraint'],
  [withCode('40001'), 'conflict'],
  [withCode('40P01'), 'conflict'],
  [withCode('57014'), 'timeout'],
  [withCode('55P03'), 'timeout'],
  [withCode('57P01'), 'shutdown'],
  [withCode('08006'), 'connection'],
  [withCode('53300'), 'resources'],
  [withCode('42601'), 'statement'],
  [withCode('ECONNREFUSED'), 'connection'],
  [withCode(undefined, 'Connection terminated unexpectedly'), 'connection'],
  [withCode(undefined, 'timeout exceeded when trying to connect'), 'connection'],
  [new Error('no idea'), 'statement'],
  [undefined, 'statement'],
])('%s is of the kind %s', (error, kind) => {
  expect(queryErrorKind(error)).toBe(kind);
});
