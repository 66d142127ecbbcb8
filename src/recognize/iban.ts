// IBANs in text: printed in groups, glued to their label, or with letters that OCR took for digits.

import { countrySpecs, isValidIBAN } from 'ibantools';
import type { Mention } from './mention.ts';

export interface IbanMention extends Mention<'iban', string> {
  /** ISO 3166-1 alpha-2, from the first two letters. */
  country: string;
  /** The check digits pass. Samples and misreadings often fail them. */
  checked: boolean;
  /** Letters and digits were exchanged (O/0, I/1 …) to make the check digits pass. */
  repaired: boolean;
}

const START = /(?<![A-Z0-9])(?:IBAN)?([A-Z]{2}) ?[0-9O]{2}(?=[ .\-\u00a0]?[A-Z0-9])/gi;
const LABEL_BEFORE = /iban[^a-z0-9]{0,8}(?:n[or°]\.?[^a-z0-9]{0,4})?$/i;
const TO_DIGIT: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8' };
const TO_LETTER: Record<string, string> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '6': 'G', '8': 'B' };
const MAX_REPAIRS = 3;

type PlaceKind = 'digit' | 'letter' | 'any';
const placesByCountry = new Map<string, PlaceKind[]>();

/** IBANs in one line; `value` is the electronic format (no spaces, upper case). */
export function findIbans(text: string): IbanMention[] {
  if (text.length < 12) return [];
  const found: IbanMention[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const start = match.index + (match[0].length >= 8 ? 4 : 0);
    const mention = ibanAt(text, start);
    if (mention) {
      found.push(mention);
      START.lastIndex = mention.end;
    } else START.lastIndex = match.index + 2;
  }
  return found;
}

/** The IBAN that begins exactly at `start`, if any. */
export function ibanAt(text: string, start: number): IbanMention | undefined {
  const country = text.slice(start, start + 2).toUpperCase();
  const spec = countrySpecs[country];
  const labelled = LABEL_BEFORE.test(text.slice(Math.max(0, start - 20), start));
  if (!spec?.chars || !spec.bban_regexp) return labelled ? strayIban(text, start, country) : undefined;
  const run = readCompact(text, start, spec.chars);
  if (!run) return labelled ? strayIban(text, start, country) : undefined;
  const base = { kind: 'iban' as const, start, end: run.end, raw: text.slice(start, run.end), country };
  if (isValidIBAN(run.compact)) return { ...base, value: run.compact, certainty: 0.99, checked: true, repaired: false };
  const places = placesOf(country, spec.bban_regexp);
  const repaired = repair(run.compact, places);
  if (repaired && isValidIBAN(repaired)) {
    return { ...base, value: repaired, certainty: 0.9, checked: true, repaired: true };
  }
  if (!fitsPlaces(run.compact, places)) return labelled ? strayIban(text, start, country) : undefined;
  return { ...base, value: run.compact, certainty: labelled ? 0.6 : 0.45, checked: false, repaired: false };
}

/** Behind the label "IBAN" a string of the wrong length or country is still what the writer meant as one. */
function strayIban(text: string, start: number, country: string): IbanMention | undefined {
  const match = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}(?![A-Za-z0-9])/.exec(text.slice(start, start + 36));
  if (!match) return undefined;
  const raw = match[0];
  return {
    kind: 'iban',
    start,
    end: start + raw.length,
    raw,
    value: raw,
    certainty: 0.3,
    country,
    checked: false,
    repaired: false,
  };
}

function readCompact(text: string, start: number, length: number): { compact: string; end: number } | undefined {
  let compact = '';
  let at = start;
  let gap = 0;
  while (compact.length < length) {
    const code = text.charCodeAt(at);
    if (isAlphanumeric(code)) {
      compact += text[at];
      gap = 0;
    } else if (gap > 0 || Number.isNaN(code) || !isSeparator(code)) return undefined;
    else gap = 1;
    at++;
  }
  return isAlphanumeric(text.charCodeAt(at)) ? undefined : { compact: compact.toUpperCase(), end: at };
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Space, no-break space, dot, hyphen. */
function isSeparator(code: number): boolean {
  return code === 32 || code === 160 || code === 46 || code === 45;
}

/** What may stand at each place of the IBAN, from the country's BBAN pattern (`^[A-Z]{4}[0-9]{14}$`). */
function placesOf(country: string, bbanPattern: string): PlaceKind[] {
  const known = placesByCountry.get(country);
  if (known) return known;
  const places: PlaceKind[] = ['letter', 'letter', 'digit', 'digit'];
  for (const part of bbanPattern.matchAll(/\[([^\]]+)\](?:\{(\d+)\})?/g)) {
    const kind = part[1] === '0-9' ? 'digit' : part[1] === 'A-Z' ? 'letter' : 'any';
    for (let i = 0; i < Number(part[2] ?? 1); i++) places.push(kind);
  }
  placesByCountry.set(country, places);
  return places;
}

function repair(compact: string, places: readonly PlaceKind[]): string | undefined {
  let repairs = 0;
  let result = '';
  for (let i = 0; i < compact.length; i++) {
    const char = compact[i]!;
    const digit = char >= '0' && char <= '9';
    const place = places[i];
    if ((place === 'digit' && !digit) || (place === 'letter' && digit)) {
      const swapped = place === 'digit' ? TO_DIGIT[char] : TO_LETTER[char];
      if (!swapped || ++repairs > MAX_REPAIRS) return undefined;
      result += swapped;
    } else result += char;
  }
  return repairs > 0 ? result : undefined;
}

function fitsPlaces(compact: string, places: readonly PlaceKind[]): boolean {
  for (let i = 0; i < compact.length; i++) {
    const digit = compact[i]! >= '0' && compact[i]! <= '9';
    if ((places[i] === 'digit' && !digit) || (places[i] === 'letter' && digit)) return false;
  }
  return true;
}
