// Found by words and found by meaning → one order. Each side is scaled by its own best and by where its tail begins, so that
// a clear winner of one side counts as one; ranks alone would throw that away (docs/search.md has the figures).

export interface Candidate {
  collection: number;
  /** Number of the item. */
  item: number;
  /** Its passages have numbers from its own up to this one. */
  end: number;
  /** BM25 of the best passage and of the title; 0 = no word of the query. */
  textScore: number;
  /** Cosine of the nearest passage; null = not among the nearest. */
  similarity: number | null;
}

export interface RankedCandidate extends Candidate {
  textRank: number | null;
  meaningRank: number | null;
  fused: number;
}

/** What words count against meaning. */
const TEXT_SHARE = 0.4;
/** The tail begins here: what stands behind is found, and no more. */
const TAIL = 200;

/** Best first; of equals the older one. With one side alone its order stays as it is. */
export function fuseRankings(candidates: readonly Candidate[]): RankedCandidate[] {
  const ranked: RankedCandidate[] = candidates.map((one) => ({ ...one, textRank: null, meaningRank: null, fused: 0 }));
  const byText = ranked.filter((one) => one.textScore > 0).sort((a, b) => b.textScore - a.textScore || older(a, b));
  const byMeaning = ranked
    .filter((one) => one.similarity !== null)
    .sort((a, b) => b.similarity! - a.similarity! || older(a, b));
  const textShare = byMeaning.length === 0 ? 1 : byText.length === 0 ? 0 : TEXT_SHARE;
  // Below the last that words found stands what they did not find.
  const scaleText = scaleOf(byText[0]?.textScore ?? 0, byText[TAIL]?.textScore ?? 0);
  byText.forEach((one, index) => {
    one.textRank = index + 1;
    one.fused += textShare * scaleText(one.textScore);
  });
  const last = byMeaning[TAIL] ?? byMeaning.at(-1);
  const scaleMeaning = scaleOf(byMeaning[0]?.similarity ?? 0, last?.similarity ?? 0);
  byMeaning.forEach((one, index) => {
    one.meaningRank = index + 1;
    one.fused += (1 - textShare) * scaleMeaning(one.similarity!);
  });
  return ranked.sort((a, b) => b.fused - a.fused || (a.textRank ?? Infinity) - (b.textRank ?? Infinity) || older(a, b));
}

/** 1 for the best, 0 from `tail` on. */
function scaleOf(best: number, tail: number): (score: number) => number {
  const range = best - tail;
  return (score) => (range > 0 ? Math.max(0, (score - tail) / range) : 1);
}

const older = (a: Candidate, b: Candidate): number => a.collection - b.collection || a.item - b.item;

/** So many of the best tell what else is meant. */
export const FEEDBACK_ITEMS = 5;
/** What they count against the query itself, all together. */
const FEEDBACK_SHARE = 0.75;
/** One that lies so much below the best counts 1/e of it: of several that are equally good all tell, of a clear winner it alone. */
const FEEDBACK_RANGE = 0.05;

export interface FeedbackAnswer {
  vector: Float32Array;
  /** As it was fused. */
  fused: number;
}

/** The vector of the query drawn towards what the best answers have in common; of unit length, like all. `answers`: best first. */
export function drawTowards(vector: Float32Array, answers: readonly FeedbackAnswer[]): Float32Array {
  const best = answers[0];
  if (!best) return vector;
  const sum = new Float32Array(vector.length);
  for (const answer of answers) {
    const weight = Math.exp((answer.fused - best.fused) / FEEDBACK_RANGE);
    for (let at = 0; at < sum.length; at += 1) sum[at]! += weight * answer.vector[at]!;
  }
  const drawn = unit(sum);
  return unit(vector.map((value, at) => value + FEEDBACK_SHARE * drawn[at]!));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}
