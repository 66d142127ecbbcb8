// Records as CSV: a row for each field and value of a line, opened safely by any spreadsheet.

import { stringify } from 'csv-stringify/sync';
import type { Json } from '../document/value.ts';

const header = ['record', 'document', 'type', 'path', 'value', 'origin', 'confidence'];

type Values = Record<string, { value: Json; origin: string; confidence: number }>;

export interface CsvRecord {
  id: string;
  document_id: string;
  type: string;
  fields: Values;
  lines: Values[];
}

/**
 * A spreadsheet would run such a cell as a formula: an apostrophe makes it text (OWASP, CSV injection). Tabs and ends of
 * lines count wherever blanks and control characters stand before them: what a reader trims decides what comes first.
 */
const formula = /^[\s\p{Cc}]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** Text made harmless; numbers stay numbers, a minus sign included. */
export function neutralise(value: Json): string | number {
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return formula.test(text) ? `'${text}` : text;
}

export const csvHeader = (): string => stringify([header], { record_delimiter: 'windows' });

export function csvRows({ id, document_id, type, fields, lines }: CsvRecord): string {
  const rows = [
    ...Object.entries(fields),
    ...lines.flatMap((line, index) =>
      Object.entries(line).map(([key, value]) => [`lines[${index}].${key}`, value] as const),
    ),
  ].map(([path, { value, origin, confidence }]) =>
    [id, document_id, type, path, value, origin, confidence].map(neutralise),
  );
  return stringify(rows, { record_delimiter: 'windows' });
}
