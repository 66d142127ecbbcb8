// Making candidates out of pieces.

import type { Candidate, Json } from '../../../document/value.ts';
import { candidateOf } from '../../../pipeline/candidate.ts';
import type { Dated } from './entries.ts';
import { evidenceOf, type Piece } from './piece.ts';

/** Log-odds for how sure a reader is, 0–1. */
const oddsOf = (sure: number): number => {
  const p = Math.min(0.98, Math.max(0.05, sure));
  return Math.log(p / (1 - p));
};

export interface FoundOptions {
  /** What it says, normalised; the text of the piece when absent. */
  value?: Json;
  /** 0–1; 0.9 when absent. */
  sure?: number;
}

export function found(path: string, piece: Piece, source: string, { value, sure = 0.9 }: FoundOptions = {}): Candidate {
  const said = value ?? tidy(piece.text);
  return candidateOf(
    { path, value: said, raw: piece.text, source: `careers/${source}`, signals: { read: oddsOf(sure) } },
    evidenceOf(piece),
  );
}

/** White space and closing punctuation that belongs to the list around it. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|·•–—-]+|[\s,;:|·•–—-]+$/gu, '')
    .trim();
}

/** `startDate` and `endDate` of a group, from the dates that its head prints. */
export function foundPeriod(group: string, dates: readonly Dated[], source: string): Candidate[] {
  const range = dates.find(({ mention }) => !mention.value.single);
  if (range) return periodCandidates(group, range, source);
  const [first, second] = dates;
  if (!first) return [];
  if (second && first.mention.value.start! < second.mention.value.start!) {
    return [
      found(`${group}.startDate`, first.piece, source, { value: first.mention.value.start!, sure: 0.7 }),
      found(`${group}.endDate`, second.piece, source, { value: second.mention.value.end!, sure: 0.7 }),
    ];
  }
  // One date alone is when it was done: of a degree, when it was taken.
  return [found(`${group}.endDate`, first.piece, source, { value: first.mention.value.end!, sure: 0.75 })];
}

function periodCandidates(group: string, { piece, mention }: Dated, source: string): Candidate[] {
  const { start, end } = mention.value;
  const sure = mention.certainty;
  return [
    ...(start ? [found(`${group}.startDate`, piece, source, { value: start, sure })] : []),
    ...(end ? [found(`${group}.endDate`, piece, source, { value: end, sure })] : []),
  ];
}
