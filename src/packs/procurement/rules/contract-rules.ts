// What must hold in a contract: parties that differ, dates and periods that fit each other.

import type { ValidationRule } from '../../../pipeline/pack.ts';
import { sameCompany } from '../../../recognize/company-names-compare.ts';
import { addDuration } from '../infer/contract.ts';
import { textAt } from './common.ts';
import { expiryAfterEffect } from './identity-rules.ts';

function partyNames(paths: readonly string[], get: (path: string) => unknown): string[] {
  return paths
    .filter((path) => /^parties\[\d+\]\.name$/.test(path))
    .flatMap((path) => {
      const name = get(path);
      return typeof name === 'string' ? [name] : [];
    });
}

export const twoParties: ValidationRule = {
  id: 'procurement/contract-two-parties',
  severity: 'warning',
  source: 'A contract binds at least two parties.',
  check: (view) => {
    const names = partyNames(Object.keys(view.record.fields), view.get);
    return names.length >= 2
      ? []
      : [
          {
            path: 'parties[].name',
            message: `${names.length === 0 ? 'No party was' : 'Only one party was'} found. It may be a form with a blank, or the name is on another page.`,
          },
        ];
  },
};

export const partiesDiffer: ValidationRule = {
  id: 'procurement/contract-parties-differ',
  severity: 'warning',
  source: 'A contract between one party and itself is misread.',
  check: (view) => {
    const names = partyNames(Object.keys(view.record.fields), view.get).slice(0, 20);
    return names.flatMap((name, i) =>
      names.slice(0, i).some((other) => sameCompany(other, name) > 0.97)
        ? [{ path: `parties[${i}].name`, message: `${name} appears twice among the parties.` }]
        : [],
    );
  },
};

export const termFitsDates: ValidationRule = {
  id: 'procurement/contract-term-fits-dates',
  severity: 'warning',
  source: 'Start, term and end of a contract say the same thing.',
  check: (view) => {
    const start = textAt(view, 'effectiveDate');
    const end = textAt(view, 'expirationDate');
    const term = textAt(view, 'term');
    if (!start || !end || !term) return [];
    const expected = addDuration(start, term);
    if (expected === undefined) return [];
    const apart = Math.abs(Date.parse(expected) - Date.parse(end)) / 86_400_000;
    return apart <= 31
      ? []
      : [
          {
            path: 'expirationDate',
            message: `From ${start}, a term of ${term} ends about ${expected}, but the end date read is ${end}.`,
          },
        ];
  },
};

export const contractRules: readonly ValidationRule[] = [twoParties, partiesDiffer, termFitsDates, expiryAfterEffect];
