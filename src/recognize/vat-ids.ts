// VAT ids of the EU, the UK, Switzerland and Norway: with their country prefix, or bare behind a national label.

import { type VatCountry, vatCountries, vatLabels } from './data/vat-formats.ts';
import { ibanAt } from './iban.ts';
import type { Mention } from './mention.ts';

export interface VatIdMention extends Mention<'vatId', string> {
  /** VAT prefix: ISO alpha-2 except `EL` (Greece) and `XI` (Northern Ireland); absent when the label leaves it open. */
  country?: string;
  /** The check digits pass. Samples, and some real ids of young countries' registers, fail them. */
  checked: boolean;
}

const PREFIX = new RegExp(
  `(?<![A-Za-z0-9])(?:CHE|GR|${[...vatCountries.keys()].join('|')})(?=[ .:\\-\\u00a0]{0,3}[A-Z0-9])`,
  'gi',
);
const LABEL = new RegExp(vatLabels.map((label) => `(${label.pattern})`).join('|'), 'giu');
/** Looser, without Unicode classes: most lines have no label, and learn it here at a tenth of the cost. */
const ROUGH_LABEL = new RegExp(
  vatLabels.map((label) => label.pattern.replaceAll('[^\\p{L}\\p{N}]{1,6}', '[^A-Za-z0-9]{1,12}')).join('|'),
  'i',
);
const LABEL_BEFORE =
  /(?:vat|ust|ustid|uid|id|nr|no|nip|iva|btw|tva|mwst|moms|mva|alv|dph|di[cč]|kmkr|pvm|pvn|[aá]fa|oss|steuer\w{0,12}|tax|intra\w{0,14}|fiscal\w{0,3}|number|nummer|num[eé]ro|numero|reg\w{0,12}|contribu\w{0,6}|№|°)[^\p{L}\p{N}]{0,6}$/iu;
const MAX_BODY = 14;
/** As far as a body of that length can reach with separators between all its characters. */
const BODY_REACH = 3 * MAX_BODY + 3;

/** VAT ids in one line; `value` is compact with its prefix: `DE123456789`, `CHE123456789`, `ESB12345674`. */
export function findVatIds(text: string): VatIdMention[] {
  if (text.length < 7 || !/\d[ .\-/]?\d/.test(text)) return [];
  const found: VatIdMention[] = [];
  PREFIX.lastIndex = 0;
  for (let match = PREFIX.exec(text); match; match = PREFIX.exec(text)) {
    const mention = prefixedAt(text, match.index, match[0]);
    if (!mention) continue;
    found.push(mention);
    PREFIX.lastIndex = mention.end;
  }
  for (const match of ROUGH_LABEL.test(text) ? text.matchAll(LABEL) : []) {
    const label = vatLabels[match.slice(1).findIndex((group) => group !== undefined)]!;
    const start = match.index + match[0].length;
    const mention = labelledAt(text, start, label.countries);
    if (mention && !found.some((other) => mention.start < other.end && other.start < mention.end)) found.push(mention);
  }
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

function prefixedAt(text: string, start: number, prefix: string): VatIdMention | undefined {
  const upper = prefix.toUpperCase();
  const code = upper === 'GR' ? 'EL' : upper === 'CHE' ? 'CH' : upper;
  const country = vatCountries.get(code);
  if (!country || (code === 'CH' && upper !== 'CHE')) return undefined;
  // "Delivery" begins like a German id, but no digit follows.
  if (!/\d/.test(text.slice(start + prefix.length, start + prefix.length + BODY_REACH))) return undefined;
  const before = text.slice(Math.max(0, start - 32), start);
  const labelled = LABEL_BEFORE.test(before);
  // In small letters a prefix is mostly a word: "de 123 456 789".
  if (prefix !== upper && !labelled) return undefined;
  const body = readBody(text, start + prefix.length, country);
  if (!body || ibanAt(text, start)) return undefined;
  // "INVOICE NO 123456789" is a number, not Norway.
  if (code === 'NO' && !/MVA$/i.test(body.compact) && !labelled) return undefined;
  if (code === 'NO' && !/MVA/i.test(body.compact) && /\bno\b/i.test(prefix) && !body.checked) return undefined;
  // Neither a label nor a check digit speaks for a broken one: "SI2025-5042" is an invoice's number.
  if (!body.checked && !labelled && body.spaced && /\d-\d/.test(text.slice(start, body.end))) return undefined;
  const value = (code === 'CH' ? 'CHE' : code) + body.digits;
  const certainty = body.checked ? (labelled ? 0.99 : 0.95) : labelled ? 0.75 : body.spaced ? 0.3 : 0.45;
  return {
    kind: 'vatId',
    start,
    end: body.end,
    raw: text.slice(start, body.end),
    value,
    certainty,
    country: code,
    checked: body.checked,
  };
}

function labelledAt(text: string, start: number, codes: readonly string[]): VatIdMention | undefined {
  const readings: { code: string; body: Body }[] = [];
  for (const code of codes) {
    const body = readBody(text, start, vatCountries.get(code)!);
    if (body) readings.push({ code, body });
  }
  const best = readings.find((reading) => reading.body.checked) ?? readings[0];
  if (!best) return undefined;
  const { code, body } = best;
  const mention: VatIdMention = {
    kind: 'vatId',
    start,
    end: body.end,
    raw: text.slice(start, body.end),
    value: (code === 'CH' ? 'CHE' : code) + body.digits,
    certainty: body.checked ? 0.95 : 0.6,
    country: code,
    checked: body.checked,
  };
  // Labels shared by several countries ("VAT No.", "NIF") say nothing about which when no check digit decides.
  if (!body.checked && (readings.length > 1 || codes.length > 3)) {
    delete mention.country;
    mention.value = body.digits;
    mention.certainty = 0.5;
  }
  return mention;
}

interface Body {
  compact: string;
  /** Without the suffixes that are no part of the id (MVA, MWST, TVA, IVA). */
  digits: string;
  end: number;
  checked: boolean;
  spaced: boolean;
}

/** Reads the id's own characters from `from`, trying the country's lengths longest first. */
function readBody(text: string, from: number, country: VatCountry): Body | undefined {
  const ends: number[] = [];
  let compact = '';
  let at = from;
  for (let gap = 0; compact.length < MAX_BODY && at < text.length; at++) {
    const char = text[at]!;
    if (/[A-Za-z0-9+*]/.test(char)) {
      compact += char.toUpperCase();
      ends.push(at + 1);
      gap = 0;
    } else if (/[ .\-/:\u00a0]/.test(char) && gap < (compact === '' ? 3 : 2)) gap++;
    else break;
  }
  let loose: Body | undefined;
  for (let length = compact.length; length >= 5; length--) {
    const part = compact.slice(0, length);
    if (!country.form.test(part)) continue;
    const end = ends[length - 1]!;
    if (/[A-Za-z0-9]/.test(text[end] ?? '')) continue;
    const first = ends[0]! - 1;
    const digits = part.replace(/(?:MVA|MWST|TVA|IVA)$/, '');
    const spaced = end - first !== length;
    const checked = country.check(digits);
    // A group of digits that goes on is a longer number cut short.
    if (!checked && spaced && /^[ .-]\d/.test(text.slice(end, end + 2))) continue;
    const body = { compact: part, digits, end, checked, spaced };
    if (checked) return body;
    loose ??= body;
  }
  return loose;
}
