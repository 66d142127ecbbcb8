import { expect, test } from 'vitest';
import { codeBytes, codeOf, mostLike, mostLikeBySize, sizeBytes, sizesOf } from '../../src/search/vector-codes.ts';

const vectors = [
  [1, 1, 1, 1, 1, 1, 1, 1, 1],
  [-1, -1, -1, -1, -1, -1, -1, -1, -1],
  [1, 1, 1, 1, -1, -1, -1, -1, -1],
].map((values) => Float32Array.from(values));

const codes = new Uint8Array(vectors.length * codeBytes(9));
for (const [at, vector] of vectors.entries()) codes.set(codeOf(vector), at * codeBytes(9));
const all = { codes, count: vectors.length };

test('the codes most like a vector are found, as many as are wanted', () => {
  expect(mostLike(vectors[0]!, all, 1)).toEqual([0]);
  expect(mostLike(vectors[1]!, all, 1)).toEqual([1]);
  expect(mostLike(vectors[1]!, all, 2)).toEqual([1, 2]);
  expect(mostLike(vectors[0]!, all, 10)).toEqual([0, 1, 2]);
});

test('of equals the earlier are taken', () => {
  const none = new Float32Array(9);
  expect(mostLike(none, all, 2)).toEqual([0, 1]);
});

test('large components do not overflow', () => {
  const large = Float32Array.from({ length: 9 }, (_, at) => (at === 8 ? -1e30 : 1e-30));
  expect(mostLike(large, all, 1)).toEqual([1]);
});

test('of vectors with the same signs those of a like shape are taken, in the order that was given', () => {
  const asked = Float32Array.from([9, 1, 1, 1, -1, -1, -1, 0.1, 0.1]);
  const others = [
    [1, 9, 1, 1, -1, -1, -1, 0.1, 0.1],
    [8, 1, 1, 2, -1, -1, -1, 0.1, 0.1],
    [1, 1, 1, 1, -1, -9, -1, 0.1, 0.1],
    [9, 1, 1, 1, -1, -1, -1, 0.1, 0.1],
    [-9, 1, 1, 1, -1, -1, -1, 0.1, 0.1],
  ].map((values) => Float32Array.from(values));
  const known = {
    codes: new Uint8Array(others.length * codeBytes(9)),
    sizes: new Uint8Array(others.length * sizeBytes(9)),
  };
  for (const [at, vector] of others.entries()) {
    known.codes.set(codeOf(vector), at * codeBytes(9));
    known.sizes.set(sizesOf(vector), at * sizeBytes(9));
  }
  expect(mostLikeBySize(asked, { ...known, places: [0, 1, 2, 3, 4] }, 2)).toEqual([1, 3]);
  expect(mostLikeBySize(asked, { ...known, places: [4, 0] }, 2)).toEqual([4, 0]);
  expect(mostLikeBySize(asked, { ...known, places: [4, 0] }, 1)).toEqual([0]);
});

test('an empty vector has sizes too', () => {
  expect([...sizesOf(new Float32Array(5))]).toEqual([0, 0]);
});
