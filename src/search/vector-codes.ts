// Vectors by the signs of their components, a bit each: small enough that all of a workspace are looked at in a few
// milliseconds. Two bits more for each tell how large it is: of the most like by their signs, these tell which to compare
// themselves. The query keeps its components, so that the order is nearly that of the vectors themselves.

export const codeBytes = (dimension: number): number => Math.ceil(dimension / 8);
export const sizeBytes = (dimension: number): number => Math.ceil(dimension / 4);

export function codeOf(vector: Float32Array): Uint8Array {
  const code = new Uint8Array(codeBytes(vector.length));
  vector.forEach((value, at) => {
    if (value > 0) code[at >> 3]! |= 1 << (at & 7);
  });
  return code;
}

/**
 * Where one size ends and the next begins, and what stands for it: of components that are spread by the bell curve the least is lost
 * so (Max, 1960). In parts of their spread.
 */
const ENDS = [0.5006, 1.05, 1.748];
const SIZES = [0.2451, 0.756, 1.344, 2.152];

/** Of each component how large it is, whatever its sign: two bits, against the others of the vector. */
export function sizesOf(vector: Float32Array): Uint8Array {
  const spread = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0) / vector.length) || 1;
  const sizes = new Uint8Array(sizeBytes(vector.length));
  vector.forEach((value, at) => {
    const size = Math.abs(value) / spread;
    const found = size < ENDS[1]! ? (size < ENDS[0]! ? 0 : 1) : size < ENDS[2]! ? 2 : 3;
    sizes[at >> 2]! |= found << (2 * (at & 3));
  });
  return sizes;
}

/** Of these places at most `most`, those most like the vector by signs and sizes, in the order in which they were given. */
export function mostLikeBySize(
  vector: Float32Array,
  { codes, sizes, places }: { codes: Uint8Array; sizes: Uint8Array; places: readonly number[] },
  most: number,
): number[] {
  if (places.length <= most) return [...places];
  const bytes = codeBytes(vector.length);
  const bytesOfSizes = sizeBytes(vector.length);
  const pairs = sharesOfPairs(vector, bytesOfSizes);
  const sums = Float64Array.from(places, (place) => {
    let sum = 0;
    for (let at = 0; at < bytesOfSizes; at += 1) {
      const size = sizes[place * bytesOfSizes + at]!;
      // Of four components, the first or the last of a byte of signs.
      const signs = codes[place * bytes + (at >> 1)]! >> (4 * (at & 1));
      sum +=
        pairs[at * 128 + ((signs & 3) << 4) + (size & 15)]! + pairs[at * 128 + 64 + ((signs & 12) << 2) + (size >> 4)]!;
    }
    return sum;
  });
  const best = places.map((_, at) => at).sort((a, b) => sums[b]! - sums[a]! || a - b);
  return best
    .slice(0, most)
    .sort((a, b) => a - b)
    .map((at) => places[at]!);
}

/** For each two components, and each of their signs and sizes: what both add. By signs, then by sizes. */
function sharesOfPairs(vector: Float32Array, bytesOfSizes: number): Float32Array {
  const shareOf = (at: number, sign: number, size: number): number =>
    (sign ? 1 : -1) * SIZES[size]! * (vector[at] ?? 0);
  return Float32Array.from({ length: bytesOfSizes * 128 }, (_, entry) => {
    const at = (entry >> 6) * 2;
    return shareOf(at, entry & 16, entry & 3) + shareOf(at + 1, entry & 32, (entry >> 2) & 3);
  });
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
    let from = 0;
    // By fours: all vectors of the workspace come through here.
    for (const last = (bytes - 3) << 8; from < last; from += 1024, at += 4) {
      sum +=
        shares[from + codes[at]!]! +
        shares[from + 256 + codes[at + 1]!]! +
        shares[from + 512 + codes[at + 2]!]! +
        shares[from + 768 + codes[at + 3]!]!;
    }
    for (; from < bytes << 8; from += 256, at += 1) sum += shares[from + codes[at]!]!;
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
