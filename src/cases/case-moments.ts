// Moments that stand in the fields of a case: an interview, an appointment.

import type { CaseMoment, CaseSpec } from './case-spec.ts';

export interface FieldMoment extends Pick<CaseMoment, 'field' | 'title' | 'minutes' | 'alarmMinutes'> {
  at: Date;
  /** Place in the field's list, from 0. */
  index: number;
}

/** What is no moment is left out: fields may have been stored by another version of the pack. */
export function momentsOf({ moments = [] }: CaseSpec, fields: Readonly<Record<string, unknown>>): FieldMoment[] {
  return moments.flatMap((moment) =>
    [fields[moment.field]].flat().flatMap((text, index) => {
      const at = typeof text === 'string' ? new Date(text) : undefined;
      return at && !Number.isNaN(at.getTime()) ? [{ ...moment, at, index }] : [];
    }),
  );
}
