// The parts of an address as one text, in the order in which its country writes them.

import type { XmlElement } from '../../../../document/xml-element.ts';
import { toCountry, toText } from './convert.ts';
import type { Found } from './field-map.ts';
import { type Place, placesAt, type Steps } from './select.ts';

export interface AddressParts {
  /** Lines above the place, in order; each is one text or several that share a line. */
  lines: readonly (readonly Steps[])[];
  /** A house number of its own stands with the first line. */
  houseNumber?: Steps;
  postalCode: Steps;
  city: Steps;
  region: Steps;
  country: Steps;
}

const NUMBER_FIRST = new Set(['GB', 'US', 'IE', 'CA', 'AU', 'NZ', 'FR', 'LU', 'ZA', 'IN', 'SG', 'MY', 'HK', 'MT']);
const CODE_LAST = new Set(['GB', 'US', 'IE', 'CA', 'AU', 'NZ', 'ZA', 'IN', 'SG', 'MY', 'HK', 'MT']);

export function readAddress(root: XmlElement | undefined, path: string, parts: AddressParts): Found[] {
  if (!root) return [];
  const used: Place[] = [];
  const take = (steps: Steps | undefined): string => {
    const places = steps === undefined ? [] : placesAt(root, steps);
    used.push(...places);
    return places.flatMap((place) => toText(place.text) ?? []).join(', ');
  };
  const country = toCountry(placesAt(root, parts.country)[0]?.text ?? '');
  const lines = parts.lines.map((line) => line.map(take).filter(Boolean).join(' ')).filter(Boolean);
  const house = take(parts.houseNumber);
  if (house !== '') {
    const street = lines[0];
    const numbered = NUMBER_FIRST.has(country ?? '') ? `${house} ${street ?? ''}` : `${street ?? ''} ${house}`;
    lines[0] = numbered.trim();
  }
  const [code, city] = [take(parts.postalCode), take(parts.city)];
  const place = (CODE_LAST.has(country ?? '') ? [city, code] : [code, city]).filter(Boolean).join(' ');
  const region = take(parts.region);
  const value = [...lines, place, region === city ? '' : region].filter(Boolean).join(', ');
  return value === '' ? [] : [{ path, value, places: used }];
}
