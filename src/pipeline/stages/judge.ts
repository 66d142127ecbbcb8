// Judging a record: its rules, and what follows from them. Runs after reading, and again after each correction.

import type { Assessment, DocumentRecord, Issue } from '../../document/value.ts';
import type { DocumentType } from '../pack.ts';
import { assessRecord } from './assess.ts';
import { isDocumentIssue } from './inspect.ts';
import { validateRecord } from './validate.ts';

export interface Judgement {
  issues: Issue[];
  assessment?: Assessment;
}

export function judgeRecord(record: DocumentRecord, type: DocumentType): Judgement {
  const issues = [...validateRecord(record, type), ...record.issues.filter(isDocumentIssue)];
  return { issues, assessment: assessRecord({ ...record, issues }, type) };
}
