// The line that `read --json` prints for a file. Scores and signals stay inside; evidence and confidence go out.

import type { LineProof } from '../document/line-proof.ts';
import type { ComparedValue, DocumentRecord, Evidence, FieldComparison, Issue, Value } from '../document/value.ts';
import type { ReadResult } from '../pipeline/read-result.ts';
import { toSafeLine } from './to-safe-line.ts';

/** One JSON object and a newline. */
export function toJsonLine(result: ReadResult): string {
  return toSafeLine({
    file: result.file,
    sha256: result.sha256,
    status: result.status,
    pages: result.pages,
    language: result.language,
    documents: result.documents.map(documentOf),
    ...(result.files ? { files: result.files } : {}),
    ...(result.findings ? { findings: result.findings.map(issueOf) } : {}),
    ...(result.warnings.length > 0 ? { warnings: result.warnings } : {}),
    timings: Object.fromEntries(Object.entries(result.timings).map(([stage, ms]) => [stage, Math.round(ms)])),
    error: result.error,
  });
}

function documentOf(document: DocumentRecord) {
  return {
    type: document.type,
    confidence: round(document.confidence, 4),
    alternatives: document.alternatives.map(({ type, confidence }) => ({ type, confidence: round(confidence, 4) })),
    ...(document.source ? { source: document.source } : {}),
    pages: document.pages,
    fields: mapValues(document.fields, plainValue),
    lines: document.lines.map((line) => mapValues(line, plainValue)),
    ...(document.lineProof ? { lineProof: plainProof(document.lineProof) } : {}),
    issues: document.issues.map(issueOf),
    ...(document.assessment ? { assessment: document.assessment } : {}),
    ...(document.structured ? { structured: document.structured } : {}),
    ...(document.comparison ? { comparison: document.comparison.map(comparisonOf) } : {}),
  };
}

const plainProof = (proof: LineProof) => ({
  ...proof,
  excluded: proof.excluded.map((row) => ({ ...row, box: row.box.map((n) => round(n, 1)) })),
});

function issueOf({ evidence, ...issue }: Issue) {
  return evidence ? { ...issue, evidence: evidence.map(plainEvidence) } : issue;
}

function comparisonOf({ path, verdict, xml, page }: FieldComparison) {
  return { path, verdict, xml: xml && comparedOf(xml), page: page && comparedOf(page) };
}

const comparedOf = ({ value, raw, evidence }: ComparedValue) => ({ value, raw, evidence: evidence.map(plainEvidence) });

const plainEvidence = ({ page, box, text, locator }: Evidence) => ({
  page,
  box: box.map((n) => round(n, 1)),
  text,
  ...(locator === undefined ? {} : { locator }),
});

function plainValue(value: Value) {
  return {
    value: value.value,
    raw: value.raw,
    origin: value.origin,
    confidence: round(value.confidence, 4),
    source: value.source,
    evidence: value.evidence.map(plainEvidence),
  };
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function round(n: number, digits: number): number {
  return Number(n.toFixed(digits));
}
