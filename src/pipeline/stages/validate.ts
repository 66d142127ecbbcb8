// Validation: the type's rules look at the finished record. They report; they never change a value.

import type { DocumentRecord, Issue } from '../../document/value.ts';
import type { DocumentType, RecordView } from '../pack.ts';

export function viewRecord(record: DocumentRecord): RecordView {
  return {
    type: record.type,
    get: (path) => record.fields[path]?.value,
    value: (path) => record.fields[path],
    lines: record.lines,
    record,
  };
}

export function validateRecord(record: DocumentRecord, type: DocumentType): Issue[] {
  const view = viewRecord(record);
  return type.rules.flatMap((rule) =>
    rule.check(view).map((issue) => ({ rule: rule.id, severity: rule.severity, ...issue })),
  );
}
