// How far a fragment of an entry's head reads as a position, an employer, a place, a school, a degree: 0–1 from its words.

import { foldText } from '../../../document/fold-text.ts';
import { countryByName, foldPlace, regionByCode, regionByName } from '../../../recognize/countries.ts';
import { organisationWords } from '../../../recognize/data/organisation-words.ts';
import { legalFormAt, tokenize } from '../../../recognize/legal-forms.ts';
import { remember } from '../../../recognize/remember.ts';
import { cities, provinces } from '../locales/cities.ts';
import { FIELD_WORD, findDegree, SCHOOL } from '../locales/degrees.ts';
import { titleEndings, titleHeads } from '../locales/job-titles.ts';

const knownCities = new Set(cities.map(foldPlace));
const knownProvinces = new Set(provinces.map(foldPlace));
const REMOTE =
  /^(?:(?:fully |100 ?% )?remote(?:ly)?|home ?office|work from home|telearbeit|télétravail|teletrabajo|hybrid|various locations|worldwide|online)(?: \(.{2,30}\))?$/iu;
const REGION_COUNTRIES = ['US', 'CA', 'AU', 'GB', 'IN'];

/** "San Francisco, CA", "Istanbul, Türkiye", "Remote", "80333 München". */
export const placeScore: (text: string) => number = remember((printed) => {
  const text = printed.replace(/^[\s(]+|[\s).,;]+$/gu, '');
  if (text.length < 2 || text.length > 60 || /[@!?;:]/.test(text)) return 0;
  if (REMOTE.test(text)) return 0.95;
  const parts = text.split(/\s*,\s*|\s+[-–]\s+/u);
  if (parts.length > 4) return 0;
  if (parts.length === 1) return singlePlace(text);
  const last = regionLike(parts.at(-1)!);
  const first = singlePlace(parts[0]!);
  if (!isPlaceName(parts[0]!)) return 0;
  if (parts.slice(1, -1).some((part) => !isPlaceName(part))) return 0;
  if (last > 0) return Math.min(0.98, 0.55 * last + 0.3 + 0.2 * first);
  return first > 0.8 && isPlaceName(parts.at(-1)!) ? 0.6 : 0;
});

function singlePlace(text: string): number {
  const city = text.replace(/^(?:[A-Z]{1,2}-)?\d{4,6}\s+|\s+\d{5,6}$/u, '');
  const folded = foldPlace(city);
  if (knownCities.has(folded)) return 0.9;
  if (knownProvinces.has(folded)) return 0.8;
  if (countryByName(city) && city.length > 3) return 0.85;
  if (/^(?:USA|UK|UAE|U\.S\.A?\.?|U\.K\.)$/.test(city)) return 0.85;
  if (regionByName(city)) return 0.8;
  // "Greater Boston Area", "Hyderabad Area, India".
  const area = /^(?:greater )?(.+?) (?:area|metropolitan area|region|city)$/iu.exec(city);
  if (area && knownCities.has(foldPlace(area[1]!))) return 0.85;
  const words = city.split(' ');
  // "Pune Maharashtra", "Boston MA".
  if (words.length === 2 || words.length === 3) {
    const end = words.at(-1)!;
    if (knownCities.has(foldPlace(words.slice(0, -1).join(' '))) && regionLike(end) > 0.5) return 0.85;
  }
  return /^\d{4,6}\s+\p{Lu}\p{L}+/u.test(text) ? 0.75 : 0;
}

function regionLike(text: string): number {
  const bare = text.replace(/\s+\d{4,6}(?:-\d{4})?$/u, '').trim();
  if (countryByName(bare)) return bare.length > 2 ? 1 : 0.8;
  if (regionByName(bare) || knownProvinces.has(foldPlace(bare))) return 1;
  if (/^[A-Z]{2,3}$/.test(bare) && REGION_COUNTRIES.some((country) => regionByCode(bare, country))) return 1;
  if (/^(?:[A-Z]\.){2,3}A?$/.test(bare)) return 0.9;
  if (REMOTE.test(bare)) return 0.9;
  return knownCities.has(foldPlace(bare)) ? 0.7 : 0;
}

const isPlaceName = (text: string): boolean =>
  /^(?:[A-Z]-?)?(?:\d{4,6} )?(?:\p{Lu}|al-|la |le |den |s-)[\p{L}\p{M}.'’ -]{1,28}(?: \d{5,6})?$/u.test(text) &&
  text.split(' ').length <= 4 &&
  positionWords(text) === 0 &&
  !SCHOOL.test(text) &&
  !text.split(' ').some((word) => organisationWords.has(foldPlace(word))) &&
  !hasLegalForm(text);

/** How many of its words titles are made around. */
function positionWords(text: string): number {
  let count = 0;
  for (const word of foldText(text).match(/\p{L}[\p{L}-]*/gu) ?? []) {
    if (titleHeads.has(word)) count++;
    else if (word.endsWith('in') && titleHeads.has(word.slice(0, -2))) count++;
    else if (word.length > 9 && titleEndings.some((end) => word.endsWith(end))) count++;
    else if (word.includes('-') && word.split('-').some((part) => titleHeads.has(part))) count++;
  }
  return count;
}

const GRADE =
  /(?<!\p{L})(?:senior|junior|sr\.?|jr\.?|chief|lead|deputy|trainee|part[- ]time|full[- ]time|freelance|werkstudent)(?!\p{L})/iu;

export const positionScore: (text: string) => number = remember((text) => {
  const words = text.split(/\s+/).length;
  if (words > 14 || /[@]|https?:/.test(text)) return 0;
  const heads = positionWords(text);
  if (heads === 0) return GRADE.test(text) ? 0.55 : 0.15;
  const legal = hasLegalForm(text) ? 0.5 : 0;
  const school = SCHOOL.test(text) ? 0.25 : 0;
  return Math.max(0.1, (words <= 8 ? 0.9 : 0.55) - legal - school);
});

export function hasLegalForm(text: string): boolean {
  const tokens = tokenize(text);
  return tokens.some((_, at) => at > 0 && legalFormAt(tokens, at) !== undefined);
}

export const companyScore: (text: string) => number = remember((text) => {
  const words = text.split(/\s+/);
  if (words.length > 12 || !/\p{L}{2}/u.test(text) || /^\p{Ll}{2,} \p{Ll}/u.test(text)) return 0.05;
  if (hasLegalForm(text)) return 0.95;
  const organisation = words.some((word) => organisationWords.has(foldPlace(word)));
  const heads = positionWords(text);
  const capital = words.filter((word) => /^[^\p{L}]*[\p{Lu}\d]/u.test(word)).length / words.length;
  let score = 0.2 + 0.35 * capital + (organisation ? 0.25 : 0) - (heads > 0 ? 0.35 : 0);
  if (placeScore(text) > 0.7) score -= 0.35;
  if (words.length > 7) score -= 0.2;
  if (/[.!?]$/.test(text) && words.length > 4) score -= 0.2;
  return Math.max(0.02, Math.min(0.85, score));
});

export const schoolScore: (text: string) => number = remember((text) => {
  if (!/\p{L}{2}/u.test(text)) return 0;
  const degree = findDegree(text) !== undefined;
  if (SCHOOL.test(text)) return degree ? 0.55 : 0.95;
  if (degree) return 0.05;
  return Math.max(0.05, companyScore(text) - (FIELD_WORD.test(text) ? 0.3 : 0.12));
});

export const degreeScore: (text: string) => number = remember((text) => {
  const match = findDegree(text);
  if (!match) return 0.03;
  const school = SCHOOL.test(text.replace(match.text, ''));
  return (match.index < 4 ? 0.95 : 0.6) - (school ? 0.4 : 0);
});

export const fieldScore: (text: string) => number = remember((text) => {
  if (findDegree(text) || SCHOOL.test(text)) return 0.08;
  return FIELD_WORD.test(text) ? 0.75 : 0.25;
});
