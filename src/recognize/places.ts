// Jurisdictions: whose law governs and whose courts decide ("laws of the State of New York", "deutsches Recht").

import { countryByName, countryName, findCountries, foldPlace, regionByName } from './countries.ts';
import { lawAdjectives } from './data/country-aliases.ts';
import { regions } from './data/regions.ts';
import type { Mention } from './mention.ts';

/** law: whose law governs; court: whose courts; state-of: "State of X" alone; incorporation: "a X corporation"; bare: only named. */
export type JurisdictionContext = 'law' | 'court' | 'state-of' | 'incorporation' | 'bare';

export interface JurisdictionMention extends Mention<'jurisdiction', string> {
  /** ISO 3166-2 (`US-NY`, `GB-EAW` England and Wales) or 3166-1 alpha-2. */
  code: string;
  context: JurisdictionContext;
}

const regionNames = regions
  .filter((region) => ['US', 'CA', 'AU', 'GB'].includes(region.country))
  .map((region) => region.name)
  .sort((a, b) => b.length - a.length);
const REGION = new RegExp(
  `(?<!\\p{L})(?:England (?:and|&) Wales|${regionNames.map((name) => name.replaceAll(' ', '\\s+')).join('|')})(?![\\p{L}])`,
  'giu',
);
const STATE_OF =
  /(?:State|Commonwealth|Province|District|Territory|Republic|Kingdom|Federal\s+Republic|Bundesrepublik|Republik|République|Repubblica|República|Königreich|Principality|People['’]s\s+Republic)\s+(?:of\s+|de\s+|d['’]|di\s+|do\s+)?(?:the\s+)?$/i;
const LAW_LABEL = /(?:governing|applicable)\s+law(?:\s+and\s+\w{4,14})?\s*[:.–-]\s*(?:the\s+)?$/i;
const LAW_BEFORE =
  /(?:(?:sub)?laws?|legislation|statutes|internal\s+laws?|substantive\s+laws?|recht(?:s)?|loi|lois|droit|legge|leggi|ley(?:es)?|leis?|prawo|wet(?:ten)?)\s+(?:(?:and\s+\w{1,16}\s+)?(?:then\s+)?(?:in\s+(?:force|effect)\s+in\s+)?)?(?:of|in|der|des|de|del|della|dell['’]|du|da|do|van)?\s*(?:the\s+|la\s+|le\s+|el\s+)?$/i;
const COURT_BEFORE =
  /(?:courts?|tribunals?|gerichte?|tribunaux|tribunale|tribunales|venue|jurisdiction|sitting|located|lie)\s+(?:of|in|for|within|located\s+in|sitting\s+in|shall\s+be\s+in|von|de|di|du)\s+(?:or\s+for\s+)?(?:the\s+)?(?:[A-Z][\w.]{1,20}(?:\s+[A-Z][\w.]{1,20})?\s*,\s*)?(?:the\s+)?$/i;
const LAW_AFTER = /^(?:['’]s)?\s+(?:(?:state|substantive|internal|contract)\s+)?(?:laws?|legislation|statutes)\b/i;
const INCORPORATION_AFTER =
  /^\s+(?:\w{1,20}\s+)?(?:corporation|limited\s+liability|limited\s+partnership|general\s+partnership|company|statutory|LLC|corp\b|business\s+trust|partnership)/i;
const ADJECTIVE_LAW =
  /(?<!\p{L})(\p{L}{4,20})\s+(?:law|recht|prawo|prawu|lov)(?!\p{L})|(?<!\p{L})(?:droit|loi|legge|diritto|derecho|ley|legislaci[oó]n|legislação|lei|prawo|prawu|prawa)\s+(\p{L}{4,20})(?!\p{L})/giu;

/** Jurisdictions in running text (several lines may be joined by newlines). The context tells how each was named. */
export function findJurisdictions(text: string): JurisdictionMention[] {
  const found: JurisdictionMention[] = [];
  for (const match of text.matchAll(REGION)) {
    if (/^[a-z]/.test(match[0])) continue;
    const region = regionOf(match[0]);
    if (region) found.push(toMention(text, match.index, match.index + match[0].length, region.value, region.code));
  }
  for (const country of findCountries(text)) {
    if (found.some((other) => country.start < other.end && other.start < country.end)) continue;
    // "China" and "Korea" are printed with their republic; the English name stands for all.
    found.push(toMention(text, country.start, country.end, countryName(country.value) ?? country.raw, country.value));
  }
  if (/law|rech?t|droit|legg|ley|lei|diritto|derecho|praw|legisla/i.test(text)) addAdjectives(text, found);
  return found.sort((a, b) => a.start - b.start);
}

function addAdjectives(text: string, found: JurisdictionMention[]): void {
  for (const match of text.matchAll(ADJECTIVE_LAW)) {
    const word = match[1] ?? match[2]!;
    const code = lawAdjectives[foldPlace(word)];
    if (!code) continue;
    const start = match.index + match[0].indexOf(word);
    const value =
      code === 'GB-EAW' ? 'England and Wales' : code === 'GB-SCT' ? 'Scotland' : (countryName(code) ?? word);
    if (found.some((other) => start < other.end && other.start < start + word.length)) continue;
    found.push({
      kind: 'jurisdiction',
      start,
      end: start + word.length,
      raw: word,
      value,
      certainty: 0.85,
      code,
      context: 'law',
    });
  }
}

function regionOf(raw: string): { value: string; code: string } | undefined {
  if (/^England/i.test(raw) && /Wales/i.test(raw)) return { value: 'England and Wales', code: 'GB-EAW' };
  const region = regionByName(raw);
  return region && { value: region.name, code: `${region.country}-${region.code}` };
}

function toMention(text: string, start: number, end: number, value: string, code: string): JurisdictionMention {
  const before = text.slice(Math.max(0, start - 90), start);
  const after = text.slice(end, end + 60);
  const prefix = STATE_OF.exec(before);
  const lead = prefix ? before.slice(0, prefix.index).replace(/\bthe\s+$/i, '') : before;
  const context = contextOf(lead, after, prefix !== null);
  const certainty = { law: 0.95, court: 0.75, 'state-of': 0.7, incorporation: 0.3, bare: 0.25 }[context];
  return { kind: 'jurisdiction', start, end, raw: text.slice(start, end), value, certainty, code, context };
}

function contextOf(before: string, after: string, stateOf: boolean): JurisdictionContext {
  if (LAW_BEFORE.test(`${before.trimEnd()} `) || LAW_LABEL.test(before) || LAW_AFTER.test(after)) return 'law';
  if (INCORPORATION_AFTER.test(after)) return 'incorporation';
  if (COURT_BEFORE.test(`${before.trimEnd()} `)) return 'court';
  return stateOf ? 'state-of' : 'bare';
}

/** A whole string ("the State of Delaware", "England") as a jurisdiction's canonical name. */
export function jurisdictionByName(text: string): string | undefined {
  const bare = text.trim().replace(/^(?:the\s+)?(?:(?:State|Commonwealth|Province|Republic|Kingdom)\s+of\s+)?/i, '');
  const region = regionOf(bare);
  if (region) return region.value;
  const code = countryByName(bare);
  return code && countryName(code);
}
