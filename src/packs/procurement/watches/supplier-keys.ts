// By what earlier papers of a supplier, or of one that looks like it, are found.

import { textOf } from '../../../match/features/values.ts';
import type { KeyFamily, Subject } from '../../../match/match-spec.ts';
import { normalizeCompanyName } from '../../../recognize/company-names-compare.ts';

export const billed = ['invoice', 'credit_note'] as const;

const forBilled = (make: (subject: Subject) => readonly string[]): KeyFamily['keys'] =>
  Object.fromEntries(billed.map((type) => [type, make]));

export const vatIdOf = (subject: Subject): string | undefined => textOf(subject, ['seller.vatId'])?.toUpperCase();
export const ibanOf = (subject: Subject): string | undefined =>
  textOf(subject, ['seller.iban'])?.replace(/\s/g, '').toUpperCase();

/** Lower case, without legal form, accents and punctuation; undefined when too little is left to tell anybody by. */
export function supplierName(subject: Subject): string | undefined {
  const name = normalizeCompanyName(textOf(subject, ['seller.name']) ?? '');
  return name.replace(/[^\p{L}\p{N}]/gu, '').length >= 3 ? name : undefined;
}

const confusable: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[0öóòô]/g, 'o'],
  [/[1íìî|]/g, 'l'],
  [/i/g, 'l'],
  [/5/g, 's'],
  [/8/g, 'b'],
];

/** What looks alike becomes the same: `acme`, `acrne`; `lidl`, `lldl`. */
export function skeletonOf(name: string): string {
  let skeleton = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  for (const [pattern, by] of confusable) skeleton = skeleton.replace(pattern, by);
  return skeleton;
}

const ID_OR_NAME = ['seller.vatId', 'seller.name'] as const;

/** The same supplier: its VAT id, its name. */
export const suppliers: KeyFamily = {
  id: 'procurement/suppliers',
  title: 'Supplier',
  reads: ID_OR_NAME,
  keys: forBilled((subject) => {
    const [vatId, name] = [vatIdOf(subject), supplierName(subject)];
    return [...(vatId ? [`vat ${vatId}`] : []), ...(name ? [`name ${name}`] : [])];
  }),
};

const EDGE = 4;

/** Names that look alike begin or end alike. */
export const lookAlikes: KeyFamily = {
  id: 'procurement/look-alike-suppliers',
  title: 'Suppliers that look alike',
  reads: ['seller.name'],
  keys: forBilled((subject) => {
    const name = supplierName(subject);
    if (!name) return [];
    const skeleton = skeletonOf(name);
    return skeleton.length < EDGE + 1
      ? [`whole ${skeleton}`]
      : [`begins ${skeleton.slice(0, EDGE)}`, `ends ${skeleton.slice(-EDGE)}`];
  }),
};
