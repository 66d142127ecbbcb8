import { expect, test } from 'vitest';
import { askSeldom } from '../../src/compose/ask-seldom.ts';

test('is done once for all who come meanwhile, and again only after the time', async () => {
  let now = 0;
  let asked = 0;
  let answer = (): void => {};
  const ask = askSeldom(
    () => {
      asked++;
      return new Promise<void>((resolve) => {
        answer = resolve;
      });
    },
    1000,
    () => now,
  );
  const both = [ask(), ask()];
  answer();
  await Promise.all(both);
  await ask();
  expect(asked).toBe(1);
  now = 1000;
  const later = ask();
  answer();
  await later;
  expect(asked).toBe(2);
});

test('what failed is asked again after the time', async () => {
  let now = 0;
  let asked = 0;
  const ask = askSeldom(
    async () => {
      asked++;
      throw new Error('away');
    },
    1000,
    () => now,
  );
  await expect(ask()).rejects.toThrow('away');
  await ask();
  now = 1000;
  await expect(ask()).rejects.toThrow('away');
  expect(asked).toBe(2);
});
