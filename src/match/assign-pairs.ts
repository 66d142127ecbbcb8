// Who goes with whom when each may be taken only so often: the choice of pairs with the greatest total gain.

import { minCostFlowForNumberNodes } from 'min-cost-flow';
import { munkres } from 'munkres';

export interface PossiblePair {
  /** From 0. */
  left: number;
  right: number;
  /** Above 0: what is not better than nothing is not offered. At most 1000. */
  gain: number;
}

export interface Capacity {
  /** How often one on the left may be taken, and one on the right. */
  left: number;
  right: number;
  /** What taking one on the left costs when it is taken already. */
  again?: number;
  /** Those on the left that were taken before. */
  begun?: ReadonlySet<number>;
}

/** The flow counts in whole numbers. */
const STEPS = 1e6;

/** Each pair at most once. The same pairs in the same order give the same choice. */
export function assignPairs<P extends PossiblePair>(pairs: readonly P[], most: Capacity = { left: 1, right: 1 }): P[] {
  const useful = pairs.filter(({ gain }) => gain > 0);
  if (useful.length === 0) return [];
  // The Hungarian method is hundreds of times faster, but knows no capacities.
  return most.left === 1 && most.right === 1 && !most.begun ? assignOneToOne(useful) : assignMany(useful, most);
}

function assignOneToOne<P extends PossiblePair>(pairs: readonly P[]): P[] {
  const lefts = 1 + Math.max(...pairs.map(({ left }) => left));
  const rights = 1 + Math.max(...pairs.map(({ right }) => right));
  const offered = new Map(pairs.map((pair) => [pair.left * rights + pair.right, pair]));
  const costs = Array.from({ length: lefts }, (_, left) =>
    Array.from({ length: rights }, (_, right) => -(offered.get(left * rights + right)?.gain ?? 0)),
  );
  return munkres(costs).flatMap(([left, right]) => offered.get(left * rights + right) ?? []);
}

function assignMany<P extends PossiblePair>(pairs: readonly P[], most: Capacity): P[] {
  const lefts = 1 + Math.max(...pairs.map(({ left }) => left));
  const rights = 1 + Math.max(...pairs.map(({ right }) => right));
  const leftNode = (left: number): number => 1 + left;
  const rightNode = (right: number): number => 1 + lefts + right;
  const againNode = (left: number): number => 1 + lefts + rights + left;
  const end = 1 + 2 * lefts + rights;
  const again = Math.round((most.again ?? 0) * STEPS);
  const wayTo = (left: number) => {
    const way = { from: 0, to: leftNode(left), capacity: most.left, cost: 0 };
    if (again === 0) return [way];
    if (most.begun?.has(left)) return [{ ...way, cost: again }];
    if (most.left === 1) return [way];
    // Between two nodes there is one edge: what costs goes by a node of its own, and the cheap way is taken first.
    return [
      { ...way, capacity: 1 },
      { ...way, to: againNode(left), capacity: most.left - 1, cost: again },
      { ...way, from: againNode(left), capacity: most.left - 1 },
    ];
  };
  const edges = [
    ...Array.from({ length: lefts }, (_, left) => wayTo(left)).flat(),
    ...Array.from({ length: rights }, (_, right) => ({
      from: rightNode(right),
      to: end,
      capacity: most.right,
      cost: 0,
    })),
    ...pairs.map(({ left, right, gain }) => ({
      from: leftNode(left),
      to: rightNode(right),
      capacity: 1,
      cost: -Math.round(gain * STEPS),
    })),
    // The flow is as large as it can be: what is better left alone goes past the pairs.
    { from: 0, to: end, capacity: lefts * most.left, cost: 0 },
  ];
  const taken = new Set(
    minCostFlowForNumberNodes(edges, lefts * most.left).flatMap(({ from, to, flow }) =>
      flow > 0 ? [`${from} ${to}`] : [],
    ),
  );
  return pairs.filter(({ left, right }) => taken.has(`${leftNode(left)} ${rightNode(right)}`));
}
