// A person gave values: the joint choice runs again with them as certain, so that what hangs together follows.

import type { Candidate, Candidates, DocumentRecord, Json, Value } from '../document/value.ts';
import type { ConfidenceShifts } from '../learn/confidence-shifts.ts';
import type { DocumentType } from './pack.ts';
import { chooseValues } from './stages/choose.ts';
import { mapToRecord } from './stages/map.ts';

/** Log-odds no sum of rivals and constraints reaches. */
const CERTAIN = 1000;

/** Flat path → what a person gave; null = a person said that the document does not state it. */
export type GivenValues = ReadonlyMap<string, Value | null>;

/** As rechooseRecord; a record of a type that is not known stays as it is. */
export type Rechoose = (
  record: DocumentRecord,
  type: DocumentType | undefined,
  known: { given: GivenValues; candidates: Candidates; shifts?: ConfidenceShifts },
) => DocumentRecord;

/**
 * The record with the given values and, of the other fields, what fits them best among `candidates`. Line items and issues
 * stay as they are. A field that was never chosen among candidates keeps its value.
 */
export function rechooseRecord(
  record: DocumentRecord,
  type: DocumentType,
  { given, candidates, shifts }: { given: GivenValues; candidates: Candidates; shifts?: ConfidenceShifts },
): DocumentRecord {
  const known = Object.entries(candidates).flatMap(([path, list]) => (given.has(path) ? [] : list));
  const certain = [...given].flatMap(([path, value]) => (value ? [asCandidate(path, value)] : []));
  const choice = chooseValues([...known, ...certain], type, record.lines);
  const guesses = [{ type: record.type, confidence: record.confidence }, ...record.alternatives];
  const { fields } = mapToRecord({ type, guesses, choice, lines: record.lines, pages: record.pages, shifts });
  for (const [path, value] of given) if (value) fields[path] = value;
  for (const [path, value] of Object.entries(record.fields))
    if (!Object.hasOwn(candidates, path) && !given.has(path)) fields[path] ??= value;
  // What the page contradicts is no surer for it.
  for (const { path, verdict } of record.comparison ?? []) {
    const [now, before] = [fields[path], record.fields[path]];
    if (verdict === 'differs' && now?.origin === 'xml' && before)
      now.confidence = Math.min(now.confidence, before.confidence);
  }
  return { ...record, fields };
}

function asCandidate(path: string, { value, raw, origin, evidence, source }: Value): Candidate {
  return { path, value, raw, origin, evidence, source, score: CERTAIN, signals: {} };
}

/** A value that a person gave. Where the document states the same, it keeps the place. */
export function humanValue(value: Json, candidates: readonly Candidate[] = []): Value {
  const raw = typeof value === 'string' ? value : JSON.stringify(value);
  const same = candidates.find((candidate) => JSON.stringify(candidate.value) === JSON.stringify(value));
  const evidence = same?.evidence ?? [];
  return { value, raw: same?.raw || raw, origin: 'human', confidence: 1, evidence, source: 'correction', signals: {} };
}
