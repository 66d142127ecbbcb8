// German-speaking regions: Germany, Austria, Switzerland.
import { parseCities, parseList, type Region, spaced } from './region.ts';

const FIRST = parseList(
  'Anneliese, Bernd, Carola, Dieter, Elke, Florian, Gerlinde, Holger, Ines, Jürgen, Katrin, Lothar, Miriam, Ralf',
);

export const GERMANY: Region = {
  id: 'de-DE',
  language: 'de',
  country: 'DE',
  countryName: 'Deutschland',
  currency: 'EUR',
  symbol: '€',
  symbolPlace: 'after',
  symbolAmbiguous: false,
  paper: 'A4',
  numberStyles: [
    { decimal: ',', group: '.' },
    { decimal: ',', group: '.' },
    { decimal: ',', group: '' },
  ],
  datePatterns: ['DD.MM.YYYY', 'DD.MM.YYYY', 'DD.MM.YYYY', 'D. MMMM YYYY', 'DD.MM.YY', 'DD. MMM YYYY', 'YYYY-MM-DD'],
  cities: parseCities(
    '70173|Stuttgart; 04109|Leipzig; 24103|Kiel; 50667|Köln; 90402|Nürnberg; 44135|Dortmund; 01067|Dresden; 33602|Bielefeld; 78462|Konstanz; 26122|Oldenburg; 55116|Mainz',
  ),
  streets: parseList(
    'Ziegeleistraße, Am Hafenbecken, Lindenallee, Gewerbepark Süd, Mühlgraben, Kastanienweg, Industriestraße, Alte Poststraße, Birkenhofstr., Zum Kanal',
  ),
  street: (name, houseNumber) => `${name} ${houseNumber}`,
  cityLine: (city) => `${city.postal} ${city.name}`,
  legalForms: ['GmbH', 'GmbH', 'AG', 'GmbH & Co. KG', 'e.K.', 'UG (haftungsbeschränkt)', 'KG', 'OHG'],
  lastNames: parseList(
    'Brinkschulte, Oppermann, Haverkamp, Tiedemann, Weißgerber, Kröger, Stoltenfels, Niermann, Pfützner, Rademacher, Yildiz',
  ),
  firstNames: FIRST,
  taxNames: ['MwSt.', 'USt.', 'Umsatzsteuer', 'MwSt', 'Mehrwertsteuer', 'USt'],
  standardRates: [1900],
  reducedRates: [700],
  taxNumberPath: 'vatId',
  taxNumberLabels: ['USt-IdNr.', 'USt-IdNr', 'USt-ID', 'Ust-Id-Nr.', 'Umsatzsteuer-ID'],
  printTaxNumber: (raw, random) => (random.chance(0.8) ? raw : `DE ${spaced(raw.slice(2), 3, 3, 3)}`),
  registration: (random, city) => ({
    label: random.pick(['Handelsregister', 'Registergericht', 'HR']),
    text: `${random.pick(['Amtsgericht', 'AG'])} ${city.name} ${random.pick(['HRB', 'HRA'])} ${random.digits(5)}`,
  }),
  phone: (random) =>
    random.pick([
      `030 23125 ${random.digits(3)}`,
      `+49 40 66969 ${random.digits(3)}`,
      `0221 / 4710 ${random.digits(3)}`,
      `+49 (0)89 99998 ${random.digits(3)}`,
    ]),
  topLevel: 'de',
};

export const AUSTRIA: Region = {
  ...GERMANY,
  id: 'de-AT',
  country: 'AT',
  countryName: 'Österreich',
  symbolPlace: 'before-space',
  numberStyles: [
    { decimal: ',', group: '.' },
    { decimal: ',', group: ' ' },
  ],
  cities: parseCities('4020|Linz; 8010|Graz; 5020|Salzburg; 6020|Innsbruck; 1070|Wien; 9020|Klagenfurt'),
  streets: parseList('Donaulände, Färbergasse, Museumstraße, Bahnhofgürtel, Sägewerkweg, Kirchengasse, Hauptplatz'),
  legalForms: ['GmbH', 'Ges.m.b.H.', 'KG', 'e.U.', 'OG'],
  lastNames: parseList('Hinterleitner, Gruberbauer, Moosbrugger, Pichlmaier, Steinwender, Zehetner, Aigner'),
  taxNames: ['USt.', 'MwSt.', 'USt'],
  standardRates: [2000],
  reducedRates: [1000, 1300],
  taxNumberLabels: ['UID', 'UID-Nr.', 'USt-IdNr.', 'ATU-Nr.'],
  printTaxNumber: (raw) => raw,
  registration: (random, city) => ({
    label: random.pick(['FN', 'Firmenbuch']),
    text: `FN ${random.digits(6)}${random.pick(['a', 'd', 'g', 'k', 's'])}, LG ${city.name}`,
  }),
  phone: (random) => random.pick([`+43 1 2675 ${random.digits(3)}`, `0732 / 7720 ${random.digits(3)}`]),
  topLevel: 'at',
};

export const SWITZERLAND: Region = {
  ...GERMANY,
  id: 'de-CH',
  country: 'CH',
  countryName: 'Schweiz',
  currency: 'CHF',
  symbol: 'CHF',
  symbolPlace: 'before-space',
  numberStyles: [
    { decimal: '.', group: "'" },
    { decimal: '.', group: '\u2019' },
    { decimal: '.', group: ' ' },
  ],
  datePatterns: ['DD.MM.YYYY', 'DD.MM.YYYY', 'D. MMMM YYYY', 'DD.MM.YY'],
  cities: parseCities('8400|Winterthur; 3011|Bern; 6003|Luzern; 9000|St. Gallen; 4051|Basel; 5000|Aarau'),
  streets: parseList('Seestrasse, Bärenplatz, Lagerhausstrasse, Steinentorweg, Obere Mühle, Rosengasse, Industrieweg'),
  legalForms: ['AG', 'GmbH', 'AG', 'Sàrl'],
  lastNames: parseList('Zurbriggen, Aeschlimann, Inderbitzin, Hürlimann, Rüegsegger, Blattmann'),
  taxNames: ['MWST', 'MwSt.', 'MWSt'],
  standardRates: [810],
  reducedRates: [260],
  taxNumberLabels: ['MWST-Nr.', 'UID', 'MWST Nr.', 'UID-Nr.'],
  printTaxNumber: (raw) => `CHE-${raw.slice(3, 6)}.${raw.slice(6, 9)}.${raw.slice(9)} MWST`,
  registration: (random) => ({
    label: 'Handelsregister-Nr.',
    text: `CH-020.3.0${random.digits(2)}.${random.digits(3)}-${random.digits(1)}`,
  }),
  phone: (random) => random.pick([`+41 44 668 18 ${random.digits(2)}`, `031 300 65 ${random.digits(2)}`]),
  topLevel: 'ch',
};
