// What a structured file states against what the page beside it shows, field by field. Who signs or pays looks at the page,
// machines book the file: where they differ, somebody erred or means harm.

import type {
  Candidate,
  ComparedValue,
  ComparisonVerdict,
  Evidence,
  FieldComparison,
  Json,
  LineItem,
} from '../../document/value.ts';
import { calibrate } from '../calibration.ts';
import type { DocumentType, FieldKind } from '../pack.ts';
import type { Reading } from '../reading.ts';
import type { Choice } from '../stages/choose.ts';
import type { StatedContent } from '../stated-content.ts';
import { groupOf, withoutStatedGroups } from '../stated-content.ts';
import { compareLines } from './compare-lines.ts';
import { findOtherIban, findPrinted } from './find-printed.ts';
import type { JudgedField } from './judged-field.ts';
import { sameValue } from './same-value.ts';

/** What was read off the pages, as if there were no file. */
export interface PageReading {
  candidates: readonly Candidate[];
  choice: Choice;
  lines: readonly LineItem[];
}

/** The page's reading of a field is believed against a value that stands elsewhere on it. */
const SURE = 0.9;
/** Below this the page's reading is a guess that says nothing against what is stated. */
const LIKELY = 0.6;
/** A number of so many characters stands on the page for its own sake. */
const LONG_NUMBER = 6;

/** Fields whose value must stand where it belongs: any other amount or short number of the page does not bear them out. */
function strict(kind: FieldKind, value: Json, required: boolean): boolean {
  if (!required) return false;
  return kind === 'money' || (kind === 'identifier' && String(value).length < LONG_NUMBER);
}

export function compareWithPage(stated: StatedContent, page: PageReading, reading: Reading): JudgedField[] {
  const fields = stated.candidates.map((candidate) => judgeField(candidate, stated, page, reading));
  return [...fields, ...pageOnly(stated, page), ...compareLines(stated, page.lines, reading)];
}

export function specOf(type: DocumentType, path: string): { kind: FieldKind; required: boolean } {
  const spec = type.fields.find((field) => field.path === path.replace(/\[\d+\]/g, '[]'));
  return { kind: spec?.kind ?? 'text', required: spec?.required === true };
}

function judgeField(candidate: Candidate, stated: StatedContent, page: PageReading, reading: Reading): JudgedField {
  const { path, value } = candidate;
  const { kind, required } = specOf(stated.type, path);
  const xml = compared(candidate);
  const result = (verdict: ComparisonVerdict, shown: ComparedValue | null, sure: number): JudgedField => ({
    path,
    verdict,
    xml,
    page: shown,
    kind,
    required,
    sure,
  });
  const chosen = page.choice.chosen[path];
  const sure = chosen ? calibrate(page.choice.probability[path] ?? 0) : 0;
  if (chosen && sameValue(kind, value, chosen.value)) return result('agrees', compared(chosen), sure);
  const read = chosen && asPrinted(chosen, kind, reading);
  const contradicts =
    read && sure >= SURE && strict(kind, value, required) && statedElsewhere(read, candidate, stated).length === 0;
  if (!contradicts) {
    const other = sameGroup(page.candidates, path).find((one) => sameValue(kind, value, one.value));
    if (other) return result('agrees', compared(other), sure);
    const printed = findPrinted(reading, kind, value);
    if (printed) return result('agrees', { value, raw: printed.text, evidence: [printed] }, sure);
  }
  // Rows of a group are matched by value alone: the page may list them in another order.
  if (groupOf(path) !== undefined) return result('page does not say', null, 0);
  const other = kind === 'iban' ? findOtherIban(reading, value) : undefined;
  if (other)
    return result('differs', { value: other.text, raw: other.text, evidence: [other] }, Math.max(sure, LIKELY));
  // A part of a sum, taken for the sum that the page does not print.
  const part = read && statedElsewhere(read, candidate, stated).some((one) => groupOf(one.path) !== undefined);
  return read && sure >= LIKELY && !part
    ? result('differs', compared(read), sure)
    : result('page does not say', null, 0);
}

/** What follows from other values of the page is a statement of it only where the page prints it too. */
function asPrinted(chosen: Candidate, kind: FieldKind, reading: Reading): Candidate | undefined {
  if (chosen.origin === 'read') return chosen;
  const printed = findPrinted(reading, kind, chosen.value);
  return printed && { ...chosen, raw: printed.text, evidence: [printed] };
}

/** Other amounts, numbers or dates of the file that equal what was read for this field: it may have been taken for the wrong one. */
function statedElsewhere(read: Candidate, own: Candidate, stated: StatedContent): Candidate[] {
  const { kind } = specOf(stated.type, own.path);
  if (kind !== 'money' && kind !== 'identifier' && kind !== 'date') return [];
  return stated.candidates.filter(
    ({ path, value }) =>
      path !== own.path && specOf(stated.type, path).kind === kind && sameValue(kind, value, read.value),
  );
}

/** Candidates of the same field, in whatever row of its group. */
function sameGroup(candidates: readonly Candidate[], path: string): Candidate[] {
  const pattern = path.replace(/\[\d+\]/g, '[]');
  return candidates.filter((one) => one.path.replace(/\[\d+\]/g, '[]') === pattern);
}

function pageOnly(stated: StatedContent, page: PageReading): JudgedField[] {
  const known = new Set(stated.candidates.map(({ path }) => path));
  const beside = new Set(withoutStatedGroups(page.candidates, stated.candidates).map(({ path }) => path));
  return Object.entries(page.choice.chosen).flatMap(([path, chosen]): JudgedField[] => {
    const sure = calibrate(page.choice.probability[path] ?? 0);
    if (known.has(path) || !beside.has(path) || sure < LIKELY || chosen.origin !== 'read') return [];
    const { kind, required } = specOf(stated.type, path);
    return [{ path, verdict: 'page says more', xml: null, page: compared(chosen), kind, required, sure }];
  });
}

function compared({ value, raw, evidence }: Pick<Candidate, 'value' | 'raw' | 'evidence'>): ComparedValue {
  return { value, raw, evidence: [...evidence] };
}

/** Stated values with the places of the page that bear them out. */
export function withPageEvidence<T extends { evidence: Evidence[] }>(
  value: T,
  comparison: FieldComparison | undefined,
): T {
  if (comparison?.verdict !== 'agrees' || !comparison.page) return value;
  return { ...value, evidence: [...value.evidence, ...comparison.page.evidence.slice(0, 3)] };
}
