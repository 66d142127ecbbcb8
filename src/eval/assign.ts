// Best one-to-one assignment (the Hungarian method with potentials, O(n²m)).

/** Pairs [row, column] that maximise the sum of `scores[row][column]`; pairs that score 0 are left out. */
export function bestAssignment(scores: readonly (readonly number[])[]): [number, number][] {
  const rows = scores.length;
  const columns = scores[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return [];
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, j) => scores.map((row) => row[j]!));
    return bestAssignment(turned).map(([j, i]) => [i, j]);
  }
  const owner = assignRows(scores, rows, columns);
  const pairs: [number, number][] = [];
  for (let j = 1; j <= columns; j++) {
    const i = owner[j]!;
    if (i > 0 && scores[i - 1]![j - 1]! > 0) pairs.push([i - 1, j - 1]);
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}

/** 1-based: which row owns each column (0 = none). Costs are negated scores. */
function assignRows(scores: readonly (readonly number[])[], rows: number, columns: number): number[] {
  const rowPotential = new Array<number>(rows + 1).fill(0);
  const columnPotential = new Array<number>(columns + 1).fill(0);
  const owner = new Array<number>(columns + 1).fill(0);
  const previous = new Array<number>(columns + 1).fill(0);
  for (let row = 1; row <= rows; row++) {
    owner[0] = row;
    let column = 0;
    const slack = new Array<number>(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Array<boolean>(columns + 1).fill(false);
    do {
      used[column] = true;
      const i = owner[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let nearest = 0;
      for (let j = 1; j <= columns; j++) {
        if (used[j]) continue;
        const cost = -scores[i - 1]![j - 1]! - rowPotential[i]! - columnPotential[j]!;
        if (cost < slack[j]!) {
          slack[j] = cost;
          previous[j] = column;
        }
        if (slack[j]! < delta) {
          delta = slack[j]!;
          nearest = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j]) {
          rowPotential[owner[j]!]! += delta;
          columnPotential[j]! -= delta;
        } else slack[j]! -= delta;
      }
      column = nearest;
    } while (owner[column] !== 0);
    while (column !== 0) {
      owner[column] = owner[previous[column]!]!;
      column = previous[column]!;
    }
  }
  return owner;
}
