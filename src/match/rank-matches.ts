// The best matches of one record among its candidates: scored, cut off, in an order that does not depend on theirs.

import type { MatchModel } from './match-model.ts';
import type { MatchSpec, Subject } from './match-spec.ts';
import { type ScoredPair, scorePair } from './score-pair.ts';
import { rarityIn } from './word-rarity.ts';

export interface Ranking {
  /** At least `keepFrom`, at most `topN`, best first. */
  kept: ScoredPair[];
  /** Scored, and not good enough, ruled out or outranked. */
  left: ScoredPair[];
}

/** Which of the two is the left one: by type; of one type, the one with the smaller id, which is the older. */
export function inOrder(spec: Pick<MatchSpec, 'left' | 'right'>, a: Subject, b: Subject): readonly [Subject, Subject] {
  if (spec.left !== spec.right) return a.type === spec.left ? [a, b] : [b, a];
  return a.id < b.id ? [a, b] : [b, a];
}

export interface RankOptions {
  model: MatchModel;
  likeness?: ((left: string, right: string) => number | undefined) | undefined;
}

/** For each match that may be proposed, so many are compared at cost. */
const MOST_COSTLY = 3;

const bestFirst = ({ scored: a }: { scored: ScoredPair }, { scored: b }: { scored: ScoredPair }): number =>
  b.probability - a.probability || b.score - a.score || (a.left + a.right < b.left + b.right ? -1 : 1);

/** A right one of a one-sided declaration is in as many lists as want it: nothing is cut off for it. */
export function rankMatches(
  spec: MatchSpec,
  { model, likeness }: RankOptions,
  { subject, candidates }: { subject: Subject; candidates: readonly Subject[] },
): Ranking {
  const context = { rarity: rarityIn(model.words), likeness };
  const pairs = candidates.filter(({ id }) => id !== subject.id).map((other) => inOrder(spec, subject, other));
  const score = (by: MatchSpec, some: readonly (readonly [Subject, Subject])[]) =>
    some.map((pair) => ({ pair, scored: scorePair(by, { model, context }, pair) })).sort(bestFirst);
  const cheap = { ...spec, features: spec.features.filter(({ costly }) => !costly) };
  const running = MOST_COSTLY * spec.topN;
  const first = cheap.features.length < spec.features.length ? score(cheap, pairs) : undefined;
  const scored = [
    ...score(spec, first ? first.slice(0, running).map(({ pair }) => pair) : pairs),
    ...(first?.slice(running) ?? []),
  ].map((each) => each.scored);
  const limited = spec.sides === 'symmetric' || subject.type === spec.left;
  const comparable = first ? scored.slice(0, running) : scored;
  const kept = comparable
    .filter(({ probability }) => probability >= spec.keepFrom)
    .slice(0, limited ? spec.topN : undefined);
  const isKept = new Set(kept);
  return { kept, left: scored.filter((pair) => !isKept.has(pair)) };
}
