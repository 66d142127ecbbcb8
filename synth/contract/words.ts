// Contract sentences by language, and what laws are called.
import type { Language } from '../regions/region.ts';
import type { Clauses } from './clauses.ts';
import { DUTCH_CLAUSES, ENGLISH_CLAUSES, GERMAN_CLAUSES } from './words-germanic.ts';
import { FRENCH_CLAUSES, ITALIAN_CLAUSES, PORTUGUESE_CLAUSES, SPANISH_CLAUSES } from './words-romance.ts';

export const CLAUSES: Record<Language, Clauses> = {
  en: ENGLISH_CLAUSES,
  de: GERMAN_CLAUSES,
  nl: DUTCH_CLAUSES,
  fr: FRENCH_CLAUSES,
  es: SPANISH_CLAUSES,
  it: ITALIAN_CLAUSES,
  pt: PORTUGUESE_CLAUSES,
};

/** Name of the law by country: as it stands in the sentence, and as a value. */
export const LAWS: Record<string, { text: string; value: string }> = {
  GB: { text: 'England and Wales', value: 'England and Wales' },
  IE: { text: 'Ireland', value: 'Ireland' },
  DE: { text: 'der Bundesrepublik Deutschland', value: 'Bundesrepublik Deutschland' },
  AT: { text: 'der Republik Österreich', value: 'Republik Österreich' },
  CH: { text: 'der Schweiz', value: 'Schweiz' },
  FR: { text: 'de la République française', value: 'République française' },
  ES: { text: 'de España', value: 'España' },
  MX: { text: 'de los Estados Unidos Mexicanos', value: 'Estados Unidos Mexicanos' },
  IT: { text: 'della Repubblica Italiana', value: 'Repubblica Italiana' },
  PT: { text: 'de Portugal', value: 'Portugal' },
  BR: { text: 'do Brasil', value: 'Brasil' },
  NL: { text: 'Nederland', value: 'Nederland' },
};
export const BELGIAN_LAWS: Record<string, { text: string; value: string }> = {
  fr: { text: 'du Royaume de Belgique', value: 'Royaume de Belgique' },
  nl: { text: 'België', value: 'België' },
};
export const STATES: Record<string, string> = {
  TX: 'Texas',
  OH: 'Ohio',
  CO: 'Colorado',
  OR: 'Oregon',
  TN: 'Tennessee',
  MN: 'Minnesota',
  NC: 'North Carolina',
  WI: 'Wisconsin',
  AZ: 'Arizona',
  MA: 'Massachusetts',
};
