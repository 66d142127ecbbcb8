// Vectors as the database sends them: numbers of two bytes (IEEE 754, binary16), the higher byte first.

/** Number of components, and two bytes that are kept free. */
const HEAD_BYTES = 4;

export function readHalfVector(bytes: Uint8Array): Float32Array {
  const vector = new Float32Array((bytes.length - HEAD_BYTES) >> 1);
  for (let at = 0; at < vector.length; at += 1) {
    vector[at] = values[(bytes[HEAD_BYTES + 2 * at]! << 8) | bytes[HEAD_BYTES + 2 * at + 1]!]!;
  }
  return vector;
}

const values = Float32Array.from({ length: 2 ** 16 }, (_, bits) => halfOf(bits));

function halfOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
