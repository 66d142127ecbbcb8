// What a case says in fields of its own, and how it is called.

import type { CaseSpec } from '../cases/case-spec.ts';
import type { Json } from '../document/value.ts';
import { SheafError } from '../errors.ts';
import type { Trx } from '../store/database.ts';
import { findRecord, type RecordRow } from '../store/records.ts';

export type CaseFields = { [name: string]: Json };

const MOST_TITLE = 300;

/** The fields with what is given in place of what was; null clears one. Throws `case.invalid-fields`. */
export function ensureFields({ fields: schema }: CaseSpec, stored: CaseFields, given: CaseFields): CaseFields {
  const merged = Object.fromEntries(Object.entries({ ...stored, ...given }).filter(([, value]) => value !== null));
  if (!schema) {
    if (Object.keys(merged).length > 0)
      throw new SheafError('case.invalid-fields', 'Cases of this type have no fields.');
    return {};
  }
  const parsed = schema.strict().safeParse(merged);
  if (parsed.success) return parsed.data as CaseFields;
  const [first] = parsed.error.issues;
  throw new SheafError('case.invalid-fields', undefined, {
    details: { pointer: ['/body/fields', ...(first?.path ?? [])].map(String).join('/') },
  });
}

/** Throws `case.wrong-subject`. */
export async function ensureSubject(
  trx: Trx,
  { subject }: CaseSpec,
  subjectId: string | undefined,
): Promise<RecordRow | undefined> {
  if (subjectId === undefined) {
    if (subject?.required)
      throw new SheafError('case.wrong-subject', 'Cases of this type are about a record: name one.');
    return undefined;
  }
  const record = subject && (await findRecord(trx, subjectId));
  if (!record || !subject.recordTypes.includes(record.type)) throw new SheafError('case.wrong-subject');
  return record;
}

/** What was given, or what the record is called, or the type of the case. */
export function titleOfCase(spec: CaseSpec, given: string | undefined, record: RecordRow | undefined): string {
  if (given !== undefined) return given;
  const parts = (spec.subject?.titleFrom ?? []).flatMap((path) => {
    const value = record?.fields[path]?.value;
    return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [];
  });
  return (parts.join(' – ') || spec.title).slice(0, MOST_TITLE).toWellFormed();
}
