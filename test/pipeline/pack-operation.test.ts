import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkOperations, defineOperation, type PackOperation } from '../../src/pipeline/pack-operation.ts';

const operation = (more: Partial<PackOperation> = {}): PackOperation => ({
  ...defineOperation({
    id: 'countThings',
    path: '/toy/things',
    permission: 'records.read',
    summary: 'How many things there are',
    input: z.object({ kind: z.string().optional() }),
    output: z.object({ count: z.number() }),
    run: async () => ({ count: 1 }),
  }),
  ...more,
});

const check = (...operations: PackOperation[]) =>
  checkOperations([{ id: 'toy', title: 'Toy', operations }], { permissions: ['records.read'] });

test('operations are mounted under the title of their pack', () => {
  expect(check(operation())).toMatchObject([{ id: 'countThings', packTitle: 'Toy' }]);
  expect(checkOperations([{ id: 'toy', title: 'Toy' }], { permissions: [] })).toEqual([]);
});

test.each<[string, PackOperation[], string]>([
  ['an id that is no word', [operation({ id: 'count things' })], 'count things: an id is one word'],
  ['a path of another pack', [operation({ path: '/other/things' })], 'its path must begin with /toy/'],
  ['a path that is none', [operation({ path: '/toy/../admin' })], '/toy/../admin is no path'],
  ['an unknown permission', [operation({ permission: 'all' })], 'needs all, which is no permission'],
  ['a part of the path that is no input', [operation({ path: '/toy/things/:id' })], 'id is not in its input'],
  ['no summary', [operation({ summary: ' ' })], 'does not say what it is for'],
  ['two of one name', [operation(), operation({ path: '/toy/others' })], 'countThings: is declared twice'],
  ['two of one path', [operation(), operation({ id: 'sumThings' })], '/toy/things is declared twice'],
])('%s keeps the server from starting', (_what, operations, message) => {
  expect(() => check(...operations)).toThrow(message);
});
