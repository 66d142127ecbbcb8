// Mapping: the choice becomes a record with values in the order in which the type declares its fields.

import type { DocumentRecord, LineItem, TypeGuess, Value } from '../../document/value.ts';
import { calibrate } from '../calibration.ts';
import type { DocumentType } from '../pack.ts';
import { type Choice, toValue } from './choose.ts';

export function mapToRecord(input: {
  type: DocumentType;
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
  for (const path of paths) fields[path] = toValue(choice.chosen[path]!, calibrate(choice.probability[path] ?? 0.5));
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
