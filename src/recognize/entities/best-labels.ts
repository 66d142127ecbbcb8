// The likeliest sequence of labels in which I-X follows only B-X or I-X (Viterbi).

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
  const logProbabilities = logSoftmax(logits, size);
  const back = new Int16Array(rows * size);
  let scores = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  for (let label = 0; label < size; label++) {
    if (!labels[label]!.startsWith('I-') && rows > 0) scores[label] = logProbabilities[label]!;
  }
  for (let row = 1; row < rows; row++) {
    const next = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
    for (let label = 0; label < size; label++) {
      const own = logProbabilities[row * size + label]!;
      for (const last of before[label]!) {
        const score = scores[last]! + own;
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
    probabilities[row] = Math.exp(logProbabilities[row * size + label]!);
    label = back[row * size + label]!;
  }
  return { path, probabilities };
}

function labelsBefore(label: string, labels: readonly string[]): number[] {
  const all = labels.map((_, index) => index);
  if (!label.startsWith('I-')) return all;
  return all.filter((index) => labels[index]!.slice(2) === label.slice(2));
}

function logSoftmax(logits: Float32Array, size: number): Float64Array {
  const result = new Float64Array(logits.length);
  for (let from = 0; from < logits.length; from += size) {
    let most = Number.NEGATIVE_INFINITY;
    for (let i = from; i < from + size; i++) most = Math.max(most, logits[i]!);
    let sum = 0;
    for (let i = from; i < from + size; i++) sum += Math.exp(logits[i]! - most);
    const all = most + Math.log(sum);
    for (let i = from; i < from + size; i++) result[i] = logits[i]! - all;
  }
  return result;
}
