// Mapping: the choice becomes a record with values in the order in which the type declares its fields.

import type { DocumentRecord, LineItem, TypeGuess, Value } from '../../document/value.ts';
import { type ConfidenceShifts, shiftConfidence } from '../../learn/confidence-shifts.ts';
import { calibrate, confidenceOf } from '../calibration.ts';
import type { DocumentType } from '../pack.ts';
import { type Choice, roundConfidence, toValue } from './choose.ts';

export function mapToRecord(input: {
  type: DocumentType;
  /** Confidence as the choice has it: what calibrations are fitted on. */
  uncalibrated?: boolean;
  /** What the workspace's decisions taught of its fields. */
  shifts?: ConfidenceShifts | undefined;
  guesses: readonly TypeGuess[];
  choice: Choice;
  lines: readonly LineItem[];
  pages: readonly number[];
}): DocumentRecord {
  const { type, guesses, choice } = input;
  const order = new Map(type.fields.map((field, i) => [field.path, i]));
  const rank = (path: string): number => order.get(path.replace(/\[\d+\]/g, '[]')) ?? order.size;
  const paths = Object.keys(choice.chosen).sort(
    (a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en', { numeric: true }),
  );
  const fields: Record<string, Value> = {};
  const specs = new Map(type.fields.map((field) => [field.path, field]));
  for (const path of paths) {
    const candidate = choice.chosen[path]!;
    const probability = choice.probability[path] ?? 0.5;
    const pattern = path.replace(/\[\d+\]/g, '[]');
    const { origin, legibility } = candidate;
    // What a file states, and what a person says, is not read from a page.
    const isRead = origin !== 'xml' && origin !== 'human';
    const kind = specs.get(pattern)?.kind ?? 'text';
    const known = { probability, kind, shift: type.confidence?.[pattern], legibility };
    const confidence = input.uncalibrated ? probability : isRead ? confidenceOf(known) : calibrate(probability);
    const value = toValue(candidate, confidence);
    fields[path] = isRead && input.shifts ? withShift(value, input.shifts, { type: type.id, path: pattern }) : value;
  }
  return {
    type: type.id,
    ...(type.version === undefined ? {} : { typeVersion: type.version }),
    confidence: guesses.find((g) => g.type === type.id)?.confidence ?? 0,
    alternatives: guesses.filter((g) => g.type !== type.id && g.confidence >= 0.005).slice(0, 3),
    pages: [...input.pages],
    fields,
    lines: [...input.lines],
    issues: [],
  };
}

function withShift(value: Value, shifts: ConfidenceShifts, field: { type: string; path: string }): Value {
  const { confidence: shippedConfidence } = value;
  const confidence = roundConfidence(shiftConfidence(shifts, { ...field, confidence: shippedConfidence }));
  return confidence === shippedConfidence ? value : { ...value, confidence, shippedConfidence };
}
