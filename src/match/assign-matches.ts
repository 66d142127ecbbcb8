// Which of the pairs that are good enough are proposed together, when a record goes to one other only: the choice that is the
// likeliest as a whole (docs/adr/0015-matching-frame.md). What people accepted stands, and the rest is arranged around it.

import { assignPairs, type Capacity } from './assign-pairs.ts';
import { logOdds } from './combine-evidence.ts';
import type { MatchSpec } from './match-spec.ts';

/** A pair that may be proposed, or is held: a person accepted it, or it is not to be touched. */
export interface OpenPair {
  id: string;
  left: string;
  right: string;
  probability: number;
  held: 'accepted' | 'proposed' | null;
}

export interface Assignment {
  given: 'here' | 'elsewhere';
  /** Why, in words. */
  text: string;
  /** Here: the likelier ones that were given up for it. Elsewhere: the ones it was given up for. */
  others: { match: string; left: string; right: string; probability: number }[];
}

export interface AssignedPair {
  proposed: boolean;
  /** null: nothing that its own probability does not say. */
  assignment: Assignment | null;
}

export type AssigningSpec = Pick<MatchSpec, 'assignment' | 'alsoShared' | 'topN' | 'keepFrom'>;

/** What only just may be proposed is still worth something. */
const LEAST_GAIN = 0.01;

export const isAssigned = ({ assignment = 'many-to-many' }: Pick<MatchSpec, 'assignment'>): boolean =>
  assignment !== 'many-to-many';

/** Sides whose records go to one other only. */
export const limitedSides = ({ assignment }: Pick<MatchSpec, 'assignment'>): readonly ('left' | 'right')[] =>
  assignment === 'one-to-one' ? ['left', 'right'] : ['right'];

/** For each pair that is not held. The order of the pairs changes nothing. */
export function assignMatches(spec: AssigningSpec, pairs: readonly OpenPair[]): Map<string, AssignedPair> {
  const sides = limitedSides(spec);
  const held = pairs.filter((pair) => pair.held);
  const free = pairs.filter((pair) => !pair.held).sort(byRecords);
  const isOpen = (pair: OpenPair): boolean => sides.every((side) => !held.some((one) => one[side] === pair[side]));
  const chosen = choose(
    spec,
    held,
    free.filter((pair) => isOpen(pair)),
  );
  const standing = [...held, ...chosen];
  const isChosen = new Set(chosen);
  return new Map(
    free.map((pair) => {
      const proposed = isChosen.has(pair);
      const rivals = (proposed ? free.filter((one) => !isChosen.has(one)) : standing).filter(
        (one) => one !== pair && sides.some((side) => one[side] === pair[side]),
      );
      return [pair.id, { proposed, assignment: proposed ? sayHere(pair, rivals) : sayElsewhere(pair, rivals) }];
    }),
  );
}

function choose(spec: AssigningSpec, held: readonly OpenPair[], open: readonly OpenPair[]): OpenPair[] {
  const lefts = [...new Set(open.map(({ left }) => left))];
  const rights = [...new Set(open.map(({ right }) => right))];
  const least = logOdds(spec.keepFrom);
  const possible = open.map((pair) => ({
    left: lefts.indexOf(pair.left),
    right: rights.indexOf(pair.right),
    gain: logOdds(pair.probability) - least + LEAST_GAIN,
    pair,
  }));
  const begun = new Set(lefts.flatMap((left, i) => (held.some((one) => one.left === left) ? [i] : [])));
  const taken = assignPairs(possible, capacityOf(spec, begun));
  if (spec.assignment === 'one-to-one') return taken.map(({ pair }) => pair);
  // Sharing is less likely, not worse than belonging nowhere.
  for (const [right] of rights.entries()) {
    if (taken.some((one) => one.right === right)) continue;
    const room = possible.filter(
      (one) => one.right === right && taken.filter(({ left }) => left === one.left).length < spec.topN,
    );
    const [best] = room.sort((a, b) => b.gain - a.gain);
    if (best) taken.push(best);
  }
  return taken.map(({ pair }) => pair);
}

function capacityOf({ assignment, topN, alsoShared = 0.5 }: AssigningSpec, begun: ReadonlySet<number>): Capacity {
  if (assignment === 'one-to-one') return { left: 1, right: 1 };
  return { left: topN, right: 1, again: Math.max(0, -logOdds(alsoShared)), begun };
}

const byRecords = (a: OpenPair, b: OpenPair): number =>
  a.left < b.left ? -1 : a.left > b.left ? 1 : a.right < b.right ? -1 : 1;

function sayHere(pair: OpenPair, rivals: readonly OpenPair[]): Assignment | null {
  const likelier = rivals.filter(({ probability }) => probability > pair.probability).sort(likeliestFirst);
  if (likelier.length === 0) return null;
  const [best] = likelier;
  const said = `One of the two alone fits another better (${percent(best!)}). It is given here, because together that is likelier.`;
  return { given: 'here', text: said, others: likelier.map(refer) };
}

function sayElsewhere(pair: OpenPair, rivals: readonly OpenPair[]): Assignment | null {
  // The other side has as many as are proposed.
  if (rivals.length === 0) return null;
  const parts = rivals.map((rival) => {
    const side = rival.right === pair.right ? 'second' : 'first';
    const how = rival.held === 'accepted' ? 'accepted' : percent(rival);
    return `the ${side} record is given to another (${how})`;
  });
  const because = rivals.some(({ held }) => held === 'accepted')
    ? 'as a person decided'
    : rivals.every(({ probability }) => probability > pair.probability)
      ? 'which is likelier'
      : 'because together that is likelier';
  const text = `Alone this fits (${percent(pair)}), but ${parts.join(' and ')}, ${because}.`;
  return { given: 'elsewhere', text, others: rivals.map(refer) };
}

const likeliestFirst = (a: OpenPair, b: OpenPair): number => b.probability - a.probability;
const percent = ({ probability }: OpenPair): string => `${Math.round(probability * 100)} %`;
const refer = ({ id, left, right, probability }: OpenPair) => ({ match: id, left, right, probability });
