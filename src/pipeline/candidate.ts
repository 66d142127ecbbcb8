// Making candidates: one place where signals become a score and a span becomes evidence.

import { evidenceOfSpan } from '../document/line-span.ts';
import type { Line } from '../document/parsed-document.ts';
import type { Candidate, Evidence, Json, Origin } from '../document/value.ts';

export interface CandidateParts {
  path: string;
  value: Json;
  /** Who proposes it. */
  source: string;
  /** Log-odds by name; their sum is the score. */
  signals: Record<string, number>;
  /** As printed; the text of the first evidence when absent. */
  raw?: string;
  origin?: Origin;
}

export function sumSignals(signals: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const name in signals) sum += signals[name]!;
  return sum;
}

export function candidateOf(parts: CandidateParts, evidence: readonly Evidence[]): Candidate {
  return {
    path: parts.path,
    value: parts.value,
    raw: parts.raw ?? evidence[0]?.text ?? '',
    origin: parts.origin ?? 'read',
    evidence: [...evidence],
    score: sumSignals(parts.signals),
    source: parts.source,
    signals: parts.signals,
  };
}

/** A candidate read from [start, end) of a line's text. */
export function candidateAt(parts: CandidateParts, line: Line, start = 0, end = line.text.length): Candidate {
  return candidateOf(parts, [evidenceOfSpan(line, start, end)]);
}
