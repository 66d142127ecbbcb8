import { expect, test } from 'vitest';
import { readHalfVector } from '../../src/search/half-floats.ts';

test('vectors are read as the database sends them', () => {
  const bytes = Uint8Array.from([
    0, 7, 0, 0, 0x3c, 0x00, 0xb8, 0x00, 0x35, 0x55, 0x00, 0x00, 0x00, 0x01, 0x7b, 0xff, 0x84, 0x00,
  ]);
  expect([...readHalfVector(bytes)]).toEqual([1, -0.5, 0.333251953125, 0, 2 ** -24, 65504, -(2 ** -14)]);
});

test('every number of two bytes comes out as itself', () => {
  const view = new DataView(new ArrayBuffer(6));
  for (let bits = 0; bits < 2 ** 16; bits += 1) {
    view.setUint16(4, bits);
    const [value] = readHalfVector(new Uint8Array(view.buffer));
    const exponent = (bits >> 10) & 31;
    const size = exponent === 0 ? (bits & 1023) / 2 ** 24 : (1024 + (bits & 1023)) * 2 ** (exponent - 25);
    if (exponent < 31) expect(Math.abs(value!)).toBe(size);
    else expect(Number.isFinite(value)).toBe(false);
  }
});
