// English-speaking regions: United States, Great Britain, Ireland.
import { parseCities, parseList, type Region, spaced } from './region.ts';

const FIRST = parseList(
  'Olivia, James, Grace, Marcus, Hannah, Peter, Alison, Derek, Naomi, Colin, Fiona, Victor, Ruth, Owen',
);
const PLAIN = [{ decimal: '.', group: ',' }] as const;

export const UNITED_STATES: Region = {
  id: 'en-US',
  language: 'en',
  country: 'US',
  countryName: 'United States',
  currency: 'USD',
  symbol: '$',
  symbolPlace: 'before',
  symbolAmbiguous: false,
  paper: 'LETTER',
  numberStyles: [...PLAIN, ...PLAIN, { decimal: '.', group: '' }],
  datePatterns: [
    'MM/DD/YYYY',
    'MM/DD/YYYY',
    'M/D/YYYY',
    'MMMM D, YYYY',
    'MMM D, YYYY',
    'MM-DD-YYYY',
    'YYYY-MM-DD',
    'MM/DD/YY',
  ],
  cities: parseCities(
    '78701|Austin,TX; 43215|Columbus,OH; 80202|Denver,CO; 97205|Portland,OR; 37203|Nashville,TN; 55401|Minneapolis,MN; 28202|Charlotte,NC; 53703|Madison,WI; 85004|Phoenix,AZ; 02110|Boston,MA',
  ),
  streets: parseList(
    'Harvest Mill Road, Cedar Bluff Drive, Old Foundry Street, Larkspur Avenue, Commerce Parkway, Ridgeline Boulevard, Depot Street, Quarry Lane, Willow Bend Court',
  ),
  street: (name, houseNumber) => `${Number(houseNumber.replace(/\D/g, '')) * 37 + 11} ${name}`,
  cityLine: (city) => `${city.name}, ${city.state} ${city.postal}`,
  legalForms: ['Inc.', 'LLC', 'Corp.', 'Co.', 'LLC'],
  lastNames: parseList(
    'Halloran, Whitcomb, Delgado, Prentiss, Okafor, Lindgren, Marsh, Castellan, Boone, Tran, Ashworth, Keller',
  ),
  firstNames: FIRST,
  taxNames: ['Sales tax', 'Tax', 'Sales Tax'],
  standardRates: [825, 700, 625, 575, 887, 600],
  reducedRates: [],
  taxNumberPath: 'taxId',
  taxNumberLabels: ['EIN', 'Federal Tax ID', 'Tax ID', 'FEIN'],
  printTaxNumber: (raw) => raw,
  registration: (random, city) => ({ label: 'License No.', text: `${city.state}-${random.digits(6)}` }),
  phone: (random) => {
    const area = random.pick(['512', '614', '303', '503', '615', '612', '704', '608', '602', '617']);
    const rest = `555-01${random.digits(2)}`;
    return random.pick([`(${area}) ${rest}`, `${area}-${rest}`, `+1 ${area} ${rest}`]);
  },
  topLevel: 'com',
};

export const GREAT_BRITAIN: Region = {
  id: 'en-GB',
  language: 'en',
  country: 'GB',
  countryName: 'United Kingdom',
  currency: 'GBP',
  symbol: '£',
  symbolPlace: 'before',
  symbolAmbiguous: false,
  paper: 'A4',
  numberStyles: [...PLAIN, { decimal: '.', group: '' }],
  datePatterns: ['DD/MM/YYYY', 'DD/MM/YYYY', 'D MMMM YYYY', 'DD MMM YYYY', 'DD-MMM-YYYY', 'DD/MM/YY', 'DD.MM.YYYY'],
  cities: parseCities(
    'LS1 4HR|Leeds; BS1 6QF|Bristol; M3 4LZ|Manchester; NR2 1RT|Norwich; EH3 9QA|Edinburgh; CF10 5BT|Cardiff; YO1 7HH|York; S1 2GU|Sheffield; EX1 1GE|Exeter',
  ),
  streets: parseList(
    'Tannery Row, Harbour Street, Kiln Lane, Victoria Works, Station Approach, Orchard Way, Millstone Road, Chandlers Wharf, Abbey Close',
  ),
  street: (name, houseNumber) => `${houseNumber} ${name}`,
  cityLine: (city) => `${city.name} ${city.postal}`,
  legalForms: ['Ltd', 'Limited', 'Ltd', 'LLP', 'PLC'],
  lastNames: parseList(
    'Hartley, Pemberton, Ainsworth, Fairclough, Osei, Cartwright, Bramwell, Sinclair, Nwosu, Thackeray, Rowntree',
  ),
  firstNames: FIRST,
  taxNames: ['VAT'],
  standardRates: [2000],
  reducedRates: [500, 0],
  taxNumberPath: 'vatId',
  taxNumberLabels: ['VAT No.', 'VAT Reg No', 'VAT Registration No.', 'VAT number'],
  printTaxNumber: (raw, random) => (random.chance(0.5) ? raw : `${raw.slice(0, 2)} ${spaced(raw.slice(2), 3, 4, 2)}`),
  registration: (random) => ({
    label: random.pick(['Company No.', 'Registered in England No.', 'Company Reg. No.']),
    text: `0${random.digits(7)}`,
  }),
  phone: (random) =>
    random.pick([
      `020 7946 0${random.digits(3)}`,
      `0117 496 0${random.digits(3)}`,
      `+44 113 496 0${random.digits(3)}`,
      `0161 496 0${random.digits(3)}`,
    ]),
  topLevel: 'co.uk',
};

export const IRELAND: Region = {
  ...GREAT_BRITAIN,
  id: 'en-IE',
  country: 'IE',
  countryName: 'Ireland',
  currency: 'EUR',
  symbol: '€',
  cities: parseCities('D02 X285|Dublin 2; T12 W8KP|Cork; H91 E2R8|Galway; V94 T9PX|Limerick; X91 PK15|Waterford'),
  streets: parseList('Merchants Quay, Castle Street, Ormond Terrace, Mill Lane, Bridge Road, Dock Road'),
  cityLine: (city) => `${city.name}, ${city.postal}`,
  legalForms: ['Ltd', 'Limited', 'DAC', 'Ltd'],
  lastNames: parseList('Brannigan, Coughlan, Devaney, Fitzgerald, Kinsella, Moriarty, Quinlan, Tierney'),
  standardRates: [2300],
  reducedRates: [1350, 900],
  printTaxNumber: (raw) => raw,
  registration: (random) => ({ label: random.pick(['Company Reg. No.', 'CRO No.']), text: random.digits(6) }),
  phone: (random) => random.pick([`01 517 8${random.digits(3)}`, `+353 21 497 3${random.digits(3)}`]),
  topLevel: 'ie',
};
