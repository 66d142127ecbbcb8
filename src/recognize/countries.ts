// Country names in eight languages and the codes printed for them → ISO 3166-1 alpha-2; states and provinces likewise.

import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import it from 'i18n-iso-countries/langs/it.json' with { type: 'json' };
import nl from 'i18n-iso-countries/langs/nl.json' with { type: 'json' };
import pl from 'i18n-iso-countries/langs/pl.json' with { type: 'json' };
import pt from 'i18n-iso-countries/langs/pt.json' with { type: 'json' };
import { countryAliases, doubtfulNames } from './data/country-aliases.ts';
import { type Region, regionCodes, regions } from './data/regions.ts';
import type { Mention } from './mention.ts';
import { remember } from './remember.ts';

export type CountryMention = Mention<'country', string>;

const byName = new Map<string, string>();
const alpha2 = new Set<string>();
const alpha3 = new Map<string, string>();
const regionsByName = new Map<string, Region[]>();
/** First word of a name → how many words the names with it may have, longest first. */
const lengthsByFirstWord = new Map<string, number[]>();

for (const [two, three] of codes as [string, string, string, string][]) {
  alpha2.add(two);
  alpha3.set(three, two);
}
for (const { countries } of [en, de, fr, es, it, pt, nl, pl] as { countries: Record<string, string | string[]> }[]) {
  for (const [code, names] of Object.entries(countries)) {
    for (const name of Array.isArray(names) ? names : [names]) addName(readKey(name.replace(/\s*[,(].*$/, '')), code);
    for (const name of Array.isArray(names) ? names : [names]) addName(readKey(name), code);
  }
}
for (const [name, code] of Object.entries(countryAliases)) {
  byName.delete(name);
  addName(name, code);
}
for (const region of regions) {
  const key = readKey(region.name);
  regionsByName.set(key, [...(regionsByName.get(key) ?? []), region]);
}

function addName(key: string, code: string): void {
  if (key.length < 2 || byName.has(key)) return;
  byName.set(key, code);
  const words = key.split(' ');
  const lengths = lengthsByFirstWord.get(words[0]!) ?? [];
  if (!lengths.includes(words.length))
    lengthsByFirstWord.set(
      words[0]!,
      [...lengths, words.length].sort((a, b) => b - a),
    );
}

/** Lower case without diacritics; punctuation becomes single spaces. */
export const foldPlace: (text: string) => string = remember(readKey);

function readKey(text: string): string {
  const folded = /[^\x20-\x7e]/.test(text)
    ? text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('ł', 'l').replaceAll('Ł', 'L')
    : text;
  return folded
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A whole string that is a country's name or code (`Deutschland`, `USA`, `NLD`, `FR`) → alpha-2. */
export function countryByName(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length < 2 || trimmed.length > 60) return undefined;
  const named = byName.get(foldPlace(trimmed).replace(/^the /, ''));
  if (named) return named;
  if (/^[A-Z]{2}$/.test(trimmed)) return alpha2.has(trimmed) ? trimmed : undefined;
  return /^[A-Z]{3}$/.test(trimmed) ? alpha3.get(trimmed) : undefined;
}

/** English name of an alpha-2 code. */
export function countryName(code: string): string | undefined {
  const name = (en.countries as Record<string, string | string[]>)[code];
  return Array.isArray(name) ? name[0] : name;
}

/** A state, province or Land by its full name, in `country` when given. */
export function regionByName(text: string, country?: string): Region | undefined {
  const found = regionsByName.get(foldPlace(text));
  return country ? found?.find((region) => region.country === country) : found?.[0];
}

/** A state or province by its printed code ("TX", "NSW"). */
export function regionByCode(code: string, country: string): Region | undefined {
  return regionCodes.get(country)?.get(code.toUpperCase());
}

/** Countries named in a text. Names must be capitalised; a bare code counts only when it is the whole text. */
export function findCountries(text: string): CountryMention[] {
  if (text.length <= 3) {
    const value = countryByName(text);
    const start = text.length - text.trimStart().length;
    const raw = text.trim();
    if (value && raw === raw.toUpperCase()) {
      return [
        {
          kind: 'country',
          start,
          end: start + raw.length,
          raw,
          value,
          certainty: byName.has(foldPlace(raw)) ? 0.9 : 0.55,
        },
      ];
    }
  }
  const found: CountryMention[] = [];
  const words = capitalWords(text);
  for (let i = 0; i < words.length; i++) {
    const first = words[i]!;
    if (!first.capital) continue;
    const lengths = lengthsByFirstWord.get(first.key);
    if (!lengths) continue;
    for (const length of lengths) {
      const last = words[i + length - 1];
      if (!last) continue;
      const key =
        length === 1
          ? first.key
          : words
              .slice(i, i + length)
              .map((word) => word.key)
              .join(' ');
      const value = byName.get(key);
      if (!value) continue;
      const raw = text.slice(first.start, last.end);
      if (raw.length <= 3 && raw !== raw.toUpperCase()) continue;
      const certainty = doubtfulNames.has(key) ? 0.6 : raw.length <= 3 ? 0.75 : 0.9;
      found.push({ kind: 'country', start: first.start, end: last.end, raw, value, certainty });
      i += length - 1;
      break;
    }
  }
  return found;
}

interface PlaceWord {
  key: string;
  start: number;
  end: number;
  capital: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}'’]*(?:\.\p{L}(?=[.\s]|$)){0,3}/gu;

/** Words with folded keys; only those that can begin or continue a name are folded, the rest keep an empty key. */
function capitalWords(text: string): PlaceWord[] {
  const words: PlaceWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const capital = raw[0] !== raw[0]!.toLowerCase();
    const wanted = capital || raw.length <= 3 || words.at(-1)?.capital;
    words.push({
      key: wanted ? foldPlace(raw.includes('.') ? raw.replaceAll('.', '') : raw) : '',
      start: match.index,
      end: match.index + raw.length,
      capital,
    });
  }
  return words;
}
