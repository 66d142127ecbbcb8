// One party's name in running text: where it begins and ends, and whether it is a company, a person or only a word.

import { countryByName, regionByName } from '../../../../recognize/countries.ts';
import { organisationWords } from '../../../../recognize/data/organisation-words.ts';
import { legalFormAt, type TextToken, tokenize } from '../../../../recognize/legal-forms.ts';
import { personNameScore } from '../../../../recognize/person-names.ts';

export interface PartyName {
  /** As printed, with single spaces. */
  name: string;
  start: number;
  end: number;
  kind: 'company' | 'person' | 'other';
  /** 0–1. */
  certainty: number;
}

const MAX_TOKENS = 14;
const WINDOW = 260;

const CONNECTOR =
  /^(?:&|\+|and|und|et|y|e|en|i|of|the|de|du|des|la|le|les|del|della|di|da|do|dos|das|van|von|der|den|zu|zur|vom|for|für|pour|para|per|voor|in|d['’]\p{L}*|l['’]\p{L}*|a\/[lp])$/iu;
const JOINER = /^(?:&|\+|and|und|et|y|e|en)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|esq|phd|ph\.d|md|m\.d|cpa|n\.\s?a|l\.p|l\.l\.c|l\.l\.p|s\.a|n\.v)\.?,?$/i;
const CAPITAL = /^[("'“„«]?(?:\p{Lu}|\d{1,4}\S*[\p{L}\p{Sc}]|\d{1,3}$)|^\p{Ll}{1,4}\p{Lu}/u;
/** Legal forms that names carry in small letters. */
const SMALL_FORM = /^(?:plc|p\.l\.c\.|llp|n\.v\.|b\.v\.|s\.a\.|s\.p\.a\.|gmbh)[,.;:]?$/;
/** Words that begin something else than a name, or end one. */
const STOP =
  /^(?:whereas|witnesseth|recitals?|background|now|this|these|dated?|effective|attention|attn|address|both|each|collectively|hereinafter|hereafter|herein|having|with|whose|who|which|an|a|as|is|are|was|by|on|at|to|from|under|entered|made|between|among|agreement|contract|section|article|exhibit|schedule|january|february|march|april|june|july|august|september|october|november|december|vertreten|nachfolgend|ci-après|représentée?|con|mit|avec|met|hierna|gevestigd|sise|dont|domiciliad[ao]|sediada?|parties|party|either|such|its|our|your|i|we|you|in)$/i;
const HONORIFIC =
  /^(?:mr|mrs|ms|miss|dr|herr|herrn|frau|monsieur|madame|mme|m|d|dña|doña|don|sr|sra|sig|sig\.ra|dott|dhr|mevr|de heer|mevrouw|messrs)\.?\s+(?=\p{Lu})/iu;
/** Role words and defined terms that stand where a name would. */
const ROLE_WORD =
  /^(?:the |an? )?(?:undersigned|company|companies|employee|employer|executive|director|consultant|contractor|recipient|discloser|disclosing party|disclosing|receiving|receiving party|party|parties|counterparty|customer|client|supplier|vendor|licensor|licensee|buyer|seller|purchaser|provider|lender|borrower|landlord|tenant|lessor|lessee|owner|agent|shareholders?|stockholders?|investors?|participant|grantee|optionee|corporation|bank|trust|second party|first party|affiliates?|subsidiaries|representatives|auftraggeber|auftragnehmer|prestataire|client|cliente|proveedor|fornitore|committente|xx+|name|n\/a|and|or|state|commonwealth|services|following|terms|conditions)$/i;

/** Articles and words of address in front of a name, in the languages we read; they are no part of it. */
const LEAD =
  /^(?:[\s,;:.–—-]|(?:the|der|die|dem|den|das|la|le|les|el|los|il|lo|os?|as?|het|de|firma|fa\.|company|(?:la |die |de )?(?:société|sociedad|mercantil|entidad|empresa|società|ditta|sociedade|vennootschap|gesellschaft)|[Ll]['’](?:entreprise|azienda|impresa)|(?:La|Die|De|A|L[ao])\s+(?:société|sociedad|mercantil|entidad|empresa|società|ditta|sociedade|vennootschap|Firma|firma))(?=[\s,])|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\)?\s|[•●·▪○*]\s?)+/u;

/** Reads the name at `from`; undefined when what stands there is none (a blank, a role word, running text). */
export function readNameAt(text: string, from: number): PartyName | undefined {
  const lead = LEAD.exec(text.slice(from, from + 60))?.[0].length ?? 0;
  let start = from + lead;
  const honorific = HONORIFIC.exec(text.slice(start, start + 20))?.[0].length ?? 0;
  start += honorific;
  const quote = /^["'“„«]/.test(text[start] ?? '') ? 1 : 0;
  start += quote;
  const tokens = tokenize(text.slice(start, start + WINDOW)).slice(0, MAX_TOKENS);
  const last = lastToken(tokens, text.slice(start, start + WINDOW));
  if (last < 0) return undefined;
  const raw = trimName(text.slice(start + tokens[0]!.start, start + tokens[last]!.end));
  if (raw === '') return undefined;
  return judgeName(raw, start + tokens[0]!.start, honorific > 0);
}

/** Index of the token that ends the name, -1 when none begins here. */
function lastToken(tokens: readonly TextToken[], window: string): number {
  let last = -1;
  for (let i = 0; i < tokens.length; i++) {
    const { raw } = tokens[i]!;
    if (i > 0 && /^["“„«]/.test(raw)) return last;
    // A name runs over the end of a paragraph only into its legal form.
    if (i > 0 && window.slice(tokens[i - 1]!.end, tokens[i]!.start).includes('\n') && !legalFormAt(tokens, i))
      return last;
    if (raw.startsWith('(')) {
      if (i === 0 || !isBracketInName(tokens, i)) return last;
      last = i;
      continue;
    }
    const form = legalFormAt(tokens, i);
    if (form && i > 0 && (last === i - 1 || JOINER.test(tokens[i]!.raw))) {
      last = i + form.count - 1;
      const ending = tokens[last]!.raw;
      if (!form.form.weak || /[,;:]$/.test(ending)) {
        if (!continuesForm(tokens, last)) return last;
      }
      i = last;
      if (!/[;:]$/.test(ending) && !(ending.endsWith(',') && !continuesForm(tokens, last))) continue;
      return last;
    }
    if (i > 0 && last === i - 1 && SMALL_FORM.test(raw)) return i;
    const bare = raw.replace(/[,;:.)"”'’]+$/, '');
    if (CONNECTOR.test(bare) && !(i === 0 && /^\p{Lu}/u.test(raw))) {
      if (i === 0 || /[,;:.]$/.test(raw)) return last;
      if (JOINER.test(bare) && !joinsName(tokens, i, window)) return last;
      // "Jane Doe of 9 Elm Row": an address, not the name, goes on.
      if (/^\d/.test(tokens[i + 1]?.raw ?? '')) return last;
      continue;
    }
    if (!CAPITAL.test(raw) || (STOP.test(bare) && !(i > 0 && /^(?:I|A)\.?$/.test(raw)))) return last;
    last = i;
    if (/[;:]$|["”»]$|[^.]\)$|[.,]["”]$/.test(raw)) return last;
    if (raw.endsWith(',') && !continuesAfterComma(tokens, i)) return last;
    if (/\p{Ll}{3}\.$|\d\.$/u.test(raw) && !/^(?:bros|assoc|intl|mfg|univ|dept)\./i.test(raw)) return last;
  }
  return last;
}

/** "Foo (UK) Ltd", "Fund (Offshore) Master": letters in brackets with more of the name behind. */
function isBracketInName(tokens: readonly TextToken[], i: number): boolean {
  const next = tokens[i + 1]?.raw ?? '';
  return (
    /^\(\p{Lu}[\p{L}.&]{1,18}\)$/u.test(tokens[i]!.raw) &&
    (/^\p{Lu}/u.test(next) || legalFormAt(tokens, i + 1) !== undefined)
  );
}

/** "Co., Ltd.", "GmbH & Co. KG": another form follows. */
function continuesForm(tokens: readonly TextToken[], last: number): boolean {
  const next = tokens[last + 1];
  if (!next) return false;
  const form = legalFormAt(tokens, last + 1);
  return form !== undefined && /^[\p{Lu}&(]/u.test(next.raw);
}

function continuesAfterComma(tokens: readonly TextToken[], i: number): boolean {
  if (i + 1 >= tokens.length) return false;
  const next = tokens[i + 1]!.raw;
  const form = legalFormAt(tokens, i + 1);
  if (form && /^[\p{Lu}&]|^[a-z]\.[a-z]/u.test(next)) return true;
  if (SUFFIX.test(next)) return true;
  // "Stratton, Cheeseman & Walsh": a list of names that ends in an ampersand.
  for (let at = i + 1; at < Math.min(tokens.length - 1, i + 4); at++) {
    if (tokens[at]!.raw === '&') return at > i + 1 && /^\p{Lu}/u.test(tokens[at + 1]!.raw);
    if (!/^\p{Lu}[\p{L}'-]+,?$/u.test(tokens[at]!.raw)) return false;
  }
  return false;
}

/** "and" inside a name ("Heidrick and Struggles, Inc."), not between two parties ("Acme Inc. and Beta LLC"). */
function joinsName(tokens: readonly TextToken[], i: number, window: string): boolean {
  const next = tokens[i + 1];
  if (!next || !/^\p{Lu}/u.test(next.raw) || STOP.test(next.key)) return false;
  if (tokens[i]!.raw === '&' || tokens[i]!.raw === '+') return true;
  const left = window.slice(0, tokens[i - 1]!.end);
  if (personNameScore(left) >= 0.5 || /\n/.test(window.slice(tokens[i - 1]!.end, next.start))) return false;
  // "Centre for Foo and Bar (CFB)": one word follows, and the left is no whole name by its form.
  const single = tokens[i + 2]?.raw.startsWith('(') === true;
  if (
    single &&
    tokens.slice(1, i).some((t) => /^(?:of|for|für|de|pour)$/.test(t.raw)) &&
    !tokens.slice(0, i).some((_, k) => k > 0 && legalFormAt(tokens, k))
  )
    return true;
  // Only a form behind makes one company of both sides, and only when it closes what follows.
  for (let at = i + 1; at < Math.min(tokens.length, i + 6); at++) {
    const { raw } = tokens[at]!;
    if (at > i + 1 && legalFormAt(tokens, at))
      return tokens.slice(0, i).every((_, k) => k === 0 || !legalFormAt(tokens, k));
    if (raw.startsWith('(') || !CAPITAL.test(raw)) return false;
    if (raw.endsWith(',') && !continuesAfterComma(tokens, at)) return false;
  }
  return false;
}

const TRAILING = /[\s,;:"“”»'’–—-]+$/;

function trimName(raw: string): string {
  let name = raw.replace(TRAILING, '');
  if (name.endsWith(')') && !name.includes('(')) name = name.slice(0, -1).replace(TRAILING, '');
  while (/\s(?:and|und|et|of|the|de|&|y|e|en|der|die)$/i.test(name))
    name = name.replace(/\s\S+$/, '').replace(TRAILING, '');
  return name;
}

/** Company, person or neither, from the name alone. undefined for role words, places, blanks. */
export function judgeName(raw: string, start: number, honorific = false): PartyName | undefined {
  const name = raw.replace(/\s+/g, ' ').trim();
  const end = start + raw.length;
  if (name.length < 2 || name.length > 120 || !/\p{L}{2}|\p{Lu}&\p{Lu}/u.test(name)) return undefined;
  if (ROLE_WORD.test(name) || /_{2,}|\[|\]|\*{2}|^(?:page|tel|fax|phone)\b/i.test(name)) return undefined;
  if (countryByName(name) || regionByName(name)) return undefined;
  const tokens = tokenize(name);
  if (isPlaceAndForm(tokens) || /^(?:inc|llc|ltd|corp|gmbh)\b/i.test(name)) return undefined;
  const form = tokens.some((_, i) => i > 0 && legalFormAt(tokens, i) !== undefined) || leadingForm(tokens);
  if (form) return { name, start, end, kind: 'company', certainty: 0.95 };
  const plain = name.replace(/\.$/, '');
  const person = honorific ? 0.9 : personNameScore(plain);
  if (person >= 0.5) return { name: plain, start, end: start + raw.length, kind: 'person', certainty: person };
  const words = tokens.map((token) => token.key);
  if (words.length > 1 && words.some((word) => organisationWords.has(word)))
    return { name, start, end, kind: 'company', certainty: 0.75 };
  if (person > 0.3 && words.length >= 2) return { name: plain, start, end, kind: 'person', certainty: 0.45 };
  return { name, start, end, kind: 'other', certainty: words.length > 7 ? 0.15 : 0.35 };
}

/** "Delaware corporation", "Limited Liability Company": a description, not a name. */
function isPlaceAndForm(tokens: readonly TextToken[]): boolean {
  const form =
    tokens.length >= 2 && tokens.length <= 5 ? tokens.findIndex((_, i) => i > 0 && legalFormAt(tokens, i)) : -1;
  if (tokens.length > 0 && legalFormAt(tokens, 0)?.count === tokens.length) return true;
  if (form < 1) return false;
  const place = tokens
    .slice(0, form)
    .map((token) => token.key)
    .join(' ');
  return regionByName(place) !== undefined || countryByName(place) !== undefined;
}

function leadingForm(tokens: readonly TextToken[]): boolean {
  const hit = tokens.length > 1 ? legalFormAt(tokens, 0) : undefined;
  return hit?.form.leading === true;
}
