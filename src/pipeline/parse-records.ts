// Records as `sheaf read --json` prints them → records that rules can look at. JSON from outside: nothing of it is trusted.

import type { DocumentRecord, LineItem, Value } from '../document/value.ts';
import { SheafError } from '../errors.ts';

const MAX_RECORDS = 1000;
const MAX_FIELDS = 5000;

type Plain = Record<string, unknown>;

/**
 * One result, one record, a list of either, or a line each. Throws SheafError `file.corrupt` for what is no JSON,
 * `file.unsupported` for JSON that holds no record, `file.too-large`.
 */
export function parseRecords(text: string): DocumentRecord[] {
  const records = parseJson(text).flatMap(recordsIn);
  if (records.length === 0)
    throw new SheafError('file.unsupported', 'The JSON holds no record as `sheaf read --json` prints it');
  if (records.length > MAX_RECORDS)
    throw new SheafError('file.too-large', 'The JSON holds more records than are judged');
  return records;
}

function parseJson(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    // A line each.
  }
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      throw new SheafError('file.corrupt', `The JSON is not well-formed (line ${i + 1})`, { details: { line: i + 1 } });
    }
  });
}

function recordsIn(value: unknown): DocumentRecord[] {
  if (Array.isArray(value)) return value.flatMap(recordsIn);
  if (!isPlain(value)) return [];
  if (Array.isArray(value.documents)) return value.documents.flatMap(recordsIn);
  if (typeof value.type !== 'string' || !isPlain(value.fields)) return [];
  const lines = Array.isArray(value.lines) ? value.lines.filter(isPlain) : [];
  return [
    {
      type: value.type,
      confidence: 1,
      alternatives: [],
      pages: [],
      fields: valuesOf(value.fields),
      lines: lines.slice(0, MAX_FIELDS).map((line): LineItem => valuesOf(line)),
      issues: [],
    },
  ];
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{value: 17}` or the bare 17. */
function valuesOf(fields: Plain): Record<string, Value> {
  const entries = Object.entries(fields).slice(0, MAX_FIELDS);
  return Object.fromEntries(
    entries.flatMap(([path, field]) => {
      const stated = isPlain(field) && 'value' in field ? field.value : field;
      return isScalar(stated) ? [[path, toValue(stated)] as const] : [];
    }),
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function toValue(value: string | number | boolean): Value {
  return { value, raw: String(value), origin: 'read', confidence: 1, evidence: [], source: 'record', signals: {} };
}
