// Extraction: every source proposes candidates; nothing is decided here.

import { overlapX, overlapY } from '../../document/box.ts';
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
  return { candidates: withLegibility(reading, found), lines, seen: type.lineItems?.seen(reading, lines) };
}

/** What OCR read is as sure as the least sure word that it stands in. */
function withLegibility(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const scanned = new Map(
    reading.doc.pages.flatMap((page) =>
      page.source === 'ocr' && page.confidence !== undefined ? [[page.number, page] as const] : [],
    ),
  );
  if (scanned.size === 0) return [...candidates];
  return candidates.map((candidate) => {
    const place = candidate.evidence[0];
    const page = place && scanned.get(place.page);
    if (!page) return candidate;
    let least = page.confidence!;
    for (const { words } of page.lines.filter(
      ({ box }) => overlapY(box, place.box) > 0 && overlapX(box, place.box) > 0,
    ))
      for (const { box, confidence } of words)
        if (confidence !== undefined && overlapX(box, place.box) > 0 && overlapY(box, place.box) > 0)
          least = Math.min(least, confidence);
    return { ...candidate, legibility: Math.round(1000 * Math.min(1, Math.max(0, least))) / 1000 };
  });
}
