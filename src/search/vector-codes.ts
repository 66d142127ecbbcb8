// Vectors by the signs of their components, a bit each: small enough that all of a workspace are looked at in a few
// milliseconds. The query keeps its components, so that the order is nearly that of the vectors themselves.

export const codeBytes = (dimension: number): number => Math.ceil(dimension / 8);

export function codeOf(vector: Float32Array): Uint8Array {
  const code = new Uint8Array(codeBytes(vector.length));
  vector.forEach((value, at) => {
    if (value > 0) code[at >> 3]! |= 1 << (at & 7);
  });
  return code;
}

/** All sums lie between minus this and this. */
const RANGE = 32_000;

/** Places of the codes most like the vector, at most `most`, in the order in which they stand. Of equals the earlier. */
export function mostLike(vector: Float32Array, { codes, count }: { codes: Uint8Array; count: number }, most: number) {
  const bytes = codeBytes(vector.length);
  const shares = sharesOf(vector, bytes);
  const sums = new Int16Array(count);
  const histogram = new Uint32Array(2 * RANGE + 1);
  for (let place = 0, at = 0; place < count; place += 1) {
    let sum = 0;
    for (let from = 0; from < bytes << 8; from += 256, at += 1) sum += shares[from + codes[at]!]!;
    sums[place] = sum;
    histogram[sum + RANGE]! += 1;
  }
  let least = 2 * RANGE;
  let above = 0;
  while (least > 0 && above + histogram[least]! < most) {
    above += histogram[least]!;
    least -= 1;
  }
  let ties = most - above;
  const found: number[] = [];
  for (let place = 0; place < count; place += 1) {
    const sum = sums[place]! + RANGE;
    if (sum > least) found.push(place);
    else if (sum === least && ties > 0) {
      ties -= 1;
      found.push(place);
    }
  }
  return found;
}

/** For each byte of a code and each value of it: what its eight signs add. */
function sharesOf(vector: Float32Array, bytes: number): Int16Array {
  const total = vector.reduce((sum, value) => sum + Math.abs(value), 0);
  // Rounding adds a half for each byte at most.
  const scale = total === 0 ? 0 : (RANGE - bytes) / total;
  const shares = new Int16Array(bytes * 256);
  for (let byte = 0; byte < bytes; byte += 1) {
    for (let value = 0; value < 256; value += 1) {
      let share = 0;
      for (let bit = 0; bit < 8; bit += 1) {
        const component = vector[byte * 8 + bit] ?? 0;
        share += value & (1 << bit) ? component : -component;
      }
      shares[byte * 256 + value] = Math.round(share * scale);
    }
  }
  return shares;
}
