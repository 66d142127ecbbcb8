// The likeliest sequence of labels in which I-X follows only B-X or I-X (Viterbi).

import { logTotal } from './mean-log-probabilities.ts';

export interface BestLabels {
  /** Index of a label for each row. */
  path: number[];
  /** Probability of that label on its own (softmax), for each row. */
  probabilities: Float64Array;
}

/** `logits` holds one row of `labels.length` numbers after the other. */
export function bestLabels(logits: Float32Array, labels: readonly string[]): BestLabels {
  const size = labels.length;
  const rows = logits.length / size;
  const before = labels.map((label) => labelsBefore(label, labels));
  const totals = logTotals(logits, size);
  const back = new Int16Array(rows * size);
  let scores = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  for (let label = 0; label < size; label++) {
    if (!labels[label]!.startsWith('I-') && rows > 0) scores[label] = logits[label]! - totals[0]!;
  }
  for (let row = 1; row < rows; row++) {
    const next = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
    for (let label = 0; label < size; label++) {
      const own = logits[row * size + label]!;
      for (const last of before[label]!) {
        const score = scores[last]! + own - totals[row]!;
        if (score > next[label]!) {
          next[label] = score;
          back[row * size + label] = last;
        }
      }
    }
    scores = next;
  }
  const path = new Array<number>(rows);
  const probabilities = new Float64Array(rows);
  let label = scores.indexOf(Math.max(...scores));
  for (let row = rows - 1; row >= 0; row--) {
    path[row] = label;
    probabilities[row] = Math.exp(logits[row * size + label]! - totals[row]!);
    label = back[row * size + label]!;
  }
  return { path, probabilities };
}

function labelsBefore(label: string, labels: readonly string[]): number[] {
  const all = labels.map((_, index) => index);
  if (!label.startsWith('I-')) return all;
  return all.filter((index) => labels[index]!.slice(2) === label.slice(2));
}

/** Of each row: the logarithm of what its numbers stand for together. */
function logTotals(logits: Float32Array, size: number): Float64Array {
  const totals = new Float64Array(logits.length / size);
  for (let row = 0; row < totals.length; row++) totals[row] = logTotal(logits.subarray(row * size, (row + 1) * size));
  return totals;
}
