import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { cleanText, toJsonb } from '../../src/store/jsonb.ts';
import { openTestDatabase } from '../support/test-database.ts';

test('any text a document can hold is stored and comes back well-formed', async () => {
  const opened = await openTestDatabase();
  onTestFinished(() => opened.remove());
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })), async (value) => {
      const { rows } = await sql<{ value: unknown }>`select ${toJsonb(value)}::jsonb as value`.execute(
        opened.database.db,
      );
      expect(rows[0]?.value).toEqual(JSON.parse(toJsonb(value)));
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['a\u0000b', 'a\uFFFDb'],
  ['\uD800x', '\uFFFDx'],
  ['plain', 'plain'],
])('%j becomes %j', (given, expected) => {
  expect(cleanText(given)).toBe(expected);
  expect(JSON.parse(toJsonb({ [given]: given }))).toEqual({ [expected]: expected });
});
