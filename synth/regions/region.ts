// What differs from one country to the next on the same form: addresses, numbers, taxes, bank and registration data.
import type { NumberStyle } from '../format.ts';
import type { Random } from '../random.ts';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl';

export interface City {
  postal: string;
  name: string;
  /** State or province where addresses carry one. */
  state?: string;
}

export interface Region {
  /** Language and country: `de-AT`. */
  id: string;
  language: Language;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** In the region's own language. */
  countryName: string;
  currency: string;
  symbol: string;
  /** Where the symbol stands when amounts carry one. */
  symbolPlace: 'before' | 'before-space' | 'after';
  /** The symbol is shared by several currencies, so that it alone does not tell the code. */
  symbolAmbiguous: boolean;
  paper: 'A4' | 'LETTER';
  numberStyles: readonly NumberStyle[];
  datePatterns: readonly string[];
  cities: readonly City[];
  streets: readonly string[];
  street(name: string, houseNumber: string): string;
  cityLine(city: City): string;
  legalForms: readonly string[];
  lastNames: readonly string[];
  firstNames: readonly string[];
  /** Rates in hundredths of a percent: 1900 = 19 %. */
  taxNames: readonly string[];
  standardRates: readonly number[];
  reducedRates: readonly number[];
  taxNumberPath: 'vatId' | 'taxId';
  taxNumberLabels: readonly string[];
  printTaxNumber(raw: string, random: Random): string;
  /** Company register entry: label and text. */
  registration(random: Random, city: City): { label: string; text: string };
  phone(random: Random): string;
  topLevel: string;
}

const grouped = (raw: string, ...sizes: number[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(raw.slice(at, at + size));
    at += size;
  }
  return parts.join(' ');
};

/** Cuts a text in groups, e.g. (`123456789`, 3, 3, 3) → `123 456 789`. */
export const spaced = grouped;

/** Parses `postal name[,state]; …` lists, which keep the region files readable. */
export function parseCities(list: string): City[] {
  return list.split(';').map((entry) => {
    const [postal = '', rest = ''] = entry.trim().split('|');
    const [name = '', state] = rest.split(',');
    return state === undefined ? { postal, name } : { postal, name, state };
  });
}

export const parseList = (list: string): string[] => list.split(',').map((entry) => entry.trim());
