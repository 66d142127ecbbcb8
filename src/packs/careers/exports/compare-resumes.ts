// Whether a file was read back as what was written: field by field, whatever is only the way of printing it left out.

import { resumeFields } from '../schema.ts';

export interface FieldDifference {
  /** As a record names it: `work[0].name`. */
  field: string;
  written: string | undefined;
  read: string | undefined;
}

const kinds = new Map(resumeFields.map(({ path, kind }) => [path, kind]));
const general = (field: string): string => field.replace(/\[\d+\]/g, '[]');
/** What is inferred again, or follows from an address that is written. */
const FOLLOWS = /^skills\[\d+\]\.ids\[|^basics\.profiles\[\d+\]\.(?:network|username)$/;

/** Fields of what was written and of what was read, by their paths. */
export function compareResumes(
  written: ReadonlyMap<string, string>,
  read: ReadonlyMap<string, string>,
): FieldDifference[] {
  const differences: FieldDifference[] = [];
  for (const [field, value] of written) {
    const got = read.get(field);
    if (got === undefined || !isSame(field, got, value)) differences.push({ field, written: value, read: got });
  }
  for (const [field, value] of read) {
    if (!written.has(field) && !FOLLOWS.test(field)) differences.push({ field, written: undefined, read: value });
  }
  return differences;
}

function isSame(field: string, a: string, b: string): boolean {
  if (kinds.get(general(field)) !== 'phone') return plain(field, a) === plain(field, b);
  // A national number is read with the code of its country.
  const [short, long] = [a, b].map(digitsOf).sort((x, y) => x.length - y.length) as [string, string];
  return long === short || (short.length >= 6 && long.length - short.length <= 3 && long.endsWith(short));
}

const digitsOf = (phone: string): string => phone.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');

/**
 * Kinds of white space, dashes, quotes and the stop at the end do not count; of phone numbers the digits behind
 * the code of a country, of addresses all but
 * `https://` and a last slash, of codes and mail addresses not the case.
 */
function plain(field: string, value: string): string {
  const text = value
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/\u2026/g, '...')
    .replace(/\s+/g, ' ')
    .trim();
  switch (kinds.get(general(field))) {
    case 'url':
      return text.replace(/^https:\/\//i, '').replace(/\/$/, '');
    case 'email':
    case 'country':
      return text.toLowerCase();
    default:
      return text.replace(/\s*[.,;]$/, '');
  }
}
