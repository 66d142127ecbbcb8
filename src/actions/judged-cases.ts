// What people decided about the values of a record: each as it was read, and whether they left it as it was.

import type { Origin, Value } from '../document/value.ts';
import type { DecidedValue } from '../learn/confidence-shifts.ts';
import type { DecidedRecord } from '../store/decided-values.ts';

export interface JudgedValue extends DecidedValue {
  /** As the person saw it; `confidence` is what is shipped without a shift of the workspace. */
  shown: number;
  origin: Origin;
}

/** What nobody read has no confidence to be judged. */
export function* judgedValues({ type, fields, corrected }: DecidedRecord): Generator<JudgedValue> {
  const changed = new Map(corrected.map((correction) => [correction.path, correction]));
  for (const [path, value] of Object.entries(fields)) {
    if (!changed.has(path) && value.origin !== 'human') yield judged(type, path, { value, right: true });
  }
  for (const { path, before, after } of changed.values()) {
    if (!before || before.origin === 'human' || path.startsWith('lines[')) continue;
    yield judged(type, path, { value: before, right: isSame(before, after) });
  }
}

const judged = (type: string, path: string, { value, right }: { value: Value; right: boolean }): JudgedValue => ({
  type,
  path: path.replace(/\[\d+\]/g, '[]'),
  confidence: value.shippedConfidence ?? value.confidence,
  shown: value.confidence,
  origin: value.origin,
  right,
});

const isSame = (before: Value, after: Value | null): boolean =>
  after !== null && JSON.stringify(before.value) === JSON.stringify(after.value);

/** Shifts are of what is read from pages: what a file states is not. */
export const isShiftable = ({ origin }: Pick<JudgedValue, 'origin'>): boolean => origin !== 'xml' && origin !== 'human';
