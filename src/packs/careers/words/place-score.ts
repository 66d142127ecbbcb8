// How far a short text reads as a place: what résumés and postings tell places by.

import { countryByName, foldPlace, regionByCode, regionByName } from '../../../recognize/countries.ts';
import { organisationWords } from '../../../recognize/data/organisation-words.ts';
import { remember } from '../../../recognize/remember.ts';
import { SCHOOL } from '../locales/degrees.ts';
import { cities, provinces } from './cities.ts';
import { hasLegalForm } from './legal-form.ts';
import { countTitleWords } from './title-words.ts';

const knownCities = new Set(cities.map(foldPlace));
const knownProvinces = new Set(provinces.map(foldPlace));
/** Where work has no place of its own. */
const REMOTE =
  /^(?:(?:fully |100 ?% )?remote(?:ly)?|home ?office|work from home|telearbeit|télétravail|teletrabajo|hybrid|various locations|worldwide|online)(?: \(.{2,30}\))?$/iu;
const REGION_COUNTRIES = ['US', 'CA', 'AU', 'GB', 'IN', 'DE', 'BR'];

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
  // A city behind what is no known place may be where a firm of that name is: "Orbisca Clinic, Warsaw".
  if (last === CITY && first === 0) return 0.45;
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
  return /^\d{4,6}\s+(?:A |L['’])?\p{Lu}\p{L}+/u.test(text) ? 0.75 : 0;
}

/** What a city counts where a region is looked for. */
const CITY = 0.7;

/** A country, state or province, by name or code; of a city less. */
export function regionLike(text: string): number {
  const bare = text.replace(/\s+\d{4,6}(?:-\d{4})?$/u, '').trim();
  if (countryByName(bare)) return bare.length > 2 ? 1 : 0.8;
  if (regionByName(bare) || knownProvinces.has(foldPlace(bare))) return 1;
  if (/^[A-Z]{2,3}$/.test(bare) && REGION_COUNTRIES.some((country) => regionByCode(bare, country))) return 1;
  if (/^(?:[A-Z]\.){2,3}A?$/.test(bare)) return 0.9;
  if (REMOTE.test(bare)) return 0.9;
  return knownCities.has(foldPlace(bare)) ? CITY : 0;
}

const isPlaceName = (text: string): boolean =>
  /^(?:[A-Z]-?)?(?:\d{4,6} )?(?:\p{Lu}|al-|la |le |den |s-)[\p{L}\p{M}.'’ -]{1,28}(?: \d{5,6})?$/u.test(text) &&
  text.split(' ').length <= 4 &&
  countTitleWords(text) === 0 &&
  !SCHOOL.test(text) &&
  !text.split(' ').some((word) => organisationWords.has(foldPlace(word))) &&
  !hasLegalForm(text);
