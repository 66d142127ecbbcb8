// Candidates from spans of the running text: score as the sum of named signals, evidence line by line.

import type { Candidate, Json } from '../../../../document/value.ts';
import { candidateOf } from '../../../../pipeline/candidate.ts';
import type { ContractText } from './contract-text.ts';

export interface Found {
  path: string;
  value: Json;
  start: number;
  end: number;
  source: string;
  signals: Record<string, number>;
}

export function makeCandidate(view: ContractText, found: Found): Candidate {
  const { path, value, start, end, source, signals } = found;
  return candidateOf(
    {
      path,
      value,
      raw: view.text.slice(start, end).replace(/\s+/g, ' '),

      source,
      signals,
    },
    view.evidence(start, end),
  );
}

/** The sentence around a span, at most `reach` characters to each side. */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
  reach = 320,
): { before: string; after: string } {
  const left = text.slice(Math.max(0, start - reach), start);
  const right = text.slice(end, end + reach);
  const cut = Math.max(lastEnd(left), 0);
  const stop = /[.;](?=\s+["“(]?[\p{Lu}\d(])|\n\s*\n/u.exec(right);
  return { before: left.slice(cut), after: stop ? right.slice(0, stop.index) : right };
}

/** Where the last sentence before begins; abbreviations such as "Inc." end none. */
function lastEnd(left: string): number {
  let at = 0;
  for (const match of left.matchAll(/[.;:]\s+(?=["“(]?[\p{Lu}\d(])/gu)) {
    const word = /[\p{L}.]*$/u.exec(left.slice(0, match.index))![0];
    if (match[0].startsWith('.') && /^(?:\p{L}|\p{Lu}\p{L}{0,3}|inc|corp|ltd|no|nr|[\p{L}.]*\.\p{L})$/iu.test(word))
      continue;
    at = match.index + match[0].length;
  }
  return at;
}
