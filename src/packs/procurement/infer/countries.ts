// The country of a party from its VAT id or IBAN, when its address does not name one.

import type { Inference } from '../../../pipeline/pack.ts';

/** VAT prefixes that are not ISO 3166-1 codes. */
const VAT_TO_ISO: Record<string, string> = { EL: 'GR', XI: 'GB', CHE: 'CH' };

export function countryFromIds(role: 'seller' | 'buyer', sources: readonly string[]): Inference {
  const id = `infer/${role}-country-from-ids`;
  return {
    id,
    reads: sources.map((source) => `${role}.${source}`),
    writes: [`${role}.country`],
    infer: (a) => {
      if (a[`${role}.country`]) return [];
      for (const source of sources) {
        const candidate = a[`${role}.${source}`];
        const value = candidate?.value;
        if (typeof value !== 'string' || !/^[A-Z]{2}/.test(value)) continue;
        const prefix = value.startsWith('CHE') ? 'CHE' : value.slice(0, 2);
        const country = VAT_TO_ISO[prefix] ?? prefix;
        return [
          {
            path: `${role}.country`,
            value: country,
            raw: '',
            origin: 'inferred',
            evidence: candidate!.evidence.slice(0, 1),
            score: 1,
            source: id,
            signals: { inferred: 1 },
          },
        ];
      }
      return [];
    },
  };
}
