// Signs, codes and names of currencies → ISO 4217. Several codes = ambiguous, likeliest first.

/** Active ISO 4217 codes (list one, without funds and metals). */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE ' +
    'CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES ' +
    'KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD ' +
    'OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY ' +
    'TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL'
  ).split(' '),
);

/** Codes that are also words in capitals: beside an amount they are likely, alone they prove nothing. */
export const WORDLIKE_CODES: ReadonlySet<string> = new Set(
  'ALL ANG BAM BOB COP CUP GEL KGS MAD MOP PEN RON SOS TOP TRY LAK STN SLE SVC ERN SHP IRR'.split(' '),
);

const DOLLARS = [
  'USD',
  'CAD',
  'AUD',
  'NZD',
  'SGD',
  'HKD',
  'MXN',
  'TWD',
  'ARS',
  'CLP',
  'COP',
  'JMD',
  'TTD',
  'BBD',
  'BSD',
  'NAD',
  'FJD',
  'XCD',
];
const KRONER = ['SEK', 'NOK', 'DKK', 'ISK', 'CZK'];
const RUPEES = ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR'];
const POUNDS = ['GBP', 'EGP', 'LBP', 'SYP', 'GIP', 'FKP', 'SHP'];

/** Signs that are no letters, each one character. */
export const CURRENCY_SIGNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['€', ['EUR']],
  ['$', DOLLARS],
  ['£', ['GBP']],
  ['¥', ['JPY', 'CNY']],
  ['¥', ['JPY', 'CNY']],
  ['元', ['CNY', 'TWD']],
  ['円', ['JPY']],
  ['₹', ['INR']],
  ['₨', RUPEES],
  ['₽', ['RUB']],
  ['₺', ['TRY']],
  ['₩', ['KRW']],
  ['₪', ['ILS']],
  ['฿', ['THB']],
  ['₫', ['VND']],
  ['₱', ['PHP']],
  ['₡', ['CRC']],
  ['₲', ['PYG']],
  ['₵', ['GHS']],
  ['৳', ['BDT']],
  ['₸', ['KZT']],
  ['₮', ['MNT']],
  ['₼', ['AZN']],
  ['₾', ['GEL']],
  ['₴', ['UAH']],
  ['₦', ['NGN']],
  ['₭', ['LAK']],
  ['₤', ['GBP']],
]);

/** Letters that stand before (or after) `$` and settle it, lower case. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u', 'USD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['cdn', 'CAD'],
  ['can', 'CAD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['aus', 'AUD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['sg', 'SGD'],
  ['hk', 'HKD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
  ['mx', 'MXN'],
  ['mex', 'MXN'],
  ['ar', 'ARS'],
  ['cl', 'CLP'],
  ['col', 'COP'],
  ['rd', 'DOP'],
  ['j', 'JMD'],
  ['ja', 'JMD'],
  ['tt', 'TTD'],
  ['bds', 'BBD'],
  ['ec', 'XCD'],
  ['n', 'NAD'],
  ['fj', 'FJD'],
]);

/** Words with more than one currency. */
const AMBIGUOUS_WORDS: [string, readonly string[]][] = [
  ['kr', KRONER],
  ['kroner', ['NOK', 'DKK']],
  ['krona', ['SEK', 'ISK']],
  ['rs', RUPEES],
  ['re', RUPEES],
  ['rupees', RUPEES],
  ['pounds', POUNDS],
  ['pound', POUNDS],
  ['libras', POUNDS],
  ['francs', ['CHF', 'XOF', 'XAF']],
  ['pesos', ['MXN', 'ARS', 'CLP', 'COP', 'PHP', 'UYU', 'DOP']],
  ['dollars', DOLLARS],
  ['dollar', DOLLARS],
  ['dólares', DOLLARS],
  ['dolares', DOLLARS],
  ['dollari', DOLLARS],
  ['fcfa', ['XOF', 'XAF']],
  ['cfa', ['XOF', 'XAF']],
  ['r', ['ZAR']],
  ['bs', ['BOB', 'VES']],
  ['soles', ['PEN']],
  ['lira', ['TRY']],
  ['rm', ['MYR']],
];

/** Words used beside an amount, lower case, without a final dot. One letter only where it touches the digits. */
export const CURRENCY_WORDS: ReadonlyMap<string, readonly string[]> = words({
  EUR: 'euro euros eur. euroa eura eurů',
  USD: 'dollars dollar dólares dólar dollari dollaro dolarów dolary',
  GBP: 'sterling gbp pounds-sterling',
  CHF: 'fr frs sfr franken stutz fr.',
  PLN: 'zł zl złotych złote złoty zloty zlotych zlotys',
  CZK: 'kč kc korun koruna',
  HUF: 'forint',
  RON: 'lei leu',
  BGN: 'лв лева',
  RUB: 'руб рублей рубль rubles roubles',
  UAH: 'грн гривень',
  MYR: 'rm ringgit',
  IDR: 'rp rupiah',
  PHP: 'php pesos-filipinos',
  AED: 'dhs dirhams dirham',
  SAR: 'sr riyals',
  QAR: 'qr',
  KES: 'ksh kshs',
  TZS: 'tsh',
  UGX: 'ush',
  BDT: 'tk taka',
  BRL: 'reais',
  THB: 'baht',
  VND: 'vnđ đ',
  TRY: 'tl lira',
  CNY: 'rmb yuan',
  JPY: 'yen',
  XOF: 'fcfa cfa',
  ILS: 'nis shekels',
  ZAR: 'rand',
  NGN: 'naira',
  SEK: 'kronor',
  UYU: 'pesos-uruguayos',
});

function words(byCode: Record<string, string>): Map<string, readonly string[]> {
  const map = new Map<string, readonly string[]>();
  for (const [code, list] of Object.entries(byCode)) for (const word of list.split(' ')) map.set(word, [code]);
  for (const [word, codes] of AMBIGUOUS_WORDS) map.set(word, codes);
  return map;
}

/** Country (ISO 3166-1 alpha-2) → its currency, for settling `$`, `kr`, `Rs`, `£` and `¥`. */
export const COUNTRY_CURRENCY: Readonly<Record<string, string>> = {
  US: 'USD',
  PR: 'USD',
  EC: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  SG: 'SGD',
  HK: 'HKD',
  MX: 'MXN',
  TW: 'TWD',
  AR: 'ARS',
  CL: 'CLP',
  CO: 'COP',
  JM: 'JMD',
  TT: 'TTD',
  BB: 'BBD',
  BS: 'BSD',
  NA: 'NAD',
  FJ: 'FJD',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  GL: 'DKK',
  FO: 'DKK',
  IS: 'ISK',
  CZ: 'CZK',
  IN: 'INR',
  PK: 'PKR',
  LK: 'LKR',
  NP: 'NPR',
  MU: 'MUR',
  SC: 'SCR',
  GB: 'GBP',
  EG: 'EGP',
  LB: 'LBP',
  GI: 'GIP',
  JP: 'JPY',
  CN: 'CNY',
  CH: 'CHF',
  LI: 'CHF',
  SN: 'XOF',
  CI: 'XOF',
  CM: 'XAF',
  GA: 'XAF',
  PH: 'PHP',
  UY: 'UYU',
  DO: 'DOP',
  BO: 'BOB',
  VE: 'VES',
  ZA: 'ZAR',
};
