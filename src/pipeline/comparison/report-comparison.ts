// A comparison as issues of the record, and what it does to the confidence of its values.

import type { DocumentRecord, FieldComparison, Issue, Json, Severity } from '../../document/value.ts';
import type { JudgedField } from './judged-field.ts';

const RULE = 'page-differs';
/** A value that the page contradicts is no longer sure, whoever is right. */
const DISPUTED = 0.5;
/** From here the page is believed to show what was read off it. */
const SURE = 0.9;
const MAX_ISSUES = 30;
/** A shorter number may be any number of the page. */
const MIN_NUMBER = 4;

/** Rules of a comparison look at the file and the page, which no correction changes: they outlast it. */
export const isComparisonIssue = ({ rule }: Issue): boolean => rule.endsWith(`/${RULE}`);

export function comparisonIssues(pack: string, fields: readonly JudgedField[]): Issue[] {
  return fields
    .filter(({ verdict }) => verdict === 'differs')
    .slice(0, MAX_ISSUES)
    .map((field) => ({
      rule: `${pack}/${RULE}`,
      severity: severityOf(field),
      path: field.path,
      message: `The page says ${quote(field.page?.raw || field.page?.value)}, the XML that comes with it ${quote(field.xml?.value)}.`,
      evidence: [...(field.page?.evidence ?? []), ...(field.xml?.evidence ?? [])].slice(0, 4),
    }));
}

/** Money, and whom it goes to: an error where the page is read for sure. Texts are worded differently for harmless reasons. */
function severityOf({ kind, required, sure, path, page }: JudgedField): Severity {
  const line = path.startsWith('lines[');
  // Before or after a discount, for one piece or a hundred: what a line comes to is what counts.
  if (line && path.endsWith('.unitPrice')) return 'info';
  const vital =
    kind === 'iban' ||
    kind === 'vatId' ||
    kind === 'money' ||
    kind === 'currency' ||
    (kind === 'identifier' && required && String(page?.value).length >= MIN_NUMBER);
  if (vital) return sure >= SURE && !line ? 'error' : 'warning';
  return kind === 'date' ||
    kind === 'party' ||
    kind === 'identifier' ||
    kind === 'bic' ||
    kind === 'number' ||
    kind === 'percent'
    ? 'warning'
    : 'info';
}

function quote(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  const plain = text.replace(/\s+/gu, ' ').trim();
  return `“${plain.length <= 120 ? plain : `${plain.slice(0, 120)}…`}”`;
}

/** The overall verdict. What only one side says is no contradiction. */
export function overallVerdict(fields: readonly JudgedField[]): 'agrees' | 'differs' {
  return fields.some((field) => field.verdict === 'differs' && severityOf(field) !== 'info') ? 'differs' : 'agrees';
}

/** Lowers the confidence of the record's values that the page contradicts. */
export function disputeValues(record: DocumentRecord, fields: readonly JudgedField[]): void {
  for (const field of fields) {
    const value = field.verdict === 'differs' && severityOf(field) !== 'info' ? record.fields[field.path] : undefined;
    if (value) value.confidence = Math.min(value.confidence, DISPUTED);
  }
}

/** As the record keeps it. */
export function plainComparison(fields: readonly JudgedField[]): FieldComparison[] {
  return fields.map(({ path, verdict, xml, page }) => ({ path, verdict, xml, page }));
}
