// What a posting pays: a range or one amount, in which currency and for how long. "$120k–150k a year", "ab 48.000 € brutto/Jahr".

export const salaryUnits = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
export type SalaryUnit = (typeof salaryUnits)[number];

export interface Salary {
  start: number;
  end: number;
  min?: number;
  max?: number;
  /** ISO 4217; undefined = not stated. */
  currency?: string;
  unit: SalaryUnit;
  /** The period is printed; otherwise it follows from the size of the amount. */
  unitStated: boolean;
  /** 0–1: how sure that it is pay. */
  sure: number;
}

const AMOUNT = "\\d{1,3}(?:[.,'’ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,7}(?:[.,]\\d{1,2})?";
const CURRENCY =
  'US\\$|USD|CA\\$|C\\$|CAD|AU\\$|A\\$|AUD|NZD|NZ\\$|SGD|S\\$|HKD|EUR|Euros?|€|GBP|£|CHF|SFr\\.?|Fr\\.|\\$|PLN|zł|SEK|NOK|DKK|kr\\.?|CZK|Kč|INR|₹|JPY|¥|BRL|R\\$|MXN|ZAR|AED|ILS|HUF|RON|TRY|CNY';
const RANGE = new RegExp(
  `(?<![\\p{L}\\d.,])(?<c1>${CURRENCY})?\\s?(?<low>${AMOUNT})\\s?(?<k1>k(?!\\p{L})|tsd\\.?|thousand)?\\s?(?<c2>${CURRENCY})?(?<between>\\s?(?:per (?:year|hour|annum)\\s?)?(?:-|–|—|to|bis(?: zu)?|and|und|à|et|a|y|hasta|tot|do)\\s?(?<c3>${CURRENCY})?\\s?(?<high>${AMOUNT})\\s?(?<k2>k(?!\\p{L})|tsd\\.?|thousand)?\\s?(?<c4>${CURRENCY})?)?(?![\\d%])`,
  'giu',
);

const CODES: Readonly<Record<string, string>> = {
  us$: 'USD',
  usd: 'USD',
  $: 'USD',
  ca$: 'CAD',
  c$: 'CAD',
  cad: 'CAD',
  au$: 'AUD',
  a$: 'AUD',
  aud: 'AUD',
  nz$: 'NZD',
  nzd: 'NZD',
  s$: 'SGD',
  sgd: 'SGD',
  hkd: 'HKD',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '€': 'EUR',
  gbp: 'GBP',
  '£': 'GBP',
  chf: 'CHF',
  sfr: 'CHF',
  fr: 'CHF',
  pln: 'PLN',
  zł: 'PLN',
  sek: 'SEK',
  kr: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  czk: 'CZK',
  kč: 'CZK',
  inr: 'INR',
  '₹': 'INR',
  jpy: 'JPY',
  '¥': 'JPY',
  brl: 'BRL',
  r$: 'BRL',
  mxn: 'MXN',
  zar: 'ZAR',
  aed: 'AED',
  ils: 'ILS',
  huf: 'HUF',
  ron: 'RON',
  try: 'TRY',
  cny: 'CNY',
};

const UNITS: readonly (readonly [SalaryUnit, RegExp])[] = [
  [
    'HOUR',
    /(?:\/|per |an |pro |je |de l['’]|par |por |a |p\.? ?)\s?(?:h(?:ou)?rs?\.?|h(?!\p{L})|std\.?|stunde|heure|hora|uur|ora|godz\p{L}*)|hourly|stundenlohn|stundensatz|je stunde|p\/h|taux horaire|godzinę/iu,
  ],
  [
    'DAY',
    /(?:\/|per |a |pro |par |por )\s?(?:day|tag|jour|día|dag)(?!\p{L})|daily rate|tagessatz|\btjm\b|day rate|p\.?d\.?(?=\W)/iu,
  ],
  ['WEEK', /(?:\/|per |a |pro |par |por )\s?(?:week|wk|woche|semaine|semana)(?!\p{L})|weekly|wöchentlich/iu],
  [
    'MONTH',
    /(?:\/|per |a |pro |im |par |al |por |p\.? ?)\s?(?:months?|mo\.?(?!\p{L})|monat|mois|mes(?!\p{L})|maand|mese|mês|miesiąc)|monthly|monatlich\p{L}*|monatsgehalt|mtl\.?|mensuel\p{L}*|mensual\p{L}*|bruto por mes|mies(?:\.|ięcznie)|\/ ?m(?!\p{L})/iu,
  ],
  [
    'YEAR',
    /(?:\/|per |a |an |pro |im |par |al |por |p\.? ?)\s?(?:years?|yr\.?|annum|a\.?(?=\W|$)|jahr|an(?:née)?(?!\p{L})|año|jaar|anno|ano|rok)|annual(?:ly)?|yearly|p\.a\.?|pa(?!\p{L})|jährlich\p{L}*|jahres(?:brutto|gehalt|zielgehalt|einkommen)\p{L}*|annuel\p{L}*|anual\p{L}*|\bOTE\b|\bRAL\b|brutto\/jahr/iu,
  ],
];

const PAY =
  /(?<!\p{L})(?:salar(?:y|ies)|compensation|pay(?: range| rate| scale|s|ing)?|base|wages?|remuneration|rate|earn(?:ings)?|ote|package|gehalt\p{L}*|vergütung|jahres\p{L}+|stundenlohn|entgelt|lohn|brutto|bezahlung|verdienst|salaire|rémunération|brut|salario|retribución|sueldo|bruto|salaris|retribuzione|ral|remuneração|wynagrodzenie|brutto)(?!\p{L})/iu;
/** Money of other things: what the firm turns over, what is paid on top. */
const OTHERWISE =
  /(?<!\p{L})(?:401|revenue|turnover|umsatz|million|billion|mio|mrd|funding|raised|series [a-d]|valuation|budget|stipend|allowance|reimburs\p{L}*|bonus(?:es)? (?:of|up to)|sign[- ]on|signing|referral|voucher|gutschein|zuschuss|weiterbildung\p{L}*|learning|equipment|equity|customers?|kunden|employees|mitarbeite\p{L}*|employers|users|arr|quota|deductible|fine|co-?pay|premium|prämie|matching|monthly gym|wellness|tuition|deal size|jobrad|fahrtkosten|ticket|lernbudget|avantage|prime de|titres? restaurant|portfolio|assets|investment|per head|fee)(?!\p{L})/iu;

/** The likeliest pay in a text of one item; undefined = none. `labelled`: it stands under a title or label of pay. */
export function findSalary(text: string, { labelled = false }: { labelled?: boolean } = {}): Salary | undefined {
  let best: Salary | undefined;
  for (const match of text.matchAll(RANGE)) {
    const one = judge(text, match, labelled);
    if (one && (!best || one.sure > best.sure)) best = one;
    if (match[0] === '') break;
  }
  return best;
}

function judge(text: string, match: RegExpMatchArray, labelled: boolean): Salary | undefined {
  const { c1, low, k1, c2, c3, high, k2, c4, between } = match.groups!;
  const start = match.index!;
  const end = start + match[0].trimEnd().length;
  const sign = c1 ?? c4 ?? c2 ?? c3;
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 45);
  const thousands = k1 ?? k2;
  let from = amountOf(low!, Boolean(k1 ?? (high !== undefined ? k2 : undefined)));
  let to = high === undefined ? undefined : amountOf(high, Boolean(k2 ?? k1));
  if (from === undefined) return undefined;
  if (high !== undefined && to === undefined) return undefined;
  // "60–75.000 €": the thousands stand once.
  if (to !== undefined && from < 1000 && to >= 10_000 && from * 1000 <= to) from *= 1000;
  const currency = sign === undefined ? undefined : currencyOf(sign, text);
  const pay = labelled || PAY.test(before) || PAY.test(after);
  const stated = UNITS.find(([, pattern]) => pattern.test(unitText(before, after, between)));
  if (currency === undefined && !(pay && (thousands !== undefined || from >= 10_000))) return undefined;
  if (
    !labelled &&
    OTHERWISE.test(`${before.slice(-34)} ${after.slice(0, 26)}`) &&
    !/salar|gehalt|salaire/iu.test(before)
  )
    return undefined;
  if (/^\s?(?:\+|%|m(?:illion|io|rd)?(?!\p{L})|bn|b(?!\p{L}))/iu.test(after) && !/^\s?\+/u.test(after))
    return undefined;
  const size = to ?? from;
  const unit = stated?.[0] ?? unitOf(size);
  if (unit === undefined || !plausible(size, unit, currency)) return undefined;
  if (to !== undefined && to < from) return undefined;
  if (!pay && !stated && !(to !== undefined && unit === 'YEAR')) return undefined;
  const upTo = /(?:up to|bis zu|bis|jusqu['’]à|hasta|max(?:imum|\.)?|tot|fino a|do)\s*(?:zu\s*)?$/iu.test(before);
  if (to === undefined && upTo) {
    to = from;
    from = 0;
  }
  const single =
    to === undefined &&
    !/(?:from|starting at|ab|mindestens|at least|min(?:imum|\.)?|dès|à partir de|desde|vanaf|od|starting)\s*$/iu.test(
      before,
    );
  return {
    start,
    end,
    ...(from > 0 ? { min: from } : {}),
    ...(to !== undefined ? { max: to } : single ? { max: from } : {}),
    ...(currency ? { currency } : {}),
    unit,
    unitStated: stated !== undefined,
    sure:
      0.5 + (pay ? 0.22 : 0) + (stated ? 0.15 : 0) + (to !== undefined && from > 0 ? 0.08 : 0) + (currency ? 0.04 : 0),
  };
}

const unitText = (before: string, after: string, between: string | undefined): string =>
  `${before.slice(-28)} ¦ ${between ?? ''} ${after}`;

function amountOf(text: string, thousand: boolean): number | undefined {
  const grouped = text.replace(/[\u00a0\u202f ’']/g, '');
  let plain = grouped;
  if (/[.,]\d{3}(?:[.,]\d{3})*(?:[.,]\d{1,2})?$/.test(grouped) && /^\d{1,3}[.,]\d{3}/.test(grouped)) {
    const decimals = /([.,])(\d{1,2})$/.exec(grouped);
    plain = decimals
      ? `${grouped.slice(0, decimals.index).replace(/[.,]/g, '')}.${decimals[2]}`
      : grouped.replace(/[.,]/g, '');
  } else plain = grouped.replace(',', '.');
  const value = Number(plain);
  if (!Number.isFinite(value)) return undefined;
  // "120.5k" is a hundred and twenty thousand and a half.
  return thousand ? Math.round(value * 100_000) / 100 : value;
}

function currencyOf(sign: string, text: string): string | undefined {
  const code = CODES[sign.toLowerCase().replace(/\.$/, '')];
  if (sign !== '$') return code;
  // A dollar of another country is named elsewhere in the line.
  const named = /(?<!\p{L})(CAD|AUD|NZD|SGD|HKD|USD)(?!\p{L})/u.exec(text)?.[1];
  return named ?? code;
}

function unitOf(amount: number): SalaryUnit | undefined {
  if (amount >= 14_000) return 'YEAR';
  if (amount >= 700) return 'MONTH';
  return amount >= 7 && amount <= 180 ? 'HOUR' : undefined;
}

/** Generous bounds, in units of a currency like the dollar; wider for those of which one buys little. */
const BOUNDS: Readonly<Record<SalaryUnit, readonly [number, number]>> = {
  HOUR: [4, 600],
  DAY: [40, 5000],
  WEEK: [150, 12_000],
  MONTH: [250, 60_000],
  YEAR: [6000, 2_000_000],
};
const SMALL: ReadonlySet<string> = new Set([
  'INR',
  'JPY',
  'HUF',
  'CZK',
  'SEK',
  'NOK',
  'DKK',
  'MXN',
  'ZAR',
  'TRY',
  'PLN',
  'BRL',
  'CNY',
  'AED',
  'ILS',
  'RON',
]);

function plausible(amount: number, unit: SalaryUnit, currency: string | undefined): boolean {
  const [low, high] = BOUNDS[unit];
  return amount >= low && amount <= high * (currency && SMALL.has(currency) ? 100 : 1);
}
