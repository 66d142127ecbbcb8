// Extraction: every source proposes candidates; nothing is decided here.

import type { LinesSeen } from '../../document/line-proof.ts';
import type { Candidate, LineItem } from '../../document/value.ts';
import { extractByLabels } from '../label-extractor.ts';
import type { DocumentType } from '../pack.ts';
import type { Reading } from '../reading.ts';
import { withLessons } from '../senders/apply-lessons.ts';
import type { SenderLesson } from '../senders/sender-lesson.ts';

export interface Extraction {
  candidates: Candidate[];
  lines: LineItem[];
  /** What the layout shows of them; absent for types without line items, and where a file states them itself. */
  seen?: LinesSeen | undefined;
}

/** Runs the generic label reader, the type's own extractors and its line-item reader; then what was learnt of the sender. */
export function extractCandidates(
  reading: Reading,
  type: DocumentType,
  lessons: readonly SenderLesson[] = [],
): Extraction {
  const candidates = extractByLabels(reading, type);
  for (const extractor of type.extractors) {
    for (const candidate of extractor.extract(reading, type)) candidates.push(candidate);
  }
  const lines = type.lineItems?.read(reading, type) ?? [];
  const found = lessons.length > 0 ? withLessons(reading, type, { candidates, lessons }) : candidates;
  return { candidates: found, lines, seen: type.lineItems?.seen(reading, lines) };
}
