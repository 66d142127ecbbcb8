// Every region, and the pick of one for a language.
import type { Random } from '../random.ts';
import { BELGIUM_DUTCH, NETHERLANDS } from './dutch.ts';
import { GREAT_BRITAIN, IRELAND, UNITED_STATES } from './english.ts';
import { AUSTRIA, GERMANY, SWITZERLAND } from './german.ts';
import type { Language, Region } from './region.ts';
import { BELGIUM_FRENCH, BRAZIL, FRANCE, ITALY, MEXICO, PORTUGAL, SPAIN } from './romance.ts';

export const LANGUAGES: readonly Language[] = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];

export const REGIONS: readonly Region[] = [
  UNITED_STATES,
  GREAT_BRITAIN,
  IRELAND,
  GERMANY,
  AUSTRIA,
  SWITZERLAND,
  FRANCE,
  BELGIUM_FRENCH,
  SPAIN,
  MEXICO,
  ITALY,
  PORTUGAL,
  BRAZIL,
  NETHERLANDS,
  BELGIUM_DUTCH,
];

/** The language's home country more often than its neighbours. */
export function pickRegion(random: Random, language: Language): Region {
  const regions = REGIONS.filter((region) => region.language === language);
  return random.chance(0.45) ? regions[0]! : random.pick(regions);
}
