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
}

/** The flow counts in whole numbers. */
const STEPS = 1e6;

/** Each pair at most once. The same pairs in the same order give the same choice. */
export function assignPairs(pairs: readonly PossiblePair[], most: Capacity = { left: 1, right: 1 }): PossiblePair[] {
  const useful = pairs.filter(({ gain }) => gain > 0);
  if (useful.length === 0) return [];
  // The Hungarian method is hundreds of times faster, but knows no capacities.
  return most.left === 1 && most.right === 1 ? assignOneToOne(useful) : assignMany(useful, most);
}

function assignOneToOne(pairs: readonly PossiblePair[]): PossiblePair[] {
  const lefts = 1 + Math.max(...pairs.map(({ left }) => left));
  const rights = 1 + Math.max(...pairs.map(({ right }) => right));
  const offered = new Map(pairs.map((pair) => [pair.left * rights + pair.right, pair]));
  const costs = Array.from({ length: lefts }, (_, left) =>
    Array.from({ length: rights }, (_, right) => -(offered.get(left * rights + right)?.gain ?? 0)),
  );
  return munkres(costs).flatMap(([left, right]) => offered.get(left * rights + right) ?? []);
}

function assignMany(pairs: readonly PossiblePair[], most: Capacity): PossiblePair[] {
  const lefts = 1 + Math.max(...pairs.map(({ left }) => left));
  const rights = 1 + Math.max(...pairs.map(({ right }) => right));
  const leftNode = (left: number): number => 1 + left;
  const rightNode = (right: number): number => 1 + lefts + right;
  const end = 1 + lefts + rights;
  const edges = [
    ...Array.from({ length: lefts }, (_, left) => ({ from: 0, to: leftNode(left), capacity: most.left, cost: 0 })),
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
