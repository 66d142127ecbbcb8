// Extraction: every source proposes candidates; nothing is decided here.

import type { LinesSeen } from '../../document/line-proof.ts';
import type { Candidate, LineItem } from '../../document/value.ts';
import { extractByLabels } from '../label-extractor.ts';
import type { DocumentType } from '../pack.ts';
import type { Reading } from '../reading.ts';

export interface Extraction {
  candidates: Candidate[];
  lines: LineItem[];
  /** What the layout shows of them; absent for types without line items, and where a file states them itself. */
  seen?: LinesSeen | undefined;
}

/** Runs the generic label reader, the type's own extractors and its line-item reader. */
export function extractCandidates(reading: Reading, type: DocumentType): Extraction {
  const candidates = extractByLabels(reading, type);
  for (const extractor of type.extractors) {
    for (const candidate of extractor.extract(reading, type)) candidates.push(candidate);
  }
  const lines = type.lineItems?.read(reading, type) ?? [];
  return { candidates, lines, seen: type.lineItems?.seen(reading, lines) };
}
