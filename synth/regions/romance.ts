// France, French-speaking Belgium, Spain, Mexico, Italy, Portugal, Brazil.
import { siretOf } from '../check-digits.ts';
import { parseCities, parseList, type Region, spaced } from './region.ts';

export const FRANCE: Region = {
  id: 'fr-FR',
  language: 'fr',
  country: 'FR',
  countryName: 'France',
  currency: 'EUR',
  symbol: '€',
  symbolPlace: 'after',
  symbolAmbiguous: false,
  paper: 'A4',
  numberStyles: [
    { decimal: ',', group: ' ' },
    { decimal: ',', group: '\u00a0' },
    { decimal: ',', group: '' },
    { decimal: '.', group: ' ' },
  ],
  datePatterns: ['DD/MM/YYYY', 'DD/MM/YYYY', 'DD/MM/YYYY', 'D MMMM YYYY', 'DD/MM/YY', 'DD-MM-YYYY'],
  cities: parseCities(
    '69003|Lyon; 44000|Nantes; 31000|Toulouse; 59800|Lille; 67000|Strasbourg; 33000|Bordeaux; 35000|Rennes; 21000|Dijon; 13002|Marseille',
  ),
  streets: parseList(
    'rue des Tanneurs, avenue de la Gare, boulevard Carnot, chemin du Moulin, impasse des Cerisiers, quai de la Fosse, rue du Four à Chaux, allée des Platanes',
  ),
  street: (name, houseNumber) => `${houseNumber}, ${name}`,
  cityLine: (city) => `${city.postal} ${city.name}`,
  legalForms: ['SARL', 'SAS', 'SA', 'EURL', 'SASU', 'SNC'],
  lastNames: parseList(
    'Chastagnier, Delorme, Fourcade, Guillemot, Labrousse, Montfort, Pasquier, Tournier, Vauquelin, Besnard',
  ),
  firstNames: parseList('Amélie, Benoît, Chantal, Didier, Élodie, Fabrice, Hélène, Jérôme, Maëlle, Thierry, Sylvie'),
  taxNames: ['TVA'],
  standardRates: [2000],
  reducedRates: [1000, 550],
  taxNumberPath: 'vatId',
  taxNumberLabels: ['N° TVA', 'TVA intracommunautaire', 'N° TVA intracom.', 'N° de TVA', 'TVA'],
  printTaxNumber: (raw, random) =>
    random.chance(0.6) ? raw : `FR ${raw.slice(2, 4)} ${spaced(raw.slice(4), 3, 3, 3)}`,
  registration: (random, city) => {
    const siren = random.pick(['4', '5', '8', '3']) + random.digits(8);
    return random.pick([
      { label: 'SIRET', text: spaced(siretOf(siren, random), 3, 3, 3, 5) },
      { label: 'RCS', text: `${city.name} B ${spaced(siren, 3, 3, 3)}` },
    ]);
  },
  phone: (random) =>
    random.pick([
      `01 99 00 ${random.digits(2)} ${random.digits(2)}`,
      `02.61.91.${random.digits(2)}.${random.digits(2)}`,
      `+33 4 65 71 ${random.digits(2)} ${random.digits(2)}`,
    ]),
  topLevel: 'fr',
};

export const BELGIUM_FRENCH: Region = {
  ...FRANCE,
  id: 'fr-BE',
  country: 'BE',
  countryName: 'Belgique',
  numberStyles: [
    { decimal: ',', group: '.' },
    { decimal: ',', group: ' ' },
  ],
  cities: parseCities('4000|Liège; 5000|Namur; 7000|Mons; 1050|Ixelles; 6000|Charleroi'),
  streets: parseList('rue de la Boverie, place du Marché, chaussée de Wavre, rue des Ardoisiers, quai de Meuse'),
  street: (name, houseNumber) => `${name} ${houseNumber}`,
  legalForms: ['SRL', 'SA', 'SC'],
  lastNames: parseList('Dewandre, Collignon, Lejeune, Masquelier, Vandenbossche, Renaerts'),
  standardRates: [2100],
  reducedRates: [600, 1200],
  taxNumberLabels: ['TVA', 'N° TVA', 'N° entreprise'],
  printTaxNumber: (raw, random) =>
    random.chance(0.4) ? raw : `BE ${raw.slice(2, 6)}.${raw.slice(6, 9)}.${raw.slice(9)}`,
  registration: (random, city) => ({ label: 'RPM', text: `${city.name} ${random.digits(6)}` }),
  phone: (random) => `+32 4 223 ${random.digits(2)} ${random.digits(2)}`,
  topLevel: 'be',
};

export const SPAIN: Region = {
  ...FRANCE,
  id: 'es-ES',
  language: 'es',
  country: 'ES',
  countryName: 'España',
  numberStyles: [
    { decimal: ',', group: '.' },
    { decimal: ',', group: '.' },
    { decimal: ',', group: '' },
  ],
  datePatterns: ['DD/MM/YYYY', 'DD/MM/YYYY', 'DD-MM-YYYY', 'D [de] MMMM [de] YYYY', 'DD/MM/YY', 'DD.MM.YYYY'],
  cities: parseCities(
    '28004|Madrid; 46002|Valencia; 41001|Sevilla; 50003|Zaragoza; 48009|Bilbao; 08010|Barcelona; 29015|Málaga; 15003|A Coruña',
  ),
  streets: parseList(
    'Calle del Olivar, Avda. de la Constitución, Polígono Industrial Las Eras nave, C/ Mayor, Paseo de la Ribera, Calle Herreros, Plaza del Trigo',
  ),
  street: (name, houseNumber) => (name.includes('nave') ? `${name} ${houseNumber}` : `${name}, ${houseNumber}`),
  cityLine: (city) => `${city.postal} ${city.name}`,
  legalForms: ['S.L.', 'S.A.', 'S.L.U.', 'S. Coop.', 'SL'],
  lastNames: parseList(
    'Aramburu, Cebrián, Echenique, Fuentelsaz, Larrañaga, Olmedilla, Quiñones, Valdivieso, Zubizarreta',
  ),
  firstNames: parseList('Ainhoa, Bautista, Consuelo, Eloy, Íñigo, Leire, Matías, Nuria, Rocío, Vicente'),
  taxNames: ['IVA', 'I.V.A.'],
  standardRates: [2100],
  reducedRates: [1000, 400],
  taxNumberLabels: ['NIF', 'CIF', 'N.I.F.', 'C.I.F.', 'NIF/CIF'],
  printTaxNumber: (raw, random) => random.pick([raw, raw, `${raw[0]}-${raw.slice(1)}`, `ES${raw}`]),
  registration: (random, city) => ({
    label: 'Reg. Mercantil',
    text: `${city.name}, Tomo ${random.digits(4)}, Folio ${random.digits(2)}, Hoja ${random.letters(2)}-${random.digits(5)}`,
  }),
  phone: (random) =>
    random.pick([
      `91 078 ${random.digits(2)} ${random.digits(2)}`,
      `+34 960 11 ${random.digits(2)} ${random.digits(2)}`,
      `944 15 ${random.digits(2)} ${random.digits(2)}`,
    ]),
  topLevel: 'es',
};

export const MEXICO: Region = {
  ...SPAIN,
  id: 'es-MX',
  country: 'MX',
  countryName: 'México',
  currency: 'MXN',
  symbol: '$',
  symbolPlace: 'before',
  symbolAmbiguous: true,
  paper: 'LETTER',
  numberStyles: [{ decimal: '.', group: ',' }],
  datePatterns: ['DD/MM/YYYY', 'DD/MM/YYYY', 'D [de] MMMM [de] YYYY', 'YYYY-MM-DD', 'DD-MMM-YYYY'],
  cities: parseCities(
    '64000|Monterrey,N.L.; 44100|Guadalajara,Jal.; 76000|Querétaro,Qro.; 72000|Puebla,Pue.; 06700|Ciudad de México,CDMX',
  ),
  streets: parseList('Av. Insurgentes, Calle Hidalgo, Blvd. de la Luz, Calz. del Valle, Calle 5 de Febrero'),
  street: (name, houseNumber) => `${name} No. ${houseNumber}`,
  cityLine: (city) => `C.P. ${city.postal} ${city.name}, ${city.state}`,
  legalForms: ['S.A. de C.V.', 'S. de R.L. de C.V.', 'S.A. de C.V.'],
  standardRates: [1600],
  reducedRates: [],
  taxNumberPath: 'taxId',
  taxNumberLabels: ['RFC', 'R.F.C.'],
  printTaxNumber: (raw) => raw,
  registration: (random) => ({ label: 'Registro patronal', text: `${random.letters(1)}${random.digits(7)}` }),
  phone: (random) => `+52 81 8340 ${random.digits(4)}`,
  topLevel: 'mx',
};

export const ITALY: Region = {
  ...FRANCE,
  id: 'it-IT',
  language: 'it',
  country: 'IT',
  countryName: 'Italia',
  symbolPlace: 'before-space',
  numberStyles: [
    { decimal: ',', group: '.' },
    { decimal: ',', group: '.' },
    { decimal: ',', group: '' },
  ],
  datePatterns: ['DD/MM/YYYY', 'DD/MM/YYYY', 'D MMMM YYYY', 'DD-MM-YYYY', 'DD/MM/YY', 'DD.MM.YYYY'],
  cities: parseCities(
    '20121|Milano,MI; 10123|Torino,TO; 40125|Bologna,BO; 37121|Verona,VR; 50122|Firenze,FI; 35121|Padova,PD; 80133|Napoli,NA',
  ),
  streets: parseList(
    'Via dei Mille, Corso Matteotti, Via della Fornace, Viale delle Industrie, Piazza San Carlo, Via Molino Vecchio, Strada Provinciale',
  ),
  street: (name, houseNumber) => `${name}, ${houseNumber}`,
  cityLine: (city) => `${city.postal} ${city.name} (${city.state})`,
  legalForms: ['S.r.l.', 'S.p.A.', 'S.n.c.', 'SRL', 'S.a.s.'],
  lastNames: parseList(
    'Bevilacqua, Castelnuovo, Ferrabosco, Gualtieri, Marangoni, Pellizzari, Quaranta, Santagata, Tognazzi',
  ),
  firstNames: parseList('Alessio, Beatrice, Carlo, Donatella, Ettore, Ginevra, Lorenzo, Michela, Oriana, Stefano'),
  taxNames: ['IVA', 'I.V.A.'],
  standardRates: [2200],
  reducedRates: [1000, 400],
  taxNumberLabels: ['P.IVA', 'Partita IVA', 'P. IVA', 'P.I.', 'C.F. e P.IVA'],
  printTaxNumber: (raw, random) => (random.chance(0.5) ? raw : raw.slice(2)),
  registration: (random, city) => ({ label: 'R.E.A.', text: `${city.state}-${random.digits(6)}` }),
  phone: (random) =>
    random.pick([`02 8734 ${random.digits(4)}`, `+39 011 234 ${random.digits(4)}`, `051.601${random.digits(4)}`]),
  topLevel: 'it',
};

export const PORTUGAL: Region = {
  ...FRANCE,
  id: 'pt-PT',
  language: 'pt',
  country: 'PT',
  countryName: 'Portugal',
  numberStyles: [
    { decimal: ',', group: '.' },
    { decimal: ',', group: ' ' },
    { decimal: ',', group: '' },
  ],
  datePatterns: ['DD/MM/YYYY', 'DD-MM-YYYY', 'YYYY-MM-DD', 'D [de] MMMM [de] YYYY', 'DD.MM.YYYY'],
  cities: parseCities(
    '4050-253|Porto; 1100-148|Lisboa; 3000-033|Coimbra; 4700-205|Braga; 8000-164|Faro; 3800-110|Aveiro',
  ),
  streets: parseList(
    'Rua da Alfândega, Avenida da Liberdade, Travessa do Moinho, Rua dos Ferreiros, Largo da Feira, Zona Industrial Lote',
  ),
  street: (name, houseNumber) => (name.includes('Lote') ? `${name} ${houseNumber}` : `${name}, ${houseNumber}`),
  cityLine: (city) => `${city.postal} ${city.name}`,
  legalForms: ['Lda.', 'S.A.', 'Unipessoal Lda.', 'Lda'],
  lastNames: parseList(
    'Albuquerque, Brandão, Figueiredo, Gouveia, Lourenço, Magalhães, Noronha, Quintela, Vasconcelos',
  ),
  firstNames: parseList('Afonso, Beatriz, Duarte, Filipa, Gonçalo, Inês, Leonor, Rui, Teresa, Vasco'),
  taxNames: ['IVA'],
  standardRates: [2300],
  reducedRates: [1300, 600],
  taxNumberLabels: ['NIF', 'Contribuinte N.º', 'NIPC', 'N.º Contribuinte', 'NIF/NIPC'],
  printTaxNumber: (raw, random) => random.pick([raw, raw.slice(2), spaced(raw.slice(2), 3, 3, 3)]),
  registration: (random, city) => ({ label: 'Matrícula', text: `C.R.C. ${city.name} n.º ${random.digits(5)}` }),
  phone: (random) => random.pick([`+351 22 010 ${random.digits(4)}`, `21 352 ${random.digits(2)} ${random.digits(2)}`]),
  topLevel: 'pt',
};

export const BRAZIL: Region = {
  ...PORTUGAL,
  id: 'pt-BR',
  country: 'BR',
  countryName: 'Brasil',
  currency: 'BRL',
  symbol: 'R$',
  symbolPlace: 'before-space',
  numberStyles: [{ decimal: ',', group: '.' }],
  datePatterns: ['DD/MM/YYYY', 'DD/MM/YYYY', 'D [de] MMMM [de] YYYY', 'DD/MM/YY'],
  cities: parseCities(
    '80020-310|Curitiba,PR; 30130-005|Belo Horizonte,MG; 90010-150|Porto Alegre,RS; 13010-041|Campinas,SP',
  ),
  streets: parseList('Rua das Laranjeiras, Av. Sete de Setembro, Rua do Comércio, Alameda dos Ipês, Rodovia BR km'),
  cityLine: (city) => `${city.name} - ${city.state}, ${city.postal}`,
  legalForms: ['Ltda.', 'S.A.', 'ME', 'EIRELI'],
  taxNames: ['ISS', 'ICMS'],
  standardRates: [500, 1800],
  reducedRates: [],
  taxNumberPath: 'taxId',
  taxNumberLabels: ['CNPJ', 'CNPJ/MF'],
  printTaxNumber: (raw) =>
    `${raw.slice(0, 2)}.${raw.slice(2, 5)}.${raw.slice(5, 8)}/${raw.slice(8, 12)}-${raw.slice(12)}`,
  registration: (random) => ({
    label: 'Inscrição Estadual',
    text: `${random.digits(3)}.${random.digits(3)}.${random.digits(3)}`,
  }),
  phone: (random) => `(41) 3322-${random.digits(4)}`,
  topLevel: 'com.br',
};
