// The generic label reader: field labels of a type → places where their values may stand → candidates.
// It serves packs and user-defined types alike; it knows geometry and kinds, never a field by name.

import { evidenceOfSpan } from '../document/line-span.ts';
import type { Line } from '../document/parsed-document.ts';
import type { Candidate } from '../document/value.ts';
import { createLabelIndex, type LabelHit, type LabelIndex, type LabelTerm } from '../recognize/labels/label-index.ts';
import { columnUnder, findValueSpots, type ValueSpot } from '../recognize/labels/value-spots.ts';
import { candidateOf } from './candidate.ts';
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
  const sayings = new Map<LabelTerm, { candidates: Candidate[]; values: Set<string> }>();
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
        const field = fields.get(term.key)!;
        const from = candidates.length;
        const saying = sayings.get(term) ?? { candidates: [], values: new Set<string>() };
        sayings.set(term, saying);
        for (const spot of spots) addSpot(candidates, reading, hit, term, spot, field);
        const titled = field.kind === 'money' || (field.kind === 'date' && field.part !== undefined);
        if (titled && hit.end === hit.line.text.length) addColumn(candidates, reading, hit, term, field, hitsOf, from);
        for (let i = from; i < candidates.length; i++) {
          saying.candidates.push(candidates[i]!);
          if (candidates[i]!.score > 1.5) saying.values.add(JSON.stringify(candidates[i]!.value));
        }
      }
    }
  }
  // A label that stands over many different values (a column title repeated for each line) singles out none of them.
  for (const { candidates: said, values } of sayings.values()) {
    if (values.size < 3) continue;
    const spread = -0.45 * Math.log2(values.size / 2);
    for (const one of said) {
      one.signals.spread = spread;
      one.score += spread;
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
    candidates.push(toCandidate(field, found, spot.line, `label-${spot.relation}`, signals));
  }
}

function toCandidate(
  field: FieldSpec,
  found: KindValue,
  line: Line,
  source: string,
  signals: Record<string, number>,
): Candidate {
  return candidateOf(
    {
      path: field.path,
      value: field.unsigned && typeof found.value === 'number' ? Math.abs(found.value) : found.value,
      raw: found.raw,

      source,
      signals,
    },
    [evidenceOfSpan(line, found.start, found.end)],
  );
}

const TOTAL_ROW = /^\W*(?:(?:grand|sub)?[ -]?totals?|summe|gesamt\w*|totaal|totale|total general|razem|suma|somme)\b/iu;

/** Under a column title: an amount is the column's foot, the start or end of a span its earliest or latest date. */
function addColumn(
  candidates: Candidate[],
  reading: Reading,
  hit: LabelHit,
  term: LabelTerm,
  field: FieldSpec,
  hitsOf: (line: Line) => readonly LabelHit[],
  from: number,
): void {
  const cells = columnUnder(hit, reading.pageOf(hit.line), hitsOf).flatMap((spot) => {
    const found = readKind(reading, spot.line, spot.start, spot.end, field).filter(
      (value) => value.certainty >= 0.5,
    )[0];
    return found ? [{ spot, found }] : [];
  });
  if (cells.length < 2) return;
  // A title over many values says of none of them alone that it is the one.
  for (const single of candidates.slice(from)) {
    if (single.source !== 'label-below') continue;
    single.signals.column = -1;
    single.score -= 1;
  }
  const foot = cells.at(-1)!;
  const extreme = (sign: 1 | -1) =>
    cells.reduce((best, cell) =>
      sign * String(cell.found.value).localeCompare(String(best.found.value)) > 0 ? cell : best,
    );
  const chosen = field.kind === 'money' ? foot : extreme(field.part === 'end' ? 1 : -1);
  const total = field.kind === 'money' && TOTAL_ROW.test(reading.rowOf(chosen.spot.line)[0]?.text ?? '');
  const signals = {
    geometry: total ? 2.6 : field.kind === 'money' ? 0.9 : 1.6,
    form: 3 * (chosen.found.certainty - 0.6),
    label: Math.min(0.8, 0.25 * (hit.length - 1)) + term.weight,
    context: -0.75 * hit.wordsBefore,
  };
  candidates.push(toCandidate(field, chosen.found, chosen.spot.line, 'label-column', signals));
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
    // One end of a span is best read from a printed span.
    range: field.part && found.range ? 0.9 : 0,
    style: looksLikeItsLabel(hit, spot) ? -0.5 : 0,
  };
}

/** A bold label beside a bold text of its size: rather two labels side by side than a label and its value. */
function looksLikeItsLabel(hit: LabelHit, spot: ValueSpot): boolean {
  if (spot.relation !== 'right') return false;
  const label = hit.line.words[0];
  const value = spot.line.words[0];
  return label?.bold === true && value?.bold === true && Math.abs((label.size ?? 0) - (value.size ?? 0)) < 0.6;
}
