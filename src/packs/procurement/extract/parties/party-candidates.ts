// Candidates for the fields of the two parties, scored by the sum of their signals.

import type { Candidate, Evidence } from '../../../../document/value.ts';
import { candidateOf } from '../../../../pipeline/candidate.ts';

export type Side = 'seller' | 'buyer';

export const otherSide = (side: Side): Side => (side === 'seller' ? 'buyer' : 'seller');

/** A printed value with its places; the first one gives the raw text. */
export function partyCandidate(
  path: string,
  value: string,
  evidence: Evidence[],
  source: string,
  signals: Record<string, number>,
): Candidate {
  return candidateOf(
    {
      path,
      value,
      raw: evidence.map((place) => place.text).join('\n'),

      source,
      signals,
    },
    evidence,
  );
}
