// Which fragment of an entry's head is what, chosen for all entries of a section together: what stands at the same place in
// several entries means the same, whatever one of them alone looks like.

import type { EntityMarks } from './entity-marks.ts';
import type { Fragment } from './fragments.ts';
import type { MarkLabel } from './mark-label.ts';
import type { Piece } from './piece.ts';

export interface Role {
  id: string;
  /** 0–1 from the words alone. */
  score(text: string): number;
  /** How the entity model calls it. */
  label?: MarkLabel;
  /** Below this a fragment is nothing rather than this. */
  least: number;
}

export interface Assigned {
  piece: Piece;
  /** 0–1. */
  sure: number;
}

export type Assignment = Record<string, Assigned>;

/** How much the place of a fragment counts beside its own words, when other entries show the place, too. */
const PLACE_SHARE = 0.45;
const MOST_FRAGMENTS = 8;
/** From so many marks on the model has read the paper well. */
const MANY_MARKS = 4;
/** From this share on a fragment is what its mark says. */
const MARKED = 0.5;

interface Scored {
  fragment: Fragment;
  /** By role, in the order of the roles. */
  scores: number[];
}

export function assignRoles(
  entries: readonly (readonly Fragment[])[],
  roles: readonly Role[],
  marks: EntityMarks,
): { roles: Assignment; rest: Fragment[] }[] {
  const own = entries.map((fragments) =>
    fragments.slice(0, MOST_FRAGMENTS).map((fragment) => ({
      fragment,
      scores: roles.map((role) => scoreOf(fragment, role, marks)),
    })),
  );
  const means = meanBySlot(own.flat(), roles.length);
  return own.map((scored) => {
    const mixed = scored.map(({ fragment, scores }) => ({ fragment, scores: mix(scores, means.get(fragment.slot)) }));
    return choose(mixed, roles);
  });
}

/** From the words, and from what the model says of them. A printed label settles it. */
function scoreOf(fragment: Fragment, { id, label, score }: Role, marks: EntityMarks): number {
  if (fragment.label) return fragment.label === id ? 1 : 0;
  const own = score(fragment.piece.text);
  if (marks.all.length === 0 || !label) return own;
  const shares = marks.sharesOf(fragment.piece);
  const [best, share] = Object.entries(shares).reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  // What it looks through and does not mark is seldom one.
  if (share < MARKED) return own * (marks.all.length >= MANY_MARKS ? 0.85 : 0.9);
  return best === label ? Math.min(0.97, Math.max(own, 0.55) + 0.3) : own * 0.55;
}

function meanBySlot(all: readonly Scored[], count: number): Map<string, { mean: number[]; seen: number }> {
  const sums = new Map<string, { mean: number[]; seen: number }>();
  for (const { fragment, scores } of all) {
    const sum = sums.get(fragment.slot) ?? { mean: new Array<number>(count).fill(0), seen: 0 };
    sum.seen++;
    for (const [i, score] of scores.entries()) sum.mean[i]! += score;
    sums.set(fragment.slot, sum);
  }
  for (const sum of sums.values()) sum.mean = sum.mean.map((total) => total / sum.seen);
  return sums;
}

function mix(scores: readonly number[], place: { mean: number[]; seen: number } | undefined): number[] {
  if (!place || place.seen < 2) return [...scores];
  return scores.map((score, i) => (1 - PLACE_SHARE) * score + PLACE_SHARE * place.mean[i]!);
}

/** What is likelier than not stands; from this score on the place among other entries speaks for it. */
const LIKELY = 0.3;
const sureOf = (score: number): number => (score < LIKELY ? score : Math.min(0.97, Math.max(0.55, score)));

/** The choice of one fragment at most for each role with the highest sum. */
function choose(scored: readonly Scored[], roles: readonly Role[]): { roles: Assignment; rest: Fragment[] } {
  let best: { total: number; picks: number[] } = { total: -1, picks: roles.map(() => -1) };
  const picks = roles.map(() => -1);
  const tryRole = (role: number, total: number): void => {
    if (role === roles.length) {
      if (total > best.total) best = { total, picks: [...picks] };
      return;
    }
    picks[role] = -1;
    tryRole(role + 1, total);
    for (let i = 0; i < scored.length; i++) {
      const score = scored[i]!.scores[role]!;
      if (score < roles[role]!.least || picks.slice(0, role).includes(i)) continue;
      picks[role] = i;
      // Of equals the first.
      tryRole(role + 1, total + score - 0.003 * i);
    }
    picks[role] = -1;
  };
  tryRole(0, 0);
  const chosen: Assignment = {};
  for (const [role, pick] of best.picks.entries()) {
    if (pick < 0) continue;
    const { fragment, scores } = scored[pick]!;
    chosen[roles[role]!.id] = { piece: fragment.piece, sure: sureOf(scores[role]!) };
  }
  return { roles: chosen, rest: scored.filter((_, i) => !best.picks.includes(i)).map(({ fragment }) => fragment) };
}
