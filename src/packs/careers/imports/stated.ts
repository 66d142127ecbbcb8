// What a file of data states, as candidates: authoritative, each with the place in the file.

import type { Candidate, Json } from '../../../document/value.ts';
import type { XmlElement } from '../../../document/xml-element.ts';
import type { FieldSpec } from '../../../pipeline/pack.ts';
import { countryByName } from '../../../recognize/countries.ts';

const MAX_TEXT = 10_000;
/** Characters that show nothing or turn letters around; they have no business in a value. */
const UNSEEN = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
const STATED = 6;

export interface Stated {
  text: string;
  /** JSON Pointer, XPath, or row and column. */
  path: string;
}

/** undefined where the text does not have the form that its field asks for: nothing is guessed. */
export function stated(field: string, { text, path }: Stated, spec: FieldSpec | undefined): Candidate | undefined {
  const raw = text.replace(UNSEEN, '').trim().slice(0, MAX_TEXT);
  const value = raw === '' || !spec ? undefined : convert(raw, spec);
  if (value === undefined) return undefined;
  return {
    path: field,
    value,
    raw,
    origin: 'xml',
    evidence: [{ page: 0, box: [0, 0, 0, 0], text: raw.slice(0, 500), locator: path }],
    score: STATED,
    source: 'careers/import',
    signals: { stated: STATED },
  };
}

function convert(raw: string, { kind }: FieldSpec): Json | undefined {
  if (kind === 'date') return partialDate(raw);
  if (kind === 'country') return /^[A-Za-z]{2}$/.test(raw) ? raw.toUpperCase() : countryByName(raw);
  return raw;
}

/** ISO 8601 to the day, the month or the year. */
export function partialDate(text: string): string | undefined {
  const match = /^((?:19|20)\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:T.*)?$/.exec(text.trim());
  return match ? [match[1], match[2], match[3]].filter(Boolean).join('-') : undefined;
}

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** The first element at steps by local name. */
export function elementAt(from: XmlElement, ...steps: readonly string[]): XmlElement | undefined {
  let at: XmlElement | undefined = from;
  for (const step of steps) at = at?.children.find((child) => child.name === step);
  return at;
}
