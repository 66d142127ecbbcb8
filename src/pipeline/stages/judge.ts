// Judging a record: its rules, and what follows from them. Runs after reading, and again after each correction.

import type { Assessment, DocumentRecord, Issue } from '../../document/value.ts';
import { isComparisonIssue } from '../comparison/report-comparison.ts';
import type { DocumentType } from '../pack.ts';
import { assessRecord } from './assess.ts';
import { isDocumentIssue } from './inspect.ts';
import { validateRecord } from './validate.ts';

export interface Judgement {
  issues: Issue[];
  assessment?: Assessment;
}

/** A person gave the value that the document left in doubt. */
function isSettled({ path }: Issue, record: DocumentRecord): boolean {
  return record.fields[path]?.origin === 'human';
}

export function judgeRecord(record: DocumentRecord, type: DocumentType): Judgement {
  const kept = record.issues.filter(
    (issue) => (isDocumentIssue(issue) || isComparisonIssue(issue)) && !isSettled(issue, record),
  );
  const issues = [...validateRecord(record, type), ...kept];
  return { issues, assessment: assessRecord({ ...record, issues }, type) };
}
