import { expect, test } from 'vitest';
import { newId } from '../../src/store/new-id.ts';

test('ids are version 7 UUIDs', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('ids grow, also within a millisecond and when the clock goes back', () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => newId(1_700_000_000_000 - i));
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
});
