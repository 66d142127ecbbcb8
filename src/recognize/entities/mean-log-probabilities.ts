// What two readings of the same words say together: the mean of their log-probabilities, label by label.

/** Rows of `size` numbers each; both alike long. */
export function meanLogProbabilities(one: Float32Array, other: Float32Array, size: number): Float32Array {
  const mean = new Float32Array(one.length);
  for (let row = 0; row < one.length; row += size) {
    const totals = [one, other].map((logits) => logTotal(logits.subarray(row, row + size)));
    for (let at = row; at < row + size; at++) mean[at] = (one[at]! - totals[0]! + other[at]! - totals[1]!) / 2;
  }
  return mean;
}

/** The logarithm of what the numbers stand for together. */
export function logTotal(values: Float32Array): number {
  const most = Math.max(...values);
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}
