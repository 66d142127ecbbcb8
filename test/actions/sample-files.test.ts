import { expect, test } from 'vitest';
import { makeSampleFiles } from '../../src/actions/sample-files.ts';

test('samples of several kinds and languages, the same ones each time', async () => {
  const samples = await makeSampleFiles();
  expect(samples.length).toBeGreaterThanOrEqual(6);
  expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
  for (const { name, content } of samples) {
    expect(name, name).toMatch(/\.\w+$/);
    expect(content.length, name).toBeGreaterThan(500);
  }
  const again = await makeSampleFiles();
  expect(again.map(({ name }) => name)).toEqual(samples.map(({ name }) => name));
});
