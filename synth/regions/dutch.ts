// The Netherlands and Dutch-speaking Belgium.

import { parseCities, parseList, type Region } from './region.ts';
import { BELGIUM_FRENCH } from './romance.ts';

export const NETHERLANDS: Region = {
  id: 'nl-NL',
  language: 'nl',
  country: 'NL',
  countryName: 'Nederland',
  currency: 'EUR',
  symbol: '€',
  symbolPlace: 'before-space',
  symbolAmbiguous: false,
  paper: 'A4',
  numberStyles: [
    { decimal: ',', group: '.' },
    { decimal: ',', group: '.' },
    { decimal: ',', group: '' },
  ],
  datePatterns: ['DD-MM-YYYY', 'DD-MM-YYYY', 'D MMMM YYYY', 'D-M-YYYY', 'DD/MM/YYYY', 'DD-MM-YY', 'DD MMM YYYY'],
  cities: parseCities(
    '3511 LN|Utrecht; 9711 JV|Groningen; 5611 EM|Eindhoven; 6811 KM|Arnhem; 2312 XC|Leiden; 3011 AA|Rotterdam; 8011 VA|Zwolle; 4811 DC|Breda',
  ),
  streets: parseList(
    'Kanaalweg, Oude Rijn, Turfmarkt, Zeilmakersstraat, Industrieweg, Molenpad, Havenkade, Spoorlaan, Appelgaarde',
  ),
  street: (name, houseNumber) => `${name} ${houseNumber}`,
  cityLine: (city) => `${city.postal} ${city.name}`,
  legalForms: ['B.V.', 'BV', 'V.O.F.', 'N.V.', 'B.V.'],
  lastNames: parseList(
    'van der Meulen, Hoogendijk, Zijlstra, de Wilde, Kuipers, Boersma, ten Brink, Oosterhuis, Verhagen',
  ),
  firstNames: parseList('Anouk, Bram, Femke, Gijs, Hanneke, Jeroen, Lotte, Maarten, Roos, Sjoerd'),
  taxNames: ['BTW', 'btw'],
  standardRates: [2100],
  reducedRates: [900, 0],
  taxNumberPath: 'vatId',
  taxNumberLabels: ['BTW-nr.', 'BTW nummer', 'Btw-nummer', 'BTW-id', 'BTW nr.'],
  printTaxNumber: (raw, random) =>
    random.chance(0.75)
      ? raw
      : `${raw.slice(0, 2)}.${raw.slice(2, 6)}.${raw.slice(6, 8)}.${raw.slice(8, 11)}.${raw.slice(11)}`,
  registration: (random) => ({ label: random.pick(['KvK', 'KvK-nummer', 'K.v.K. nr.']), text: random.digits(8) }),
  phone: (random) =>
    random.pick([`030 800 ${random.digits(4)}`, `+31 20 794 ${random.digits(4)}`, `085 - 401 ${random.digits(4)}`]),
  topLevel: 'nl',
};

export const BELGIUM_DUTCH: Region = {
  ...NETHERLANDS,
  id: 'nl-BE',
  country: 'BE',
  countryName: 'België',
  datePatterns: ['DD/MM/YYYY', 'DD/MM/YYYY', 'DD-MM-YYYY', 'D MMMM YYYY', 'DD/MM/YY'],
  cities: parseCities('9000|Gent; 2000|Antwerpen; 3000|Leuven; 8000|Brugge; 3500|Hasselt'),
  streets: parseList('Korenlei, Vrijdagmarkt, Steenweg op Aalst, Nijverheidslaan, Kapellestraat'),
  legalForms: ['BV', 'NV', 'CVBA'],
  lastNames: parseList('Vandecasteele, De Smedt, Claeys, Verhofstede, Goossens, Lambrechts'),
  reducedRates: [600, 1200],
  taxNumberLabels: ['BTW', 'BTW-nr.', 'Ondernemingsnr.'],
  printTaxNumber: BELGIUM_FRENCH.printTaxNumber,
  registration: (random, city) => ({ label: 'RPR', text: `${city.name} ${random.digits(6)}` }),
  phone: (random) => `+32 9 395 ${random.digits(2)} ${random.digits(2)}`,
  topLevel: 'be',
};
