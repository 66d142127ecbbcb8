// Judging a record: its lines against its totals, its rules, and what follows from them. Runs again after each correction.

import type { LineProof } from '../../document/line-proof.ts';
import type { Assessment, DocumentRecord, Issue, LineItem } from '../../document/value.ts';
import { isComparisonIssue } from '../comparison/report-comparison.ts';
import type { DocumentType } from '../pack.ts';
import { assessRecord } from './assess.ts';
import { isDocumentIssue } from './inspect.ts';
import { proveLines } from './prove.ts';
import { validateRecord } from './validate.ts';

export interface Judgement {
  issues: Issue[];
  assessment?: Assessment;
  lines?: LineItem[];
  lineProof?: LineProof;
}

/** A person gave the value that the document left in doubt. */
function isSettled({ path }: Issue, record: DocumentRecord): boolean {
  return record.fields[path]?.origin === 'human';
}

export function judgeRecord(given: DocumentRecord, type: DocumentType): Judgement {
  const record = { ...given };
  const lineProof = proveLines(record, type, given.lineProof);
  const kept = record.issues.filter(
    (issue) => (isDocumentIssue(issue) || isComparisonIssue(issue)) && !isSettled(issue, record),
  );
  const issues = [...validateRecord(record, type), ...kept];
  const assessment = assessRecord({ ...record, issues }, type);
  return { issues, assessment, lines: record.lines, ...(lineProof ? { lineProof } : {}) };
}
