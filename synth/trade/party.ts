// Invented companies and people with valid numbers, addresses and bank accounts.
import { drawBic, drawIban, drawTaxNumber } from '../check-digits.ts';
import type { Random } from '../random.ts';
import type { City, Region } from '../regions/region.ts';
import { WORDS } from '../words/all.ts';
import type { Sector } from '../words/words.ts';

export interface Party {
  region: Region;
  name: string;
  /** Short name that a logo shows. */
  brand: string;
  isCompany: boolean;
  attention?: string;
  street: string;
  city: City;
  phone: string;
  email: string;
  website: string;
  /** Without spaces. */
  taxNumber: string;
  taxNumberText: string;
  taxNumberLabel: string;
  registration: { label: string; text: string };
  iban?: string;
  bic: string;
  bankName: string;
}

const ROOTS =
  'Norvika,Talbrück,Velmora,Kestrel,Ardenna,Brontis,Calvero,Dunmark,Elvanta,Fjordan,Galtera,Hexalon,Ilvero,Jorvan,Lumarix,Mirador,Nexhall,Orbisca,Pontara,Quandor,Rivesta,Solmark,Tervanto,Umbria,Valtora,Wexford,Xandria,Ystera,Zellinger,Altamar,Boreal,Corvino'.split(
    ',',
  );
const BANKS = [
  'Banca Verità',
  'Nordbank',
  'Crédit du Val',
  'Banco Meridiano',
  'Unionsbank',
  'Harbour Bank',
  'Volksbank Aue',
  'Banque Delta',
  'Banco Atlas',
  'Rijnbank',
];

/** A text as part of an internet name: ASCII letters, digits and hyphens. */
function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export const personName = (random: Random, region: Region): string =>
  `${random.pick(region.firstNames)} ${random.pick(region.lastNames)}`;

function companyName(random: Random, region: Region, sector: Sector): { name: string; brand: string } {
  const trade = random.pick(WORDS[region.language].trades[sector]);
  const root = random.chance(0.55) ? random.pick(ROOTS) : random.pick(region.lastNames);
  const leading =
    trade.startsWith('&') ||
    random.chance(0.75) ||
    region.language === 'en' ||
    region.language === 'de' ||
    region.language === 'nl';
  const brand = leading ? `${root} ${trade}` : `${trade} ${root}`;
  return { name: `${brand} ${random.pick(region.legalForms)}`, brand: random.chance(0.5) ? root : brand };
}

/** A company, or a private person when `isCompany` is false. */
export function drawParty(random: Random, region: Region, sector: Sector, isCompany = true): Party {
  const { name, brand } = isCompany
    ? companyName(random, region, sector)
    : { name: personName(random, region), brand: '' };
  const city = random.pick(region.cities);
  const domain = `${slugOf(brand.includes(' ') ? brand : name.split(' ').slice(0, 2).join(' '))}.${region.topLevel}`;
  const taxNumber = drawTaxNumber(region.country, random);
  const bic = drawBic(region.country, random);
  const iban = drawIban(region.country, bic, random);
  const houseNumber = String(random.int(1, 189)) + (random.chance(0.1) ? random.pick(['a', 'b', 'c']) : '');
  return {
    region,
    name,
    brand,
    isCompany,
    ...(isCompany && random.chance(0.4) ? { attention: personName(random, region) } : {}),
    street: region.street(random.pick(region.streets), houseNumber),
    city,
    phone: region.phone(random),
    email: isCompany
      ? `${random.pick(['info', 'office', 'mail', 'contact', 'sales'])}@${domain}`
      : `${slugOf(name).replace(/-/g, '.')}@mail-${slugOf(city.name)}.${region.topLevel}`,
    website: `www.${domain}`,
    taxNumber,
    taxNumberText: region.printTaxNumber(taxNumber, random),
    taxNumberLabel: random.pick(region.taxNumberLabels),
    registration: region.registration(random, city),
    ...(iban === undefined ? {} : { iban }),
    bic,
    bankName: random.pick(BANKS),
  };
}
