// BICs (SWIFT codes). Their form is that of many capitalised words, so a bare one needs a sign that it is a bank.

import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { bankPrefixes } from './data/bank-prefixes.ts';
import { findIbans } from './iban.ts';
import type { Mention } from './mention.ts';

export interface BicMention extends Mention<'bic', string> {
  /** ISO 3166-1 alpha-2, letters five and six. */
  country: string;
}

const countries = new Set([...(codes as string[][]).map((row) => row[0]!), 'XK']);
const FORM = /(?<![A-Za-z0-9])[A-Z]{4} ?[A-Z]{2} ?[A-Z0-9]{2}(?: ?[A-Z0-9]{3})?(?![A-Za-z0-9])/g;
const LABEL =
  /\b(?:BIC|S\.?W\.?I\.?F\.?T\.?)(?:[ \-/]{0,3}(?:BIC|SWIFT|code|adres\w{0,2}|address|kod|c[oó]digo|codice|no|nr))*[^A-Za-z0-9]{0,8}/gi;
const BEHIND_LABEL =
  /^(?:[A-Z]{4} ?[A-Z]{2} ?[A-Z0-9]{2}(?: ?[A-Z0-9]{3})?|[a-z]{6}[a-z0-9]{2}(?:[a-z0-9]{3})?)(?![A-Za-z0-9])/;
const BANK_WORD = /\b(?:bank|banque|banca|banco|spar(?:kasse|bank)|bankverbindung|iban)\b|bank\b/i;

function isKnownBank(bic: string): boolean {
  return bankPrefixes.has(bic.slice(0, 4)) || bankPrefixes.has(bic.slice(0, 6));
}

/** BICs in one line; `value` is upper case without spaces. */
export function findBics(text: string): BicMention[] {
  if (text.length < 8 || !/[A-Za-z]{4} ?[A-Za-z]{2} ?[A-Za-z0-9]{2}/.test(text)) return [];
  const found: BicMention[] = [];
  if (/BIC|S\.?W\.?I\.?F\.?T/i.test(text)) {
    for (const match of text.matchAll(LABEL)) {
      const mention = bicBehindLabel(text, match.index + match[0].length);
      if (mention) found.push(mention);
    }
    if (found.length > 0) return found;
  }
  for (const match of text.matchAll(FORM)) {
    const value = match[0].replaceAll(' ', '');
    const country = value.slice(4, 6);
    if (!countries.has(country)) continue;
    const certainty = bareCertainty(text, match[0], value, country);
    if (certainty > 0) found.push(toMention(text, match.index, match.index + match[0].length, value, certainty));
  }
  return found;
}

function bicBehindLabel(text: string, start: number): BicMention | undefined {
  let raw = BEHIND_LABEL.exec(text.slice(start, start + 20))?.[0];
  if (!raw) return undefined;
  // A separate word of three letters ("COBADEFF TEL") is a branch code only when it looks like one.
  const branch = / ([A-Z0-9]{3})$/.exec(raw);
  if (branch && raw.replaceAll(' ', '').length === 11 && !/XXX|\d/.test(branch[1]!)) raw = raw.slice(0, -4);
  const value = raw.replaceAll(' ', '').toUpperCase();
  if (!countries.has(value.slice(4, 6))) return undefined;
  // In small letters it may be the next word of a sentence ("the BIC provided").
  const small = raw !== raw.toUpperCase();
  if (small && !isKnownBank(value) && !/\d/.test(value)) return undefined;
  return toMention(text, start, start + raw.length, value, small ? 0.85 : 0.98);
}

function bareCertainty(text: string, raw: string, value: string, country: string): number {
  if (raw.includes(' ')) return value.endsWith('XXX') && isKnownBank(value) ? 0.8 : 0;
  if (value.length === 11 && value.endsWith('XXX')) return 0.95;
  if (isKnownBank(value)) return 0.85;
  if (BANK_WORD.test(text)) {
    const sameCountry = findIbans(text).some((iban) => iban.country === country);
    return sameCountry ? 0.9 : /\d/.test(value) ? 0.7 : 0.4;
  }
  return 0;
}

function toMention(text: string, start: number, end: number, value: string, certainty: number): BicMention {
  return { kind: 'bic', start, end, raw: text.slice(start, end), value, certainty, country: value.slice(4, 6) };
}
