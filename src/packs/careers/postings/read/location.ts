// Places of work as they are printed: "Berlin, Germany", "Austin, TX or remote", "80333 München", "London (Hybrid)".

import { countryByName, regionByCode, regionByName } from '../../../../recognize/countries.ts';
import { placeScore, regionLike } from '../../words/place-score.ts';

const NAME =
  /^(?:(?:[A-Z]{1,2}-)?\d{4,6}\s+)?\p{Lu}[\p{L}\p{M}.'’-]*(?:(?: |-)(?:\p{Lu}[\p{L}\p{M}.'’-]*|am|an der|im|in der|ob der|upon|de|la|del|sur|en|den|bei|vor der|do|da|of|a\.M\.|\([^)]{2,20}\))){0,4}(?: \d{5}(?:-\d{4})?)?$/u;
const NOT_PLACE =
  /(?<!\p{L})(?:vollzeit|teilzeit|full[- ]?time|part[- ]?time|contract|permanent|temporary|intern(?:ship)?|freelance|unbefristet|befristet|department|team|gmbh|inc|ltd)(?!\p{L})/iu;
/** Several countries at once, as postings name where somebody may work. */
const AREA = /(?:^|, )(?:EU|DACH|EMEA|APAC)$/;
const WORKPLACE =
  /(?<!\p{L})(?:remote|hybrid\p{L}*|on[- ]?site|home ?office|worldwide|anywhere|télétravail|teletrabajo)(?!\p{L})/iu;
/** "Stockholm, hybrid": how it is worked, said of a place. */
const BEHIND = /\s*,\s*(?:(?:fully |partly |100 ?% )?remote|hybrid|on[- ]?site|home ?office|vor ort|télétravail)$/iu;

/** ISO alpha-2 of the country that a place names, or whose region it names. */
export function countryOf(place: string): string | undefined {
  const parts = place
    .split(/[,;/()|·–]|\s-\s|\s(?:or|oder|and|und)\s/u)
    .map((part) => part.trim())
    .filter(Boolean);
  for (const part of parts.toReversed()) {
    const country = part.length > 2 || /^(?:UK|US)$/.test(part) ? countryByName(part) : undefined;
    if (country) return country;
  }
  for (const part of parts.slice(1).toReversed()) {
    const code = /^([A-Z]{2,3})(?: \d{5})?$/.exec(part)?.[1];
    if (code && regionByCode(code, 'US')) return 'US';
    if (code && regionByCode(code, 'CA')) return 'CA';
    const region = regionByName(part);
    if (region) return region.country;
  }
  return undefined;
}

/** 0–1: how far a short text reads as one place or several, without anything around it that says so. */
export function placesScore(text: string): number {
  const bare = text
    .replace(/\([^)]*\)/g, '')
    .replace(BEHIND, '')
    .trim();
  if (bare.length < 2 || bare.length > 70 || /[@!?:]|\d{6}|https?/.test(bare) || NOT_PLACE.test(bare)) return 0;
  const places = bare.split(/\s*[;/]\s*|\s+(?:or|oder|and|und|&)\s+/u).filter((part) => part && !WORKPLACE.test(part));
  const parts = places.flatMap((place) => place.split(/\s*,\s*/u)).filter(Boolean);
  if (parts.length === 0 || !parts.every((part) => NAME.test(part) || AREA.test(part) || regionLike(part) > 0))
    return 0;
  const known = Math.min(...places.map((place) => (AREA.test(place) ? 0.7 : placeScore(place))));
  return known > 0 ? known : parts.length > 1 ? 0.35 : 0.25;
}
