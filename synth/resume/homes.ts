// Where people of a language live and work: addresses and telephones of its countries.
import type { Random } from '../random.ts';
import { pickRegion } from '../regions/all.ts';
import { parseCities, parseList, type Region } from '../regions/region.ts';
import type { ResumeLanguage } from './words/resume-words.ts';

export type Home = Pick<
  Region,
  'country' | 'countryName' | 'paper' | 'cities' | 'streets' | 'street' | 'cityLine' | 'phone' | 'topLevel'
>;

const POLAND: Home = {
  country: 'PL',
  countryName: 'Polska',
  paper: 'A4',
  cities: parseCities(
    '00-950|Warszawa; 30-001|Kraków; 50-001|Wrocław; 60-101|Poznań; 80-001|Gdańsk; 90-001|Łódź; 20-001|Lublin',
  ),
  streets: parseList('ul. Długa, ul. Świętokrzyska, al. Niepodległości, ul. Kościuszki, ul. Polna, ul. Żeromskiego'),
  street: (name, houseNumber) => `${name} ${houseNumber}`,
  cityLine: (city) => `${city.postal} ${city.name}`,
  phone: (random) => random.pick([`+48 601 200 ${random.digits(3)}`, `22 629 10 ${random.digits(2)}`]),
  topLevel: 'pl',
};

export const pickHome = (random: Random, language: ResumeLanguage): Home =>
  language === 'pl' ? POLAND : pickRegion(random, language);
