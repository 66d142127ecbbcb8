// One measured figure with its limit.

export interface Measurement {
  name: string;
  value: number;
  unit: string;
  /** at least: ≥ limit passes; at most: ≤ limit passes. Without a limit the figure is only told. */
  limit?: number;
  bound?: 'at least' | 'at most';
  pass?: boolean;
  note?: string;
}

export function measured(
  name: string,
  value: number,
  unit: string,
  limit?: { bound: 'at least' | 'at most'; limit: number },
  note?: string,
): Measurement {
  return {
    name,
    value,
    unit,
    ...(limit ? { ...limit, pass: limit.bound === 'at least' ? value >= limit.limit : value <= limit.limit } : {}),
    ...(note ? { note } : {}),
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
