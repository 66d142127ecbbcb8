/** Of unit vectors it is the cosine. What the longer one has beyond the shorter counts nothing. */
export function dotProduct(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const length = Math.min(one.length, other.length);
  let sum = 0;
  for (let i = 0; i < length; i++) sum += one[i]! * other[i]!;
  return sum;
}
