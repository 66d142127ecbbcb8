// Phone and fax numbers. Runs of digits are plentiful, so libphonenumber sees only those with a sign of being a phone.

import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Mention } from './mention.ts';
import { countDigits } from './numbers-chars.ts';

export interface PhoneMention extends Mention<'phone', string> {
  /** Printed behind a fax label. */
  fax: boolean;
  /** The number exists in its country's plan; `value` is then E.164, otherwise the digits with a leading plus if printed. */
  valid: boolean;
  /** ISO alpha-2 when known. */
  country?: string;
}

const RUN = /(?<![\p{L}\p{N}.,@])(?:\+|\(\+)?[(\d][\d ()/.\-–\u00a0]{5,26}\d(?![\p{L}\p{N}@]|[.,]\d)/gu;
const NUMBER_WORD = '(?:[ .\\-]{0,2}(?:n[or°º]?|num(?:ber|mer|éro|ero)|office|direct|line|\\(?\\d\\)?))?';
const FAX_LABEL = new RegExp(
  `(?<!\\p{L})(?:tele)?fax${NUMBER_WORD}[^\\p{L}\\p{N}+(]{0,6}$|(?<!\\p{L})F(?: ?[.:]|ax) {0,2}$`,
  'iu',
);
const PHONE_LABEL = new RegExp(
  `(?<!\\p{L})(?:tel(?:ephone|efon[eo]?|efoon|éfono|éphone|efax)?|t[eé]l(?:[eé]phone|[eé]f(?:ono)?)?|tlfn?o?|tfno?|fon|ph(?:one)?|mob(?:ile?|iel|il)?|cell(?:ulare)?|handy|hotline|rufnummer|call(?: us)?|whatsapp|contact(?: no)?|hp|h/p|durchwahl|zentrale|gsm|portable|m[óo]vil|telem[óo]vel|celular|komórka|cel|helpline|support|service)${NUMBER_WORD}[^\\p{L}\\p{N}+(]{0,6}$|(?<!\\p{L})[TMP] ?[.:] {0,2}$|[☎✆📞📱] ?$`,
  'iu',
);
const NORTH_AMERICAN = /^(?:\+?1[ .-])?(?:\(\d{3}\)[ -]{0,2}|\d{3}[.-])\d{3}[.-]\d{4}$/;
const CONTACT_LINE = /@|www\.|(?<!\p{L})(?:tel|phone|fax|mobil)/iu;
/** Beyond this many in one text it is no contact line any more. */
const MAX_PHONES = 40;

/**
 * Phone numbers in one line. `country` (ISO alpha-2) is where the document seems to come from; numbers without
 * an international prefix are read by its plan.
 */
export function findPhones(text: string, hints: { country?: string } = {}): PhoneMention[] {
  if (text.length < 7 || !/\d[\d ()/.\-–\u00a0]{4}/.test(text)) return [];
  const found: PhoneMention[] = [];
  const contactLine = CONTACT_LINE.test(text);
  let labelKind: 'phone' | 'fax' | undefined;
  let labelReach = -1;
  for (const match of text.matchAll(RUN)) {
    if (found.length >= MAX_PHONES) break;
    const before = text.slice(Math.max(0, match.index - 28), match.index);
    if (FAX_LABEL.test(before)) labelKind = 'fax';
    else if (PHONE_LABEL.test(before)) labelKind = 'phone';
    else if (!labelKind || match.index - labelReach > 4) labelKind = undefined;
    for (const part of splitPair(match[0])) {
      const mention = readPhone(match.index + part.offset, part.raw, labelKind, contactLine, hints.country);
      if (mention) found.push(mention);
    }
    labelReach = match.index + match[0].length;
  }
  return found;
}

/** "03-1234567 / 03-7654321" is two numbers; "030/1234567" is one. */
function splitPair(run: string): { raw: string; offset: number }[] {
  const slash = run.search(/ ?\/ ?(?=[\d(]{2})/);
  if (slash > 0) {
    const gap = / ?\/ ?/.exec(run.slice(slash))![0].length;
    const left = run.slice(0, slash);
    const right = run.slice(slash + gap);
    if (countDigits(left) >= 7 && countDigits(right) >= 7)
      return [
        { raw: left, offset: 0 },
        { raw: right, offset: slash + gap },
      ];
  }
  return [{ raw: run, offset: 0 }];
}

function readPhone(
  start: number,
  run: string,
  label: 'phone' | 'fax' | undefined,
  contactLine: boolean,
  hint: string | undefined,
): PhoneMention | undefined {
  let raw = run;
  let from = start;
  // An opening bracket that never closes belongs to the text around: "(03-123 4567".
  if (raw.startsWith('(') && !raw.includes(')')) {
    raw = raw.slice(1);
    from++;
  }
  const digits = countDigits(raw);
  if (digits < 6 || digits > 15) return undefined;
  const international = /^\(?\+|^00[1-9]/.test(raw);
  const american = NORTH_AMERICAN.test(raw);
  const loose = contactLine && /^\(?0/.test(raw) && digits >= 9 && /[ ()/-]/.test(raw);
  if (!label && !international && !american && !loose) return undefined;
  if (!label && looksLikeDate(raw)) return undefined;

  const dialled = raw
    .replace(/\(0\)/, '')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^\(\+/, '+');
  const region = supported(hint) ?? (american ? 'US' : undefined);
  const parsed = parsePhoneNumberFromString(dialled, region ? { defaultCountry: region } : undefined);
  const american2 = american && !parsed?.isValid() ? parsePhoneNumberFromString(dialled, 'US') : undefined;
  const number = american2?.isValid() ? american2 : parsed;
  const valid = number?.isValid() ?? false;
  if (!valid && !label && !american && (!international || digits < 8)) return undefined;
  const value = valid ? number!.number : (dialled.trim().startsWith('+') ? '+' : '') + dialled.replace(/\D/g, '');
  const mention: PhoneMention = {
    kind: 'phone',
    start: from,
    end: from + raw.length,
    raw,
    value,
    fax: label === 'fax',
    valid,
    certainty: certaintyOf(valid, label !== undefined, international, american),
  };
  const country = number?.country ?? (valid ? region : undefined);
  if (country) mention.country = country;
  return mention;
}

function certaintyOf(valid: boolean, labelled: boolean, international: boolean, american: boolean): number {
  if (labelled) return valid ? 0.97 : 0.75;
  if (international) return valid ? 0.92 : 0.5;
  if (american) return valid ? 0.85 : 0.55;
  return 0.5;
}

function supported(country: string | undefined): CountryCode | undefined {
  return country && isSupportedCountry(country) ? country : undefined;
}

function looksLikeDate(raw: string): boolean {
  return /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|^\d{4}[./-]\d{1,2}[./-]\d{1,2}/.test(raw);
}
