import { expect, it } from 'vitest';
import { keepLoaded } from '../../src/nlp/child/keep-loaded.ts';

it('loads once for all who ask', async () => {
  let loads = 0;
  const model = keepLoaded(async () => ++loads);
  expect(await Promise.all([model(), model()])).toEqual([1, 1]);
  expect(await model()).toBe(1);
});

it('tries a load that failed anew', async () => {
  let loads = 0;
  const model = keepLoaded(async () => {
    if (++loads === 1) throw new Error('damaged');
    return loads;
  });
  await expect(Promise.all([model(), model()])).rejects.toThrow('damaged');
  expect(await model()).toBe(2);
  expect(loads).toBe(2);
});
