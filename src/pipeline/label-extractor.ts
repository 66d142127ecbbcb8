// The generic label reader: field labels of a type → places where their values may stand → candidates.
// It serves packs and user-defined types alike; it knows geometry and kinds, never a field by name.

import { evidenceOfSpan } from '../document/line-span.ts';
import type { Line } from '../document/parsed-document.ts';
import type { Candidate } from '../document/value.ts';
import { createLabelIndex, type LabelHit, type LabelIndex, type LabelTerm } from '../recognize/labels/label-index.ts';
import { findValueSpots, type ValueSpot } from '../recognize/labels/value-spots.ts';
import { type KindValue, readKind } from './kinds.ts';
import type { DocumentType, FieldKind, FieldSpec } from './pack.ts';
import type { Reading } from './reading.ts';

/** Kinds whose value can be told from other text by its form; for the rest the geometry must be good. */
const SELF_EVIDENT: ReadonlySet<FieldKind> = new Set([
  'date',
  'daterange',
  'money',
  'iban',
  'email',
  'url',
  'vatId',
  'percent',
  'phone',
  'bic',
]);
/** Long texts repeat labels; the first places count most. */
const HITS_PER_FIELD = 24;

/** What a general label costs against a specific one. */
const WEAK_LABEL = -0.9;

interface TypeLabels {
  index: LabelIndex;
  fields: ReadonlyMap<string, FieldSpec>;
}

const compiled = new WeakMap<DocumentType, TypeLabels>();

function labelsOf(type: DocumentType): TypeLabels {
  const known = compiled.get(type);
  if (known) return known;
  const terms: LabelTerm[] = [];
  for (const field of type.fields) {
    if (field.path.includes('[]')) continue;
    for (const [rank, phrase] of field.labels.entries()) {
      terms.push({ key: field.path, phrase, weight: -Math.min(0.8, 0.02 * rank) });
    }
    for (const phrase of field.weakLabels ?? []) terms.push({ key: field.path, phrase, weight: WEAK_LABEL });
    for (const phrase of field.notLabels ?? []) terms.push({ key: '', phrase, weight: 0 });
  }
  const labels = { index: createLabelIndex(terms), fields: new Map(type.fields.map((f) => [f.path, f])) };
  compiled.set(type, labels);
  return labels;
}

/** Label hits per line of a reading for one type, computed once. */
export function labelHitsOf(reading: Reading, type: DocumentType): (line: Line) => readonly LabelHit[] {
  return reading.derive(`label-hits:${type.id}`, () => {
    const { index } = labelsOf(type);
    const cache = new Map<Line, LabelHit[]>();
    return (line: Line) => {
      let hits = cache.get(line);
      if (!hits) {
        hits = index.find(line, reading.pageOf(line).source === 'ocr');
        cache.set(line, hits);
      }
      return hits;
    };
  });
}

/** Candidates for every field of the type that a printed label leads to. */
export function extractByLabels(reading: Reading, type: DocumentType): Candidate[] {
  const { fields } = labelsOf(type);
  const hitsOf = labelHitsOf(reading, type);
  const counts = new Map<string, number>();
  const candidates: Candidate[] = [];
  for (const line of reading.lines) {
    for (const hit of hitsOf(line)) {
      const terms = hit.terms.filter((term) => fields.has(term.key));
      if (terms.length === 0) continue;
      let spots: ValueSpot[] | undefined;
      for (const term of terms) {
        const count = counts.get(term.key) ?? 0;
        if (count >= HITS_PER_FIELD) continue;
        counts.set(term.key, count + 1);
        spots ??= findValueSpots(hit, reading.pageOf(line), hitsOf);
        for (const spot of spots) addSpot(candidates, reading, hit, term, spot, fields.get(term.key)!);
      }
    }
  }
  return candidates;
}

function addSpot(
  candidates: Candidate[],
  reading: Reading,
  hit: LabelHit,
  term: LabelTerm,
  spot: ValueSpot,
  field: FieldSpec,
): void {
  const values = readKind(reading, spot.line, spot.start, spot.end, field);
  for (const [order, found] of values.slice(0, 3).entries()) {
    const signals = scoreSignals(reading, hit, term, spot, field, found, order);
    candidates.push({
      path: field.path,
      value: found.value,
      raw: found.raw,
      origin: 'read',
      evidence: [evidenceOfSpan(spot.line, found.start, found.end)],
      score: Object.values(signals).reduce((sum, part) => sum + part, 0),
      source: `label-${spot.relation}`,
      signals,
    });
  }
}

function scoreSignals(
  reading: Reading,
  hit: LabelHit,
  term: LabelTerm,
  spot: ValueSpot,
  field: FieldSpec,
  found: KindValue,
  order: number,
): Record<string, number> {
  const selfEvident = SELF_EVIDENT.has(field.kind);
  const skipped = found.start - spot.start;
  return {
    geometry: spot.score,
    label: Math.min(0.8, 0.25 * (hit.length - 1)) + term.weight - (hit.fuzzy ? 0.3 : 0),
    // "Total" inside "subtotal of all items" is not the label "total".
    context: -0.75 * hit.wordsBefore - (hit.closed || spot.relation !== 'inline' ? 0 : selfEvident ? 0.2 : 0.5),
    form: 3 * (found.certainty - 0.6),
    order: -(selfEvident ? 0.5 : 0.9) * order - Math.min(1.5, skipped * (selfEvident ? 0.03 : 0.12)),
    page: spot.line.page === reading.doc.pages[0]?.number ? 0.2 : 0,
  };
}
