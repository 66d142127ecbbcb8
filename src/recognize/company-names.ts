// Company names: spans that end in a legal form, and whole lines judged as the name of an organisation.

import { streetSigns } from './addresses-streets.ts';
import { isContactLine } from './contact.ts';
import { foldPlace } from './countries.ts';
import type { LegalForm } from './data/legal-form-list.ts';
import { labelWords, organisationWords } from './data/organisation-words.ts';
import { findEastAsianCompanies } from './east-asian-names.ts';
import { withoutOverlaps } from './identifiers.ts';
import { type LegalFormHit, legalFormAt, type TextToken, tokenize } from './legal-forms.ts';
import type { Mention } from './mention.ts';
import { remember } from './remember.ts';

export interface CompanyMention extends Mention<'company', string> {
  /** Canonical legal form, `GmbH & Co. KG`. */
  legalForm: string;
  /** Alpha-2 of the countries that have the form. */
  countries: readonly string[];
  /** A contract's own name for it: `Acme Corp. ("Supplier")` → `Supplier`. */
  definedAs?: string;
}

const MAX_NAME_TOKENS = 10;
const CONNECTOR =
  /^(?:&|\+|-|–|\/|and|und|et|y|e|i|en|of|the|de|du|des|la|le|les|del|della|di|da|do|dos|das|van|von|der|den|für|for|in|zu|zur|am|im|al|el|by|at|on|to|'t|d'|l')$/i;
/** Scripts without capitals (Lo) write every word like a name. */
const CAPITAL = /^[("'“„«]?(?:\p{Lu}|\p{Lo}|\d)|^(?:e|i)\p{Lu}/u;
const WHOLE_BRACKETS = /^\([\p{Lu}][\p{L}.& -]*\)$/u;
/** A sentence or a field ends here: the name begins after it. */
const ENDS_BEFORE = /[:;!?|•·]$|[)\]"”»]$/;
const ABBREVIATION = /^(?:\p{L}{1,4}|(?:\p{L}\.)+\p{L}?|bros|assoc|intl|mfg|dept|univ)\.$/iu;
const LEADING_LABEL =
  /^(?:bill(?:ed)?|ship|sold|to|from|by|between|company|name|client|customer|seller|buyer|vendor|supplier|firma|firm|fa|an|von|kunde|lieferant|verkäufer|käufer|spett\.?le|m\/s|messrs|copyright|©|the|and|und|of|für|for|with|whereas|among|is|re|attn|payable|behalf|account|holder|bank|payee|remit|invoice|issued|agreement|dba|à|a|de|chez|y|et|e)$/i;
const DEFINED_AS =
  /^[\s,]{0,3}(?:[^()"“”\n]{0,120}?)?\(\s*(?:(?:herein(?:after)?|collectively|together|each|referred to as|called|known as|with its [a-z ]{1,30}|the|a|an|as|or|,)\s*){0,8}["“”„']\s*(?:the )?([\p{L}][\p{L}\p{N} .&/-]{0,40}?)["“”']/iu;

const EAST_ASIAN = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u3231\u3232\u321c]/;

/** Companies named with their legal form in a line or a paragraph. `value` is the name with single spaces. */
export const findCompanyNames: (text: string) => CompanyMention[] = remember(readCompanyNames);

function readCompanyNames(text: string): CompanyMention[] {
  if (text.length < 4) return [];
  if (EAST_ASIAN.test(text)) {
    const named = findEastAsianCompanies(text);
    if (named.length > 0) return named;
  }
  const tokens = tokenize(text);
  const found: CompanyMention[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    const hit = legalFormAt(tokens, at);
    if (!hit) continue;
    const span = at > from ? nameBefore(text, tokens, hit, from) : undefined;
    const whole = span ?? (hit.form.leading ? nameAfter(tokens, hit) : undefined);
    if (!whole) {
      at += hit.count - 1;
      continue;
    }
    found.push(toMention(text, tokens, whole, hit.form));
    at = whole.last;
    from = at + 1;
  }
  return found.length > 1 ? withoutOverlaps(found) : found;
}

interface Span {
  first: number;
  last: number;
  weak: boolean;
}

function nameBefore(text: string, tokens: readonly TextToken[], hit: LegalFormHit, from: number): Span | undefined {
  let first = hit.first;
  const lowest = Math.max(from, hit.first - MAX_NAME_TOKENS);
  for (let i = hit.first - 1; i >= lowest; i--) {
    const token = tokens[i]!;
    const next = i === hit.first - 1;
    const raw = token.raw;
    if (breaksLine(text, token, tokens[i + 1]!, next)) break;
    // "Acme, Inc." keeps its comma; any other comma begins another name.
    if (raw.endsWith(',') ? !next : ENDS_BEFORE.test(raw) && !WHOLE_BRACKETS.test(raw) && !(next && /["”»]$/.test(raw)))
      break;
    if (raw.endsWith('.') && !next && !ABBREVIATION.test(raw)) break;
    if (CONNECTOR.test(raw)) continue;
    // "Tel. 1234 Acme Oy": a long number is no part of a name, unless the line begins with it.
    if (i > 0 ? /^[\d.()-]{4,}$/.test(raw) : /^\d+[.()-][\d.()-]+$/.test(raw)) break;
    // "Jane Doe (EMPLOYEE) and Acme, Inc.": two parties.
    if (WHOLE_BRACKETS.test(raw) && CONNECTOR.test(tokens[i + 1]!.raw)) break;
    if (!CAPITAL.test(raw) && !WHOLE_BRACKETS.test(raw)) {
      // Brands in small letters: "adidas AG", believed only right before the form and at the start.
      if (next && i === lowest && /^\p{Ll}[\p{L}\d.-]+,?$/u.test(raw)) first = i;
      break;
    }
    first = i;
    if (/^["'“„«(]/.test(raw) && !WHOLE_BRACKETS.test(raw)) break;
  }
  while (first < hit.first - 1 && (LEADING_LABEL.test(tokens[first]!.key) || labelWords.has(tokens[first]!.key))) {
    if (tokens[first]!.key === 'the' && first + 1 < hit.first) break;
    first++;
  }
  // "the business of the Company"
  const joint = tokens[hit.first - 1]!.raw;
  if (first >= hit.first || (CONNECTOR.test(joint) && /\p{L}/u.test(joint))) return undefined;
  const name = tokens.slice(first, hit.first);
  const letters = name.some((token) => /\p{L}{2}/u.test(token.raw) || /^\p{Lu}\.?$/u.test(token.raw));
  const onlyLabel = name.length === 1 && (labelWords.has(name[0]!.key) || LEADING_LABEL.test(name[0]!.key));
  // "10 KG", "Denver, CO 80202", "AS PER": a weak form needs a name of letters right before it.
  const weak = hit.form.weak;
  const before = tokens[hit.first - 1]!.raw;
  if (
    !letters ||
    onlyLabel ||
    (weak && (/^[\d.,]+$/.test(before) || (before.endsWith(',') && /^\p{Lu}{2}$/u.test(tokens[hit.first]!.raw))))
  )
    return undefined;
  return weak && isWordInCapitals(tokens, hit) ? undefined : { first, last: hit.first + hit.count - 1, weak };
}

/** A blank line ends a name; so does a heading in capitals above it. One line break alone may be inside a name. */
function breaksLine(text: string, token: TextToken, after: TextToken, beforeForm: boolean): boolean {
  const gap = text.slice(token.end, after.start);
  const first = gap.indexOf('\n');
  if (first < 0) return false;
  return gap.includes('\n', first + 1) || (!beforeForm && /^\p{Lu}{3,}$/u.test(token.raw));
}

/** "PARTNERS AS FOLLOWS": a form that is a word too, in the middle of a line of capitals. */
function isWordInCapitals(tokens: readonly TextToken[], hit: LegalFormHit): boolean {
  const raw = tokens[hit.first]!.raw;
  const next = tokens[hit.first + hit.count]?.raw;
  const before = tokens[hit.first - 1]!.raw;
  return (
    /^(?:AS|SE|CO|AD|ME|EI|PA|PT|AB|OG|TRUST|ENTERPRISE|COMPANY)$/.test(raw) &&
    next !== undefined &&
    /^\p{L}/u.test(next) &&
    before === before.toUpperCase()
  );
}

/** "SARL Dupont et Fils", "Stichting Foo": the form stands first, the name runs on in capitals. */
function nameAfter(tokens: readonly TextToken[], hit: LegalFormHit): Span | undefined {
  let last = hit.first + hit.count - 1;
  for (let i = last + 1; i < tokens.length && i <= last + 6; i++) {
    const raw = tokens[i]!.raw;
    if (!CAPITAL.test(raw) && !CONNECTOR.test(raw)) break;
    if (CAPITAL.test(raw) && /\p{L}/u.test(raw)) last = i;
    if (/[,;:.|•·]$/.test(raw)) break;
  }
  return last >= hit.first + hit.count ? { first: hit.first, last, weak: hit.form.weak } : undefined;
}

function toMention(text: string, tokens: readonly TextToken[], span: Span, form: LegalForm): CompanyMention {
  const open = /^["'“„«(]+/.exec(tokens[span.first]!.raw)?.[0].length ?? 0;
  const start = tokens[span.first]!.start + (WHOLE_BRACKETS.test(tokens[span.first]!.raw) ? 0 : open);
  const raw = trimEnd(text.slice(start, tokens[span.last]!.end));
  const end = start + raw.length;
  const mention: CompanyMention = {
    kind: 'company',
    start,
    end,
    raw,
    value: raw.replace(/\s+/g, ' '),
    certainty: span.weak ? 0.65 : 0.9,
    legalForm: form.form,
    countries: form.countries,
  };
  const defined = DEFINED_AS.exec(text.slice(end, end + 260));
  if (defined) mention.definedAs = defined[1]!.trim();
  return mention;
}

/** Drops punctuation behind the name; the dot of "Inc." stays. */
function trimEnd(raw: string): string {
  const trimmed = raw.replace(/[,;:"”»'’]+$/, '');
  return trimmed.endsWith(')') && !trimmed.includes('(') ? trimmed.slice(0, -1) : trimmed;
}

/**
 * 0–1: is this whole line the name of an organisation? A legal form speaks most; capitals and words such as
 * "Trading" or "University" speak too; digits, labels, sentences and contact details speak against.
 */
export const companyNameScore: (line: string) => number = remember(scoreName);

function scoreName(line: string): number {
  const text = line.trim();
  if (text.length < 2 || text.length > 100 || !/\p{L}{2}/u.test(text)) return 0;
  if (/[€$£%=@<>{}]|:\s*\S|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d[.,]\d\d(?!\d)/.test(text)) return 0;
  const words = text.split(/\s+/);
  const keys = words.map((word) => foldPlace(word)).filter((key) => key !== '');
  if (keys.length === 0 || words.length > 12) return 0;
  if (isContactLine(text)) return 0;
  const [named] = findCompanyNames(text);
  const share = named ? (named.end - named.start) / text.replace(/[.,;:]+$/, '').length : 0;
  if (named && share > 0.9) return named.certainty > 0.8 ? 0.97 : labelWords.has(keys[0]!) ? 0.4 : 0.85;
  if (labelWords.has(keys[0]!)) return named ? 0.3 : 0.03;
  const capitals = words.filter((word) => /^[("'“„«]?\p{Lu}/u.test(word) || CONNECTOR.test(word)).length / words.length;
  const allCaps = text === text.toUpperCase();
  const labels = keys.filter((key) => labelWords.has(key)).length;
  const organisation = keys.some((key) => organisationWords.has(key));
  const digits = text.replace(/\D/g, '').length / text.length;
  let score = 0.25 + (capitals === 1 ? 0.15 : capitals < 0.5 ? -0.2 : 0) + (allCaps ? 0.08 : 0);
  if (organisation) score += 0.35;
  if (/(?<!\p{L})&(?!\p{L})|(?<!\p{L})(?:of|de|für|des) \p{Lu}/u.test(text)) score += 0.1;
  if (named) score += 0.35 * share;
  score -= labels * 0.2 + digits * 1.5;
  if (/[.!?]$/.test(text) && !/\b\p{L}{1,4}\.$/u.test(text)) score -= 0.3;
  if (text.length < 4) score -= 0.1;
  const { street, unit } = streetSigns(text);
  // "Grand Plaza Hotel" stands on no street of that name.
  const housed = street >= 0.6 && !(organisation && digits === 0 && organisationWords.has(keys.at(-1)!));
  if (housed || (unit >= 0.5 && !organisation)) score -= 0.35;
  return Math.max(0, Math.min(0.9, score));
}
