// Assessment: can this record be used as it is, does a person have to look, or must something be settled first?

import type { Assessment, DocumentRecord } from '../../document/value.ts';
import type { DocumentType } from '../pack.ts';
import { UNKNOWN_TYPE } from './classify.ts';

/** Below this a required value, or the type itself, is worth a look. */
const SURE = 0.8;
const WARNING_COSTS = 0.05;
const ERROR_COSTS = 0.2;

/** Errors block; warnings and unsure required values ask for review; the rest is ready. */
export function assessRecord(record: DocumentRecord, type: DocumentType): Assessment {
  const required = type.fields
    .filter((field) => field.required && !field.path.includes('[]'))
    .map((field) => field.path);
  const found = required.filter((path) => record.fields[path] !== undefined);
  const completeness = required.length === 0 ? 1 : found.length / required.length;
  const errors = record.issues.filter((issue) => issue.severity === 'error');
  const warnings = record.issues.filter((issue) => issue.severity === 'warning');
  const sure = meanConfidence(record);
  const quality = Math.max(0, sure - ERROR_COSTS * errors.length - WARNING_COSTS * warnings.length);
  const unsure = found.filter((path) => record.fields[path]!.confidence < SURE);
  const review = [
    ...warnings.map((issue) => ({ reason: issue.rule, path: issue.path })),
    ...unsure.map((path) => ({ reason: 'unsure value', path })),
    ...(record.type === UNKNOWN_TYPE ? [{ reason: 'unknown type', path: '' }] : []),
    ...(record.type !== UNKNOWN_TYPE && record.confidence < SURE ? [{ reason: 'unsure type', path: '' }] : []),
  ];
  const blocking = errors.map((issue) => ({ reason: issue.rule, path: issue.path }));
  return {
    completeness: round(completeness),
    quality: round(quality),
    overall: round(0.5 * completeness + 0.5 * quality),
    verdict: blocking.length > 0 ? 'blocked' : review.length > 0 ? 'needs review' : 'ready',
    blockers: [...blocking, ...review],
  };
}

function meanConfidence(record: DocumentRecord): number {
  const values = [...Object.values(record.fields), ...record.lines.flatMap((line) => Object.values(line))];
  if (values.length === 0) return 0;
  return values.reduce((sum, value) => sum + value.confidence, 0) / values.length;
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
