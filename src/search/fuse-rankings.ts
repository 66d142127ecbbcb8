// Found by words and found by meaning → one order.

export interface Candidate {
  collection: number;
  /** Number of the item. */
  item: number;
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

const K = 60;

/** Best first; of equals the older one. */
export function fuseRankings(candidates: readonly Candidate[]): RankedCandidate[] {
  const ranked: RankedCandidate[] = candidates.map((candidate) => ({
    ...candidate,
    textRank: null,
    meaningRank: null,
    fused: 0,
  }));
  const byText = ranked.filter((one) => one.textScore > 0).sort((a, b) => b.textScore - a.textScore || older(a, b));
  byText.forEach((one, index) => {
    one.textRank = index + 1;
    one.fused += 1 / (K + index + 1);
  });
  const byMeaning = ranked
    .filter((one) => one.similarity !== null)
    .sort((a, b) => b.similarity! - a.similarity! || older(a, b));
  byMeaning.forEach((one, index) => {
    one.meaningRank = index + 1;
    one.fused += 1 / (K + index + 1);
  });
  return ranked.sort((a, b) => b.fused - a.fused || older(a, b));
}

const older = (a: Candidate, b: Candidate): number => a.collection - b.collection || a.item - b.item;
