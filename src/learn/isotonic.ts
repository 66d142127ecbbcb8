// Isotonic regression: the rising curve that is nearest to the outcomes, made by pooling neighbours that contradict each other.

import type { Outcome } from './outcome.ts';

export interface Point {
  score: number;
  probability: number;
}

interface Block {
  /** Sums, so that two blocks pool by addition. */
  weight: number;
  scores: number;
  right: number;
  /** Of outcomes that people gave, without the prior's share. */
  outcomes: number;
}

/** The prior counts as this many outcomes at the place of each block, so that neither end says never or always. */
const PRIOR_WEIGHT = 2;
/** Blocks of fewer outcomes are joined with the next: a curve through single outcomes repeats them. */
const LEAST_BLOCK = 10;

/**
 * Points rise in score and do not fall in probability. Each stands at the mean score of its block, so that the straight
 * lines between them rise where outcomes do (centred isotonic regression, Oron and Flournoy 2017).
 */
export function fitIsotonic(outcomes: readonly Outcome[], prior: (score: number) => number): Point[] {
  const blocks = inBlocks(outcomes).map((block) => {
    const expected = prior(block.scores / block.weight);
    return {
      ...block,
      weight: block.weight + PRIOR_WEIGHT,
      scores: block.scores + PRIOR_WEIGHT * (block.scores / block.weight),
      right: block.right + PRIOR_WEIGHT * expected,
    };
  });
  const pooled = pool(blocks).map(({ weight, scores, right }) => ({
    score: scores / weight,
    probability: right / weight,
  }));
  const first = pooled[0]!;
  const last = pooled.at(-1)!;
  return [
    ...(first.score > 0 ? [{ score: 0, probability: Math.min(prior(0), first.probability) }] : []),
    ...pooled,
    ...(last.score < 1 ? [{ score: 1, probability: Math.max(prior(1), last.probability) }] : []),
  ];
}

/** Neighbours by score; those of one score always together. */
function inBlocks(outcomes: readonly Outcome[]): Block[] {
  const sorted = outcomes.toSorted((a, b) => a.score - b.score);
  const blocks: Block[] = [];
  let last = Number.NaN;
  for (const { score, right } of sorted) {
    const open = blocks.at(-1);
    if (open && (open.outcomes < LEAST_BLOCK || score === last)) add(open, score, right);
    else blocks.push({ weight: 1, scores: score, right: right ? 1 : 0, outcomes: 1 });
    last = score;
  }
  const rest = blocks.at(-1);
  if (blocks.length > 1 && rest && rest.outcomes < LEAST_BLOCK) {
    blocks.pop();
    join(blocks.at(-1)!, rest);
  }
  return blocks;
}

/** Pool adjacent violators: a block that is right less often than the one before it is one with it. */
function pool(blocks: readonly Block[]): Block[] {
  const pooled: Block[] = [];
  for (const block of blocks) {
    let next = { ...block };
    for (let before = pooled.at(-1); before && share(before) >= share(next); before = pooled.at(-1)) {
      pooled.pop();
      join(before, next);
      next = before;
    }
    pooled.push(next);
  }
  return pooled;
}

function share(block: Block): number {
  return block.right / block.weight;
}

function add(block: Block, score: number, right: boolean): void {
  join(block, { weight: 1, scores: score, right: right ? 1 : 0, outcomes: 1 });
}

function join(block: Block, other: Block): void {
  block.weight += other.weight;
  block.scores += other.scores;
  block.right += other.right;
  block.outcomes += other.outcomes;
}
