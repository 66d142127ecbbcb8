// A résumé's fields as read against what it says: entries in their sections, and fields, place by place.

import type { DocumentRecord } from '../../src/document/value.ts';

export interface Counts {
  right: number;
  found: number;
  expected: number;
}

export interface ResumeCounts {
  /** What an entry is known by, group by group. */
  sections: Counts;
  fields: Counts;
}

const KEYS: readonly string[] = [
  'work[].name',
  'education[].institution',
  'projects[].name',
  'publications[].name',
  'skills[].name',
  'awards[].title',
  'sections[].title',
];

export const noCounts = (): ResumeCounts => ({
  sections: { right: 0, found: 0, expected: 0 },
  fields: { right: 0, found: 0, expected: 0 },
});

export const f1 = ({ right, found, expected }: Counts): number => (2 * right) / Math.max(1, found + expected);

export function addCounts(sum: Counts, counts: Counts): void {
  sum.right += counts.right;
  sum.found += counts.found;
  sum.expected += counts.expected;
}

export function fieldsOf(record: DocumentRecord | undefined): Map<string, string> {
  return new Map(Object.entries(record?.fields ?? {}).map(([field, { value }]) => [field, normal(String(value))]));
}

/** Without case, punctuation and the scheme of an address. */
function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export const generalPath = (field: string): string => field.replace(/\[\d+\]/g, '[]');

export interface FieldMiss {
  field: string;
  expected: string | undefined;
  got: string | undefined;
}

export function scoreResume(
  truth: ReadonlyMap<string, string>,
  told: ReadonlyMap<string, string>,
): { counts: ResumeCounts; misses: FieldMiss[] } {
  const counts = noCounts();
  const misses: FieldMiss[] = [];
  const judged = new Set([...truth.keys()].map(generalPath));
  const tally = (field: string, more: Counts): void => {
    addCounts(counts.fields, more);
    if (KEYS.includes(generalPath(field))) addCounts(counts.sections, more);
  };
  for (const [field, expected] of truth) {
    const got = told.get(field);
    const right = got !== undefined && agrees(field, normal(expected), got);
    if (!right) misses.push({ field, expected, got });
    tally(field, { expected: 1, right: right ? 1 : 0, found: 0 });
  }
  for (const [field, value] of told) {
    // What the source does not state in a form that can be compared is left out on both sides.
    if (!judged.has(generalPath(field))) continue;
    tally(field, { expected: 0, right: 0, found: 1 });
    if (!truth.has(field)) misses.push({ field, expected: undefined, got: value });
  }
  return { counts, misses };
}

/** A date of the source may be less exact than what the page prints for it: 2021 is printed "Jan 2021". */
function agrees(field: string, expected: string, got: string): boolean {
  if (got === expected) return true;
  if (field.endsWith('.phone')) return digits(got) === digits(expected);
  return /Date$|\.date$/.test(field) && expected.length === 4 && got.startsWith(expected);
}

/** Without the country's code and the trunk zero, which are printed or not. */
const digits = (text: string): string => text.replace(/\D/g, '').slice(-8);
