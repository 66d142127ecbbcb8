// Whether two series of measurements can be told apart. Times themselves say nothing on a machine that others use.

/**
 * Chance that one of `a` is larger than one of `b` (Mann-Whitney): 0.5 when they cannot be told apart, 0 or 1 when each
 * single measurement tells.
 */
export function chanceLarger(a: readonly number[], b: readonly number[]): number {
  const sorted = [...b].sort((x, y) => x - y);
  let wins = 0;
  for (const value of a) {
    const below = countBelow(sorted, value, false);
    const upTo = countBelow(sorted, value, true);
    wins += below + (upTo - below) / 2;
  }
  return wins / (a.length * b.length);
}

/** How many are below `value`, or up to it. */
function countBelow(sorted: readonly number[], value: number, inclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (inclusive && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
