// Places of work as they are printed: "Berlin, Germany", "Austin, TX or remote", "80333 München", "London (Hybrid)".

import { countryByName, regionByCode, regionByName } from '../../../../recognize/countries.ts';

const REGION_COUNTRIES = ['US', 'CA', 'AU', 'GB', 'IN', 'DE', 'BR'];
const NAME =
  /^(?:(?:[A-Z]{1,2}-)?\d{4,6}\s+)?\p{Lu}[\p{L}\p{M}.'’-]*(?:(?: |-)(?:\p{Lu}[\p{L}\p{M}.'’-]*|am|an der|im|in der|ob der|upon|de|la|del|sur|en|den|bei|vor der|do|da|of|a\.M\.|\([^)]{2,20}\))){0,4}(?: \d{5}(?:-\d{4})?)?$/u;
const NOT_PLACE =
  /(?<!\p{L})(?:vollzeit|teilzeit|full[- ]?time|part[- ]?time|contract|permanent|temporary|intern(?:ship)?|freelance|unbefristet|befristet|department|team|gmbh|inc|ltd)(?!\p{L})/iu;
const REMOTE =
  /(?<!\p{L})(?:remote|hybrid\p{L}*|on[- ]?site|home ?office|worldwide|anywhere|télétravail|teletrabajo)(?!\p{L})/iu;

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

/** 0–1: how far a short text reads as a place, without anything around it that says so. */
export function placeScore(text: string): number {
  const bare = text.replace(/\((?:[^)]*)\)/g, '').trim();
  if (bare.length < 2 || bare.length > 70 || /[@!?:]|\d{6}|https?/.test(bare)) return 0;
  const parts = bare.split(/\s*[,/;]\s*|\s+(?:or|oder|und|and|&)\s+/u).filter(Boolean);
  if (NOT_PLACE.test(bare)) return 0;
  const places = parts.filter((part) => !REMOTE.test(part));
  if (places.length === 0) return 0;
  if (!places.every((part) => NAME.test(part) || regionLike(part))) return 0;
  const last = places.at(-1)!;
  if (places.length > 1 && regionLike(last)) return 0.92;
  if (/^(?:D-)?\d{5}\s+\p{Lu}/u.test(places[0]!)) return 0.85;
  if (regionLike(last)) return 0.7;
  return places.length > 1 ? 0.35 : 0.25;
}

function regionLike(text: string): boolean {
  const bare = text.replace(/\s+\d{4,6}(?:-\d{4})?$/u, '').trim();
  if (bare.length > 2 && countryByName(bare)) return true;
  if (/^(?:UK|US|EU|DACH|EMEA|APAC)$/.test(bare) || regionByName(bare)) return true;
  return /^[A-Z]{2,3}$/.test(bare) && REGION_COUNTRIES.some((country) => regionByCode(bare, country) !== undefined);
}
